"""Points for one try, as lines that explain themselves (rule x value). Fair by design: no clock, no minus.

A question is worth 10 points a level. The first right try earns all of it, the second 60 %, the third 30 %,
later ones 10 %; where only one option can be right, a second try is nearly a coin toss and earns 30 % at most.
Each hint costs 20 %; between closing and reveal an answer is late and earns half; nothing falls below 10 %. Asking for
the answer forfeits the points. A wrong try earns one point for taking part, once a day.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.quiz.questions import Question
from bot.quiz.tasks import Choice

TRIES = 5
HINT_COST = 20
FLOOR = 10
_SHARES = (100, 60, 30, 10)
_SINGLE_CHOICE_SHARE = 30


class Rule(StrEnum):
    """What a line of a score can rest on. Each has its section in the learners' page on scoring."""

    LEVEL = "level"
    TRIES = "tries"
    HINTS = "hints"
    LATE = "late"
    FLOOR = "floor"
    REVEALED = "revealed"
    PARTICIPATION = "participation"
    SOLVED = "solved"
    VOIDED = "voided"
    ADJUSTED = "adjusted"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreLine:
    """One rule and what it gave or took."""

    rule: Rule
    points: int
    why: str


TOOK_PART = ScoreLine(rule=Rule.PARTICIPATION, points=1, why="for taking part, once a day")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One graded try, with what came before it."""

    number: int
    """1 for the first graded try at this question."""
    right: bool
    hints: int = 0
    revealed: bool = False
    """The learner asked for the answer before this try."""
    late: bool = False
    """It came between closing and reveal."""
    solved: bool = False
    """An earlier try was right already (two answers crossed, or the key was corrected since)."""
    took_part_today: bool = False
    """The point for taking part was earned already today."""


def worth(question: Question) -> int:
    """What a first right try earns."""
    return 10 * question.level


def points(lines: tuple[ScoreLine, ...]) -> int:
    """What lines come to; never less than nothing, whatever was adjusted by hand."""
    return max(0, sum(line.points for line in lines))


def score(question: Question, attempt: Attempt) -> tuple[ScoreLine, ...]:
    """The lines of one try; their sum is what the ledger adds."""
    if attempt.solved:
        return (ScoreLine(rule=Rule.SOLVED, points=0, why="an earlier try was right already"),)
    if not attempt.right:
        return () if attempt.took_part_today else (TOOK_PART,)
    if attempt.revealed:
        return (ScoreLine(rule=Rule.REVEALED, points=0, why="the answer was shown on request"),)
    full = worth(question)
    lines = [ScoreLine(rule=Rule.LEVEL, points=full, why=f"level {question.level}")]
    share = _share(question, attempt.number)
    if share < 100:
        lines.append(_percent(full, share - 100, Rule.TRIES, f"try {attempt.number} earns {share} %"))
    if attempt.hints:
        lines.append(_percent(full, -HINT_COST * attempt.hints, Rule.HINTS, f"{attempt.hints} x {HINT_COST} %"))
    if attempt.late:
        half = points(tuple(lines)) // 2
        lines.append(ScoreLine(rule=Rule.LATE, points=-half, why="a late answer earns half"))
    missing = full * FLOOR // 100 - sum(line.points for line in lines)
    if missing > 0:
        lines.append(ScoreLine(rule=Rule.FLOOR, points=missing, why=f"a right answer earns {FLOOR} % at least"))
    return tuple(lines)


def _share(question: Question, number: int) -> int:
    share = _SHARES[min(number, len(_SHARES)) - 1]
    single = isinstance(question.task, Choice) and not question.task.many
    return min(share, _SINGLE_CHOICE_SHARE) if single and number > 1 else share


def _percent(full: int, percent: int, rule: Rule, why: str) -> ScoreLine:
    """`full` is a multiple of ten and every share of ten percent; only half of an odd number is rounded, upwards."""
    return ScoreLine(rule=rule, points=full * percent // 100, why=why)
