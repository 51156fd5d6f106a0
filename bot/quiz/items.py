"""How a question does: item analysis as in any testing handbook, and its findings in plain words. Pure.

*Merit* is what somebody earned at other questions, each as a share of the best there, so that levels weigh the same and
nobody is worth less for a holiday. *Discrimination* is the point-biserial correlation of being right at the first try
with merit: those who know more should be right more often. Its bounds are Fisher's.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import atanh, sqrt, tanh
from statistics import StatisticsError, correlation, median

from bot.quiz.ids import MemberId, RoundId

SURE = 1.96
"""Standard errors on each side of a 95 % interval."""
ENOUGH, PLENTY = 30, 60
"""People from whom on a share right, and an option that nobody takes, mean something."""
KNOWN = 20
"""People with a merit from whom on discrimination is looked at."""
OTHERS = 3
"""Other questions that make a merit."""
EASY, HARD, DEAD = 0.95, 0.15, 0.05
USELESS = 0.10
"""A discrimination of a question that tells nothing."""
FEW, RIVAL = 5, 0.3
"""People who give another answer, and by how much it discriminates better, until it may be the right one. In simulated
seasons of 20 questions this and the bound above find 7 of 8 wrong keys among 30 people and 13 of 14 among 60, with no
false alarm in 1,800 (2 % among 30 where a question hardly discriminates at all)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One person's way through one round."""

    round: RoundId
    member: MemberId
    answer: str
    """The first graded one, as the ledger writes it."""
    right: bool
    """At that first try."""
    tries: int
    hints: int
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """One answer that people gave first."""

    answer: str
    people: int
    right: bool
    discrimination: float | None
    """Of giving it; None where too few have a merit, or all gave it."""


class Finding(StrEnum):
    """What is noticed about a question."""

    TOO_EASY = "too easy"
    TOO_HARD = "too hard"
    KEY_SUSPICIOUS = "key suspicious"
    BEST_CHOOSE_ANOTHER = "the best choose another"
    DEAD_OPTION = "dead option"

    @property
    def severe(self) -> bool:
        """Whether the question may well be broken."""
        return self in (Finding.KEY_SUSPICIOUS, Finding.BEST_CHOOSE_ANOTHER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """The statistics of a question."""

    people: int
    right: int
    low: float
    high: float
    """Wilson's 95 % interval of the share right at the first try."""
    discrimination: float | None
    """None where too few have a merit, or where all did the same."""
    upper: float | None
    """Above it with 97.5 % certainty it is not."""
    answers: tuple[Chosen, ...]
    """The most frequent first."""
    hinted: int
    tries: float
    """Median of those who tried."""
    findings: tuple[Finding, ...]

    @property
    def share(self) -> int:
        """Percent right at the first try."""
        return round(100 * self.right / self.people) if self.people else 0


class Merits:
    """What people are worth, for all of many questions: it is summed up once, and each question takes itself out.

    Args:
        ways: everybody's way through every round.
    """

    def __init__(self, ways: Iterable[Way]) -> None:
        ways = list(ways)
        best: dict[RoundId, int] = defaultdict(int)
        for one in ways:
            best[one.round] = max(best[one.round], one.points)
        self._shares: dict[RoundId, dict[MemberId, float]] = defaultdict(dict)
        self._sums: dict[MemberId, tuple[float, int]] = {}
        for one in ways:
            if best[one.round]:
                share = self._shares[one.round][one.member] = one.points / best[one.round]
                total, many = self._sums.get(one.member, (0.0, 0))
                self._sums[one.member] = total + share, many + 1

    def besides(self, rounds: Iterable[RoundId]) -> Mapping[MemberId, float]:
        """What each person earned on average at other rounds than these, as a share of the best there."""
        sums = dict(self._sums)
        for one in set(rounds):
            for member, share in self._shares.get(one, {}).items():
                total, many = sums[member]
                sums[member] = total - share, many - 1
        return {member: total / many for member, (total, many) in sums.items() if many >= OTHERS}


def analysed(ways: Sequence[Way], merit: Mapping[MemberId, float], *, options: Sequence[str] = ()) -> Item:
    """The statistics of one question.

    Args:
        ways: everybody's way through its rounds.
        merit: of those who have one.
        options: every answer that could be chosen, as the ledger writes it; empty where answers are written.
    """
    right = sum(one.right for one in ways)
    low, high = wilson(right, len(ways))
    found = _discrimination([(one.right, merit[one.member]) for one in ways if one.member in merit])
    answers = _answers(ways, merit, options)
    item = Item(
        people=len(ways),
        right=right,
        low=low,
        high=high,
        discrimination=found[0] if found else None,
        upper=found[1] if found else None,
        answers=answers,
        hinted=sum(bool(one.hints) for one in ways),
        tries=median(one.tries for one in ways) if ways else 0,
        findings=(),
    )
    return _with_findings(item, many=bool(options))


def wilson(right: int, people: int) -> tuple[float, float]:
    """The interval in which a share lies with 95 % certainty."""
    if not people:
        return 0.0, 1.0
    share, square = right / people, SURE**2
    middle = share + square / (2 * people)
    reach = SURE * sqrt(share * (1 - share) / people + square / (4 * people**2))
    whole = 1 + square / people
    return (middle - reach) / whole, (middle + reach) / whole


def _answers(ways: Sequence[Way], merit: Mapping[MemberId, float], options: Sequence[str]) -> tuple[Chosen, ...]:
    counts = Counter(dict.fromkeys(options, 0))
    counts.update(one.answer for one in ways)
    keys = {one.answer for one in ways if one.right}
    chosen = []
    for answer, people in counts.most_common():
        found = _discrimination([(one.answer == answer, merit[one.member]) for one in ways if one.member in merit])
        r = found[0] if found else None
        chosen.append(Chosen(answer=answer, people=people, right=answer in keys, discrimination=r))
    return tuple(chosen)


def _discrimination(pairs: Sequence[tuple[bool, float]]) -> tuple[float, float] | None:
    """The correlation and its upper bound."""
    if len(pairs) < KNOWN:
        return None
    try:
        r = correlation([float(one) for one, _ in pairs], [merit for _, merit in pairs])
    except StatisticsError:  # all did the same
        return None
    z, error = atanh(max(-0.999, min(0.999, r))), SURE / sqrt(len(pairs) - 3)
    return r, tanh(z + error)


def _rivals(item: Item, one: Chosen) -> bool:
    """Whether those who know more give this answer, and those who know less the right one."""
    key = item.discrimination if item.right else -USELESS  # where nobody is right, that tells nothing
    if one.right or one.people < FEW or one.discrimination is None or key is None:
        return False
    return key < 0 and one.discrimination > max(USELESS, key + RIVAL)


def _with_findings(item: Item, *, many: bool) -> Item:
    enough, share = item.people >= ENOUGH, item.right / max(1, item.people)
    dead = many and item.people >= PLENTY and any(one.people < DEAD * item.people for one in item.answers)
    said = {
        Finding.KEY_SUSPICIOUS: item.upper is not None and item.upper < USELESS,
        Finding.BEST_CHOOSE_ANOTHER: any(_rivals(item, one) for one in item.answers),
        Finding.TOO_EASY: enough and share > EASY,
        Finding.TOO_HARD: enough and share < HARD,
        Finding.DEAD_OPTION: dead,
    }
    return replace(item, findings=tuple(one for one, holds in said.items() if holds))
