"""The views of a question: its public side, and the answer at the reveal; `messages` has the others."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.quiz.ids import RoundId
from bot.quiz.questions import Kind
from bot.quiz.tasks import Criterion


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A visible case: a call and what it should give."""

    call: str
    expected: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionCard:
    """The public side of a question. It has no field a key could hide in."""

    round: RoundId
    title: str
    topic: str
    level: int
    kind: Kind
    prompt: str
    worth: int
    hints: int
    tries: int
    closes: datetime
    python: str
    """The version answers are judged on: `3.11`."""
    program: str = ""
    options: tuple[str, ...] = ()
    many: bool = False
    given: str = ""
    """The starter, the broken code, or the program with blanks."""
    lines: tuple[str, ...] = ()
    """Lines to put in order, as they are shown."""
    blanks: int = 0
    examples: tuple[Example, ...] = ()
    closed: bool = False
    late_until: datetime | None = None
    """Until when an answer to the closed question still earns half; None: none does."""
    voided: bool = False
    """A moderator took it out of the game."""
    ping: str = ""
    """A role or group to call, as the chat spells it."""
    thread: bool = False
    """Moderators wish for a thread in which people talk about it: said once the answer is shown, and not before."""
    hosted: bool = False
    """Of a study night: its host says when it is over, so `closes` says nothing."""
    keep_order: bool = False
    """Its options have an order of their own, the same for everybody."""
    order: tuple[int, ...] = ()
    """In a learner's own editor: which option of the question stands at each place of `options`; empty: as they are."""

    @property
    def as_asked(self) -> "QuestionCard":
        """With its options in the question's own order, for chats where letters are typed."""
        if not self.order:
            return self
        options = dict(zip(self.order, self.options, strict=True))
        return replace(self, options=tuple(options[at] for at in sorted(options)), order=())


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionShare:
    """One option at the reveal."""

    text: str
    right: bool
    why: str
    chosen: int
    """How many people's first answer it was in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealCard:
    """The answer, and why. It can stand in the place of the question's card."""

    question: QuestionCard
    """As it was asked, closed."""
    title: str
    kind: Kind
    key: str
    """The printed output, a reference solution or a model answer; empty for a choice."""
    options: tuple[OptionShare, ...]
    why: str
    sources: tuple[str, ...]
    took_part: int
    solved: int
    rubric: tuple[Criterion, ...] = ()
    follow_ups: tuple[str, ...] = ()
