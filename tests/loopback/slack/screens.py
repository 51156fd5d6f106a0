"""What one person has before them: messages, the modal on top, the home."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.loopback.slack.blocks import Control, controls, options, said
from tests.loopback.slack.forms import NotThere, initial
from tests.loopback.slack.wire import Json
from tests.loopback.slack.workspaces import Channel, Message, User, View, Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

Values = dict[tuple[str, str], Json]


@dataclass(slots=True, kw_only=True)
class Surface:
    """One thing with blocks on it; exactly one of `message` and `view` is there."""

    blocks: list[Json]
    values: Values
    message: Message | None = None
    view: View | None = None

    def find(self, fits: "Callable[[Control], bool]") -> Control | None:
        return next((one for one in controls(self.blocks) if fits(one)), None)

    @property
    def labels(self) -> list[str]:
        """Everything that can be used here, in words."""
        return [one.label or f"({one.kind})" for one in controls(self.blocks)]


@dataclass(slots=True, kw_only=True)
class Screen:
    """Whose it is, and where they look: a channel, or (None) the app's home."""

    workspace: Workspace
    user: User
    at: Channel | None = None
    states: dict[str, Values] = field(default_factory=dict)
    """What was chosen in messages, by their time stamps."""

    @property
    def modal(self) -> View | None:
        """The open modal on top."""
        stack = self.workspace.stacks.get(self.user.id)
        return stack[-1] if stack else None

    @property
    def home(self) -> View | None:
        return self.workspace.homes.get(self.user.id)

    def messages(self, channel: Channel | None = None) -> list[Message]:
        """What they can read in a channel, threads and what is for them alone too, oldest first."""
        place = channel or self.at
        if place is None or self.user.id not in place.members or place.deleted:
            return []
        mine = [one for one in place.ephemerals if one.only == self.user.id]
        return sorted([*place.messages, *mine], key=lambda one: float(one.ts))

    def surface(self, on: Message | None, fits: "Callable[[Control], bool]", wish: str) -> tuple[Surface, Control]:
        """Where they find what they wish for, and the thing itself.

        Raises:
            NotThere: it is not on their screen.
        """
        looked: list[str] = []
        for surface in self._before(on):
            if found := surface.find(fits):
                return surface, found
            looked += surface.labels
        raise NotThere(f"{self.user.real_name} sees no {wish}; there is {looked}")

    def _before(self, on: Message | None) -> list[Surface]:
        """What can be used now, the nearest first: a modal covers all else."""
        if self.modal:
            if on:
                raise NotThere("a modal covers that message")
            return [Surface(blocks=self.modal.content["blocks"], values=self.modal.values, view=self.modal)]
        if on is None and self.at is None:
            home = self.home
            return [Surface(blocks=home.content["blocks"], values=home.values, view=home)] if home else []
        visible = self.messages(self._channel(on) if on else None)
        if on and on not in visible:
            raise NotThere(f"{self.user.real_name} cannot see that message")
        return [self._message(one) for one in reversed(visible) if on is None or one is on]

    def _channel(self, on: Message) -> Channel | None:
        return self.workspace.channels.get(on.channel)

    def _message(self, message: Message) -> Surface:
        kept = self.states.get(message.ts, {})
        values = {c.key: kept.get(c.key, fresh) for c in controls(message.blocks) if (fresh := initial(c.element))}
        self.states[message.ts] = values
        return Surface(blocks=message.blocks, values=values, message=message)


def readable(message: Message) -> str:
    """What a person reads in a message: its blocks, or its text where it has none."""
    return said(message.blocks) if message.blocks else message.text


def offers(control: Control, words: str) -> bool:
    """Whether an option of it reads so."""
    return any(one["text"]["text"] == words for one in options(control.element))
