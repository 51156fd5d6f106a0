"""Small mistakes made in a reference solution: cases that let one pass would let a learner's pass too."""

import ast
import copy
import warnings
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

MOST = 150
"""Mutants a solution may have; the longest in the bank has a third of that."""
LOOKED_AT = 2 * MOST
"""Each is written out whole, so a stranger's long solution is not gone through to its end."""

_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.GtE, ast.LtE),
    ast.LtE: (ast.Gt, ast.Lt),
    ast.Gt: (ast.LtE, ast.GtE),
    ast.GtE: (ast.Lt, ast.Gt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitOr,
}
_COPIES = {"dict", "list", "sorted", "set", "tuple", "frozenset"}
_DROPPED = ast.Expr | ast.Assign | ast.AugAssign | ast.Delete | ast.Raise | ast.Assert | ast.Break | ast.Continue


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A solution with one small mistake."""

    line: int
    """In the solution, from 1."""
    change: str
    """`a > b -> a >= b`, `drop: items.sort()`: its name, by which an author can accept it."""
    code: str


def mutants(source: str) -> tuple[Mutant, ...]:
    """The mutants of a solution, once each; none when this Python cannot parse it (a newer one will)."""
    try:
        with warnings.catch_warnings(action="ignore"):
            tree = ast.parse(source)
        return _mutants(tree)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()


def _mutants(tree: ast.Module) -> tuple[Mutant, ...]:
    plain = ast.unparse(tree)
    found: dict[str, Mutant] = {}
    for one in islice(_all_of(tree), LOOKED_AT):
        if one.code != plain:
            found.setdefault(one.code, one)
    meaning = _meaning(plain)
    return tuple(islice((one for one in found.values() if _meaning(one.code) != meaning), MOST))


def _all_of(tree: ast.Module) -> Iterator[Mutant]:
    for node, put in _places(tree):
        for mutated in _changes(node):
            put(mutated)
            code = ast.unparse(tree)
            put(node)
            yield Mutant(line=_line(node), change=_named(node, mutated), code=code)


def _places(tree: ast.AST) -> Iterator[tuple[ast.AST, Callable[[ast.AST], None]]]:
    """Every node in the order of `ast.walk`, and how to put another one into its place."""
    waiting = deque([tree])
    while waiting:
        parent = waiting.popleft()
        for name, value in ast.iter_fields(parent):
            if isinstance(value, ast.AST):
                waiting.append(value)
                yield value, partial(setattr, parent, name)
            elif isinstance(value, list):
                for at, child in enumerate(value):
                    if isinstance(child, ast.AST):
                        waiting.append(child)
                        yield child, partial(value.__setitem__, at)


def _changes(node: ast.AST) -> Iterator[ast.AST]:
    yield from _signs(node)
    if isinstance(node, ast.Constant):
        yield from _constants(node)
    yield from _shortcuts(node)


def _signs(node: ast.AST) -> Iterator[ast.AST]:
    """Another comparison, another operator, `and` for `or`, a `not` less."""
    match node:
        case ast.Compare(ops=ops):
            for at, sign in enumerate(ops):
                for other in _COMPARISONS[type(sign)]:
                    yield _replaced(node, ops=[*ops[:at], other(), *ops[at + 1 :]])
        case ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in _OPERATORS:
            yield _replaced(node, op=_OPERATORS[type(op)]())
        case ast.BoolOp(op=op):
            yield _replaced(node, op=ast.Or() if isinstance(op, ast.And) else ast.And())
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand


def _constants(node: ast.Constant) -> Iterator[ast.AST]:
    match node.value:
        case bool() as value:
            yield _replaced(node, value=not value)
        case int() as value:
            yield _replaced(node, value=value + 1)
        case str() as value:
            yield _replaced(node, value="" if value else "?")


def _shortcuts(node: ast.AST) -> Iterator[ast.AST]:
    """None for a result, the thing itself for a copy, the whole for a slice, and nothing for a statement."""
    match node:
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield _replaced(node, value=ast.Constant(None))
        case ast.Call(func=ast.Name(id=name), args=[only], keywords=[]) if name in _COPIES:
            yield only
        case ast.Call(func=ast.Attribute(value=value, attr="copy"), args=[], keywords=[]):
            yield value
        case ast.Subscript(value=value, slice=ast.Slice()):
            yield value
    if isinstance(node, _DROPPED):
        yield ast.Pass()


def _replaced(node: ast.AST, **fields: object) -> ast.AST:
    other = copy.copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def _named(node: ast.AST, mutated: ast.AST) -> str:
    before = _brief(node)
    return f"drop: {before}" if isinstance(mutated, ast.Pass) else f"{before} -> {_brief(mutated)}"


def _brief(node: ast.AST) -> str:
    line = ast.unparse(node).split("\n")[0]
    return line if len(line) <= 60 else f"{line[:60]}…"


def _line(node: ast.AST) -> int:
    line = getattr(node, "lineno", 1)
    return line if isinstance(line, int) else 1


def _meaning(source: str) -> str:
    """The tree without docstrings, annotations and messages: no case could see a mistake in those."""
    return ast.dump(_Meaning().visit(ast.parse(source)))


class _Meaning(ast.NodeTransformer):
    def visit_Expr(self, node: ast.Expr) -> ast.AST | None:
        return None if isinstance(node.value, ast.Constant) else self.generic_visit(node)

    def visit_Pass(self, node: ast.Pass) -> None:
        """It does nothing."""

    def visit_Raise(self, node: ast.Raise) -> ast.AST:
        if isinstance(node.exc, ast.Call):
            node.exc = node.exc.func
        return self.generic_visit(node)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        return ast.arg(arg=node.arg)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        node.annotation = ast.Constant(None)
        return self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)
