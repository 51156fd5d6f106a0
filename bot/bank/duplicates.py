"""Two questions that are one: the same program in other clothes, or the same words."""

import ast
import builtins
import warnings
from collections.abc import Iterable, Iterator, Sequence

from bot.bank.problems import Problem
from bot.bank.sheets import Sheet
from bot.quiz.likeness import alike, alike_in_words
from bot.quiz.questions import Question
from bot.quiz.tasks import Blanks, Coding, Ordering

SMALLEST = 30
"""Nodes of a program worth comparing: `print(a is b)` after two assignments has 20, and half of the bank looks so."""
NEAR = 70
"""Percent of the fingerprints of a program, or of the words of a prompt, from which on people should look at both."""
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


def twins(question: Question, others: Iterable[Question]) -> tuple[tuple[Question, str], ...]:
    """Which of the others are much like a question, and in what: those that repeat it first."""
    marks = dict(_marks(question))
    same = [(other, what) for other in others for mark, what in _marks(other) if mark in marks]
    if words := _code(question).split():
        same += [(other, "the program") for other in others if _code(other).split() == words]
    known = {other.id for other, _ in same}
    near = [(other, *_nearness(question, other)) for other in others if other.id not in known]
    nearest = sorted((one for one in near if one[1] >= NEAR), key=lambda one: -one[1])
    return (*same, *((other, what) for other, _, what in nearest))


def _nearness(question: Question, other: Question) -> tuple[int, str]:
    code, others = _code(question), _code(other)
    if code and others:
        return alike(code, others), "the program"
    words, theirs = (f"{one.title} {one.prompt}" for one in (question, other))
    return (0 if code or others else alike_in_words(words, theirs)), "the prompt"


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
        nodes = list(ast.walk(tree))
        for node in nodes:
            _erase(node)
        return ast.dump(tree) if len(nodes) >= SMALLEST else ""
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ""


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
