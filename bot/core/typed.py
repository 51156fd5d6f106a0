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
REVIEW_CODE = "`review` and your code: review @file.py, or review and three backticks, which open a block"
CONFIRM = "`confirm {code}` does exactly this."

# ---- heads, forms and slips of the hand, where everything is typed ---------------------------------------

ONLY_THEY_SEE = "bot (only {name} sees this)> "
CHANGED = "bot (changed)> "
LEFT_OUT = " (may be left out)"
FILL = "fill {name}: …, a line or a ``` block each; then `send`"
NO_FIELD = "This form has no field `{name}`; it has {names}."
ONE_OF = "`{name}` is one of {values}."
FIELD_TOO_LONG = "`{name}` may have {most} characters; this has {number}."
FILLED_IN = "`{name}` is filled in. {left}"
STILL_EMPTY = "Still empty: {names}."
SEND = "`send` hands the form in."
END_OF = "--- end of {name} ---"
NOT_COUNTED = "That was not counted as an answer. `answer …` hands one in; `help` lists the rest."
NOT_KNOWN = "I do not know `{word}`; there is {known}."
NOT_KNOWN_BUT = "I do not know `{word}`; did you mean `{meant}`?"
LINE_TOO_LONG = "That line is longer than 1 MiB, so it was left out."
LINE_NOT_TEXT = "That line is not valid UTF-8, so it was left out."
BLOCK_OPEN = "That code block was never closed with ```, so it was not handed in."
BLOCK_LINE_TOO_LONG = "That code block held a line that is longer than 1 MiB, so it was not handed in."
BLOCK_NOT_TEXT = "That code block held a line that is not valid UTF-8, so it was not handed in."
BLOCK_TOO_LARGE = "That code block held a line that took it past 1 MiB, so it was not handed in."
PATH_UNREADABLE = "{path} cannot be read: {why}. Nothing was handed in."
PATH_NOT_TEXT = "{path} is not valid UTF-8, so it was not handed in. Save it again as UTF-8 text."
PATH_TOO_LARGE = "{path} is larger than 1 MiB, so it was not handed in."
NO_PATH = "that is no path"

# ---- numbers and moments ---------------------------------------------------------------------------------

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MOMENT = "{weekday} {date} {time} ({zone})"
LEVEL = "level {level}"
RULES = (
    "for taking part, once a day",
    "an earlier try was right already",
    "the answer was shown on request",
    LEVEL,
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
