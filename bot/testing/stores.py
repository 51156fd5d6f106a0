"""A store that forgets everything at the end."""

from dataclasses import replace
from datetime import date, datetime

from bot.core.contributions import Flag, Letter, Mute, Report, Suggestion
from bot.core.errands import ErrandKind, Move
from bot.core.installations import Installation
from bot.core.records import Act, Entry, Help, Member, Received, Round, RoundState, Settlement
from bot.quiz.answers import Answer
from bot.quiz.errors import StoreTrouble
from bot.quiz.ids import (
    Address,
    CommunityId,
    FlagId,
    MemberId,
    QuestionId,
    Ref,
    RoundId,
    SubmissionId,
    SuggestionId,
)
from bot.quiz.lives import Live
from bot.quiz.preferences import Preferences
from bot.quiz.questions import Question
from bot.quiz.recalls import Recall
from bot.quiz.rulings import Ruling
from bot.quiz.schedules import Slot
from bot.quiz.sprints import Sprint
from bot.testing.corrections import MemoryCorrections
from bot.testing.dossiers import MemoryDossiers
from bot.testing.identities import MemoryIdentities
from bot.testing.inboxes import MemoryInbox
from bot.testing.installations import MemoryInstallations
from bot.testing.lives import MemoryLives
from bot.testing.outboxes import MemoryOutbox
from bot.testing.places import MemoryPlaces
from bot.testing.privacies import MemoryPrivacy
from bot.testing.sprints import MemorySprints
from bot.testing.studies import MemoryStudies


class MemoryStore(
    MemoryOutbox,
    MemoryPlaces,
    MemorySprints,
    MemoryLives,
    MemoryStudies,
    MemoryDossiers,
    MemoryCorrections,
    MemoryPrivacy,
    MemoryIdentities,
    MemoryInbox,
    MemoryInstallations,
):
    """Keeps every port of the store in dictionaries."""

    def __init__(self) -> None:
        super().__init__()
        self._rounds: dict[RoundId, Round] = {}
        self._members: dict[MemberId, Member] = {}
        self._entries: dict[SubmissionId, Entry] = {}
        self._leases: dict[SubmissionId, datetime] = {}
        self._acts: list[Act] = []
        self._sprints: dict[tuple[CommunityId, MemberId, date], Sprint] = {}
        self._lives: dict[int, Live] = {}
        self._live_answers: dict[tuple[int, int, MemberId], bool] = {}
        self._forgotten: set[RoundId] = set()
        self._recalls: dict[tuple[MemberId, QuestionId], Recall] = {}
        self._preferences: dict[MemberId, Preferences] = {}
        self._helps: dict[tuple[RoundId, MemberId, str, int], Help] = {}
        self._suggestions: dict[SuggestionId, Suggestion] = {}
        self._reports: dict[tuple[RoundId, MemberId], Report] = {}
        self._flags: dict[FlagId, Flag] = {}
        self._installations: dict[tuple[str, str], Installation] = {}
        self._letters: list[Letter] = []
        self._mutes: dict[tuple[CommunityId, MemberId], Mute] = {}

    async def plan(self, community: CommunityId, key: str, slot: Slot, question: Question) -> Round:
        """See the port."""
        known = next((one for one in self._rounds.values() if (one.community, one.key) == (community, key)), None)
        if known is not None:
            return known
        planned = Round(
            id=RoundId(len(self._rounds) + 1),
            community=community,
            key=key,
            question=question.id,
            key_hash=question.key_hash,
            topic=question.topic,
            date=slot.date,
            opens=slot.opens,
            closes=slot.closes,
            reveals=slot.reveals,
            state=RoundState.PLANNED,
        )
        self._rounds[planned.id] = planned
        return planned

    async def move(self, id: RoundId, state: RoundState, *, ref: Ref | None = None) -> None:  # noqa: A002
        """See the port."""
        self._enter(Move(round=id, state=state, ref=ref))

    def _enter(self, move: Move) -> None:
        known = self._rounds.get(move.round)
        if known is None:
            return
        if move.ref is not None:
            place = move.place or self._communities[known.community].place
            self._posts.setdefault(known.id, {})[place] = move.ref
        if known.state.precedes(move.state):
            known = replace(known, state=move.state, ref=known.ref or move.ref)
        self._rounds[known.id] = replace(known, excused=known.excused or move.excused)

    async def shift(self, id: RoundId, *, closes: datetime, reveals: datetime) -> None:  # noqa: A002
        """See the port."""
        if id in self._rounds:
            self._rounds[id] = replace(self._rounds[id], closes=closes, reveals=reveals)
            self._shift(id, {ErrandKind.CLOSE: closes, ErrandKind.REVEAL: reveals})

    async def excuse(self, since: datetime, until: datetime) -> None:
        """See the port."""
        for one in list(self._rounds.values()):
            if one.state is RoundState.OPEN and one.opens < until and one.closes > since:
                self._rounds[one.id] = replace(one, excused=True)

    async def rounds(self, community: CommunityId) -> tuple[Round, ...]:
        """See the port."""
        mine = [one for one in self._rounds.values() if one.community == community]
        return tuple(sorted(mine, key=lambda one: (one.opens, one.id)))

    async def member(self, address: Address, name: str) -> Member:
        """See the port."""
        new = Member(id=MemberId(len(self._members) + 1), address=address, name=name)
        if address in self._links:
            return self._members[self._links[address]]
        known = next((one for one in self._members.values() if one.address == address), new)
        self._members[known.id] = replace(known, name=name)
        return self._members[known.id]

    async def show(self, member: MemberId, *, alias: str | None, hidden: bool) -> None:
        """See the port."""
        if member in self._members:
            self._members[member] = replace(self._members[member], alias=alias, hidden=hidden)

    async def receive(
        self,
        id: SubmissionId,  # noqa: A002
        *,
        round: RoundId,  # noqa: A002
        member: MemberId,
        answer: Answer,
        key_hash: str,
        at: datetime,
        lease: datetime,
    ) -> Received:
        """See the port."""
        if id in self._entries:
            return Received(entry=self._entries[id], new=False)
        if round not in self._rounds or member not in self._members or self._gone(member):
            raise StoreTrouble(f"There is no round {round} or no member {member}.")
        late = at >= self._rounds[round].closes
        entry = Entry(id=id, round=round, member=member, answer=answer, key_hash=key_hash, at=at, late=late)
        self._entries[id], self._leases[id] = entry, lease
        self._away.discard((self._rounds[round].community, member))
        return Received(entry=entry, new=True)

    async def settle(self, id: SubmissionId, settlement: Settlement, *, ruling: Ruling | None = None) -> Entry:  # noqa: A002
        """See the port."""
        if id not in self._entries:
            raise StoreTrouble(f"There is no submission {id}.")
        if self._entries[id].settlement is None and self._rounds[self._entries[id].round].ruling == ruling:
            self._entries[id] = replace(self._entries[id], settlement=settlement)
        return self._entries[id]

    async def unsettled(self, now: datetime) -> tuple[Entry, ...]:
        """See the port."""
        waiting = [one for one in self._entries.values() if one.settlement is None and self._leases[one.id] <= now]
        return tuple(sorted(waiting, key=lambda one: (one.at, one.id)))

    async def history(
        self,
        community: CommunityId,
        member: MemberId | None = None,
        *,
        round: RoundId | None = None,  # noqa: A002
    ) -> tuple[Entry, ...]:
        """See the port."""
        mine = [
            one
            for one in self._entries.values()
            if self._rounds[one.round].community == community
            if member in {None, one.member} and round in {None, one.round}
        ]
        return tuple(sorted(mine, key=lambda one: (one.at, one.id)))

    async def helps(self, round: RoundId, member: MemberId, *, taken: Help | None = None) -> tuple[Help, ...]:  # noqa: A002
        """See the port."""
        if taken is not None:
            self._helps.setdefault((taken.round, taken.member, taken.kind.value, taken.number), taken)
        mine = [one for one in self._helps.values() if (one.round, one.member) == (round, member)]
        return tuple(sorted(mine, key=lambda one: (one.at, one.kind.value, one.number)))
