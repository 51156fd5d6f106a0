"""The port Places in terms of named statements."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial

from bot.core.records import Community
from bot.quiz.ids import CommunityId, Place, Ref, RoundId
from bot.store import rows
from bot.store.database import Database, Run


class StoredPlaces:
    """The places of communities on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def join(self, community: CommunityId, place: Place, *, now: datetime) -> Community:
        """See the port."""
        return await self._database.write(partial(_join, community, place, rows.millis(now)))

    async def leave(self, place: Place, *, now: datetime) -> None:
        """See the port."""
        await self._database.write(partial(_leave, place, rows.millis(now)))

    async def posts(self, round: RoundId) -> Mapping[Place, Ref]:  # noqa: A002
        """See the port."""
        return {Place(row["place"]): Ref(row["ref"]) for row in await self._database.read("posts", round)}


async def _join(community: CommunityId, place: Place, now: int, run: Run) -> Community:
    known = await run("seat_at", place)
    if not known or known[0]["community_id"] != community:
        await _leave(place, now, run)
        if not await run("seat_back", community, place):
            await run("seat_add", community, place)
        await run("community_first", community)
    return rows.communities(await run("community", community))[0]


async def _leave(place: Place, now: int, run: Run) -> None:
    for row in await run("seat_leave", place, now):
        await run("community_first", row["community_id"])
