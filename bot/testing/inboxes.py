"""The inbox in dictionaries."""

from collections.abc import MutableMapping
from dataclasses import replace
from datetime import date

from bot.core.contributions import Flag, Letter, Mute, Report, Suggestion
from bot.core.records import Entry, Help, HelpKind, Round
from bot.core.settling import graded
from bot.quiz.answers import dumps
from bot.quiz.ids import Address, CommunityId, FlagId, LetterId, MemberId, RoundId, SubmissionId, SuggestionId
from bot.quiz.items import Way
from bot.testing.people import MemoryPeople, taken


class MemoryInbox(MemoryPeople):
    """Keeps the port `Inbox`."""

    _rounds: MutableMapping[RoundId, Round]
    _entries: MutableMapping[SubmissionId, Entry]
    _helps: MutableMapping[tuple[RoundId, MemberId, str, int], Help]
    _suggestions: MutableMapping[SuggestionId, Suggestion]
    _reports: MutableMapping[tuple[RoundId, MemberId], Report]
    _flags: MutableMapping[FlagId, Flag]
    _letters: list[Letter]
    _mutes: MutableMapping[tuple[CommunityId, MemberId], Mute]

    async def suggest(self, suggestion: Suggestion) -> Suggestion:
        """See the port."""
        known = next((one for one in self._suggestions.values() if one.event == suggestion.event), None)
        if known is not None:
            return known
        new = replace(suggestion, id=SuggestionId(max(self._suggestions, default=0) + 1))
        self._suggestions[new.id] = new
        return new

    async def amend(self, suggestion: Suggestion) -> Suggestion | None:
        """See the port."""
        known = self._suggestions.get(suggestion.id)
        if known is None or known.revision != suggestion.revision:
            return None
        self._suggestions[known.id] = replace(suggestion, revision=known.revision + 1)
        return self._suggestions[known.id]

    async def suggestions(self, community: CommunityId) -> tuple[Suggestion, ...]:
        """See the port."""
        return tuple(one for one in self._suggestions.values() if one.community == community)

    async def suggestion(self, id: SuggestionId) -> Suggestion | None:  # noqa: A002 - the port's word
        """See the port."""
        return self._suggestions.get(id)

    async def report(self, report: Report) -> None:
        """See the port."""
        self._reports[report.round, report.member] = replace(report, settled=False)

    async def reports(self, community: CommunityId) -> tuple[Report, ...]:
        """See the port."""
        mine = [one for one in self._reports.values() if self._rounds[one.round].community == community]
        return tuple(sorted(mine, key=lambda one: (one.at, one.round, one.member)))

    async def settle_reports(self, round: RoundId) -> int:  # noqa: A002 - the port's word
        """See the port."""
        found = [key for key, one in self._reports.items() if one.round == round and not one.settled]
        for key in found:
            self._reports[key] = replace(self._reports[key], settled=True)
        return len(found)

    async def flag(self, *flags: Flag) -> int:
        """See the port."""
        new = 0
        for one in flags:
            mark = (one.community, one.kind, one.subject)
            if mark not in {(known.community, known.kind, known.subject) for known in self._flags.values()}:
                id_ = FlagId(max(self._flags, default=0) + 1)
                self._flags[id_] = replace(one, id=id_, settled=False)
                new += 1
        return new

    async def flags(self, community: CommunityId) -> tuple[Flag, ...]:
        """See the port."""
        return tuple(one for one in self._flags.values() if one.community == community)

    async def settle_flag(self, id: FlagId) -> bool:  # noqa: A002 - the port's word
        """See the port."""
        if id not in self._flags or self._flags[id].settled:
            return False
        self._flags[id] = replace(self._flags[id], settled=True)
        return True

    async def leave_letter(self, letter: Letter) -> None:
        """See the port."""
        last = max((one.id for one in self._letters), default=0)
        self._letters.append(replace(letter, id=LetterId(last + 1)))

    async def letters(self, community: CommunityId, address: Address) -> tuple[Letter, ...]:
        """See the port."""
        who = self._who(address)
        return tuple(one for one in self._letters if who and (one.community, one.to) == (community, who.id))

    async def forget_letters(self, *ids: LetterId) -> None:
        """See the port."""
        self._letters = [one for one in self._letters if one.id not in ids]

    async def mute(self, mute: Mute) -> None:
        """See the port."""
        self._mutes[mute.community, mute.member] = mute

    async def unmute(self, community: CommunityId, member: MemberId) -> bool:
        """See the port."""
        return self._mutes.pop((community, member), None) is not None

    async def muted(self, community: CommunityId) -> tuple[Mute, ...]:
        """See the port."""
        return tuple(self._mutes[key] for key in sorted(self._mutes) if key[0] == community)

    async def ways(self, community: CommunityId, *, since: date) -> tuple[Way, ...]:
        """See the port."""
        tries: dict[tuple[RoundId, MemberId], list[Entry]] = {}
        for entry in sorted(self._entries.values(), key=lambda one: (one.at, one.id)):
            one, gone = self._rounds[entry.round], self._gone(entry.member)
            if one.community == community and one.date >= since and not gone and graded(entry):
                tries.setdefault((entry.round, entry.member), []).append(entry)
        return tuple(self._way(key, tries[key]) for key in sorted(tries))

    def _way(self, key: tuple[RoundId, MemberId], tries: list[Entry]) -> Way:
        hints = sum(helped[:2] == key and helped[2] == HelpKind.HINT.value for helped in self._helps)
        return Way(
            round=key[0],
            member=key[1],
            answer=dumps(tries[0].answer),
            right=tries[0].solved,
            tries=len(tries),
            hints=hints,
            points=sum(one.points for one in tries),
        )

    def _erase_inbox(self, member: MemberId) -> None:
        """What somebody leaves behind in the inbox goes; questions that were approved stay as nobody's."""
        for one in [one for one in self._suggestions.values() if one.author == member]:
            if one.state.pooled:
                self._suggestions[one.id] = replace(one, credit=False, values={})
            else:
                del self._suggestions[one.id]
        for flag in [flag for flag in self._flags.values() if member in flag.members]:
            del self._flags[flag.id]
        taken(self._reports, 1, member)
        taken(self._mutes, 1, member)
        self._letters = [one for one in self._letters if one.to != member]
