"""Where a chat was installed by people who are not the operator: workspaces, each with a token of its own."""

from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """One of them."""

    chat: str
    """By the first part of its places: `slack`."""
    workspace: str
    """As the chat names it; unique in the chat."""
    name: str
    """For people."""
    token: str = field(repr=False)
    """A secret: whoever has it is the bot there."""
    user: str
    """The bot's own account there."""
    bot: str = ""


class Installations(Protocol):
    """Keeps them. Raises only StoreTrouble."""

    async def install(self, one: Installation) -> None:
        """From now on; one that was there before is replaced."""
        ...

    async def installation(self, chat: str, workspace: str) -> Installation | None:
        """The one of a workspace."""
        ...

    async def uninstall(self, chat: str, workspace: str) -> None:
        """It was taken away, and its token is forgotten. Idempotent."""
        ...


@runtime_checkable
class Installs(Protocol):
    """What a chat may have besides: people install it in workspaces of their own."""

    def installs(self, kept: Installations) -> None:
        """Keep them there, from now on."""
        ...
