"""From what a learner sent to an answer that can be graded."""

import re
from typing import assert_never

from bot.quiz.answers import (
    Answer,
    Claimed,
    Code,
    Filled,
    Ordered,
    Picked,
    Spotted,
    Typed,
    Written,
    runnable,
)
from bot.quiz.constructs import Constructs
from bot.quiz.errors import AnswerMistake
from bot.quiz.questions import Question
from bot.quiz.tasks import BLANK, Blanks, Choice, Coding, Crash, Essay, Ordering, Output

OUTPUT_CHARS = 4_000
ESSAY_CHARS = 40
"""An answer in words of fewer characters answers no interviewer."""
BLANK_CHARS = 200
RULED_CHARS = 16_000
"""Of code whose tokens are looked at on our side: 64,000 would take a third of a second of everybody's time."""
_FENCE = re.compile(r"\A\s*```[\w+-]*[ \t]*\n(?P<code>.*?)\n?```\s*\Z", re.DOTALL)
_SPOTTED = re.compile(r"(?i)\b(?!(?:on|at|in|line|lines|a|an|the|raises|it)\b)[a-z_][\w.]*|\d+")
_STALE = "This form belongs to an older version of the question. Open it again."
_SAID_NONE = ("none", "nothing", "-")


def read(question: Question, said: str | Answer) -> Answer:
    """Read what a learner sent as an answer to this question.

    Args:
        question: what was asked.
        said: text (`b`, `1,3`, a predicted output, `TypeError line 3`, a snippet with or without its fence, a line a
            blank), or an answer a chat's own form has read already.

    Raises:
        AnswerMistake: it cannot be graded; the message says what to send instead, and no try is spent.
    """
    match question.task:
        case Choice() as task:
            return _checked(task, said if isinstance(said, Picked) else _picked(task, _text(said)))
        case Output():
            return Typed(_short(unfenced(_text(said))))
        case Crash():
            return _inside(question, said if isinstance(said, Spotted) else spotted(_text(said)))
        case Coding() as task:
            return Code(_allowed(task, runnable(_code(_text(said)))))
        case Ordering() as task:
            return _ordered(task, said)
        case Blanks() as task:
            return _filled(task, said.blanks if isinstance(said, Filled) else _fillings(task, unfenced(_text(said))))
        case Essay() as task:
            return _claimed(task, said) if isinstance(said, Claimed) else _essay(task, unfenced(_text(said)).strip())
        case _:
            assert_never(question.task)


_NO_LETTER = {
    "option": "There is no option {letter}. The options are A to {last}.",
    "line": "There is no line {letter}. The lines are A to {last}.",
    "point": "There is no point {letter}. The points are A to {last}.",
}


def unfenced(text: str) -> str:
    """The inside of a fenced block, or the text as it is."""
    found = _FENCE.match(text)
    return found["code"] if found else text


def spotted(text: str) -> Spotted:
    """`TypeError line 3`, `TypeError, 3`, `line 3: builtins.TypeError`.

    Raises:
        AnswerMistake: it does not hold one name and one number.
    """
    found = _SPOTTED.findall(unfenced(text))
    numbers = [word for word in found if word.isdigit()]
    names = [word for word in found if not word.isdigit()]
    if len(names) != 1 or len(numbers) != 1 or len(numbers[0]) > 4:
        raise AnswerMistake("Name the exception and the line it ends on, such as: TypeError line 3")
    name = names[0].strip(".").rpartition(".")[2]
    return Spotted({"IOError": "OSError", "EnvironmentError": "OSError"}.get(name, name), int(numbers[0]))


def fillings(text: str) -> tuple[str, ...]:
    """One filling a line."""
    return tuple(line.strip() for line in text.strip("\n").split("\n"))


def _inside(question: Question, answer: Spotted) -> Spotted:
    lines = question.program.count("\n") + 1
    if not 1 <= answer.line <= lines:
        raise AnswerMistake(
            "There is no line {line}: the program has lines 1 to {lines}.", line=answer.line, lines=lines
        )
    return answer


def _code(text: str) -> str:
    """The source; a single bare word is a slip of the hand, not an answer."""
    source = unfenced(text)
    if source == text and source.strip().isalnum():
        raise AnswerMistake(
            "This question wants code. Send it as a fenced block, or the path of a file with @ before it."
        )
    return source


def _text(said: str | Answer) -> str:
    match said:
        case str():
            return said
        case Typed() | Written():
            return said.text
        case Code():
            return said.source
        case Spotted():
            return str(said)
        case Filled():
            return "\n".join(said.blanks)
        case Picked() | Ordered() | Claimed():
            raise AnswerMistake("This question wants text, not a choice.")
        case _:
            assert_never(said)


def _allowed(task: Coding, source: str) -> str:
    """Code that keeps to what the question wants used, or left alone; that is said before a try is spent."""
    if task.constructs != Constructs() and len(source) > RULED_CHARS:
        raise AnswerMistake(
            "That is {number} characters; {ruled_chars} are plenty for this question.",
            number=len(source),
            ruled_chars=RULED_CHARS,
        )
    if sentence := task.constructs.broken(source):
        raise AnswerMistake("{sentence} Nothing was counted.", sentence=sentence)
    return source


def _letters(text: str, number: int, noun: str) -> list[int]:
    """`b`, `B`, `2`, `a c`, `1,3`: positions from 0, in the order they are named."""
    found = []
    for letter in re.findall(r"[A-Za-z]+|\d+", text):
        at = int(letter) - 1 if letter.isdigit() else ord(letter.upper()) - ord("A") if len(letter) == 1 else -1
        if not 0 <= at < number:
            raise AnswerMistake(_NO_LETTER[noun], letter=letter[:20], last=_last(number))
        found.append(at)
    return found


def _last(number: int) -> str:
    return chr(ord("A") + number - 1)


def _picked(task: Choice, text: str) -> Picked:
    options = _letters(text, len(task.options), "option")
    if not options:
        raise AnswerMistake("Answer with a letter from A to {last}.", last=_last(len(task.options)))
    return Picked(frozenset(options))


def _checked(task: Choice, picked: Picked) -> Picked:
    if not picked.options <= set(range(len(task.options))):
        raise AnswerMistake(_STALE)
    if len(picked.options) > 1 and not task.many:
        raise AnswerMistake("Exactly one option is right here: choose one.")
    return picked


def _ordered(task: Ordering, said: str | Answer) -> Ordered:
    number = len(task.lines)
    lines = said.lines if isinstance(said, Ordered) else tuple(_letters(_spaced(_text(said)), number, "line"))
    if not set(lines) <= set(range(number)):
        raise AnswerMistake(_STALE)
    if len(set(lines)) != len(lines):
        raise AnswerMistake("Each line can be used once.")
    if len(lines) < 2:
        raise AnswerMistake("Name the lines in their order, such as: c a b")
    return Ordered(lines)


def _spaced(text: str) -> str:
    """`cab` is `c a b`, and `312` is `3 1 2`: no question has ten lines to put in order."""
    return " ".join(text) if text.strip().isalnum() else text


def _filled(task: Blanks, blanks: tuple[str, ...]) -> Filled:
    if len(blanks) != task.number:
        if task.number == 1:
            raise AnswerMistake("There is one blank: send what belongs into it, on one line.")
        raise AnswerMistake("There are {blanks} blanks: send one line for each, in a fenced block.", blanks=task.number)
    for blank in blanks:
        if not blank.strip() or "\n" in blank or "\r" in blank:
            raise AnswerMistake("Each blank takes a piece of code on one line, and none stays empty.")
        if len(blank) > BLANK_CHARS:
            raise AnswerMistake("A blank takes {blank_chars} characters at most.", blank_chars=BLANK_CHARS)
    runnable(task.filled(blanks))
    return Filled(blanks)


def _fillings(task: Blanks, text: str) -> tuple[str, ...]:
    """What was sent for the blanks: one line each, or the whole program with its blanks filled."""
    between = task.program.strip("\n").split(BLANK)
    rest, found = text.strip("\n").replace("\r\n", "\n"), []
    if not rest.startswith(between[0]) or not rest.endswith(between[-1]) or not "".join(between).strip():
        return fillings(rest)
    rest = rest.removeprefix(between[0]).removesuffix(between[-1])
    for piece in between[1:-1]:
        blank, there, rest = rest.partition(piece)
        if not there:
            return fillings(text)
        found.append(blank)
    return (*found, rest) if "\n" not in rest else fillings(text)


def _essay(task: Essay, text: str) -> Written | Claimed:
    """Letters alone say which criteria were met; everything longer is the answer itself."""
    if text.casefold() in _SAID_NONE:
        return Claimed(frozenset())
    if text.casefold() == "all":
        return Claimed(frozenset(range(len(task.rubric))))
    if re.fullmatch(r"(?:[A-Za-z]|\d\d?)(?:[\s,]+(?:[A-Za-z]|\d\d?))*", text):
        return Claimed(frozenset(_letters(text, len(task.rubric), "point")))
    if len(text) < ESSAY_CHARS:
        raise AnswerMistake("Answer in a few sentences, as you would in an interview; grading yourself comes after.")
    return Written(_short(text))


def _claimed(task: Essay, said: Claimed) -> Claimed:
    if not said.criteria <= set(range(len(task.rubric))):
        raise AnswerMistake(_STALE)
    return said


def _short(text: str) -> str:
    if len(text) > OUTPUT_CHARS:
        raise AnswerMistake(
            "That is {number} characters; {output_chars} is the most for an answer here.",
            number=len(text),
            output_chars=OUTPUT_CHARS,
        )
    return text
