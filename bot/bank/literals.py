"""Text that stands for a plain value: what a Python prompt shows for values of the builtin types."""

import ast
import warnings

_MAKERS = {maker.__name__: maker for maker in (set, frozenset, range)}


def literal(text: str) -> object:
    """The value of a Python literal; `set()`, `frozenset(…)` and `range(…)` count as literals.

    Nothing is executed: names, other calls and operators are refused.

    Raises:
        ValueError: it stands for no plain value.
    """
    try:
        # An invalid escape in the text is a warning of the compiler's, and no business of the running bot's.
        with warnings.catch_warnings(action="ignore"):
            return _value(ast.parse(text.strip(), mode="eval").body)
    except (SyntaxError, TypeError, MemoryError, RecursionError) as error:
        raise ValueError(str(error)) from None


def _value(node: ast.expr) -> object:
    match node:
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name in _MAKERS:
            maker: type = _MAKERS[name]
            return maker(*map(_value, args))
        case ast.List(elts=items):
            return list(map(_value, items))
        case ast.Tuple(elts=items):
            return tuple(map(_value, items))
        case ast.Set(elts=items):
            return set(map(_value, items))
        case ast.Dict(keys=keys, values=values) if None not in keys:
            return {_value(key): _value(value) for key, value in zip(keys, values, strict=True) if key}
        case _:
            return ast.literal_eval(node)
