"""Forgetting, on a ledger in dictionaries."""

from collections.abc import Callable, MutableMapping
from dataclasses import replace
from datetime import date, datetime

from bot.core.records import Entry, Help, Member, Round
from bot.quiz.answers import Code
from bot.quiz.forgetting import without_traces, without_words
from bot.quiz.ids import Address, CommunityId, MemberId, QuestionId, RoundId, SubmissionId
from bot.quiz.preferences import Preferences
from bot.quiz.recalls import Recall
from bot.quiz.sprints import Sprint
from bot.testing.people import MemoryPeople, taken


class MemoryPrivacy(MemoryPeople):
    """Keeps the port `Privacy`; what is in memory needs no tombstone."""

    _rounds: MutableMapping[RoundId, Round]
    _entries: MutableMapping[SubmissionId, Entry]
    _helps: MutableMapping[tuple[RoundId, MemberId, str, int], Help]
    _sprints: MutableMapping[tuple[CommunityId, MemberId, date], Sprint]
    _live_answers: MutableMapping[tuple[int, int, MemberId], bool]
    _recalls: MutableMapping[tuple[MemberId, QuestionId], Recall]
    _preferences: MutableMapping[MemberId, Preferences]
    _forgotten: set[RoundId]
    _erase_inbox: Callable[[MemberId], None]

    async def erase(self, address: Address, *, now: datetime) -> bool:  # noqa: ARG002 - nobody restores a dictionary
        """See the port."""
        known = self._who(address)
        if known is None:
            return False
        nobody = Member(id=known.id, address=Address(f"erased:{known.id}"), name="somebody", hidden=True)
        self._members[known.id] = nobody
        taken(self._helps, 1, known.id)
        taken(self._sprints, 1, known.id)
        taken(self._live_answers, 2, known.id)
        taken(self._recalls, 0, known.id)
        self._preferences.pop(known.id, None)
        self._erase_inbox(known.id)
        for further in [one for one, of in self._links.items() if of == known.id]:
            del self._links[further]
        for number, entry in enumerate([one for one in self._entries.values() if one.member == known.id]):
            del self._entries[entry.id]
            if entry.settlement is not None:
                new = replace(_wordless(entry), id=SubmissionId(f"erased:{known.id}:{number}"))
                self._entries[new.id] = new
        return True

    async def forget_sources(self, before: datetime) -> int:
        """See the port."""
        found = {one.id for one in self._rounds.values() if one.closes < before} - self._forgotten
        for entry in list(self._entries.values()):
            if entry.round in found and isinstance(entry.answer, Code) and entry.settlement is not None:
                self._entries[entry.id] = _wordless(entry)
        self._forgotten |= found
        return len(found)


def _wordless(entry: Entry) -> Entry:
    if entry.settlement is None:
        return entry
    verdict = without_traces(entry.settlement.verdict)
    return replace(entry, answer=without_words(entry.answer), settlement=replace(entry.settlement, verdict=verdict))
