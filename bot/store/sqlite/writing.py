"""The one writer. Callers hand in a unit of work and await its future; they never own a transaction.

What waits is grouped into one transaction and acknowledged only after COMMIT. When a unit fails, its group is rolled
back and run again, each unit in a savepoint of its own, so that it fails alone. A caller that is cancelled changes
nothing for the others.
"""

import asyncio
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import aiosqlite

from bot.quiz.errors import StoreTrouble
from bot.store.database import Result, Run, Unit
from bot.store.sqlite.running import finished, running_on
from bot.store.sqlite.troubles import fix

GROUP = 256
Wrote = Callable[[float], None]
_UNWRITABLE = (sqlite3.Error, UnicodeError, OverflowError)
"""What SQLite makes of a value it cannot hold: a lone surrogate and a 65-bit number are no sqlite3.Error."""


def unheard(_seconds: float) -> None:
    """Nobody wants to know."""


class Writer:
    """Owns the writing connection while its task runs.

    Args:
        connection: the one that writes.
        wrote: told after each unit how many seconds it took until it was on the disk.
    """

    def __init__(self, connection: aiosqlite.Connection, wrote: Wrote) -> None:
        self._connection, self._wrote = connection, wrote
        self._waiting: asyncio.Queue[tuple[Unit[object], asyncio.Future[object]] | None] = asyncio.Queue()
        self._closed = False
        self._task = asyncio.create_task(self._write_for_ever(), name="store writer")

    async def do(self, unit: Unit[Result]) -> Result:
        """Run one unit in a transaction; returns after it is on the disk.

        Raises:
            StoreTrouble: nothing of it was written.
        """
        if self._closed:
            raise StoreTrouble("The store is closed; nothing was written.")
        done: asyncio.Future[object] = asyncio.get_running_loop().create_future()
        began = time.perf_counter()
        self._waiting.put_nowait((unit, done))
        result: object = await done
        self._wrote(time.perf_counter() - began)
        return result  # type: ignore[return-value]  # the future carries what the unit returned

    async def checkpoint(self) -> None:
        """Empty the journal into the file, between two groups."""
        await self._connection.execute_fetchall("pragma wal_checkpoint(truncate)")

    async def close(self) -> None:
        """Write what is waiting, then stop."""
        self._closed = True
        self._waiting.put_nowait(None)
        await self._task

    async def _write_for_ever(self) -> None:
        going = True
        while going:
            group = [await self._waiting.get()]
            while len(group) < GROUP and not self._waiting.empty():
                group.append(self._waiting.get_nowait())
            going = None not in group
            await self._write([one for one in group if one is not None])

    async def _write(self, group: list[tuple[Unit[object], asyncio.Future[object]]]) -> None:
        try:
            # aiosqlite's public calls cost a thread hop each; one hop for a group keeps pace with bare sqlite3.
            raw: Any = self._connection
            units = [unit for unit, _ in group]
            results = await raw._execute(_in_one_transaction, raw._conn, units)  # noqa: SLF001
        except Exception as error:  # noqa: BLE001 - a writer that dies would leave every later caller waiting
            results = [StoreTrouble(f"The database could not be written: {error}.{fix(error)}") for _ in group]
        for (_, done), result in zip(group, results, strict=True):
            if done.done():
                continue
            if isinstance(result, BaseException):
                done.set_exception(result)
            else:
                done.set_result(result)


def _in_one_transaction(connection: sqlite3.Connection, group: list[Unit[object]]) -> list[object]:
    run = running_on(connection)
    try:
        with _transaction(connection):
            return [finished(unit(run)) for unit in group]
    except Exception:  # noqa: BLE001 - whichever unit it was finds out below, alone
        with _transaction(connection):
            return [_in_savepoint(connection, run, unit) for unit in group]


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("begin immediate")
    try:
        yield
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:  # a full disk can make SQLite end the whole transaction by itself
            connection.execute("rollback")
        raise


def _in_savepoint(connection: sqlite3.Connection, run: Run, unit: Unit[object]) -> object:
    connection.execute("savepoint unit")
    try:
        result = finished(unit(run))
    except Exception as error:
        if not connection.in_transaction:
            raise
        connection.execute("rollback to unit")
        result = (
            StoreTrouble(f"That cannot be written: {error}.{fix(error)}") if isinstance(error, _UNWRITABLE) else error
        )
    connection.execute("release unit")
    return result
