"""What a learner answered, as values, and how the ledger writes them down. `quiz.reading` makes them from text."""

import json
from dataclasses import dataclass
from typing import assert_never

from bot.quiz.errors import AnswerMistake

SOURCE_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Picked:
    """Options chosen, by position from 0."""

    options: frozenset[int]


@dataclass(frozen=True, slots=True)
class Typed:
    """The output a learner predicts."""

    text: str


@dataclass(frozen=True, slots=True)
class Spotted:
    """The exception a learner predicts, and the line it ends on (from 1)."""

    error: str
    line: int

    def __str__(self) -> str:
        return f"{self.error} line {self.line}"


@dataclass(frozen=True, slots=True)
class Code:
    """A snippet."""

    source: str


@dataclass(frozen=True, slots=True)
class Ordered:
    """Lines in the order a learner gives them, by position from 0; lines may be left out."""

    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """What a learner puts into each blank."""

    blanks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """An answer in a learner's own words, before anybody graded it."""

    text: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """The criteria of a rubric that a learner says they met, by position from 0."""

    criteria: frozenset[int]


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
        raise AnswerMistake(
            "That is {size} KiB of code; {most} KiB is the most I run.", size=size // 1024, most=SOURCE_BYTES // 1024
        )
    return source


Answer = Picked | Typed | Spotted | Code | Ordered | Filled | Written | Claimed


def dumps(answer: Answer) -> str:
    """One line for the ledger."""
    return json.dumps(_plain(answer))


def _plain(answer: Answer) -> dict[str, object]:
    match answer:
        case Picked():
            return {"picked": sorted(answer.options)}
        case Typed():
            return {"typed": answer.text}
        case Spotted():
            return {"spotted": [answer.error, answer.line]}
        case Code():
            return {"code": answer.source}
        case Ordered():
            return {"ordered": answer.lines}
        case Filled():
            return {"filled": answer.blanks}
        case Written():
            return {"written": answer.text}
        case Claimed():
            return {"claimed": sorted(answer.criteria)}
        case _:
            assert_never(answer)


def loads(line: str) -> Answer:
    """Read back what `dumps` wrote."""
    match json.loads(line):
        case {"picked": list(options)}:
            return Picked(frozenset(options))
        case {"typed": str(text)}:
            return Typed(text)
        case {"spotted": [str(error), int(at)]}:
            return Spotted(error, at)
        case {"code": str(source)}:
            return Code(source)
        case {"ordered": list(lines)}:
            return Ordered(tuple(lines))
        case {"filled": list(blanks)}:
            return Filled(tuple(blanks))
        case {"written": str(text)}:
            return Written(text)
        case {"claimed": list(criteria)}:
            return Claimed(frozenset(criteria))
        case other:
            raise ValueError(f"not an answer: {other!r}")
