"""Everything the use cases can reach, handed to them as one value."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

from bot.core import deskwords
from bot.core.belonging import Identities, Places
from bot.core.codes import Codes
from bot.core.drafts import Drafts
from bot.core.filing import Inbox, Workshop
from bot.core.installations import Installations
from bot.core.messages import Person
from bot.core.pacing import Paces
from bot.core.ports import Agenda, Bank, Chat, Clock, Judge, Ledger, Outbox, Watch
from bot.core.previews import Previews
from bot.core.records import Community, Member, Round, RoundState
from bot.core.scorekeeping import Boards, Corrections, Lives, Privacy, Sprints
from bot.core.studying import Dossiers, Profiles, Recalls
from bot.quiz.cleaning import clean_name
from bot.quiz.errors import ChatTrouble, ScheduleMistake
from bot.quiz.ids import Address, CommunityId, MemberId, Place, QuestionId, chat_of
from bot.quiz.pythons import Version
from bot.quiz.questions import Question
from bot.quiz.rates import SUGGESTED, SUGGESTING
from bot.quiz.recalls import Spaced
from bot.quiz.rulings import ruled


class Turns:
    """One learner's answers are judged one after the other, so that tries and the day's point are counted right."""

    def __init__(self) -> None:
        self._locks: dict[MemberId, tuple[asyncio.Lock, int]] = {}

    @asynccontextmanager
    async def of(self, member: MemberId) -> AsyncIterator[None]:
        """Wait for your turn, and hold it."""
        lock, waiting = self._locks.get(member, (asyncio.Lock(), 0))
        self._locks[member] = lock, waiting + 1
        try:
            async with lock:
                yield
        finally:
            lock, waiting = self._locks.pop(member)
            if waiting > 1:
                self._locks[member] = lock, waiting - 1


def _no_cron(line: str) -> str:
    raise ScheduleMistake("Cron lines are not understood here: {line!r}", line=line)


def _suggesting() -> Paces:
    said = {"too_fast": deskwords.SUGGEST_TOO_FAST, "too_many": deskwords.SUGGEST_TOO_MANY}
    return Paces(learner=SUGGESTING, community=SUGGESTED, **said)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The ports, and the Pythons that answers are judged on."""

    agenda: Agenda
    places: Places
    identities: Identities
    ledger: Ledger
    boards: Boards
    corrections: Corrections
    sprints: Sprints
    lives: Lives
    recalls: Recalls
    profiles: Profiles
    dossiers: Dossiers
    spaced: Spaced
    outbox: Outbox
    watch: Watch
    privacy: Privacy
    inbox: Inbox
    bank: Bank
    workshop: Workshop
    judge: Judge
    clock: Clock
    chats: Mapping[str, Chat]
    """By the first part of a place: `console`, `discord` of `discord:81…`."""
    versions: tuple[Version, ...]
    """The Pythons that answers can be judged on; the first is the one the community studies."""
    installations: Installations | None = None
    """Workspaces in which others than the operator installed the bot; None where nobody can."""
    keep_sources: timedelta = timedelta(days=30)
    """How long after a question closed the source text of its answers is kept."""
    cron: Callable[[str], str] = _no_cron
    """Says a cron line in the words of a schedule; raises ScheduleMistake."""
    turns: Turns = field(default_factory=Turns)
    previews: Previews = field(default_factory=Previews)
    paces: Paces = field(default_factory=Paces)
    suggesting: Paces = field(default_factory=_suggesting)
    drafts: Drafts = field(default_factory=Drafts)
    invitations: Codes[CommunityId] = field(default_factory=Codes)
    """Of places into a community."""
    links: Codes[Address] = field(default_factory=Codes)
    """Of addresses, by whose owner asked for them."""
    edits: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held while a schedule is read, changed and written back."""
    stirred: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when something may be due earlier than the heartbeat knows."""

    def version_for(self, question: Question) -> Version:
        """The Python that answers to a question are judged on: the first that its range holds."""
        return next((one for one in self.versions if one in question.python), self.versions[0])

    def chat_at(self, place: Place) -> Chat:
        """The chat a place belongs to.

        Raises:
            ChatTrouble: that chat is not connected.
        """
        name = chat_of(place)
        if name not in self.chats:
            raise ChatTrouble(
                "The chat {name!r} is not connected, so {place} cannot be reached.", name=name, place=place
            )
        return self.chats[name]

    async def community_at(self, place: Place) -> Community | None:
        """Whose place it is; beside its places, on the same server, the only community there is."""
        known = await self.agenda.communities()
        server = place.rpartition(":")[0] + ":"
        beside = [one for one in known if server.count(":") > 1 and any(its.startswith(server) for its in one.places)]
        exact = next((one for one in known if place in one.places), None)
        return exact or (beside[0] if len(beside) == 1 else None)

    async def pool_at(self, place: Place) -> Sequence[Question]:
        """The questions that can be asked in a place, with those its community wrote itself."""
        community = await self.community_at(place)
        return self.bank.questions(community.id if community else None)

    async def community(self, id: CommunityId) -> Community:  # noqa: A002 - the noun's own word
        """One community as it is now."""
        return next(one for one in await self.agenda.communities() if one.id == id)

    async def member(self, who: Person) -> Member:
        """Who a person of a chat is to us, made when new, with the name they have now."""
        return await self.ledger.member(who.address, clean_name(who.name))

    async def latest(self, community: Community, *states: RoundState) -> Round | None:
        """The youngest round in one of the states."""
        rounds = await self.agenda.rounds(community.id)
        return next((one for one in reversed(rounds) if one.state in states), None)

    def question_in(self, community: Community, name: QuestionId) -> Question | None:
        """What a community may be asked under an id; what another one wrote is not told."""
        found = self.bank.question(name)
        there = found and any(one.id == found.id for one in self.bank.questions(community.id))
        return found if there else None

    def question_of(self, one: Round) -> Question | None:
        """What a round asks, after what was ruled on it; None when the bank no longer has it."""
        question = self.bank.question(one.question)
        return ruled(question, one.ruling) if question else None

    def title_of(self, one: Round) -> str:
        """What a round's question is called; its id when the bank no longer has it."""
        question = self.bank.question(one.question)
        return question.title if question else str(one.question)
