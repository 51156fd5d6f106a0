"""Sentences that stand where a mistake or a trouble is raised, or a `Sentence` is made."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

_SPOKEN = ("Mistake", "Trouble", "Gone", "Refused", "Busy", "Uncertain", "Sentence")


def raised(file: Path) -> Iterator[str]:
    """The first argument of each error and sentence that is made in a file, also where it is a constant of the file."""
    tree = ast.parse(file.read_text("utf-8"))
    named = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[first, *_]) if name.endswith(_SPOKEN):
                yield from _literals(first, named)


def _literals(node: ast.expr, named: dict[str, ast.expr]) -> Iterable[str]:
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.Name(id=name) if name in named:
            return _literals(named[name], {})
        case ast.Subscript(value=ast.Name(id=name)) if name in named:
            return _literals(named[name], {})
        case ast.Dict(values=values):
            return [text for value in values for text in _literals(value, {})]
        case ast.IfExp(body=body, orelse=other):
            return [*_literals(body, named), *_literals(other, named)]
        case _:
            return []
