"""Plain values: what a learner's code returned, after it crossed from the jail as data.

Only exact builtin types cross (None, bool, int, float, complex, str, bytes, bytearray, list, tuple, set,
frozenset, dict, range). Everything else arrives as `Foreign`: a name and a text. So comparing two values
never calls anything a learner wrote.
"""

import cmath
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Foreign:
    """A value of a type that does not cross: its type's name, and how it describes itself.

    `plain` is the builtin part of a subclass (a `Counter` is a `dict` inside), else None. A Foreign never
    equals a plain value: asking for a dict and getting a Counter is a difference a learner should see.
    """

    type_name: str
    text: str
    plain: object = None


def same(left: object, right: object) -> bool:
    """Equal in value *and* type, all the way down: 1 is not True, 4.0 is not 4, and nan is nan."""
    if type(left) is not type(right):
        return False
    if isinstance(left, list | tuple) and isinstance(right, list | tuple):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, dict) and isinstance(right, dict):
        mine, theirs = _by_tag(left), _by_tag(right)
        return mine.keys() == theirs.keys() and all(same(value, theirs[tag]) for tag, value in mine.items())
    return _tagged(left) == _tagged(right)


def _by_tag(table: dict[object, object]) -> dict[object, object]:
    return {_tagged(key): value for key, value in table.items()}


def _tagged(value: object) -> object:
    """A hashable stand-in that keeps the type, because {1} == {True} although they do not print alike."""
    match value:
        case tuple() | frozenset() | set():
            inner = map(_tagged, value)
            return type(value), tuple(inner) if isinstance(value, tuple) else frozenset(inner)
        case float() | complex() if cmath.isnan(value):
            return type(value), repr(value)
        case bytearray():
            return bytearray, bytes(value)
        case _:
            return type(value), value
