"""SQLite behind the port Database: one connection that writes, two that only read."""

import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from itertools import cycle
from pathlib import Path
from typing import Any, Self

import aiosqlite

from bot.quiz.errors import StoreTrouble
from bot.store.database import Result, Row, Unit
from bot.store.sqlite.locking import locked
from bot.store.sqlite.migrating import Migration, migrate, migrations
from bot.store.sqlite.running import bound
from bot.store.sqlite.troubles import damaged, fix, in_words
from bot.store.sqlite.writing import Writer, Wrote, unheard

READERS = 2
"""A long read (an export, a whole history) keeps nobody else from a board."""
PRAGMAS = (
    "pragma journal_mode = wal",
    "pragma synchronous = full",  # with NORMAL a power cut lost acknowledged answers; grouped commits make it cheap
    "pragma busy_timeout = 5000",
    "pragma foreign_keys = on",
    "pragma temp_store = memory",
    "pragma secure_delete = on",  # what was erased is overwritten, not only let go
    "pragma cache_size = -65536",
)


class SQLite:
    """Keeps the port `Database` on one file."""

    def __init__(self, writer: Writer, readers: Sequence[aiosqlite.Connection]) -> None:
        self._writer, self._readers = writer, cycle(readers)

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        path: Path,
        derive: Unit[None],
        known: tuple[Migration, ...] | None = None,
        *,
        alone: bool = True,
        wrote: Wrote = unheard,
    ) -> AsyncIterator[Self]:
        """Lock, open and migrate a file; a migration ends with `derive`, in its transaction.

        Raises:
            StoreTrouble: in words, and nothing was changed.
        """
        async with AsyncExitStack() as stack:
            if alone:
                stack.enter_context(locked(path))
            try:
                writing = await _connect(stack, path, "rwc")
                await _in_one_hop(writing, _set_up, path, known or migrations(), derive)
                readers = [await _connect(stack, path, "ro") for _ in range(READERS)]
            except sqlite3.Error as error:
                raise in_words(error, path) from error
            writer = Writer(writing, wrote)
            stack.push_async_callback(writer.close)
            yield cls(writer, readers)

    @classmethod
    @asynccontextmanager
    async def reading(cls, path: Path) -> AsyncIterator[Self]:
        """One connection that cannot write, not even by mistake; no lock and no migration."""
        async with AsyncExitStack() as stack:
            try:
                reader = await _connect(stack, path, "ro")
            except sqlite3.Error as error:
                raise in_words(error, path) from error
            writer = Writer(reader, unheard)
            stack.push_async_callback(writer.close)
            yield cls(writer, [reader])

    async def read(self, name: str, /, *values: object) -> Sequence[Row]:
        """See the port."""
        try:
            rows: Any = await next(self._readers).execute_fetchall(*bound(name, values))
        except (sqlite3.Error, OverflowError, ValueError) as error:  # ValueError: aiosqlite's word for a closed one
            raise StoreTrouble(f"The database could not be read: {error}.{fix(error)}") from error
        return list(rows)

    async def write(self, unit: Unit[Result]) -> Result:
        """See the port."""
        return await self._writer.do(unit)

    async def checkpoint(self) -> None:
        """Empty the journal into the file, as far as readers allow."""
        await self._writer.checkpoint()


async def _connect(stack: AsyncExitStack, path: Path, mode: str) -> aiosqlite.Connection:
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = await stack.enter_async_context(aiosqlite.connect(address, uri=True, isolation_level=None))
    connection.row_factory = sqlite3.Row
    return connection


async def _in_one_hop(connection: aiosqlite.Connection, act: Any, *values: object) -> None:  # noqa: ANN401
    raw: Any = connection
    await raw._execute(act, raw._conn, *values)  # noqa: SLF001 - one transaction must not be spread over hops


def _set_up(connection: sqlite3.Connection, path: Path, known: tuple[Migration, ...], derive: Unit[None]) -> None:
    found = connection.execute("pragma quick_check(1)").fetchone()[0]  # before anything is written
    if found != "ok":
        raise damaged(path, found)
    for pragma in PRAGMAS:
        connection.execute(pragma)
    migrate(connection, path, known, derive)
