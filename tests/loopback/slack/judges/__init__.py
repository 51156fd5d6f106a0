"""Judges of what the bot sends: Slack's own documents where they are at hand, and rules of ours always."""

from typing import TYPE_CHECKING

from tests.loopback.slack.judges.papers import request_objections
from tests.loopback.slack.judges.rules import message_mistakes, view_mistakes
from tests.loopback.slack.judges.schemas import blocks_objections, metadata_objections, view_objections
from tests.loopback.slack.wire import Failed, Json

if TYPE_CHECKING:
    from tests.loopback.slack.calls import Call


def objections(call: "Call") -> list[str]:
    """Everything the judges have against a request, in words; none for a good one."""
    told = request_objections(call)
    try:
        blocks, view, metadata = call.given("blocks"), call.given("view"), call.given("metadata")
    except Failed as failure:
        return [*told, f"{call.method}: {failure.answer}"]
    if isinstance(blocks, list):
        told += message_objections(blocks)
        if blocks and not call.args.get("text") and call.method != "blocks.validate":
            told.append("a message with blocks needs a text too: screen readers and notifications read it")
    if isinstance(view, dict):
        told += view_all(view)
    if isinstance(metadata, dict):
        told += metadata_objections(metadata)
    return [f"{call.method}: {one}" for one in told]


def message_objections(blocks: list[Json]) -> list[str]:
    """Both judges on the blocks of a message."""
    return [*message_mistakes(blocks), *blocks_objections(blocks)]


def view_all(view: Json) -> list[str]:
    """Both judges on a view."""
    return [*view_mistakes(view), *view_objections(view)]
