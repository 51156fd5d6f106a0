"""What is said where people type and there are no buttons, and how numbers are worded everywhere; said through `say`.

The other words are in `words` and `labels`.
"""

from bot.core import labels
from bot.core.languages import say
from bot.core.retelling import retold, shapes
from bot.quiz.questions import Kind
from bot.quiz.scoring import ScoreLine

HOW = {
    Kind.CHOICE: "answer with a letter: b",
    Kind.OUTPUT: "answer with what it prints: answer 42 (several lines: a ``` block)",
    Kind.ERROR: "answer with the exception and the line it ends on: answer TypeError line 3",
    Kind.FUNCTION: "answer with code: a ``` block, or @file.py",
    Kind.FIX: "answer with the repaired code: a ``` block, or @file.py",
    Kind.ORDER: "answer with the letters in order: c a b (a line may be a trap: leave it out)",
    Kind.FILL: "answer with what belongs into the blank: answer len(x)",
    Kind.OPEN: "answer in your own words: answer … (or a ``` block); then grade yourself",
}
HOW_ALL = "answer with all the letters that are right: a c"
HOW_BLANKS = "answer with a ``` block, a line for each of the {blanks} blanks"
HAND_IN = "`answer …` hands it in."
GRADE = "answer with their letters: a c (or: answer all, answer none)"
SPRINT = "`sprint` and your answer: sprint b"
REVIEW = "`review` and your answer: review b"
CONFIRM = "`confirm {code}` does exactly this."

RULES = (
    "for taking part, once a day",
    "an earlier try was right already",
    "the answer was shown on request",
    "level {level}",
    "try {number} earns {share} %",
    "{hints} x {cost} %",
    "a late answer earns half",
    "a right answer earns {floor} % at least",
    "the question was voided with full credit",
    "the question was voided without credit",
    "adjusted by a moderator: {why}",
)
"""The reasons of score lines, as `quiz.scoring`, `quiz.regrading` and `core.reckoning` write them into the ledger."""
_RULES = shapes(RULES)


def reason(line: ScoreLine) -> str:
    """Why a line is worth what it is, in the language spoken now; a moderator's own words stay as they are."""
    return retold(line.why, _RULES)


def points(number: int) -> str:
    """`1 point`, `20 points`."""
    return say(labels.ONE_POINT) if number == 1 else say(labels.POINTS, points=number)
