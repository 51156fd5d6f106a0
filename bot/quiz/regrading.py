"""What everything one person tried is worth after a question was corrected. Pure, so that it can be shown beforehand.

Tries count in the order in which they came, as they did the first time: the first right one earns by its number, what
came after it earns nothing more, and the first wrong one of a day earns the point for taking part.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.quiz.ids import RoundId, SubmissionId
from bot.quiz.questions import Question
from bot.quiz.rulings import Credit
from bot.quiz.scoring import TOOK_PART, Attempt, Rule, ScoreLine, score, worth


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """One settled answer of a person."""

    id: SubmissionId
    round: RoundId
    day: date
    """The community's date when it came."""
    right: bool
    """By the key as it holds now."""
    lines: tuple[ScoreLine, ...]
    """What it earned until now, and why."""
    graded: bool = True
    """False for words that nobody has graded yet."""
    hints: int = 0
    revealed: bool = False
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescored:
    """What one answer is worth now."""

    number: int
    """Which graded try at its question it is, from 1."""
    lines: tuple[ScoreLine, ...]


def graded(question: Question, tries: Iterable[Try]) -> Mapping[SubmissionId, Rescored]:
    """One person's answers to a question, in the order in which they came, by the key that holds now."""
    found: dict[SubmissionId, Rescored] = {}
    number, solved = 1, False
    for one in tries:
        attempt = Attempt(
            number=number,
            right=one.right,
            hints=one.hints,
            revealed=one.revealed,
            late=one.late,
            solved=solved,
            took_part_today=True,
        )
        found[one.id] = Rescored(number=number, lines=score(question, attempt))
        number, solved = number + one.graded, solved or one.right
    return found


def voided(question: Question, tries: Iterable[Try], credit: Credit) -> Mapping[SubmissionId, Rescored]:
    """One person's answers to a question that is out of the game; full credit is theirs once."""
    found: dict[SubmissionId, Rescored] = {}
    for number, one in enumerate(tries, start=1):
        found[one.id] = Rescored(number=number, lines=(void_line(question, credit, first=not found),))
    return found


def void_line(question: Question, credit: Credit, *, first: bool) -> ScoreLine:
    """What an answer to a question that is out of the game brings: full credit, if it is given, with the first."""
    full = credit is Credit.FULL
    given = worth(question) if full and first else 0
    why = f"the question was voided {'with full credit' if full else 'without credit'}"
    return ScoreLine(rule=Rule.VOIDED, points=given, why=why)


def everywhere(
    tries: Sequence[Try], fresh: Mapping[SubmissionId, Rescored]
) -> Mapping[SubmissionId, tuple[ScoreLine, ...]]:
    """What changes with a corrected question: its own answers, and the point for taking part on the same days.

    Args:
        tries: everything the person answered in this community, in the order in which it came.
        fresh: the corrected question's answers, as `graded` or `voided` gave them.

    Returns:
        Every line of the answers on those days, those adjusted by hand included.
    """
    days = {one.day for one in tries if one.id in fresh}
    took_part: set[date] = set()
    found: dict[SubmissionId, tuple[ScoreLine, ...]] = {}
    for one in tries:
        if one.day not in days:
            continue
        lines = fresh[one.id].lines if one.id in fresh else _without(one.lines, Rule.PARTICIPATION, Rule.ADJUSTED)
        if _takes_part(one, lines) and one.day not in took_part:
            took_part.add(one.day)
            lines = (*lines, TOOK_PART)
        found[one.id] = (*lines, *(line for line in one.lines if line.rule is Rule.ADJUSTED))
    return found


def _takes_part(one: Try, lines: tuple[ScoreLine, ...]) -> bool:
    return not one.right and not any(line.rule in {Rule.SOLVED, Rule.VOIDED} for line in lines)


def _without(lines: tuple[ScoreLine, ...], *rules: Rule) -> tuple[ScoreLine, ...]:
    return tuple(line for line in lines if line.rule not in rules)
