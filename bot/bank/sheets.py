"""A question with what only its author and the proof may see: solutions, known mistakes, checks, and line numbers."""

from dataclasses import dataclass
from typing import Literal

from bot.bank.headers import Status
from bot.bank.problems import Problem
from bot.quiz.questions import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A piece of the author's code."""

    role: str
    """Its block's info string: `python solution`."""
    code: str
    line: int
    """Line of its first line of code in the file."""
    why: str = ""
    """For a known mistake: the mistake."""


NOTHING = Snippet(role="", code="", line=1)
"""Stands in for a block that is missing, so that the rest of the file is read all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceProof:
    """Why the boxes are right: a check of every option, asserts, or neither (then the question has sources)."""

    run: Snippet | None
    check: Snippet | None
    asserts: tuple[Snippet, ...]
    option_lines: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputProof:
    """Why the key is right: the program prints it."""

    run: Snippet
    key_lines: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodingProof:
    """Why the cases are right: solutions pass them; what is given and known mistakes do not."""

    given: Snippet
    solutions: tuple[Snippet, ...]
    mistakes: tuple[Snippet, ...]
    case_lines: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CrashProof:
    """Why the key is right: the program ends so."""

    run: Snippet
    header_line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderingProof:
    """Why the order is right: the program prints the key; traps and the shuffled order do not."""

    order: Snippet
    traps: tuple[Snippet, ...]
    after: Snippet | None
    key_lines: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlanksProof:
    """Why the cases are right: right fillings pass them, wrong ones do not."""

    program: Snippet
    answer_lines: tuple[int, ...]
    slip_lines: tuple[int, ...]
    case_lines: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EssayProof:
    """Nothing can be proved about words; a program beside the question is executed."""

    run: Snippet | None


Proof = ChoiceProof | OutputProof | CrashProof | CodingProof | OrderingProof | BlanksProof | EssayProof


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One question file, read whole and without a mistake that can be seen without running it."""

    file: str
    question: Question
    proof: Proof
    status: Status
    header_line: int
    tags: tuple[str, ...] = ()
    implementation: Literal["any", "cpython"] = "any"
    accepted: tuple[str, ...] = ()
    """Mutants of the solutions that no case can notice, by the names that `bank.mutants` gives them."""

    def problem(self, line: int, text: str, fix: str) -> Problem:
        """A problem of this file."""
        return Problem(self.file, line, text, fix)
