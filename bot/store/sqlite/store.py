"""The ports Agenda and Ledger on one SQLite file. Contains no rules of the game."""

import fcntl
import re
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from datetime import datetime
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any, Self

import aiosqlite

from bot.core.records import Community, Entry, Help, Member, Received, Round, RoundState, Settlement
from bot.quiz import answers
from bot.quiz.errors import StoreTrouble
from bot.quiz.ids import Address, CommunityId, MemberId, Place, Ref, RoundId, SubmissionId
from bot.quiz.questions import Question
from bot.quiz.schedules import Schedule, Slot, spelled
from bot.quiz.scoring import points
from bot.quiz.standings import Tally
from bot.store.sqlite import rows
from bot.store.sqlite.migrating import Migration, migrate, migrations
from bot.store.sqlite.writing import Writer

_PRAGMAS = (
    "pragma journal_mode = wal",
    "pragma synchronous = full",  # with NORMAL a power cut lost acknowledged answers; grouped commits make it cheap
    "pragma busy_timeout = 5000",
    "pragma foreign_keys = on",
    "pragma temp_store = memory",
)


@cache
def _queries() -> dict[str, str]:
    text = (files("bot.store.sqlite") / "queries.sql").read_text("utf-8")
    parts = re.split(r"^-- name: (\w+)\n", text, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _run(connection: sqlite3.Connection, name: str, *values: object) -> list[sqlite3.Row]:
    return connection.execute(_queries()[name], _numbered(values)).fetchall()


def _numbered(values: tuple[object, ...]) -> dict[str, object]:
    return {str(at): value for at, value in enumerate(values, start=1)}


class SQLiteStore:
    """Keeps the ports `Agenda` and `Ledger`. Open it with `async with SQLiteStore.open(path)`."""

    def __init__(self, writer: Writer, reader: aiosqlite.Connection) -> None:
        self._writer, self._reader = writer, reader

    @classmethod
    @asynccontextmanager
    async def open(cls, path: Path, *, known: tuple[Migration, ...] | None = None) -> AsyncIterator[Self]:
        """Open a database, made when it is not there and brought to today's shape.

        Raises:
            StoreTrouble: another process holds it, it is newer than this askling, unreadable or no database.
        """
        async with AsyncExitStack() as stack:
            stack.enter_context(_lock(path))
            writing = await _connect(stack, path)
            try:
                await _set_up(writing, known or migrations())
                reader = await _connect(stack, path, read_only=True)
            except sqlite3.Error as error:
                raise StoreTrouble(f"{path} could not be opened: {error}. Nothing was changed.") from error
            writer = Writer(writing)
            stack.push_async_callback(writer.close)
            yield cls(writer, reader)

    # ---- Agenda --------------------------------------------------------------------------------------

    async def enrol(self, place: Place, schedule: Schedule, *, now: datetime) -> Community:
        """See the port."""
        seed = sha256(place.encode()).hexdigest()[:16]
        spans = (schedule.open_for, schedule.reveal_after, schedule.catch_up)
        seconds = [int(span.total_seconds()) for span in spans]
        values = (place, spelled(schedule), *seconds, seed, rows.millis(now))
        return rows.community(await self._write_one("enrol", *values))

    async def communities(self) -> tuple[Community, ...]:
        """See the port."""
        return tuple(map(rows.community, await self._read("communities")))

    async def plan(self, community: CommunityId, key: str, slot: Slot, question: Question) -> Round:
        """See the port."""
        moments = [rows.millis(one) for one in (slot.opens, slot.closes, slot.reveals)]
        values = (community, key, question.id, question.key_hash, slot.date.isoformat(), *moments)

        def work(connection: sqlite3.Connection) -> sqlite3.Row:
            _run(connection, "plan", *values)
            return _run(connection, "round_by_key", community, key)[0]

        return rows.round_(await self._writer.do(work))

    async def move(self, id: RoundId, state: RoundState, *, ref: Ref | None = None) -> None:  # noqa: A002
        """See the port."""

        def work(connection: sqlite3.Connection) -> None:
            for row in _run(connection, "round_state", id):
                if RoundState(row["state"]).precedes(state):
                    _run(connection, "move", id, state.value, ref)

        await self._writer.do(work)

    async def shift(self, id: RoundId, *, closes: datetime, reveals: datetime) -> None:  # noqa: A002
        """See the port."""
        moments = rows.millis(closes), rows.millis(reveals)
        await self._writer.do(lambda connection: _run(connection, "shift", id, *moments))

    async def rounds(self, community: CommunityId) -> tuple[Round, ...]:
        """See the port."""
        return tuple(map(rows.round_, await self._read("rounds", community)))

    # ---- Ledger --------------------------------------------------------------------------------------

    async def member(self, address: Address, name: str) -> Member:
        """See the port."""
        return rows.member(await self._write_one("member", address, name))

    async def receive(
        self,
        id: SubmissionId,  # noqa: A002
        *,
        round: RoundId,  # noqa: A002
        member: MemberId,
        answer: answers.Answer,
        key_hash: str,
        at: datetime,
        lease: datetime,
    ) -> Received:
        """See the port."""
        values = (id, round, member, answers.dumps(answer), key_hash, rows.millis(at), rows.millis(lease))

        def work(connection: sqlite3.Connection) -> tuple[bool, sqlite3.Row]:
            new = bool(_run(connection, "receive", *values))
            return new, _run(connection, "submission", id)[0]

        new, row = await self._writer.do(work)
        return Received(entry=rows.entry(row), new=new)

    async def settle(self, id: SubmissionId, settlement: Settlement) -> Entry:  # noqa: A002
        """See the port."""
        verdict, lines = rows.verdict_text(settlement.verdict), rows.lines_text(settlement.lines)
        values = (id, settlement.attempt, points(settlement.lines), verdict, lines)

        def work(connection: sqlite3.Connection) -> sqlite3.Row:
            _run(connection, "settle", *values)
            found = _run(connection, "submission", id)
            if not found:
                raise StoreTrouble(f"There is no submission {id}.")
            return found[0]

        return rows.entry(await self._writer.do(work))

    async def unsettled(self, now: datetime) -> tuple[Entry, ...]:
        """See the port."""
        return tuple(map(rows.entry, await self._read("unsettled", rows.millis(now))))

    async def history(self, community: CommunityId, member: MemberId | None = None) -> tuple[Entry, ...]:
        """See the port."""
        return tuple(map(rows.entry, await self._read("history", community, member)))

    async def tallies(self, community: CommunityId, *, since: datetime | None = None) -> tuple[Tally, ...]:
        """See the port."""
        return tuple(map(rows.tally, await self._read("tallies", community, rows.millis(since) if since else 0)))

    async def helps(self, round: RoundId, member: MemberId, *, taken: Help | None = None) -> tuple[Help, ...]:  # noqa: A002
        """See the port."""
        if taken is not None:
            values = (taken.round, taken.member, taken.kind.value, taken.number, rows.millis(taken.at))
            await self._writer.do(lambda connection: _run(connection, "take_help", *values))
        return tuple(map(rows.help_, await self._read("helps", round, member)))

    # --------------------------------------------------------------------------------------------------

    async def _write_one(self, name: str, *values: object) -> sqlite3.Row:
        return (await self._writer.do(lambda connection: _run(connection, name, *values)))[0]

    async def _read(self, name: str, *values: object) -> list[sqlite3.Row]:
        try:
            return list(await self._reader.execute_fetchall(_queries()[name], _numbered(values)))
        except (sqlite3.Error, OverflowError, ValueError) as error:  # ValueError: aiosqlite's word for a closed one
            raise StoreTrouble(f"The database could not be read: {error}.") from error


async def _connect(stack: AsyncExitStack, path: Path, *, read_only: bool = False) -> aiosqlite.Connection:
    address = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"
    try:
        connection = await stack.enter_async_context(aiosqlite.connect(address, uri=True, isolation_level=None))
    except sqlite3.Error as error:
        raise StoreTrouble(f"{path} could not be opened: {error}. Is its folder there and writable?") from error
    connection.row_factory = sqlite3.Row
    return connection


async def _set_up(connection: aiosqlite.Connection, known: tuple[Migration, ...]) -> None:
    for pragma in _PRAGMAS:
        await connection.execute(pragma)
    raw: Any = connection
    await raw._execute(migrate, raw._conn, known)  # noqa: SLF001 - one transaction must not be spread over hops


@contextmanager
def _lock(path: Path) -> Iterator[None]:
    """A second process on one file would reopen SQLite's checkpoint race, and post everything twice."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.with_name(f"{path.name}.lock").open("w")
    except OSError as error:
        raise StoreTrouble(
            f"{path.parent} cannot be written: {error.strerror}. Choose another ASKLING_DATABASE."
        ) from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StoreTrouble(
                f"Another askling is running on {path}. Stop it first, or choose another file."
            ) from None
        yield
