"""The ports Outbox and Watch in terms of named statements."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.core.errands import Errand, ErrandState, Move
from bot.quiz.ids import CommunityId
from bot.store import rows
from bot.store.agenda import enter
from bot.store.database import Database, Row, Run, write_one
from bot.store.errands import add_errands

_MINUTE = timedelta(minutes=1)


class StoredOutbox:
    """Errands on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, *errands: Errand) -> None:
        """See the port."""

        async def unit(run: Run) -> None:
            await add_errands(run, errands)

        await self._database.write(unit)

    async def claim(
        self, now: datetime, lease: datetime, *, community: CommunityId | None = None, key: str | None = None
    ) -> Errand | None:
        """See the port."""
        values = rows.millis(now), rows.millis(lease), community, key
        claimed = await write_one(self._database, "errand_claim", *values)
        return rows.errand(claimed[0]) if claimed else None

    async def finish(
        self, errand: Errand, state: ErrandState, *, move: Move | None = None, then: Sequence[Errand] = ()
    ) -> bool:
        """See the port."""

        async def unit(run: Run) -> bool:
            if not await run("errand_finish", errand.key, errand.fence, state.value):
                return False
            if move is not None:
                await enter(run, move)
            await add_errands(run, then)
            return True

        return await self._database.write(unit)

    async def postpone(self, errand: Errand, until: datetime) -> bool:
        """See the port."""
        return bool(await write_one(self._database, "errand_postpone", errand.key, errand.fence, rows.millis(until)))

    async def next_moment(self) -> datetime | None:
        """See the port."""
        (row,) = await self._database.read("errand_next")
        return None if row["moment"] is None else rows.moment(row["moment"])

    async def openings(self) -> Mapping[CommunityId, datetime]:
        """See the port."""
        found = await self._database.read("errand_openings")
        return {CommunityId(row["community_id"]): rows.moment(row["due"]) for row in found}

    async def errands(self, community: CommunityId, *, since: datetime) -> tuple[Errand, ...]:
        """See the port."""
        return tuple(map(rows.errand, await self._database.read("errands", community, rows.millis(since))))

    async def pulse(self, now: datetime) -> datetime | None:
        """See the port."""
        before = _before(await self._database.read("pulse"))
        if before is None or now - before >= _MINUTE:
            await write_one(self._database, "pulse_set", rows.millis(now))
        return before


def _before(found: Sequence[Row]) -> datetime | None:
    return rows.moment(found[0]["at"]) if found else None
