"""Values out of the jail: exact builtin types as tagged JSON, bounded in depth, number and text.

Anything else is described, never carried: a subclass by its type's name and its builtin part, the rest by its repr.
"""

DEPTH = 40
NODES = 20_000
REPR_CHARS = 300
_SAFE_INT = 2**53
_SUBCLASSABLE = (int, float, str, bytes, tuple, list, set, frozenset, dict)


class TooLarge(Exception):
    """The value does not fit the bounds."""


def encode(value):
    """A JSON-able form.

    Raises:
        TooLarge: deeper than 40 levels or more than 20,000 values.
    """
    return _encode(value, 0, [NODES])


def describe(value, chars=REPR_CHARS):
    """A value's repr, cut; a repr that fails is said to fail."""
    try:
        text = repr(value)
    except BaseException as error:  # noqa: BLE001 - a learner's __repr__ may raise anything
        return f"<unprintable {type(value).__name__}: {type(error).__name__}>"
    return text if len(text) <= chars else text[:chars] + "…"


def _encode(value, depth, left):
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


def _foreign(value, depth, left):
    kind = type(value)
    for base in _SUBCLASSABLE:
        if isinstance(value, base):
            plain = _encode(_plain(base, value), depth + 1, left)
            return {"foreign": [kind.__name__, describe(value), plain]}
    return {"foreign": [kind.__name__, describe(value), None]}


def _plain(base, value):
    """The builtin part, taken without calling anything the subclass overrides."""
    if base is dict:
        return dict(dict.items(value))
    if base in (tuple, list, set, frozenset):
        return base(base.__iter__(value))
    converter = {int: int.__int__, float: float.__float__, str: str.__str__, bytes: bytes.__bytes__}[base]
    plain = converter(value)
    return plain if type(plain) is base else base.__getnewargs__(value)[0]


def _int(value):
    return value if -_SAFE_INT < value < _SAFE_INT else {"int": hex(value)}


def _float(value):
    return {"float": value.hex() if value - value == 0 else repr(value)}


def _str(value):
    try:
        value.encode()
    except UnicodeEncodeError:
        return {"str": [ord(letter) for letter in value]}
    return value


_SIMPLE = {
    int: _int,
    float: _float,
    str: _str,
    complex: lambda value: {"complex": [_float(value.real)["float"], _float(value.imag)["float"]]},
    bytes: lambda value: {"bytes": value.hex()},
    bytearray: lambda value: {"bytearray": value.hex()},
    range: lambda value: {"range": [value.start, value.stop, value.step]},
}
