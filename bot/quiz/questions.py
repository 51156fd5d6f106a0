"""A question as the game knows it: what is asked, what is right, and why. The bank reads it from a file."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from typing import assert_never

from bot.quiz.ids import QuestionId
from bot.quiz.pythons import ANY_PYTHON, PythonRange
from bot.quiz.tasks import Blanks, Case, Choice, Coding, Crash, Essay, Ordering, Output, Printed, Task


class Kind(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    OUTPUT = "output"
    ERROR = "error"
    FUNCTION = "function"
    FIX = "fix"
    ORDER = "order"
    FILL = "fill"
    OPEN = "open"


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
            case Crash():
                return Kind.ERROR
            case Coding(broken=broken):
                return Kind.FIX if broken else Kind.FUNCTION
            case Ordering():
                return Kind.ORDER
            case Blanks():
                return Kind.FILL
            case Essay():
                return Kind.OPEN
            case _:
                assert_never(self.task)

    @property
    def executed(self) -> bool:
        """Whether grading an answer runs what a learner wrote or put together."""
        return isinstance(self.task, Coding | Ordering | Blanks)

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
            return _printed(task.keys)
        case Crash():
            return task.error, task.line
        case Coding():
            return _cases(task.cases)
        case Ordering():
            return [line.text for line in task.lines], task.after, _printed(task.keys)
        case Blanks():
            return task.program, _cases(task.cases)
        case Essay():
            return [(one.points, one.text) for one in task.rubric]
        case _:
            assert_never(task)


def _printed(keys: tuple[Printed, ...]) -> object:
    return [(key.text, str(key.python)) for key in keys]


def _cases(cases: tuple[Case, ...]) -> object:
    return [(case.setup, case.call, repr(case.expected)) for case in cases]
