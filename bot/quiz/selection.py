"""Which question today: a pure function of bank, history, date, seed and wishes, so a preview is exact."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from bot.quiz.errors import BankTrouble
from bot.quiz.ids import QuestionId
from bot.quiz.pythons import Version
from bot.quiz.questions import Kind, Question
from bot.quiz.sources import ANYTHING, Source, within

LEVEL_BY_WEEKDAY = (1, 2, 3, 4, 4, 3, 2)
"""Monday first: the week gets harder, the weekend easier."""
SATURDAY, SUNDAY = 5, 6
CODE_KINDS = frozenset({Kind.FUNCTION, Kind.FIX})
NEVER = 365
"""Days that a topic counts as having waited when it was never asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question that was asked in this channel, and on which nominal date."""

    question: QuestionId
    date: date


class Pool:
    """What can be asked, and how often each was.

    Args:
        bank: every question, in any order.
        asked: what was asked, in the order of asking; an old id counts for the question that now bears it.
        versions: the Pythons that answers can be judged on.
        source: the moderator's wishes.
    """

    def __init__(
        self, bank: Iterable[Question], asked: Sequence[Asked], *, versions: Collection[Version], source: Source
    ) -> None:
        self.askable = {one.id: one for one in bank if one.live and one.python.any_of(versions)}
        self.questions = [one for one in self.askable.values() if source.allows(one.topic)]
        names = {alias: one.id for one in self.askable.values() for alias in one.aliases}
        self.asked = [Asked(question=names.get(one.question, one.question), date=one.date) for one in asked]
        self._times = Counter(one.question for one in self.asked)

    @property
    def turn(self) -> int:
        """How often every one of them was asked."""
        return min((self._times[one.id] for one in self.questions), default=0)

    def fresh(self) -> list[Question]:
        """Those asked least often: none repeats before all were asked."""
        turn = self.turn
        return [one for one in self.questions if self._times[one.id] == turn]

    def latest(self) -> Question | None:
        """What was asked last, if the bank still has it."""
        return self.askable.get(self.asked[-1].question) if self.asked else None


def pick(
    bank: Iterable[Question],
    asked: Sequence[Asked],
    *,
    day: date,
    seed: str,
    versions: Collection[Version],
    source: Source = ANYTHING,
) -> Question:
    """The question of a day.

    A pin wins, once a day. Then, each as far as something is left: asked least often; not set for a later date; the
    theme of the week; not the topic of the question before; a code task on Saturday, an open question on every second
    Sunday and on no other day. Among those, the topic that is due most, the level nearest to the weekday's, and a hash.

    Raises:
        BankTrouble: there is nothing to ask; the message says why.
    """
    pool = Pool(bank, asked, versions=versions, source=source)
    pinned = pool.askable.get(source.pinned(day) or QuestionId(""))
    if pinned is not None and Asked(question=pinned.id, date=day) not in pool.asked:
        return pinned
    left = pool.fresh()
    if not left:
        raise _nothing(pool, source)
    theme, latest, reserved = source.theme_on(day), pool.latest(), source.reserved(day)
    # Under a theme, "the topic before" is the finer one: `functions/scope` after `functions/defaults`.
    grain = _topic if theme else _subject
    left = _if_any(left, lambda one: one.id not in reserved)
    left = _if_any(left, lambda one: not theme or within(one.topic, (theme,)))
    left = _if_any(left, lambda one: latest is None or grain(one) != grain(latest))
    left = _if_any(left, lambda one: suits(one, day))
    due = _dueness(pool, left, day, grain)
    target = LEVEL_BY_WEEKDAY[day.weekday()]
    return min(
        left,
        key=lambda one: (
            -due(one) * source.weight(one.topic),
            abs(one.level - target),
            sha256(f"{seed}:{day}:{one.id}".encode()).digest(),
        ),
    )


def unused(bank: Iterable[Question], asked: Sequence[Asked], *, versions: Collection[Version], source: Source) -> int:
    """How many questions are left before one is repeated."""
    return len(Pool(bank, asked, versions=versions, source=source).fresh())


def suits(question: Question, day: date) -> bool:
    """Whether a question's kind belongs on a weekday."""
    if day.weekday() == SATURDAY:
        return question.kind in CODE_KINDS
    # Weeks counted through, not by the ISO number: that would have week 53 and week 1 both odd.
    open_day = day.weekday() == SUNDAY and day.toordinal() // 7 % 2 == 0
    return (question.kind is Kind.OPEN) == open_day


def _if_any(questions: list[Question], rule: Callable[[Question], bool]) -> list[Question]:
    return [one for one in questions if rule(one)] or questions


def _subject(question: Question) -> str:
    return question.subject


def _topic(question: Question) -> str:
    return question.topic


def _nothing(pool: Pool, source: Source) -> BankTrouble:
    if not pool.askable:
        return BankTrouble("The question bank holds no live question for the Python that answers are judged on.")
    wishes = [f"pack={','.join(sorted(source.pack))}"] if source.pack else []
    wishes += [f"ban={','.join(sorted(source.bans))}"] if source.bans else []
    return BankTrouble("No live question is left by {wishes}: allow more topics with `setup`.", wishes=" ".join(wishes))


def _dueness(
    pool: Pool, left: list[Question], day: date, grain: Callable[[Question], str]
) -> Callable[[Question], float]:
    """Days since a topic was last asked, times the share of it that is left."""
    last: dict[str, date] = {}
    for one in pool.asked:
        if question := pool.askable.get(one.question):
            last[grain(question)] = max(last.get(grain(question), one.date), one.date)
    all_of = Counter(grain(question) for question in pool.questions)
    left_of = Counter(grain(question) for question in left)

    def due(question: Question) -> float:
        topic = grain(question)
        days = (day - last[topic]).days if topic in last else NEVER
        return days * left_of[topic] / all_of[topic]

    return due
