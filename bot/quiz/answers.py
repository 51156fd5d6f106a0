"""What a learner answers, read from what they sent and written down for the ledger."""

import json
import re
from dataclasses import dataclass

from bot.quiz.errors import AnswerMistake
from bot.quiz.questions import Choice, Coding, Output, Question

SOURCE_BYTES = 64 * 1024
OUTPUT_CHARS = 4_000
_FENCE = re.compile(r"\A\s*```[\w+-]*[ \t]*\n(?P<code>.*?)\n?```\s*\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Picked:
    """Options chosen, by position from 0."""

    options: frozenset[int]


@dataclass(frozen=True, slots=True)
class Typed:
    """The output a learner predicts."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """A snippet."""

    source: str


Answer = Picked | Typed | Code


def read(question: Question, said: str | Answer) -> Answer:
    """Read what a learner sent as an answer to this question.

    Args:
        question: what was asked.
        said: text (`b`, `1,3`, a predicted output, a snippet with or without its fence), or an answer a
            chat's own form has read already.

    Raises:
        AnswerMistake: it cannot be graded; the message says what to send instead, and no try is spent.
    """
    match question.task:
        case Choice() as task:
            return _checked(task, said if isinstance(said, Picked) else _picked(task, _text(said)))
        case Output():
            return Typed(_short(unfenced(_text(said))))
        case Coding():
            return Code(runnable(_code(_text(said))))


def unfenced(text: str) -> str:
    """The inside of a fenced block, or the text as it is."""
    found = _FENCE.match(text)
    return found["code"] if found else text


def _code(text: str) -> str:
    """The source; a single bare word is a slip of the hand, not an answer."""
    source = unfenced(text)
    if source == text and source.strip().isalnum():
        raise AnswerMistake(
            "This question wants code. Send it as a fenced block, or the path of a file with @ before it."
        )
    return source


def runnable(source: str) -> str:
    """The source, if an interpreter could read it at all.

    Raises:
        AnswerMistake: empty, too long, with NUL bytes or with characters UTF-8 cannot hold.
    """
    if not source.strip():
        raise AnswerMistake("There is no code in that. Send it as a fenced block.")
    if "\0" in source:
        raise AnswerMistake("That code holds a NUL byte, which Python refuses to read. Paste it again as plain text.")
    try:
        size = len(source.encode())
    except UnicodeEncodeError:
        raise AnswerMistake("That code is not valid UTF-8. Save or paste it again as UTF-8 text.") from None
    if size > SOURCE_BYTES:
        raise AnswerMistake(f"That is {size // 1024} KiB of code; {SOURCE_BYTES // 1024} KiB is the most I run.")
    return source


def dumps(answer: Answer) -> str:
    """One line for the ledger."""
    match answer:
        case Picked():
            return json.dumps({"picked": sorted(answer.options)})
        case Typed():
            return json.dumps({"typed": answer.text})
        case Code():
            return json.dumps({"code": answer.source})


def loads(line: str) -> Answer:
    """Read back what `dumps` wrote."""
    match json.loads(line):
        case {"picked": list(options)}:
            return Picked(frozenset(options))
        case {"typed": str(text)}:
            return Typed(text)
        case {"code": str(source)}:
            return Code(source)
        case other:
            raise ValueError(f"not an answer: {other!r}")


def _text(said: str | Answer) -> str:
    match said:
        case str():
            return said
        case Typed():
            return said.text
        case Code():
            return said.source
        case Picked():
            raise AnswerMistake("This question wants text, not a choice.")


def _picked(task: Choice, text: str) -> Picked:
    """`b`, `B`, `2`, `a c`, `1,3`."""
    letters = re.findall(r"[A-Za-z]+|\d+", text)
    last = chr(ord("A") + len(task.options) - 1)
    options = set()
    for letter in letters:
        at = int(letter) - 1 if letter.isdigit() else ord(letter.upper()) - ord("A") if len(letter) == 1 else -1
        if not 0 <= at < len(task.options):
            raise AnswerMistake(f"There is no option {letter[:20]}. The options are A to {last}.")
        options.add(at)
    if not options:
        raise AnswerMistake(f"Answer with a letter from A to {last}.")
    return Picked(frozenset(options))


def _checked(task: Choice, picked: Picked) -> Picked:
    if not picked.options <= set(range(len(task.options))):
        raise AnswerMistake("This form belongs to an older version of the question. Open it again.")
    if len(picked.options) > 1 and not task.many:
        raise AnswerMistake("Exactly one option is right here: choose one.")
    return picked


def _short(text: str) -> str:
    if len(text) > OUTPUT_CHARS:
        raise AnswerMistake(f"That is {len(text)} characters; no output asked for here is that long.")
    return text
