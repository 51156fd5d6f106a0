"""The port Installations in terms of named statements."""

from bot.core.installations import Installation
from bot.store.database import Database, write_one


class StoredInstallations:
    """Installations on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def install(self, one: Installation) -> None:
        """See the port."""
        values = (one.chat, one.workspace, one.name, one.token, one.user, one.bot)
        await write_one(self._database, "install", *values)

    async def installation(self, chat: str, workspace: str) -> Installation | None:
        """See the port."""
        found = await self._database.read("installation", chat, workspace)
        return Installation(**found[0]) if found else None

    async def uninstall(self, chat: str, workspace: str) -> None:
        """See the port."""
        await write_one(self._database, "uninstall", chat, workspace)
