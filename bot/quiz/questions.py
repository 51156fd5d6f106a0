"""A question as the game knows it: what is asked, what is right, and why. The bank reads it from a file."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from typing import assert_never

from bot.quiz.ids import QuestionId
from bot.quiz.pythons import ANY_PYTHON, PythonRange, Version


class Kind(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    OUTPUT = "output"
    FUNCTION = "function"
    FIX = "fix"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to choose."""

    text: str
    right: bool
    why: str = ""
    """Why it is right, or the belief that makes people choose it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Choose one option, or all that are right."""

    options: tuple[Option, ...]

    @property
    def many(self) -> bool:
        """Whether more than one option is right."""
        return sum(option.right for option in self.options) > 1

    @property
    def key(self) -> frozenset[int]:
        """Positions of the right options, from 0."""
        return frozenset(at for at, option in enumerate(self.options) if option.right)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What the program prints on the versions it names."""

    text: str
    python: PythonRange = ANY_PYTHON


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A wrong output that people often give, and the belief behind it."""

    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """Predict what the program prints."""

    keys: tuple[Printed, ...]
    slips: tuple[Slip, ...] = ()

    def printed(self, version: Version) -> str:
        """What `version` prints; exactly one key applies to each version the question makes sense on."""
        return next(key.text for key in self.keys if version in key.python)


@dataclass(frozen=True, slots=True)
class Value:
    """A case expects this value, type included."""

    value: object


@dataclass(frozen=True, slots=True)
class Raises:
    """A case expects this exception, or one derived from it."""

    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case of a doctest session: run `setup`, evaluate `call`; `expected` stays outside the jail."""

    call: str
    expected: Value | Raises
    setup: str = ""
    category: str = ""
    visible: bool = False

    @property
    def session(self) -> str:
        """Setup and call, as they would be typed."""
        return "\n".join(filter(None, (self.setup, self.call)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """Write a function, or repair a broken one."""

    given: str
    """The starter, or the broken code: what the learner begins with."""
    cases: tuple[Case, ...]
    """Visible ones first."""
    solution: str
    """A reference, shown at the reveal."""
    broken: bool = False


Task = Choice | Output | Coding


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question, whole. Only its public side ever leaves the house before the reveal."""

    id: QuestionId
    topic: str
    """Folder in the bank: `names/identity`."""
    title: str
    level: int
    """1 (first week) to 5 (interview)."""
    prompt: str
    """Markdown prose."""
    task: Task
    why: str
    """The explanation; the part people learn from."""
    program: str = ""
    """Code that is shown with the prompt."""
    hints: tuple[str, ...] = ()
    python: PythonRange = ANY_PYTHON
    sources: tuple[str, ...] = ()
    seed: tuple[str, ...] = ()
    """Curriculum rows it covers."""
    minutes: int = 2
    live: bool = True
    aliases: tuple[QuestionId, ...] = ()
    text_hash: str = ""
    """Hash of the whole file: it changes with every typo."""

    @property
    def kind(self) -> Kind:
        """Which of the kinds its task is."""
        match self.task:
            case Choice():
                return Kind.CHOICE
            case Output():
                return Kind.OUTPUT
            case Coding(broken=broken):
                return Kind.FIX if broken else Kind.FUNCTION
            case _:
                assert_never(self.task)

    @property
    def subject(self) -> str:
        """The top-level topic: `names` of `names/identity`."""
        return self.topic.partition("/")[0]

    @cached_property
    def key_hash(self) -> str:
        """Changes when what is right changes, and not with a typo: item statistics hang on it."""
        return sha256(repr((self.program, _key_part(self.task))).encode()).hexdigest()[:16]


def _key_part(task: Task) -> object:
    match task:
        case Choice():
            return [(option.text, option.right) for option in task.options]
        case Output():
            return [(key.text, str(key.python)) for key in task.keys]
        case Coding():
            return [(case.setup, case.call, repr(case.expected)) for case in task.cases]
        case _:
            assert_never(task)
