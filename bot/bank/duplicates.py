"""Two questions that are one: the same program in other clothes, or the same words."""

import ast
import builtins
import warnings
from collections.abc import Iterator, Sequence

from bot.bank.problems import Problem
from bot.bank.sheets import Sheet
from bot.quiz.questions import Question
from bot.quiz.tasks import Blanks, Coding, Ordering

SMALLEST = 30
"""Nodes of a program worth comparing: `print(a is b)` after two assignments has 20, and half of the bank looks so."""
_KEPT = frozenset(dir(builtins))


def duplicates(sheets: Sequence[Sheet]) -> Iterator[Problem]:
    """A problem for every question that repeats an earlier one, names and constants aside."""
    seen: dict[str, Sheet] = {}
    for sheet in sheets:
        if sheet.status == "retired":
            continue
        for mark, what in _marks(sheet.question):
            other = seen.setdefault(mark, sheet)
            if other is not sheet:
                fix = "Retire one of the two, or let it ask something else."
                yield sheet.problem(1, f"{what} is that of {other.file} in other words", fix)


def _marks(question: Question) -> Iterator[tuple[str, str]]:
    code = _code(question)
    if shape := _shape(code):
        yield f"{question.kind} {shape}", "the program"
    if not code:
        yield " ".join(f"{question.title} {question.prompt}".casefold().split()), "the prompt"


def _code(question: Question) -> str:
    match question.task:
        case Coding() as task:
            return task.solution
        case Ordering() as task:
            return task.program(task.key)
        case Blanks() as task:
            return task.filled(task.answers[0])
        case _:
            return question.program


def _shape(code: str) -> str:
    """The tree with names and constants erased; empty for a small program, or one this Python cannot parse."""
    try:
        with warnings.catch_warnings(action="ignore"):
            tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ""
    nodes = list(ast.walk(tree))
    for node in nodes:
        _erase(node)
    return ast.dump(tree) if len(nodes) >= SMALLEST else ""


def _erase(node: ast.AST) -> None:
    """Builtins and methods keep their names: what they do is the point of many a question."""
    match node:
        case ast.Name(id=name):
            node.id = name if name in _KEPT else "_"
        case ast.arg() | ast.keyword() if node.arg:
            node.arg = "_"
        case ast.FunctionDef() | ast.ClassDef() | ast.AsyncFunctionDef():
            node.name = "_"
        case ast.Constant(value=value):
            node.value = type(value).__name__
        case ast.Global() | ast.Nonlocal():
            node.names = ["_"]
