"""Boards that are made from the whole ledger each time they are looked at, by the game's own rules."""

from collections.abc import Mapping, MutableMapping, MutableSet
from dataclasses import replace
from datetime import date

from bot.core.contributions import Mute
from bot.core.records import Entry, Round, earned_by
from bot.quiz.boards import STREAK, Period, scores, sprints_of
from bot.quiz.ids import CommunityId, MemberId, RoundId, SubmissionId
from bot.quiz.sprints import Sprint
from bot.quiz.standings import Standing, Tally, around, gap_above, place_of, ranked
from bot.quiz.streaks import Streak, streak
from bot.testing.people import MemoryPeople


class MemoryBoards(MemoryPeople):
    """Keeps the port `Boards` over a ledger in dictionaries."""

    _rounds: MutableMapping[RoundId, Round]
    _sprints: MutableMapping[tuple[CommunityId, MemberId, date], Sprint]
    _entries: MutableMapping[SubmissionId, Entry]
    _away: MutableSet[tuple[CommunityId, MemberId]]
    _mutes: Mapping[tuple[CommunityId, MemberId], Mute]

    async def top(self, community: CommunityId, period: Period, *, rows: int) -> tuple[Standing, ...]:
        """See the port."""
        return self._board(community, period)[:rows]

    async def standing(self, community: CommunityId, period: Period, member: MemberId) -> Standing | None:
        """See the port."""
        return place_of(self._board(community, period, seen_by=member), member)

    async def around(
        self, community: CommunityId, period: Period, member: MemberId, *, reach: int
    ) -> tuple[Standing, ...]:
        """See the port."""
        return around(self._board(community, period, seen_by=member), member, reach)

    async def gap(self, community: CommunityId, period: Period, member: MemberId) -> int | None:
        """See the port."""
        return gap_above(self._board(community, period, seen_by=member), member)

    async def participants(self, community: CommunityId, period: Period) -> int:
        """See the port."""
        return len(self._board(community, period))

    async def streak(self, community: CommunityId, member: MemberId) -> Streak:
        """See the port."""
        return self._streak(community, member)

    async def rebuild(self, community: CommunityId) -> None:
        """See the port."""

    def _board(self, community: CommunityId, period: Period, seen_by: MemberId | None = None) -> tuple[Standing, ...]:
        """Who is hidden is seen by themselves alone, and takes no rank from anybody."""
        tallies = [
            Tally(member=one.id, name=one.alias or one.name, points=points)
            for one in self._members.values()
            if one.id == seen_by or not self._unseen(community, one.id)
            if (points := self._points(community, period, one.id)) is not None
        ]
        shown = [one for one in tallies if not self._unseen(community, one.member)]
        return tuple(
            replace(row, rank=1 + sum(other.points > row.points for other in shown)) for row in ranked(tallies)
        )

    def _unseen(self, community: CommunityId, member: MemberId) -> bool:
        return self._members[member].hidden or (community, member) in self._mutes or (community, member) in self._away

    def _points(self, community: CommunityId, period: Period, member: MemberId) -> int | None:
        if self._gone(member):
            return None
        if period == STREAK:
            return self._streak(community, member).current or None
        if period.startswith("sprint:"):
            return self._best_sprint(community, period, member)
        earned = [
            earned_by(entry, self._rounds[entry.round])
            for entry in self._entries.values()
            if entry.member == member and entry.settlement is not None
            if self._rounds[entry.round].community == community
        ]
        score = scores(earned).get(period)
        return None if score is None else score.points

    def _best_sprint(self, community: CommunityId, period: Period, member: MemberId) -> int | None:
        mine = [one for key, one in self._sprints.items() if key[:2] == (community, member) and one.results]
        return max((one.points for one in mine if sprints_of(one.day) == period), default=None)

    def _streak(self, community: CommunityId, member: MemberId) -> Streak:
        if member in self._members and self._gone(member):
            return Streak()
        answered = {one.round for one in self._entries.values() if one.member == member and not one.late}
        rounds = sorted(
            (one for one in self._rounds.values() if one.community == community), key=lambda one: (one.opens, one.id)
        )
        return streak(one.id in answered for one in rounds if one.id in answered or one.missable)
