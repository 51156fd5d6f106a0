"""What is kept about one person in dictionaries, as plain values."""

import json
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from bot.core.contributions import Flag, Letter, Mute, Report, Suggestion
from bot.core.records import Act, Entry, Help
from bot.quiz.ids import Address, CommunityId, FlagId, MemberId, QuestionId, RoundId, SubmissionId, SuggestionId
from bot.quiz.preferences import Preferences
from bot.quiz.recalls import Recall
from bot.quiz.sprints import Sprint
from bot.testing.people import MemoryPeople


@dataclass(frozen=True, slots=True, kw_only=True)
class Further:
    """One more address of a person."""

    address: Address


class MemoryDossiers(MemoryPeople):
    """Keeps the port `Dossiers`."""

    _preferences: MutableMapping[MemberId, Preferences]
    _entries: MutableMapping[SubmissionId, Entry]
    _helps: MutableMapping[tuple[RoundId, MemberId, str, int], Help]
    _sprints: MutableMapping[tuple[CommunityId, MemberId, date], Sprint]
    _live_answers: MutableMapping[tuple[int, int, MemberId], bool]
    _recalls: MutableMapping[tuple[MemberId, QuestionId], Recall]
    _suggestions: MutableMapping[SuggestionId, Suggestion]
    _reports: MutableMapping[tuple[RoundId, MemberId], Report]
    _flags: MutableMapping[FlagId, Flag]
    _letters: list[Letter]
    _mutes: MutableMapping[tuple[CommunityId, MemberId], Mute]
    _acts: list[Act]

    async def kept(self, address: Address) -> Mapping[str, Sequence[Mapping[str, object]]]:
        """See the port."""
        me = self._who(address)
        if me is None:
            return {}
        mine: Mapping[str, Iterable[object]] = {
            "member": [me],
            "address": [Further(address=further) for further, member in self._links.items() if member == me.id],
            "preference": [set_ for member, set_ in self._preferences.items() if member == me.id],
            "submission": [one for one in self._entries.values() if one.member == me.id],
            "help": [one for one in self._helps.values() if one.member == me.id],
            "sprint": [one for key, one in self._sprints.items() if key[1] == me.id],
            "recall": [one for key, one in self._recalls.items() if key[0] == me.id],
            "suggestion": [one for one in self._suggestions.values() if one.author == me.id],
            "report": [one for one in self._reports.values() if one.member == me.id],
            "letter": [one for one in self._letters if one.to == me.id],
            "mute": [one for key, one in self._mutes.items() if key[1] == me.id],
            "act": [one for one in self._acts if one.by == me.id],
        }
        plain = {name: [_plain(one) for one in found] for name, found in mine.items()}
        flags = [one.kind for one in self._flags.values() if me.id in one.members]
        answers = [{"live_id": live, "at": at} for live, at, member in self._live_answers if member == me.id]
        return plain | {"flag": [{"kind": kind} for kind in flags], "live_answer": answers}


def _plain(value: object) -> Mapping[str, object]:
    """As JSON would hold it."""
    plain: Mapping[str, object] = json.loads(json.dumps(asdict(value), default=_told))  # type: ignore[call-overload]
    return plain


def _told(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else str(value)
