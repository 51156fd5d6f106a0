"""Every port of the store on one SQLite file."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Self

from bot.quiz.ids import Address
from bot.store.agenda import StoredAgenda
from bot.store.boards import StoredBoards
from bot.store.corrections import StoredCorrections
from bot.store.deriving import rebuild_all
from bot.store.dossiers import StoredDossiers
from bot.store.identities import StoredIdentities
from bot.store.inbox import StoredInbox
from bot.store.installations import StoredInstallations
from bot.store.ledger import StoredLedger
from bot.store.lives import StoredLives
from bot.store.outbox import StoredOutbox
from bot.store.places import StoredPlaces
from bot.store.privacy import StoredPrivacy
from bot.store.profiles import StoredProfiles
from bot.store.recalls import StoredRecalls
from bot.store.sprints import StoredSprints
from bot.store.sqlite.engine import SQLite
from bot.store.sqlite.migrating import Migration
from bot.store.sqlite.writing import Wrote, unheard
from bot.store.suggestions import StoredSuggestions


class SQLiteStore(
    StoredAgenda,
    StoredLedger,
    StoredBoards,
    StoredCorrections,
    StoredIdentities,
    StoredInbox,
    StoredInstallations,
    StoredOutbox,
    StoredPlaces,
    StoredPrivacy,
    StoredProfiles,
    StoredDossiers,
    StoredRecalls,
    StoredSprints,
    StoredLives,
    StoredSuggestions,
):
    """Keeps every port of the store. Open it with `async with SQLiteStore.open(path)`."""

    def __init__(self, database: SQLite) -> None:
        super().__init__(database)
        self._file = database

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        path: Path,
        *,
        known: tuple[Migration, ...] | None = None,
        alone: bool = True,
        wrote: Wrote = unheard,
    ) -> AsyncIterator[Self]:
        """Open a database, made when it is not there and brought to today's shape.

        Args:
            path: the file.
            known: other migrations than askling's own, for tests.
            alone: hold the lock. Only a test that plays two processes leaves it out: see `locking` for what it guards.
            wrote: told after each write how many seconds it took until it was on the disk.

        Raises:
            StoreTrouble: another process holds it, it is newer than this askling, damaged, unwritable or no database.
        """
        async with SQLite.open(path, rebuild_all, known, alone=alone, wrote=wrote) as database:
            yield cls(database)

    @classmethod
    @asynccontextmanager
    async def only_reading(cls, path: Path) -> AsyncIterator[Self]:
        """Read a database of today's shape, also beside the bot that writes; every write is refused.

        Raises:
            StoreTrouble: it cannot be read.
        """
        async with SQLite.reading(path) as database:
            yield cls(database)

    async def erase(self, address: Address, *, now: datetime) -> bool:
        """See the port. What was erased leaves the journal as well."""
        erased = await super().erase(address, now=now)
        await self._file.checkpoint()
        return erased
