"""The port Boards in terms of named statements: a board is read from its index, as far as it is asked for."""

from bot.quiz.boards import Period
from bot.quiz.ids import CommunityId, MemberId
from bot.quiz.standings import Standing, Tally, in_order, ranked
from bot.quiz.streaks import Streak
from bot.store import rows
from bot.store.database import Database, Row, Run
from bot.store.deriving import rebuild

TIED_AT_THE_CUT = 40


class StoredBoards:
    """Who stands where on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def top(self, community: CommunityId, period: Period, *, rows: int) -> tuple[Standing, ...]:
        """See the port."""
        found = await self._database.read("board_top", community, period, rows + TIED_AT_THE_CUT)
        return ranked(map(_tally, found))[:rows]

    async def standing(self, community: CommunityId, period: Period, member: MemberId) -> Standing | None:
        """See the port."""
        mine = await self._score(community, period, member)
        return await self._standing(community, period, mine) if mine else None

    async def around(
        self, community: CommunityId, period: Period, member: MemberId, *, reach: int
    ) -> tuple[Standing, ...]:
        """See the port."""
        mine = await self._score(community, period, member)
        if mine is None:
            return ()
        place = (community, period, mine["deficit"], mine["reached_at"], member, reach)
        before = await self._database.read("board_before", *place)
        after = await self._database.read("board_after", *place)
        window = [await self._standing(community, period, row) for row in (*before, mine, *after)]
        return tuple(sorted(window, key=in_order))

    async def gap(self, community: CommunityId, period: Period, member: MemberId) -> int | None:
        """See the port."""
        mine = await self._score(community, period, member)
        better = await self._database.read("board_next", community, period, mine["deficit"]) if mine else ()
        return mine["deficit"] - better[0]["deficit"] if mine and better else None

    async def participants(self, community: CommunityId, period: Period) -> int:
        """See the port."""
        (row,) = await self._database.read("board_people", community, period)
        return int(row["people"])

    async def streak(self, community: CommunityId, member: MemberId) -> Streak:
        """See the port."""
        found = await self._database.read("streak", community, member)
        return rows.streak(found[0]) if found else Streak()

    async def rebuild(self, community: CommunityId) -> None:
        """See the port."""

        async def unit(run: Run) -> None:
            await rebuild(run, community)

        await self._database.write(unit)

    async def _score(self, community: CommunityId, period: Period, member: MemberId) -> Row | None:
        found = await self._database.read("board_score", community, member, period)
        return found[0] if found else None

    async def _standing(self, community: CommunityId, period: Period, row: Row) -> Standing:
        (above,) = await self._database.read("board_above", community, period, row["deficit"])
        tally = _tally(row)
        return Standing(rank=above["people"] + 1, member=tally.member, name=tally.name, points=tally.points)


def _tally(row: Row) -> Tally:
    return Tally(member=MemberId(row["member_id"]), name=row["name"], points=-row["deficit"])
