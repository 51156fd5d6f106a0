"""Who is who, in dictionaries."""

from collections.abc import MutableMapping, MutableSequence, MutableSet
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from bot.core.contributions import Flag, Letter, Mute, Report, Suggestion
from bot.core.records import Act, Entry, Help, Member, Round, Union
from bot.quiz.ids import Address, CommunityId, FlagId, MemberId, QuestionId, RoundId, SubmissionId, SuggestionId
from bot.quiz.preferences import Preferences
from bot.quiz.recalls import Recall
from bot.quiz.sprints import Sprint
from bot.testing.people import MemoryPeople, taken


class MemoryIdentities(MemoryPeople):
    """Keeps the port `Identities`; it forgets who an entry was by before."""

    _rounds: MutableMapping[RoundId, Round]
    _entries: MutableMapping[SubmissionId, Entry]
    _helps: MutableMapping[tuple[RoundId, MemberId, str, int], Help]
    _sprints: MutableMapping[tuple[CommunityId, MemberId, date], Sprint]
    _live_answers: MutableMapping[tuple[int, int, MemberId], bool]
    _recalls: MutableMapping[tuple[MemberId, QuestionId], Recall]
    _preferences: MutableMapping[MemberId, Preferences]
    _suggestions: MutableMapping[SuggestionId, Suggestion]
    _reports: MutableMapping[tuple[RoundId, MemberId], Report]
    _flags: MutableMapping[FlagId, Flag]
    _mutes: MutableMapping[tuple[CommunityId, MemberId], Mute]
    _letters: list[Letter]
    _acts: MutableSequence[Act]

    def __init__(self) -> None:
        super().__init__()
        self._links = {}
        self._looked: dict[tuple[CommunityId, MemberId], datetime] = {}
        self._away: MutableSet[tuple[CommunityId, MemberId]] = set()

    async def known(self, address: Address) -> Member | None:
        """See the port."""
        return self._who(address)

    async def addresses(self, member: MemberId) -> tuple[Address, ...]:
        """See the port."""
        further = [address for address, of in self._links.items() if of == member]
        return (self._members[member].address, *further) if member in self._members else ()

    async def unite(self, union: Union, *, now: datetime) -> bool:  # noqa: ARG002 - they stand in their order
        """See the port."""
        if not self._as_previewed(union):
            return False
        for change in union.changes:
            self._entries[change.entry] = replace(self._entries[change.entry], settlement=change.after)
        self._acts.extend(union.acts)
        into, other = self._members[union.into], self._members[union.other]
        nobody = Address(f"erased:linked:{other.id}")
        self._members[other.id] = Member(id=other.id, address=nobody, name="somebody", hidden=True)
        hidden, alias = into.hidden or other.hidden, into.alias or other.alias
        self._members[into.id] = replace(into, hidden=hidden, alias=alias)
        self._hand_over_answers(into.id, other.id)
        self._hand_over_papers(into.id, other.id)
        self._forget_looks(into.id, other.id)
        for address in [address for address, of in self._links.items() if of == other.id]:
            self._links[address] = into.id
        self._links[other.address] = into.id
        return True

    async def part(self, address: Address) -> bool:
        """See the port."""
        member = self._who(address)
        others = [one for one in await self.addresses(member.id) if one != address] if member else []
        if member is None or not others:
            return False
        if member.address == address:
            self._members[member.id] = replace(member, address=others[0])
            del self._links[others[0]]
        else:
            del self._links[address]
        return True

    async def unchecked(self, community: CommunityId, *, before: datetime, most: int) -> tuple[Member, ...]:
        """See the port."""
        here = {
            entry.member for entry in self._entries.values() if entry.settlement and self._community(entry) == community
        }
        here |= {member for at, member, _ in self._sprints if at == community}
        waiting = [
            one
            for one in self._members.values()
            if one.id in here and not one.hidden
            if (looked := self._looked.get((community, one.id))) is None or looked < before
        ]
        return tuple(sorted(waiting, key=lambda one: one.id)[:most])

    async def presence(self, community: CommunityId, member: MemberId, *, there: bool | None, now: datetime) -> None:
        """See the port."""
        key = community, member
        self._looked[key] = now
        if there is not None:
            (self._away.discard if there else self._away.add)(key)

    def _community(self, entry: Entry) -> CommunityId:
        return self._rounds[entry.round].community

    def _as_previewed(self, union: Union) -> bool:
        both = {union.into, union.other}
        settled = [one for one in self._entries.values() if one.member in both and one.settlement]
        return (
            both <= set(self._members)
            and not any(map(self._gone, both))
            and len(settled) == union.settled
            and all(self._entries[one.entry].settlement == one.before for one in union.changes)
        )

    def _hand_over_answers(self, into: MemberId, other: MemberId) -> None:
        for id_, entry in list(self._entries.items()):
            if entry.member == other:
                self._entries[id_] = replace(entry, member=into)
        for day, theirs in [(key, one) for key, one in self._sprints.items() if key[1] == other]:
            mine = self._sprints.get((day[0], into, day[2]))
            if mine is not None and theirs.shown < mine.shown:
                del self._sprints[day[0], into, day[2]]
        self._sprints.update(_moved(self._sprints, 1, into, other))
        for key, help_ in _moved(self._helps, 1, into, other).items():
            self._helps[key] = replace(help_, member=into)
        self._live_answers.update(_moved(self._live_answers, 2, into, other))
        self._recalls.update(_moved(self._recalls, 0, into, other))

    def _hand_over_papers(self, into: MemberId, other: MemberId) -> None:
        for key, report in _moved(self._reports, 1, into, other).items():
            self._reports[key] = replace(report, member=into)
        for key, mute in _moved(self._mutes, 1, into, other).items():
            self._mutes[key] = replace(mute, member=into)
        if other in self._preferences:
            self._preferences.setdefault(into, self._preferences.pop(other))
        for suggestion in [one for one in self._suggestions.values() if one.author == other]:
            self._suggestions[suggestion.id] = replace(suggestion, author=into)
        for flag in [one for one in self._flags.values() if other in one.members]:
            people = tuple(into if one == other else one for one in flag.members)
            self._flags[flag.id] = replace(flag, members=people)
        self._letters[:] = [replace(one, to=into if one.to == other else one.to) for one in self._letters]
        self._acts[:] = [replace(one, by=into if one.by == other else one.by) for one in self._acts]

    def _forget_looks(self, into: MemberId, other: MemberId) -> None:
        for member in (into, other):
            taken(self._looked, 1, member)
        self._away -= {key for key in self._away if key[1] in {into, other}}


def _moved(table: MutableMapping[Any, Any], at: int, into: MemberId, other: MemberId) -> dict[Any, Any]:
    """Takes the other's rows out; those that the stayer has none of, under the stayer's key."""
    moved = {(*key[:at], into, *key[at + 1 :]): one for key, one in taken(table, at, other).items()}
    return {key: one for key, one in moved.items() if key not in table}
