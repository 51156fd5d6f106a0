"""Cases written as a Python session. They are data: nothing here is executed.

A blank line ends a case. A first line `# text` is its category. The last `>>>` entry is the call and an expression;
entries before it are setup. What follows the call is the expected value, or a traceback's first and last line.
"""

import ast
import re
import sys
import warnings
from collections.abc import Iterator

from bot.bank.literals import literal
from bot.bank.problems import Complain, brief
from bot.bank.roles import Part
from bot.quiz.pythons import PythonRange
from bot.quiz.tasks import Case, Raises, Value

Lines = list[tuple[int, str]]
"""Lines with their numbers in the file."""

_TRACEBACK = "Traceback (most recent call last):"
_ERROR = re.compile(r"(?:[A-Za-z_]\w*\.)*([A-Za-z_]\w*)(?::.*)?")


def read_cases(part: Part, python: PythonRange, complain: Complain) -> list[tuple[int, Case]]:
    """The cases of a `pycon` block with the lines they begin on; those that cannot be read are left out."""
    visible = part.role == "pycon examples"
    found = []
    for chunk in _chunks(part):
        case = _case(chunk, python, complain, visible=visible)
        if case:
            found.append((chunk[0][0], case))
    return found


def _chunks(part: Part) -> Iterator[Lines]:
    chunk: Lines = []
    for line, text in enumerate([*part.code.split("\n"), ""], part.line + 1):
        if text.strip():
            chunk.append((line, text.rstrip()))
        elif chunk:
            yield chunk
            chunk = []


def _case(chunk: Lines, python: PythonRange, complain: Complain, *, visible: bool) -> Case | None:
    first, category = chunk[0][0], ""
    if chunk[0][1].startswith("#"):
        category, chunk = chunk[0][1].lstrip("# "), chunk[1:]
    if not (visible or category):
        complain(first, "this hidden case has no category", "Begin it with a line such as `# an empty list`.")
        return None
    if not chunk:
        complain(first, "this case calls nothing", "Write the call after `>>> `, without a blank line before it.")
        return None
    entries, shown = _entries(chunk, complain)
    if not entries:
        return None
    *setup, (line, call) = entries
    expected = _expected(shown, line, complain)
    if expected is None or not _is_expression(call, line, python, complain):
        return None
    before = "\n".join(code for _, code in setup)
    return Case(call=call, setup=before, expected=expected, category=category, visible=visible)


def _entries(chunk: Lines, complain: Complain) -> tuple[list[tuple[int, str]], Lines]:
    """The entries at the prompt, and what is shown after the last one; nothing, and a problem, when they mix."""
    entries: list[tuple[int, str]] = []
    shown: Lines = []
    for line, text in chunk:
        at_prompt = text.startswith(">>>") or (text.startswith("...") and not shown)
        if not at_prompt and entries:
            shown.append((line, text))
        elif not text.startswith(">>>") and not entries:
            complain(
                line, f"{brief(text)} stands before the first `>>>`", "A case is `# its category`, then `>>> a call`."
            )
            return [], []
        elif text[3:4] not in ("", " "):
            complain(line, "the prompt has no blank after it", f"Write `{text[:3]} {text[3:]}`.")
            return [], []
        elif text.startswith(">>>"):
            if shown:
                what = "a value is shown in the middle of the case"
                complain(
                    shown[0][0], what, "Only the last entry is compared: drop the value, or put a blank line after it."
                )
                return [], []
            entries.append((line, text[4:]))
        else:
            entries[-1] = (entries[-1][0], f"{entries[-1][1]}\n{text[4:]}")
    return entries, shown


def _expected(shown: Lines, line: int, complain: Complain) -> Value | Raises | None:
    if not shown:
        return Value(None)
    line, first = shown[0]
    if first.startswith("Traceback"):
        return _raises(shown, complain)
    text = "\n".join(row for _, row in shown)
    try:
        return Value(literal(text))
    except ValueError:
        fix = "Write what the prompt would show for a plain value, such as `[1, 'a']`, or a traceback."
        complain(line, f"{brief(text)} is not the text of a plain value", fix)
        return None


def _raises(shown: Lines, complain: Complain) -> Raises | None:
    error = _ERROR.fullmatch(shown[-1][1]) if len(shown) > 1 else None
    if shown[0][1] != _TRACEBACK or not error:
        fix = f"Write `{_TRACEBACK}` and below it the exception's name, such as `TypeError`."
        complain(shown[0][0], "this traceback names no exception", fix)
        return None
    return Raises(error[1])


def _is_expression(call: str, line: int, python: PythonRange, complain: Complain) -> bool:
    """Whether the call has a value. Syntax that only other versions know is left to the proof."""
    if sys.version_info[:2] not in python:
        return True
    try:
        with warnings.catch_warnings(action="ignore"):
            ast.parse(call, mode="eval")
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        fix = "Make the last `>>>` entry the call itself; assignments go before it."
        complain(line, f"{brief(call)} is no expression", fix)
        return False
    return True
