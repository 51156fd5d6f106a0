"""What somebody missed, coming back to them: one recall a person and question, due by spaced repetition.

When it comes again is reckoned by a `Spaced` function, which is handed in; here is what counts as missed.
"""

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bot.quiz.ids import QuestionId, RoundId
from bot.quiz.questions import Kind
from bot.quiz.scoring import Rule

GUESSABLE = frozenset({Kind.CHOICE, Kind.OUTPUT, Kind.ERROR})
"""Kinds that a lucky guess can get right."""
LONGEST = 180
"""Days after which a question comes back at the latest."""


class Rating(StrEnum):
    """How well something was remembered."""

    AGAIN = "again"
    """Not at all."""
    HARD = "hard"
    """With help, at a later try, or by a guess."""
    GOOD = "good"
    """At once."""

    @property
    def missed(self) -> bool:
        """Whether it is worth coming back for."""
        return self is not Rating.GOOD


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """How well a question is remembered, after it was last looked at."""

    stability: float
    """Days after which nine of ten would still know it."""
    difficulty: float
    """1 to 10."""
    seen: date
    """The study day it was last looked at."""
    due: date
    """The study day from which on it is asked again."""


Spaced = Callable[[Memory | None, Rating, date], Memory]
"""What becomes of a memory (None: there was none) that is looked at on a study day and rated.

It is due on a later day, at most `LONGEST` days away, and never sooner for a better rating.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """One question in one person's review."""

    question: QuestionId
    round: RoundId
    """Where it was missed: its community, and what was ruled on it there."""
    rating: Rating
    """Of the last look."""
    memory: Memory
    before: Memory | None = None
    """What was there before the last look, so that its rating can be taken back."""
    times: int = 1
    """So often was it looked at."""

    def seen(self, rating: Rating, day: date, spaced: Spaced) -> "Recall":
        """It was looked at once more."""
        memory = spaced(self.memory, rating, day)
        return replace(self, rating=rating, memory=memory, before=self.memory, times=self.times + 1)

    def lowered(self, rating: Rating, spaced: Spaced) -> "Recall":
        """The last look was worth less than it seemed."""
        return replace(self, rating=rating, memory=spaced(self.before, rating, self.memory.seen))


def begun(question: QuestionId, one: RoundId, rating: Rating, day: date, spaced: Spaced) -> Recall:
    """A question was missed for the first time."""
    return Recall(question=question, round=one, rating=rating, memory=spaced(None, rating, day))


def rating_of(rights: Sequence[bool], rules: Collection[Rule]) -> Rating | None:
    """What somebody's graded tries at a question, and the rules their score rests on, say of their memory.

    None where nothing was graded: no answer, no review.
    """
    if not rights:
        return None
    if True not in rights or Rule.REVEALED in rules:
        return Rating.AGAIN
    return Rating.GOOD if rights[0] and Rule.HINTS not in rules else Rating.HARD


def dumps(memory: Memory) -> str:
    """One line for the store."""
    told = {"stability": memory.stability, "difficulty": memory.difficulty}
    return json.dumps(told | {"seen": memory.seen.isoformat(), "due": memory.due.isoformat()})


def loads(line: str) -> Memory:
    """Read back what `dumps` wrote."""
    told = json.loads(line)
    days = {name: date.fromisoformat(told[name]) for name in ("seen", "due")}
    return Memory(stability=told["stability"], difficulty=told["difficulty"], **days)


def in_order(one: Recall) -> tuple[date, QuestionId]:
    """What a deck is sorted by."""
    return one.memory.due, one.question
