"""The whole bank as JSON, with a schema: for other programs, and for statistics."""

import json
from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.quiz.grading import expectation
from bot.quiz.questions import Question
from bot.quiz.tasks import Blanks, Case, Choice, Coding, Crash, Essay, Ordering, Output, Printed

VERSION: Literal[1] = 1
"""Of the format: it grows when a reader of an older file would misunderstand a new one."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Option(_Frozen):
    """One option of a choice."""

    text: str
    right: bool
    why: str


class Key(_Frozen):
    """What is printed on the Pythons of a range; an empty range holds for all."""

    text: str
    python: str


class Slip(_Frozen):
    """A wrong answer people give, and the belief behind it."""

    text: str
    why: str


class Session(_Frozen):
    """One case: setup and call as they would be typed, and what is expected."""

    call: str
    expected: str
    category: str
    visible: bool


class Criterion(_Frozen):
    """One point of a rubric."""

    points: int
    text: str


class ChoiceTask(_Frozen):
    """Choose."""

    kind: Literal["choice"] = "choice"
    options: tuple[Option, ...]


class OutputTask(_Frozen):
    """Predict what is printed."""

    kind: Literal["output"] = "output"
    keys: tuple[Key, ...]
    slips: tuple[Slip, ...]


class CrashTask(_Frozen):
    """Say which exception ends the program, and on which line."""

    kind: Literal["error"] = "error"
    raises: str
    line: int
    slips: tuple[Slip, ...]


class CodingTask(_Frozen):
    """Write or repair a function."""

    kind: Literal["function", "fix"]
    given: str
    cases: tuple[Session, ...]
    solution: str


class OrderingTask(_Frozen):
    """Put lines in order."""

    kind: Literal["order"] = "order"
    lines: tuple[str, ...]
    key: tuple[int, ...]
    """Positions in `lines`, from 0."""
    traps: tuple[int, ...]
    after: str
    keys: tuple[Key, ...]


class BlanksTask(_Frozen):
    """Fill the blanks."""

    kind: Literal["fill"] = "fill"
    program: str
    answers: tuple[tuple[str, ...], ...]
    slips: tuple[Slip, ...]
    cases: tuple[Session, ...]


class EssayTask(_Frozen):
    """Answer in words."""

    kind: Literal["open"] = "open"
    rubric: tuple[Criterion, ...]
    model: str
    follow_ups: tuple[str, ...]


Told = ChoiceTask | OutputTask | CrashTask | CodingTask | OrderingTask | BlanksTask | EssayTask


class Entry(_Frozen):
    """One question."""

    id: str
    topic: str
    title: str
    level: Annotated[int, Field(ge=1, le=5)]
    minutes: int
    prompt: str
    program: str
    task: Annotated[Told, Field(discriminator="kind")]
    hints: tuple[str, ...]
    why: str
    python: str
    sources: tuple[str, ...]
    seed: tuple[str, ...]
    live: bool
    aliases: tuple[str, ...]
    key_hash: str


class Book(_Frozen):
    """A bank of questions for askling."""

    askling: Literal[1] = VERSION
    questions: tuple[Entry, ...]


def write_json(questions: Iterable[Question]) -> str:
    """The bank, whole."""
    book = Book(questions=tuple(map(_entry, questions)))
    return book.model_dump_json(indent=1) + "\n"


def read_json(text: str) -> Book:
    """An exported bank, checked against its schema.

    Raises:
        ValueError: it does not keep the schema; pydantic's message says where.
    """
    return Book.model_validate_json(text)


def schema() -> str:
    """The JSON Schema that every exported bank keeps."""
    told = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Book.model_json_schema(mode="serialization")}
    return json.dumps(told, indent=1) + "\n"


def _entry(question: Question) -> Entry:
    return Entry(
        id=question.id,
        topic=question.topic,
        title=question.title,
        level=question.level,
        minutes=question.minutes,
        prompt=question.prompt,
        program=question.program,
        task=_task(question),
        hints=question.hints,
        why=question.why,
        python=str(question.python),
        sources=question.sources,
        seed=question.seed,
        live=question.live,
        aliases=tuple(question.aliases),
        key_hash=question.key_hash,
    )


def _task(question: Question) -> Told:
    match question.task:
        case Choice() as task:
            return ChoiceTask(
                options=tuple(Option(text=one.text, right=one.right, why=one.why) for one in task.options)
            )
        case Output() as task:
            slips = tuple(Slip(text=one.text, why=one.why) for one in task.slips)
            return OutputTask(keys=_keys(task.keys), slips=slips)
        case Crash() as task:
            slips = tuple(Slip(text=one.text, why=one.why) for one in task.slips)
            return CrashTask(raises=task.error, line=task.line, slips=slips)
        case Coding() as task:
            kind: Literal["fix", "function"] = "fix" if task.broken else "function"
            return CodingTask(kind=kind, given=task.given, cases=_cases(task.cases), solution=task.solution)
        case Ordering() as task:
            return OrderingTask(
                lines=tuple(line.text for line in task.lines),
                key=task.key,
                traps=tuple(at for at, line in enumerate(task.lines) if line.trap),
                after=task.after,
                keys=_keys(task.keys),
            )
        case Blanks() as task:
            slips = tuple(Slip(text="\n".join(filling), why=why) for filling, why in task.slips)
            return BlanksTask(program=task.program, answers=task.answers, slips=slips, cases=_cases(task.cases))
        case Essay() as task:
            rubric = tuple(Criterion(points=one.points, text=one.text) for one in task.rubric)
            return EssayTask(rubric=rubric, model=task.model, follow_ups=task.follow_ups)


def _keys(keys: tuple[Printed, ...]) -> tuple[Key, ...]:
    return tuple(Key(text=key.text, python=str(key.python)) for key in keys)


def _cases(cases: tuple[Case, ...]) -> tuple[Session, ...]:
    return tuple(
        Session(call=one.session, expected=expectation(one.expected), category=one.category, visible=one.visible)
        for one in cases
    )
