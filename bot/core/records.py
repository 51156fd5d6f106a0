"""What the store remembers, as frozen values."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.quiz.answers import Answer
from bot.quiz.boards import Earned
from bot.quiz.ids import Address, CommunityId, MemberId, Place, QuestionId, Ref, RoundId, SubmissionId
from bot.quiz.rulings import Ruling, Voided
from bot.quiz.schedules import Schedule
from bot.quiz.scoring import ScoreLine, points
from bot.quiz.verdicts import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A place of a community. The number tells what is done in one of its places from what is done in another."""

    number: int
    """0 for the place it began in; no number is given twice in a community."""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Community:
    """People who are asked the same questions and share their boards, in one place or in several."""

    id: CommunityId
    place: Place
    """The first of its places."""
    schedule: Schedule
    seed: str
    """Makes its choice of questions its own."""
    since: datetime
    seats: tuple[Seat, ...]
    """All of its places, by number."""

    @property
    def places(self) -> tuple[Place, ...]:
        """Where its questions are asked."""
        return tuple(one.place for one in self.seats)

    def seat_of(self, place: Place) -> int:
        """The number of one of its places."""
        return next(one.number for one in self.seats if one.place == place)

    def place_of(self, number: int) -> Place | None:
        """The place of that number; None when it has left."""
        return next((one.place for one in self.seats if one.number == number), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A learner."""

    id: MemberId
    address: Address
    name: str
    alias: str | None = None
    """What the boards call them instead."""
    hidden: bool = False
    """On no board; their own numbers are still kept for them."""


class RoundState(StrEnum):
    """The life of a round, in order."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"
    REVEALED = "revealed"

    def precedes(self, other: "RoundState") -> bool:
        """Whether a round in this state can still enter the other."""
        order = list(RoundState)
        return order.index(self) < order.index(other)

    @property
    def over(self) -> bool:
        """Whether no more answers are taken in time."""
        return self in (RoundState.CLOSED, RoundState.REVEALED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One question asked once in one community."""

    id: RoundId
    community: CommunityId
    key: str
    """What makes posting it idempotent: schedule and nominal date."""
    question: QuestionId
    key_hash: str
    topic: str
    """The question's, when it was planned: `types/numbers`."""
    date: date
    opens: datetime
    closes: datetime
    reveals: datetime
    state: RoundState
    ref: Ref | None = None
    """The message that showed it first; `Places.posts` knows all of them."""
    ruling: Ruling | None = None
    """What a moderator ruled on it since; None: it is graded as the bank has it."""
    excused: bool = False
    """The bot was away while it was open, so nobody's streak misses it."""

    @property
    def missable(self) -> bool:
        """Whether it really was open and is over, so that a streak misses it where it was not answered in time."""
        return self.state.over and self.ref is not None and not self.excused and not isinstance(self.ruling, Voided)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What the judge and the rules made of a submission."""

    verdict: Verdict
    lines: tuple[ScoreLine, ...]
    attempt: int
    """Which graded try it was, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One submission in the ledger; pending while `settlement` is None."""

    id: SubmissionId
    round: RoundId
    member: MemberId
    answer: Answer
    key_hash: str
    at: datetime
    late: bool = False
    """It came when the round was over, as its end stood then."""
    settlement: Settlement | None = None

    @property
    def points(self) -> int:
        """What it earned so far."""
        return points(self.settlement.lines) if self.settlement else 0

    @property
    def solved(self) -> bool:
        """Whether it was right."""
        return self.settlement is not None and self.settlement.verdict.right


def subject(topic: str) -> str:
    """What a topic is about, as boards take it: `types` of `types/numbers`."""
    return topic.partition("/")[0]


def earned_by(entry: Entry, one: Round) -> Earned:
    """What an entry of a round brings to the boards."""
    late = entry.points if entry.late else 0
    return Earned(day=one.date, topic=subject(one.topic), points=entry.points, late=late, at=entry.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """The entry of a submission, and whether it is new."""

    entry: Entry
    new: bool


class HelpKind(StrEnum):
    """What a learner asked for before answering."""

    HINT = "hint"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """One piece of help taken by one person at one round."""

    round: RoundId
    member: MemberId
    kind: HelpKind
    number: int
    """Which hint, from 1; always 1 for the answer."""
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something a moderator did, for the audit log."""

    community: CommunityId
    by: MemberId
    at: datetime
    what: str
    """The command as it was given: `void full`."""
    why: str = ""
    result: str = ""
    """What it came to: `12 scores change, 3 ranks`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resettled:
    """One entry that a correction changes."""

    entry: SubmissionId
    before: Settlement
    after: Settlement


@dataclass(frozen=True, slots=True, kw_only=True)
class Union:
    """Two people turn out to be one: everything linking their addresses changes, as its preview showed it."""

    into: MemberId
    """Who they are from now on."""
    other: MemberId
    """Whose addresses, answers and all the rest become theirs."""
    settled: int
    """So many entries of both were settled when the preview was made."""
    changes: tuple[Resettled, ...]
    """What was worth something twice."""
    acts: tuple[Act, ...]
    """For the audit log of each community in which a score changes, with what `changes` there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """Everything a correction of one round changes, as its preview showed it."""

    act: Act
    round: RoundId
    was: Ruling | None
    """The round's ruling when the preview was made."""
    ruling: Ruling | None
    """The round's from now on."""
    key_hash: str
    """The round's from now on."""
    settled: int
    """So many entries of the round were settled when the preview was made."""
    changes: tuple[Resettled, ...]
    """Entries of this round, and of others on the same days."""
