"""What rooms show to people goes through `say`: they hold no sentences of their own, as far as a machine can tell."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.core import typed

CHATS = Path(typed.__file__).parents[1] / "chats"
ROOMS = sorted(file for file in CHATS.rglob("*.py") if file.name not in {"offered.py", "examining.py"})
"""Not what is collected for catalogues (`offered`), nor what `askling doctor` tells operators (`examining`)."""
WORDS = re.compile(r"[A-Za-z]{2,}[,.;:]? +[A-Za-z]{2,}")
UNSHOWN = ("log.", "re.compile", "asyncio.create_task", "threading.Thread", "ValueError", "UnicodeDecodeError", "cast")
"""Calls whose texts nobody is shown."""
FOR_OPERATORS = ("Gone", "Refused", "Busy", "Uncertain", "TimeoutError")
TECHNICAL = frozenset({"the connection was closed", " in its answer"})
"""What went wrong on a line, in the words of a log."""
COLLECTED = frozenset({"MEANINGS"})
"""Constants that catalogues hold."""


def leftovers(source: str) -> Iterator[str]:
    """Strings of two words or more that a person could be shown."""
    tree = ast.parse(source)
    skipped = {id(inside) for node in ast.walk(tree) if _unshown(node) for inside in ast.walk(node)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if id(node) not in skipped and _worded(text):
                yield f"line {node.lineno}: {text}"


def _worded(text: str) -> bool:
    return bool(WORDS.search(text)) and text not in TECHNICAL


def _unshown(node: ast.AST) -> bool:
    match node:
        case ast.Expr(value=ast.Constant()) | ast.arg():
            return True
        case ast.Call(func=func):
            name = ast.unparse(func)
            return name.startswith(UNSHOWN) or name in FOR_OPERATORS
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name in COLLECTED
        case _:
            return False


@pytest.mark.parametrize("file", ROOMS, ids=lambda file: str(file.relative_to(CHATS)))
def test_a_room_has_no_sentence_of_its_own(file: Path) -> None:
    assert list(leftovers(file.read_text("utf-8"))) == []


def test_a_sentence_of_its_own_is_found() -> None:
    assert list(leftovers('"""A docstring of many words."""\nlog.info("so it is")\nx = f"It is {y}, so it is"\n')) == [
        "line 3: It is ",
        "line 3: , so it is",
    ]
