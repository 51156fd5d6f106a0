"""A sprint: five known questions against a timer of one's own. The only place in which speed earns anything.

It is asked for, never pushed, and played with questions this community has seen revealed, so that it spoils nothing and
touches no other board. Each question has a minute from the moment it is shown to this one person.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from hashlib import sha256

from bot.quiz.ids import MemberId, QuestionId
from bot.quiz.questions import Kind, Question
from bot.quiz.scoring import worth

LENGTH = 5
FEWEST = 3
"""With fewer revealed questions there is nothing to sprint through."""
TIME = timedelta(seconds=60)
QUICK = frozenset({Kind.CHOICE, Kind.OUTPUT, Kind.ERROR})
"""Kinds that are answered in a word; nobody types a function against a clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sprint:
    """One person's sprint of one day, as far as it has come."""

    day: date
    """The community's date on which it began; one sprint a day."""
    questions: tuple[QuestionId, ...]
    shown: datetime
    """When the question they are at was shown to them."""
    results: tuple[int, ...] = ()
    """Points for each question answered so far."""

    @property
    def current(self) -> QuestionId | None:
        """The question they are at; None when it is over."""
        return self.questions[len(self.results)] if len(self.results) < len(self.questions) else None

    @property
    def points(self) -> int:
        """What it earned so far."""
        return sum(self.results)

    def answered(self, points: int, now: datetime) -> "Sprint":
        """The current question is answered, and the next one is shown."""
        return replace(self, results=(*self.results, points), shown=now)


def chosen(known: Iterable[Question], *, member: MemberId, day: date, seed: str) -> tuple[QuestionId, ...]:
    """The questions of one person's sprint: the same whenever they ask on a day, others for everybody else."""

    def mixed(question: Question) -> bytes:
        return sha256(f"{seed}:{member}:{day}:{question.id}".encode()).digest()

    quick = {question.id: question for question in known if question.kind in QUICK}
    return tuple(question.id for question in sorted(quick.values(), key=mixed)[:LENGTH])


def speed_points(question: Question, taken: timedelta, *, right: bool) -> int:
    """All of the question's points at once, less with every second, none after a minute or for a wrong answer."""
    if not right or taken >= TIME:
        return 0
    return max(1, worth(question) * (TIME - max(taken, timedelta())) // TIME)
