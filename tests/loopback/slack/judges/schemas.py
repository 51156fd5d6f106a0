"""The judge with Slack's own Block Kit types and limits in hand; silent when they are not at hand."""

from functools import cache

import jsonschema_rs

from tests.loopback.slack.judges.documents import document
from tests.loopback.slack.wire import Json

NEWER = frozenset({"data_visualization"})
"""Block types that Slack documents and its published types do not have yet."""


@cache
def _schema() -> Json | None:
    schema = document("blockkit.schema.json")
    if schema is None:
        return None
    for name in ("MrkdwnOption", "PlainTextOption"):
        # The prose of the types says 75; the documentation and slack_sdk say 150.
        schema["definitions"][name]["properties"]["value"]["maxLength"] = 150
    return schema


@cache
def _validator(name: str) -> jsonschema_rs.Draft7Validator:
    schema = _schema() or {}
    return jsonschema_rs.Draft7Validator({"definitions": schema["definitions"], "$ref": f"#/definitions/{name}"})


@cache
def _definitions() -> dict[str, str]:
    """The definition of each block by its `type`."""
    schema = _schema() or {}
    names = [one["$ref"].rsplit("/", 1)[-1] for one in schema["definitions"]["KnownBlock"]["anyOf"]]
    return {_kind(schema["definitions"][name]): name for name in names}


def _kind(definition: Json) -> str:
    either = definition.get("anyOf", [definition])
    return str(either[0]["properties"]["type"]["const"])


def blocks_objections(blocks: list[Json]) -> list[str]:
    """What the types say against blocks."""
    if _schema() is None:
        return []
    return [told for number, block in enumerate(blocks) for told in _block(f"/blocks/{number}", block)]


def _block(where: str, block: object) -> list[str]:
    if not isinstance(block, dict):
        return [f"{where}: a block is an object, not {block!r}"]
    kind = str(block.get("type"))
    if kind in NEWER:
        return []
    if kind not in _definitions():
        return [f"{where}: there is no block of type {kind}"]
    return _told(where, _definitions()[kind], block)


def view_objections(view: Json) -> list[str]:
    """What the types say against a modal or a home."""
    if _schema() is None:
        return []
    name = {"modal": "ModalView", "home": "HomeView"}.get(str(view.get("type")))
    if name is None:
        return [f"/view: there is no view of type {view.get('type')}"]
    blocks = view.get("blocks")
    if not isinstance(blocks, list):
        return _told("/view", name, view)
    return [*_told("/view", name, {**view, "blocks": []}), *blocks_objections(blocks)]


def metadata_objections(metadata: Json) -> list[str]:
    """What the types say against the metadata of a message."""
    return _told("/metadata", "MessageMetadata", metadata) if metadata and _schema() else []


def _told(where: str, name: str, instance: Json) -> list[str]:
    return [
        f"{where}{''.join(f'/{step}' for step in error.instance_path)}: {error.message[:300]}"
        for error in _validator(name).iter_errors(instance)
    ]
