"""The port Agenda in terms of named statements."""

from datetime import datetime
from functools import partial
from hashlib import sha256

from bot.core.errands import ErrandKind, Move
from bot.core.records import Community, Round, RoundState
from bot.quiz.ids import CommunityId, Place, Ref, RoundId
from bot.quiz.questions import Question
from bot.quiz.schedules import Schedule, Slot
from bot.quiz.setups import spelled
from bot.store import rows
from bot.store.database import Database, Row, Run, write_one
from bot.store.deriving import missed, restreak


class StoredAgenda:
    """Communities and their rounds on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def enrol(self, place: Place, schedule: Schedule, *, now: datetime) -> Community:
        """See the port."""
        return await self._database.write(partial(_enrol, place, spelled(schedule), rows.millis(now)))

    async def communities(self) -> tuple[Community, ...]:
        """See the port."""
        return rows.communities(await self._database.read("communities"))

    async def plan(self, community: CommunityId, key: str, slot: Slot, question: Question) -> Round:
        """See the port."""
        moments = [rows.millis(one) for one in (slot.opens, slot.closes, slot.reveals)]
        values = (community, key, question.id, question.key_hash, question.topic, slot.date.isoformat(), *moments)

        async def unit(run: Run) -> Row:
            await run("plan", *values)
            (row,) = await run("round_by_key", community, key)
            return row

        return rows.round_(await self._database.write(unit))

    async def move(self, id: RoundId, state: RoundState, *, ref: Ref | None = None) -> None:  # noqa: A002
        """See the port."""

        async def unit(run: Run) -> None:
            await enter(run, Move(round=id, state=state, ref=ref))

        await self._database.write(unit)

    async def shift(self, id: RoundId, *, closes: datetime, reveals: datetime) -> None:  # noqa: A002
        """See the port."""
        moments = rows.millis(closes), rows.millis(reveals)

        async def unit(run: Run) -> None:
            await run("shift", id, *moments)
            for kind, due in zip((ErrandKind.CLOSE, ErrandKind.REVEAL), moments, strict=True):
                await run("errand_shift", id, kind.value, due)

        await self._database.write(unit)

    async def excuse(self, since: datetime, until: datetime) -> None:
        """See the port."""
        await write_one(self._database, "round_excuse", rows.millis(since), rows.millis(until))

    async def rounds(self, community: CommunityId) -> tuple[Round, ...]:
        """See the port."""
        return tuple(map(rows.round_, await self._database.read("rounds", community)))


async def enter(run: Run, move: Move) -> None:
    """A round enters a state, in whichever unit of work this is part of."""
    for row in await run("round", move.round):
        before = RoundState(row["state"])
        if move.ref is not None:
            await run("post", move.round, move.place, move.ref)
        if before.precedes(move.state):
            (moved,) = await run("move", move.round, move.state.value, move.ref)
            if move.state.over and not before.over:
                await missed(run, rows.round_(moved))
        if move.excused and not row["excused"]:
            await run("round_excuse_one", move.round)
            if before.over:
                await restreak(run, CommunityId(row["community_id"]))


async def _enrol(place: Place, schedule: str, now: int, run: Run) -> Community:
    known = await run("seat_at", place)
    if known:
        id_ = known[0]["community_id"]
        await run("community_schedule", id_, schedule)
    else:
        seed = sha256(place.encode()).hexdigest()[:16]
        (row,) = await run("enrol", place, schedule, seed, now)
        id_ = row["id"]
        await run("seat_add", id_, place)
    return rows.communities(await run("community", id_))[0]
