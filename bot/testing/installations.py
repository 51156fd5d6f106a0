"""Installations in a dictionary."""

from collections.abc import MutableMapping

from bot.core.installations import Installation


class MemoryInstallations:
    """Keeps the port `Installations`."""

    _installations: MutableMapping[tuple[str, str], Installation]

    async def install(self, one: Installation) -> None:
        """See the port."""
        self._installations[one.chat, one.workspace] = one

    async def installation(self, chat: str, workspace: str) -> Installation | None:
        """See the port."""
        return self._installations.get((chat, workspace))

    async def uninstall(self, chat: str, workspace: str) -> None:
        """See the port."""
        self._installations.pop((chat, workspace), None)
