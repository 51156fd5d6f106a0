"""The doors to the world, as Protocols that state their law once. Rooms keep it; contract suites test it.

For every port: instants are UTC-aware datetimes; values out are frozen; a call does all of its work or raises
a `Trouble` and did none of it; what it raises is said here and nothing else is raised.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol, runtime_checkable

from bot.core.errands import Errand, ErrandState, Move
from bot.core.messages import Answer, Deed, View
from bot.core.records import Community, Entry, Help, Member, Received, Round, RoundState, Settlement
from bot.quiz.answers import Answer as QuizAnswer
from bot.quiz.ids import Address, CommunityId, MemberId, Place, QuestionId, Ref, RoundId, SubmissionId
from bot.quiz.questions import Question
from bot.quiz.rulings import Ruling
from bot.quiz.runs import Job, Run
from bot.quiz.schedules import Schedule, Slot

Hear = Callable[[Deed], Awaitable[Answer]]
Waiting = Callable[[int], None]


class Clock(Protocol):
    """The only source of time."""

    def now(self) -> datetime:
        """This instant, UTC-aware."""
        ...

    async def sleep_until(self, moment: datetime) -> None:
        """Return at `moment`, or at once when it has passed. Cancellation wakes it."""
        ...


class Judge(Protocol):
    """Runs other people's code and survives."""

    async def run(self, job: Job, *, waiting: Waiting | None = None) -> Run:
        """Run one snippet. A crash, a hang, a bomb or an attack is a normal `Run`.

        Cancelling the call ends the snippet. Runs never share state. Lanes take turns, and no learner runs two
        things at once; `waiting` is told the place in the queue (1 is next) when there is one and when it changes.

        Raises:
            JudgeTrouble: the judge itself could not work; `NoFloor` when this machine cannot hold code safely,
                `JudgeBusy` when too many wait.
        """
        ...


class Bank(Protocol):
    """The questions, proved and in memory."""

    def questions(self, community: CommunityId | None = None) -> Sequence[Question]:
        """Every question that can be asked, in a stable order: everybody's, then those of one community."""
        ...

    def question(self, id: QuestionId) -> Question | None:  # noqa: A002 - the noun's own word
        """One question by id or by an old id, whosesoever it is; None when the bank no longer has it."""
        ...

    def admit(self, community: CommunityId, questions: Sequence[Question]) -> None:
        """The questions that a community wrote itself are these from now on."""
        ...


class Chat(Protocol):
    """One chat platform. It abstracts meaning, not widgets.

    Every method but `ready` raises `Gone`, `Refused` (naming what a person must change) or `Busy`.
    """

    async def listen(self, hear: Hear) -> None:
        """Pass on what people do until cancelled or the chat ends; finishes acknowledged work before it returns.

        After it raised, it may be called again. What it raises when nobody can be let in until a person has changed
        something (a token, a permission) is `Refused`.
        """
        ...

    async def publish(self, place: Place, view: View, *, key: str, under: Ref | None = None) -> Ref:
        """Show a view to everybody in a place. One message per key, ever: a known key returns its first Ref.

        That holds through a crash before, during and after the call, through an answer of the platform that is lost,
        and for two processes: what was sent is looked up at the platform, not only in this process.
        """
        ...

    async def revise(self, ref: Ref, view: View) -> None:
        """Replace what a message shows. The last call wins; calls may be merged."""
        ...

    async def lacks(self, place: Place, *, thread: bool = False) -> Sequence[str]:
        """What people must change so that everything works in a place, a sentence each; empty when nothing.

        Args:
            place: where something is to be published.
            thread: threads are to be opened there as well.
        """
        ...

    async def present(self, place: Place, address: Address) -> bool:
        """Whether somebody is still among the people of a place; True where the platform cannot tell."""
        ...

    async def private(self, address: Address) -> Place:
        """The place that one person alone reads, such as their direct messages; `publish` keeps its law there.

        Raises `Refused` when they take no messages from us: here, or when something is published there.
        """
        ...

    def ready(self) -> bool:
        """Whether people can reach us now."""
        ...


Pool = Callable[[Place], Awaitable[Sequence[Question]]]
"""The questions that can be asked in a place: the bank's, and those its community wrote itself."""


@runtime_checkable
class Completes(Protocol):
    """What a chat may have besides: it completes what is typed with topics and, for moderators, question ids."""

    def completes(self, pool: Pool) -> None:
        """Complete with the questions there are in a place, from now on."""
        ...


Tried = tuple[str, bool, str]
"""What was tried, whether it holds, and what was found, with the fix where it does not hold."""


@runtime_checkable
class Examines(Protocol):
    """What a chat may have besides: it looks at itself for `askling doctor`."""

    async def examine(self, views: Mapping[str, View]) -> Sequence[Tried]:
        """Try everything out that changes nothing; whether it lets us in comes first, and alone where it does not.

        Args:
            views: one of each kind, where the platform can say whether it would take them.
        """
        ...


class Agenda(Protocol):
    """Communities and their rounds. Raises only StoreTrouble."""

    async def enrol(self, place: Place, schedule: Schedule, *, now: datetime) -> Community:
        """The community at a place, made when new; its schedule becomes the given one."""
        ...

    async def communities(self) -> tuple[Community, ...]:
        """All of them, oldest first."""
        ...

    async def plan(self, community: CommunityId, key: str, slot: Slot, question: Question) -> Round:
        """Write a round down before it is posted. Idempotent by key: a known key returns the round as it is."""
        ...

    async def move(self, id: RoundId, state: RoundState, *, ref: Ref | None = None) -> None:  # noqa: A002
        """A round entered a state. States only go forward; an earlier or equal one changes nothing."""
        ...

    async def shift(self, id: RoundId, *, closes: datetime, reveals: datetime) -> None:  # noqa: A002
        """A moderator moved a round's end; what is due then moves with it, and is taken from who is doing it."""
        ...

    async def excuse(self, since: datetime, until: datetime) -> None:
        """The bot was away between two instants: rounds open then break nobody's streak."""
        ...

    async def rounds(self, community: CommunityId) -> tuple[Round, ...]:
        """Every round of a community, oldest first."""
        ...


class Outbox(Protocol):
    """What is due, done once by one worker at a time, also by two processes. Raises only StoreTrouble."""

    async def add(self, *errands: Errand) -> None:
        """Write errands down, all or none. Idempotent by key: a known key stays as it is."""
        ...

    async def claim(
        self, now: datetime, lease: datetime, *, community: CommunityId | None = None, key: str | None = None
    ) -> Errand | None:
        """Take the earliest errand that is due and nobody's (or whose worker's lease ran out), until `lease`.

        At the same instant, what ends comes before what opens.
        """
        ...

    async def finish(
        self, errand: Errand, state: ErrandState, *, move: Move | None = None, then: Sequence[Errand] = ()
    ) -> bool:
        """End a claimed errand, move its round and add what follows, in one transaction.

        False, and nothing is written, when another worker has claimed it since.
        """
        ...

    async def postpone(self, errand: Errand, until: datetime) -> bool:
        """Give a claimed errand back, to be claimed again from an instant on; False as in `finish`."""
        ...

    async def next_moment(self) -> datetime | None:
        """When the next errand can be claimed; None when nothing waits."""
        ...

    async def openings(self) -> Mapping[CommunityId, datetime]:
        """When each community's latest known question was due to open."""
        ...

    async def errands(self, community: CommunityId, *, since: datetime) -> tuple[Errand, ...]:
        """What was or is due from an instant on, in every state, earliest first."""
        ...


class Watch(Protocol):
    """When the bot was last alive. Raises only StoreTrouble."""

    async def pulse(self, now: datetime) -> datetime | None:
        """Note that the bot is alive; returns the note before (notes of the same minute are one)."""
        ...


class Ledger(Protocol):
    """People and their answers. Append-only; what it acknowledged survives a crash. Raises only StoreTrouble.

    What it writes, the boards know at the same instant.
    """

    async def member(self, address: Address, name: str) -> Member:
        """Who an address is, made when new; the name becomes the given one, unless the address was linked to others."""
        ...

    async def receive(
        self,
        id: SubmissionId,  # noqa: A002
        *,
        round: RoundId,  # noqa: A002
        member: MemberId,
        answer: QuizAnswer,
        key_hash: str,
        at: datetime,
        lease: datetime,
    ) -> Received:
        """Write an answer down, pending, before it is judged. Idempotent by id: a known id returns its entry.

        It is late when it comes at the round's end or after it; the first one in time grows the streak.
        """
        ...

    async def settle(self, id: SubmissionId, settlement: Settlement, *, ruling: Ruling | None = None) -> Entry:  # noqa: A002
        """Enter verdict and points. Idempotent: a settled entry stays as it is and is returned.

        `ruling` is the one it was graded under. When the round has another by now, the entry comes back pending.
        """
        ...

    async def unsettled(self, now: datetime) -> tuple[Entry, ...]:
        """Pending entries whose lease ran out, oldest first: their judge died."""
        ...

    async def history(
        self,
        community: CommunityId,
        member: MemberId | None = None,
        *,
        round: RoundId | None = None,  # noqa: A002
    ) -> tuple[Entry, ...]:
        """Entries of one person or of everybody, at one round or at all, in a community, oldest first."""
        ...

    async def helps(self, round: RoundId, member: MemberId, *, taken: Help | None = None) -> tuple[Help, ...]:  # noqa: A002
        """The help one person took at a round, after noting `taken` (idempotent by kind and number)."""
        ...

    async def show(self, member: MemberId, *, alias: str | None, hidden: bool) -> None:
        """How the boards show a person from now on, in every period there ever was."""
        ...
