"""What people are shown goes through `say`: texts of two words are in the catalogues, as far as a machine can tell."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.core import typed, words
from tools.catalogues import sentences

BOT = Path(typed.__file__).parents[1]
FILES = sorted(
    file for floor in ("chats", "core", "quiz") for file in (BOT / floor).rglob("*.py") if file.name != "examining.py"
)
"""Not what `askling doctor` tells operators (`examining`). What the bank says is tested where its mistakes are."""
SAID = sentences()
WORDS = re.compile(r"[A-Za-z]{2,}[,.;:]? +[A-Za-z]{2,}")
UNSHOWN = (
    "log.",
    "re.compile",
    "asyncio.create_task",
    "threading.Thread",
    "ValueError",
    "TimeoutError",
    "UnicodeDecodeError",
    "cast",
)
"""Calls whose texts nobody is shown."""
TECHNICAL = frozenset({"the connection was closed", " in its answer", " is not settled", "not before "})
"""What went wrong on a line, in the words of a log; how an errand shows itself to a debugger."""
COMMANDS = frozenset(
    {"erase everything", "Suggest as question", *(name for name, _ in (*words.COMMANDS, *words.MODERATOR_COMMANDS))}
)
"""They are the same in every language."""


def leftovers(source: str) -> Iterator[str]:
    """Strings of two words or more that a person could be shown."""
    tree = ast.parse(source)
    parts = {id(part) for node in ast.walk(tree) for part in _parts(node)}
    skipped = {id(inside) for node in ast.walk(tree) if _unshown(node) for inside in ast.walk(node)}
    skipped |= {id(key) for node in ast.walk(tree) if isinstance(node, ast.Dict) for key in node.keys}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if id(node) in parts and any(text in one for one in SAID):
                """What is put together is said again by its shape."""
            case ast.Constant(value=str(text)) if id(node) not in skipped and _worded(text):
                yield f"line {node.lineno}: {text}"


def _parts(node: ast.AST) -> list[ast.expr]:
    """Of an f-string, a sum, and a question of how a text begins."""
    match node:
        case ast.JoinedStr(values=parts):
            return parts
        case ast.BinOp(left=left, right=right):
            return [left, right]
        case ast.IfExp(body=body, orelse=orelse):
            return [body, orelse]
        case ast.Call(func=ast.Attribute(attr="startswith"), args=parts):
            return parts
        case _:
            return []


def _worded(text: str) -> bool:
    return bool(WORDS.search(text)) and text not in SAID | TECHNICAL | COMMANDS


def _unshown(node: ast.AST) -> bool:
    match node:
        case ast.Expr(value=ast.Constant()) | ast.arg():
            return True
        case ast.ClassDef(bases=[ast.Name(id="StrEnum")]):
            return True  # words of the store, which labels say
        case ast.Call(func=func):
            return ast.unparse(func).startswith(UNSHOWN)
        case _:
            return False


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(BOT)))
def test_no_sentence_is_kept_from_the_catalogues(file: Path) -> None:
    assert list(leftovers(file.read_text("utf-8"))) == []


def test_a_sentence_of_its_own_is_found() -> None:
    source = '"""A docstring of many words."""\nlog.info("so it is")\nx = f"There was {y}, and so it was"\n'
    assert list(leftovers(source)) == ["line 3: There was ", "line 3: , and so it was"]
