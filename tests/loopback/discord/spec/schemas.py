"""Making a strict and readable JSON Schema of what the document says.

The document never closes an object, so a misspelt field passes; and a union of components fails with "not valid under
any of the given schemas". So objects are closed, and unions whose branches have a constant `type` become a chain of
`if type then branch`, and "null or else" an `if null`; both lead an error to its place.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from tests.loopback.discord.errors import Json

_NULL = {"type": "null"}
_REF = "#/components/schemas/"


def rewritten(node: Any, schemas: Mapping[str, Json], *, closed: bool) -> Any:
    """A schema with unions made readable, and its objects closed when asked."""
    if isinstance(node, list):
        return [rewritten(one, schemas, closed=closed) for one in node]
    if not isinstance(node, dict):
        return node
    told = {key: rewritten(value, schemas, closed=closed) for key, value in node.items()}
    if closed and "properties" in node and "additionalProperties" not in node:
        told["additionalProperties"] = False
    for union in ("oneOf", "anyOf"):
        branches = node.get(union) or []
        if _NULL in branches and len(branches) == 2:
            del told[union]
            (other,) = [one for one in branches if one != _NULL]
            told |= {"if": _NULL, "then": True, "else": rewritten(other, schemas, closed=closed)}
            continue
        kinds = [_kinds(one, schemas) for one in branches]
        if sum(kind is not None for kind in kinds) > 1:
            del told[union]
            told["allOf"] = [*told.get("allOf", []), _chain(rewritten(branches, schemas, closed=closed), kinds)]
    return told


def _kinds(branch: Json, schemas: Mapping[str, Json]) -> list[int | str] | None:
    """The constant types a branch is for; None when it is for none."""
    target = schemas[branch["$ref"].removeprefix(_REF)] if "$ref" in branch else branch
    kind = (target.get("properties") or {}).get("type") or {}
    found: list[int | str] | None = [kind["const"]] if "const" in kind else kind.get("enum")
    return found


def _chain(branches: list[Json], kinds: list[list[int | str] | None]) -> Json:
    """`if type in kinds then branch else …`; what has no type goes last."""
    loose = [one for one, kind in zip(branches, kinds, strict=True) if kind is None]
    known = sorted({str(each) for kind in kinds if kind for each in kind})
    chain: Json = {"anyOf": loose} if loose else {"properties": {"type": {"enum": []}}, "title": f"one of {known}"}
    for branch, kind in zip(branches, kinds, strict=True):
        if kind is not None:
            test = {"type": "object", "properties": {"type": {"enum": kind}}, "required": ["type"]}
            chain = {"if": test, "then": branch, "else": chain}
    return chain


def named(node: Any) -> Iterator[str]:
    """Names of the schemas a node refers to."""
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"].removeprefix(_REF)
        for value in node.values():
            yield from named(value)
    elif isinstance(node, list):
        for value in node:
            yield from named(value)


def pruned(root: Json, schemas: Mapping[str, Json]) -> Json:
    """A schema that stands alone: itself and what it refers to."""
    kept: dict[str, Json] = {}
    waiting = list(named(root))
    while waiting:
        name = waiting.pop()
        if name not in kept:
            kept[name] = schemas[name]
            waiting += named(schemas[name])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **root, "components": {"schemas": kept}}
