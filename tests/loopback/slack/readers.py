"""What a person can see, and waiting until they see it."""

from typing import TYPE_CHECKING

from tests.loopback.slack.apps import Installation
from tests.loopback.slack.blocks import controls, said
from tests.loopback.slack.forms import NotThere
from tests.loopback.slack.screens import Screen, readable
from tests.loopback.slack.workspaces import Channel, Message, User, View

if TYPE_CHECKING:
    from tests.loopback.slack.server import Slack


class Reader:
    """Somebody who looks at their screen."""

    def __init__(self, slack: "Slack", by: Installation, user: User) -> None:
        self.slack = slack
        self.by = by
        self.user = user
        self.screen = Screen(workspace=by.workspace, user=user, at=self._first())
        self.notices: list[str] = []
        """What Slack itself told them went wrong, oldest first."""

    @property
    def id(self) -> str:
        return self.user.id

    def _first(self) -> Channel | None:
        mine = (one for one in self.by.workspace.channels.values() if self.user.id in one.members)
        return next(mine, None)

    # ---- looking ----------------------------------------------------------------------------------------

    def goes(self, channel: Channel) -> None:
        """Look at a channel from now on."""
        if self.user.id not in channel.members:
            raise NotThere(f"{self.user.real_name} is not in #{channel.name}")
        self.screen.at = channel

    def messages(self, channel: Channel | None = None) -> list[Message]:
        """What they can read there (or where they look), oldest first."""
        return self.screen.messages(channel)

    def reads(self, channel: Channel | None = None) -> str:
        """All of it, as text."""
        return "\n\n".join(readable(one) for one in self.messages(channel))

    @property
    def modal(self) -> View | None:
        """The modal on top."""
        return self.screen.modal

    @property
    def modal_text(self) -> str:
        """What the modal on top says, its title, buttons and errors too; empty when none is open."""
        view = self.modal
        if view is None:
            return ""
        shown = said([view.content.get(name) for name in ("title", "blocks", "submit", "close")])
        return "\n".join([shown, *view.errors.values()])

    @property
    def home_text(self) -> str:
        """What their App Home says."""
        return said(self.screen.home.content["blocks"]) if self.screen.home else ""

    def labels(self, message: Message) -> list[str]:
        """What can be used on a message."""
        return [one.label for one in controls(message.blocks)]

    async def sees(self, words: str, channel: Channel | None = None) -> Message:
        """The newest message with these words, once it is there."""
        found = await self.slack.changes.until(
            lambda: [one for one in self.messages(channel) if words in readable(one)],
            what=f"{self.user.real_name} to see “{words}”; there is:\n{self.reads(channel)}",
        )
        return found[-1]

    async def sees_modal(self, words: str) -> View:
        """The modal on top, once it says so."""
        return await self.slack.changes.until(
            lambda: self.modal if words in self.modal_text else None, what=f"a modal with “{words}”"
        )

    async def sees_home(self, words: str) -> View:
        """Their App Home, once it says so."""
        return await self.slack.changes.until(
            lambda: self.screen.home if words in self.home_text else None, what=f"a home with “{words}”"
        )
