"""What a person did, and what came of it on their screen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.loopback.discord.interactions import Interaction, Reply
from tests.loopback.discord.screens import NotThere, Seen

if TYPE_CHECKING:
    from tests.loopback.discord.modals import OpenModal
    from tests.loopback.discord.people import Person


@dataclass(frozen=True, slots=True)
class Act:
    """A use of a command, a press, a choice or a submitted modal."""

    interaction: Interaction
    person: "Person"

    @property
    def failed(self) -> bool:
        """The person read "The application did not respond"."""
        return self.interaction.failed

    @property
    def replied(self) -> Reply | None:
        """How the bot answered first, if it has."""
        return self.interaction.replied

    @property
    def modal(self) -> "OpenModal":
        """The modal that opened; NotThere when none did."""
        modal = self.person.modal
        if self.interaction.modal is None or modal is None or modal.interaction is not self.interaction:
            raise NotThere(f"no modal opened; the answer was {self.interaction.replied!r}")
        return modal

    @property
    def shown(self) -> Seen | None:
        """The message that answers it, also while it is still thinking."""
        return Seen(self.interaction.response, self.person) if self.interaction.response else None

    @property
    def follow_ups(self) -> list[Seen]:
        return [Seen(one, self.person) for one in self.interaction.followups]

    async def acknowledged(self) -> "Act":
        """Wait for the bot's first answer, or for the failure."""
        await self.person.wait(lambda: self.interaction.replied is not None or self.failed, "an answer")
        return self

    async def answer(self, fragment: str = "") -> Seen:
        """Wait for a message that answers it and has a fragment: the answer itself, or a follow-up."""

        def look() -> Seen | None:
            shown = self.shown
            candidates = [*reversed(self.follow_ups), *([shown] if shown else [])]
            return next((one for one in candidates if not one.thinking and fragment in one.text), None)

        return await self.person.wait(look, f"an answer with {fragment!r}")
