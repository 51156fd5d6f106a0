"""The port Agenda in terms of named statements."""

from datetime import datetime
from hashlib import sha256

from bot.core.records import Community, Round, RoundState
from bot.quiz.ids import CommunityId, Place, Ref, RoundId
from bot.quiz.questions import Question
from bot.quiz.schedules import Schedule, Slot
from bot.quiz.setups import spelled
from bot.store import rows
from bot.store.database import Database, Row, Run, write_one


class StoredAgenda:
    """Communities and their rounds on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def enrol(self, place: Place, schedule: Schedule, *, now: datetime) -> Community:
        """See the port."""
        seed = sha256(place.encode()).hexdigest()[:16]
        spans = (schedule.open_for, schedule.reveal_after, schedule.catch_up)
        seconds = [int(span.total_seconds()) for span in spans]
        values = (place, spelled(schedule), *seconds, seed, rows.millis(now))
        (row,) = await write_one(self._database, "enrol", *values)
        return rows.community(row)

    async def communities(self) -> tuple[Community, ...]:
        """See the port."""
        return tuple(map(rows.community, await self._database.read("communities")))

    async def plan(self, community: CommunityId, key: str, slot: Slot, question: Question) -> Round:
        """See the port."""
        moments = [rows.millis(one) for one in (slot.opens, slot.closes, slot.reveals)]
        values = (community, key, question.id, question.key_hash, slot.date.isoformat(), *moments)

        async def unit(run: Run) -> Row:
            await run("plan", *values)
            (row,) = await run("round_by_key", community, key)
            return row

        return rows.round_(await self._database.write(unit))

    async def move(self, id: RoundId, state: RoundState, *, ref: Ref | None = None) -> None:  # noqa: A002
        """See the port."""

        async def unit(run: Run) -> None:
            for row in await run("round_state", id):
                if RoundState(row["state"]).precedes(state):
                    await run("move", id, state.value, ref)

        await self._database.write(unit)

    async def shift(self, id: RoundId, *, closes: datetime, reveals: datetime) -> None:  # noqa: A002
        """See the port."""
        await write_one(self._database, "shift", id, rows.millis(closes), rows.millis(reveals))

    async def rounds(self, community: CommunityId) -> tuple[Round, ...]:
        """See the port."""
        return tuple(map(rows.round_, await self._database.read("rounds", community)))
