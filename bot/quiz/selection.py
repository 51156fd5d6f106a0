"""Which question today: a pure function of bank, history, date and seed, so a preview is exact."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from bot.quiz.errors import BankTrouble
from bot.quiz.ids import QuestionId
from bot.quiz.pythons import Version
from bot.quiz.questions import Question

LEVEL_BY_WEEKDAY = (1, 2, 3, 4, 4, 3, 2)
"""Monday first: the week gets harder, the weekend easier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question that was asked in this channel, and when."""

    question: QuestionId
    date: date


def pick(bank: Iterable[Question], asked: Sequence[Asked], *, day: date, seed: str, version: Version) -> Question:
    """The question of a day.

    In this order: live and meaningful on `version`; asked least often, so none repeats before the pool is used up;
    not the topic of the day before; the topic that waited longest, weighed by what is left of it; the level nearest to
    the weekday's; and a hash of seed, day and id.

    Raises:
        BankTrouble: there is nothing to ask.
    """
    pool = [question for question in bank if question.live and version in question.python]
    if not pool:
        raise BankTrouble("The question bank holds no live question for this Python version.")
    times = Counter(one.question for one in asked)
    fewest = min(times[question.id] for question in pool)
    fresh = [question for question in pool if times[question.id] == fewest]
    fresh = _without_yesterday(fresh, pool, asked, day)
    due = _dueness(fresh, pool, asked, day)
    target = LEVEL_BY_WEEKDAY[day.weekday()]
    return min(
        fresh,
        key=lambda question: (
            -due(question.subject),
            abs(question.level - target),
            sha256(f"{seed}:{day}:{question.id}".encode()).digest(),
        ),
    )


def _without_yesterday(
    fresh: list[Question], pool: list[Question], asked: Sequence[Asked], day: date
) -> list[Question]:
    """Leave out the latest topic, unless nothing else is fresh: not repeating a question matters more."""
    subjects = {question.id: question.subject for question in pool}
    before = max((one for one in asked if one.date < day), key=lambda one: one.date, default=None)
    other = [one for one in fresh if before is None or one.subject != subjects.get(before.question)]
    return other or fresh


def _dueness(fresh: list[Question], pool: list[Question], asked: Sequence[Asked], day: date) -> Callable[[str], float]:
    """Days since a topic was last asked, times the share of it that is still fresh."""
    subjects = {question.id: question.subject for question in pool}
    last: dict[str, date] = {}
    for one in asked:
        if subject := subjects.get(one.question):
            last[subject] = max(last.get(subject, one.date), one.date)
    all_of = Counter(question.subject for question in pool)
    left = Counter(question.subject for question in fresh)
    never = 365

    def due(subject: str) -> float:
        days = (day - last[subject]).days if subject in last else never
        return days * left[subject] / all_of[subject]

    return due
