"""Values out of the jail: exact builtin types as tagged JSON, bounded in depth, number and text.

Anything else is described, never carried: a subclass by its type's name and its builtin part, the rest by its repr.
"""

from __future__ import annotations

TYPE_CHECKING = False  # `typing` is not worth its import time in a child
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

DEPTH = 40
NODES = 20_000
REPR_CHARS = 300
_SAFE_INT = 2**53
_SUBCLASSABLE = (int, float, str, bytes, tuple, list, set, frozenset, dict)


class TooLarge(Exception):
    """The value does not fit the bounds."""


def encode(value: object) -> object:
    """A JSON-able form.

    Raises:
        TooLarge: deeper than 40 levels or more than 20,000 values.
    """
    return _encode(value, 0, [NODES])


def describe(value: object, chars: int = REPR_CHARS) -> str:
    """A value's repr, cut; a repr that fails is said to fail."""
    try:
        text = repr(value)
    except BaseException as error:
        return f"<unprintable {type(value).__name__}: {type(error).__name__}>"
    return text if len(text) <= chars else text[:chars] + "…"


def _encode(value: Any, depth: int, left: list[int]) -> object:
    left[0] -= 1
    if left[0] < 0:
        raise TooLarge(f"the value holds more than {NODES} parts")
    if depth > DEPTH:
        raise TooLarge(f"the value is nested deeper than {DEPTH} levels")
    kind = type(value)
    if value is None or kind is bool:
        return value
    simple = _SIMPLE.get(kind)
    if simple:
        return simple(value)
    if kind is list:
        return [_encode(one, depth + 1, left) for one in value]
    if kind in (tuple, set, frozenset):
        return {kind.__name__: [_encode(one, depth + 1, left) for one in value]}
    if kind is dict:
        return {"dict": [[_encode(key, depth + 1, left), _encode(one, depth + 1, left)] for key, one in value.items()]}
    return _foreign(value, depth, left)


def _foreign(value: object, depth: int, left: list[int]) -> object:
    kind = type(value)
    for base in _SUBCLASSABLE:
        if isinstance(value, base):
            plain = _encode(_plain(base, value), depth + 1, left)
            return {"foreign": [kind.__name__, describe(value), plain]}
    return {"foreign": [kind.__name__, describe(value), None]}


def _plain(base: Any, value: Any) -> object:
    """The builtin part, taken without calling anything the subclass overrides."""
    if base is dict:
        return dict(dict.items(value))
    if base in (tuple, list, set, frozenset):
        return base(base.__iter__(value))
    return _PLAIN[base](value)


def _int(value: int) -> object:
    return value if -_SAFE_INT < value < _SAFE_INT else {"int": hex(value)}


def _float(value: float) -> dict[str, str]:
    return {"float": value.hex() if value - value == 0 else repr(value)}


def _str(value: str) -> object:
    try:
        value.encode()
    except UnicodeEncodeError:
        return {"str": [ord(letter) for letter in value]}
    return value


_SIMPLE: dict[type, Callable[[Any], object]] = {
    int: _int,
    float: _float,
    str: _str,
    complex: lambda value: {"complex": [_float(value.real)["float"], _float(value.imag)["float"]]},
    bytes: lambda value: {"bytes": value.hex()},
    bytearray: lambda value: {"bytearray": value.hex()},
    range: lambda value: {"range": [value.start, value.stop, value.step]},
}

_PLAIN: dict[type, Callable[[Any], object]] = {
    int: int.__int__,
    float: float.__float__,
    str: str.__str__,
    bytes: bytes.__bytes__,
}
