"""Three vocabularies: *views* (what is seen), *deeds* (what a person did), *answers* (what is said back at once).

All frozen, all in the quiz's own words. How a view looks is each chat's own business.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.core.cards import QuestionCard, RevealCard
from bot.core.forms import Form
from bot.core.outlooks import QueueView, ScheduleView
from bot.core.pages import Action, Document, Page
from bot.core.scorecards import ScoreView
from bot.quiz.answers import Answer as QuizAnswer
from bot.quiz.ids import Address, Place, RoundId, SubmissionId
from bot.quiz.scoring import ScoreLine
from bot.quiz.tasks import Criterion
from bot.quiz.verdicts import Verdict

# ---- views ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictView:
    """What became of one answer; for its author alone."""

    verdict: Verdict
    lines: tuple[ScoreLine, ...]
    tries_left: int
    why: str = ""
    """The explanation, once the answer is right."""
    model: str = ""
    """A model answer to compare with, once an answer in words is written down."""
    rubric: tuple[Criterion, ...] = ()
    """What to grade oneself by, with the model answer."""
    total: int = 0
    rank: int | None = None
    of: int = 0
    again: bool = False
    """This very submission was judged before; nothing was counted twice."""
    round: RoundId | None = None
    """Which question it was about."""
    actions: tuple[Action, ...] = ()
    """What they may want next."""
    counted: bool = True
    """False where it stands in no ledger: a review, a rehearsal. Then total, rank and tries mean nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialView:
    """What the visible cases made of a snippet; nothing was handed in."""

    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class SprintView:
    """Where a sprint stands; for the one who runs it alone."""

    number: int
    """Of the question they are at, from 1."""
    of: int
    card: QuestionCard | None
    """That question; None when the sprint is over."""
    seconds: int
    """Left for it."""
    points: int
    """So far."""
    verdict: Verdict | None = None
    """What became of the answer before."""
    earned: int = 0
    """With that answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HintView:
    """One hint, and what it costs."""

    number: int
    of: int
    text: str
    cost: int
    """Percent of the points."""
    round: RoundId | None = None
    """Of which question."""
    actions: tuple[Action, ...] = ()
    """What else can be asked for, beside answering."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpView:
    """What people may ask: command and meaning."""

    commands: tuple[tuple[str, str], ...]
    actions: tuple[Action, ...] = ()
    """A page a topic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRow:
    """Something a moderator did."""

    at: datetime
    who: str
    what: str
    """The command as it was given."""
    why: str
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditView:
    """The latest acts of moderators, the newest first; for moderators alone."""

    zone: str
    """The moderator's own, in which the moments are told."""
    rows: tuple[AuditRow, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """One or two plain sentences."""

    text: str


View = (
    QuestionCard
    | RevealCard
    | VerdictView
    | TrialView
    | SprintView
    | HintView
    | ScoreView
    | HelpView
    | QueueView
    | ScheduleView
    | AuditView
    | Page
    | Document
    | Note
)

ANSWER = "answer"
"""What an editor is for by default."""
REVIEW = "review"
"""What it is for when somebody reviews what they missed."""

# ---- deeds ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who did it, as their chat knows them."""

    address: Address
    name: str
    moderator: bool = False
    zone: str = ""
    """Their IANA zone, where their chat knows it."""
    locale: str = ""
    """Their language, where their chat knows it: `de`, `en-GB`; or the one they set."""
    chat_locale: str = ""
    """What their chat says, whatever they set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """`/quiz board week`, a button, a menu entry: a wish by its name."""

    who: Person
    place: Place
    name: str
    text: str = ""
    round: RoundId | None = None
    """The question whose card they pressed it on; None is the one that is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A form came back."""

    id: SubmissionId
    """The platform's own, so that a second delivery is known."""
    who: Person
    place: Place
    form: str
    """Its name."""
    about: str
    values: Mapping[str, str]
    """By the names of its fields; what was left empty is an empty string."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """An answer arrived."""

    id: SubmissionId
    who: Person
    place: Place
    answer: str | QuizAnswer
    """Text as typed, or what a form has read already."""
    round: RoundId | None = None
    """Which question it answers; None is the one that is open."""
    to: str = ANSWER
    """What it is for, as the editor was asked for: `answer`, `run`, `sprint`, `review`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WantsEditor:
    """*Answer* was pressed: they want something to write in."""

    who: Person
    place: Place
    round: RoundId | None = None
    to: str = ANSWER


Deed = Command | Submission | WantsEditor | Filled

# ---- answers --------------------------------------------------------------------------------------------

Then = Callable[[], Awaitable[View]]
"""Slow work, done after the platform has its acknowledgement; what it returns is shown to that person alone."""


@dataclass(frozen=True, slots=True)
class Accept:
    """Heard; `then` says what became of it."""

    then: Then


@dataclass(frozen=True, slots=True)
class Show:
    """Show this to that person alone, now."""

    view: View
    then: Then | None = field(default=None)


@dataclass(frozen=True, slots=True)
class Ask:
    """Open an editor for this question; `to` comes back with what is written in it."""

    card: QuestionCard
    to: str = ANSWER


@dataclass(frozen=True, slots=True)
class Fill:
    """Open a form."""

    form: Form


@dataclass(frozen=True, slots=True)
class Correct:
    """The input cannot be used: say so and keep their form open. No try is spent."""

    message: str


Answer = Accept | Show | Ask | Fill | Correct
