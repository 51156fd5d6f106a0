"""What the bank says to whoever writes a question, as templates: an f-string's blanks by the names of what fills them.

The bank words its problems where it finds them. What it said may be kept for days and read in another language, so
`core.composing` knows it again by its shape; this finds the shapes in the source.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tools.raised import raised

SPOKEN = (
    "blanks", "checking", "choices", "coding", "crashes", "documents", "duplicates", "essays", "headers", "layouts",
    "orderings", "outputs", "problems", "pycon", "reading", "roles", "sheets", "sketches", "wordings", "workshop",
)  # fmt: skip
"""Modules of the bank that read and prove one question; the others speak to operators."""
_WHATEVER = frozenset(
    {
        "Model answer",
        "Traceback (most recent call last):",
        "This is it; the explanation says why.",
        "This is not it; the explanation says why.",
        "graded by people",
        "no Python here is {python}",
        "rests on its sources",
    }
)
"""A heading of a question file, what Python prints, what is written into a question, what operators read."""
_PARTS = (
    "nothing",
    "right",
    "wrong",
    "crashes",
    "gives {value}",
    "raises {error}: {message}",
    "{line} of the answer",
    "{line} of the program",
    "{line} of the prompt",
    "{line} of the why",
    "{ending} ({detail})",
    "{words} and {last}",
    "{words} or {last}",
)
"""What others are put together from."""
_QUIZ = ("pythons", "constructs")
"""Modules of the quiz whose sentences the bank quotes."""
_WORDS = re.compile(r"[A-Za-z']{2,}[,.;:]? +`?[A-Za-z']{2,}|^(?:Write|Take) ")
_ROLE = re.compile(r"(?:python|text|pycon|toml) [a-z]+ ?")
"""`python run`: how a block is marked, the same in every language."""


def templates(bank: Path) -> frozenset[str]:
    """Every sentence and clause, in English, with named blanks; a brace of its own is doubled."""
    files = [bank / f"{name}.py" for name in SPOKEN]
    files += sorted((bank / "proving").glob("*.py"))
    said = {one for file in files for one in _said(ast.parse(file.read_text("utf-8")))}
    quoted = {one for name in _QUIZ for one in raised(bank.parent / "quiz" / f"{name}.py")}
    return frozenset({*said, *quoted, *_PARTS} - _WHATEVER)


def _said(tree: ast.Module) -> Iterator[str]:
    silent = {id(inside) for node in ast.walk(tree) if _silent(node) for inside in ast.walk(node)}
    whole = [node for node in ast.walk(tree) if id(node) not in silent and isinstance(node, ast.JoinedStr)]
    parts = {id(inside) for node in whole for inside in node.values}
    for node in ast.walk(tree):
        match node:
            case ast.JoinedStr() if id(node) not in silent:
                text = _joined(node)
            case ast.Constant(value=str(text)) if id(node) not in silent and id(node) not in parts:
                text = text.replace("{", "{{").replace("}", "}}")
            case _:
                continue
        if _worded(text):
            yield text


def _silent(node: ast.AST) -> bool:
    match node:
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.Call(func=func):
            return ast.unparse(func).startswith(("log.", "re.compile"))
        case _:
            return False


def _worded(text: str) -> bool:
    bare = re.sub(r"\{\w+\}|\d+", "", text)
    return bool(_WORDS.search(bare)) and "\n" not in text and not _ROLE.fullmatch(text.strip("`"))


def _joined(node: ast.JoinedStr) -> str:
    text, names = "", set[str]()
    for part in node.values:
        match part:
            case ast.Constant(value=value):
                text += str(value).replace("{", "{{").replace("}", "}}")
            case ast.FormattedValue(value=value):
                name = wanted = _name(value)
                number = 1
                while name in names:
                    number += 1
                    name = f"{wanted}{number}"
                names.add(name)
                text += f"{{{name}}}"
    return text


def _name(value: ast.expr) -> str:
    match value:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name.strip("_").lower()
        case ast.Call(args=[first, *_]):
            return _name(first)
        case ast.Call(func=func):
            return _name(func)
        case ast.Subscript(value=inner):
            return _name(inner)
        case ast.BinOp(left=left):
            return _name(left)
        case _:
            return "it"
