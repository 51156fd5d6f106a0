"""Corrections on a ledger in dictionaries."""

from collections.abc import Mapping, MutableMapping, MutableSequence, Sequence
from dataclasses import replace
from datetime import date

from bot.core.contributions import Report, Suggestion
from bot.core.errands import Errand
from bot.core.records import Act, Correction, Entry, Member, Round
from bot.quiz.ids import CommunityId, MemberId, RoundId, SubmissionId, SuggestionId
from bot.quiz.lives import Live
from bot.quiz.sprints import Sprint


class MemoryCorrections:
    """Keeps the port `Corrections`; what a correction replaces is forgotten."""

    _rounds: MutableMapping[RoundId, Round]
    _entries: MutableMapping[SubmissionId, Entry]
    _members: Mapping[MemberId, Member]
    _sprints: Mapping[tuple[CommunityId, MemberId, date], Sprint]
    _lives: MutableMapping[int, Live]
    _live_answers: MutableMapping[tuple[int, int, MemberId], bool]
    _acts: MutableSequence[Act]
    _suggestions: MutableMapping[SuggestionId, Suggestion]
    _reports: MutableMapping[tuple[RoundId, MemberId], Report]

    async def correct(self, correction: Correction, *, then: Sequence[Errand] = ()) -> bool:
        """See the port."""
        settled = [one for one in self._entries.values() if one.settlement and one.round == correction.round]
        if len(settled) != correction.settled or self._rounds[correction.round].ruling != correction.was:
            return False
        if any(self._entries[one.entry].settlement != one.before for one in correction.changes):
            return False
        for one in correction.changes:
            self._entries[one.entry] = replace(self._entries[one.entry], settlement=one.after)
        known = self._rounds[correction.round]
        self._rounds[known.id] = replace(known, ruling=correction.ruling, key_hash=correction.key_hash)
        await self.record(correction.act)
        await self.add(*then)
        return True

    async def add(self, *errands: Errand) -> None:
        """Of the port `Outbox`."""

    async def people(self, community: CommunityId) -> tuple[Member, ...]:
        """See the port."""
        here = {one.member for one in self._entries.values() if self._rounds[one.round].community == community}
        here |= {member for at, member, _ in self._sprints if at == community}
        here |= {member for night, _, member in self._live_answers if self._lives[night].community == community}
        here |= {one.by for one in self._acts if one.community == community}
        here |= {one.author for one in self._suggestions.values() if one.community == community}
        here |= {one.member for one in self._reports.values() if self._rounds[one.round].community == community}
        return tuple(one for one in self._members.values() if one.id in here)

    async def record(self, act: Act) -> None:
        """See the port."""
        self._acts.append(act)

    async def acts(self, community: CommunityId) -> tuple[Act, ...]:
        """See the port."""
        return tuple(one for one in self._acts if one.community == community)
