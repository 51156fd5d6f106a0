"""What a message may hold: lengths, blocks and metadata, checked as Slack checks them before it takes a message."""

import copy
import json
from dataclasses import dataclass, field

from tests.loopback.slack.blocks import filled, weight
from tests.loopback.slack.calls import Call
from tests.loopback.slack.judges.rules import message_mistakes, unsupported
from tests.loopback.slack.wire import Failed, Json

TEXT = 40_000
"""chat.postMessage cuts longer texts off, with a warning."""
UPDATED_TEXT = 4_000
BLOCKS_WEIGHT = 13_200
"""Characters in all blocks together (bolt-js issue 2509)."""
METADATA = 8_000
MARKDOWN = 12_000


@dataclass(slots=True, kw_only=True)
class Content:
    """Taken as it will be kept."""

    text: str
    blocks: list[Json]
    metadata: Json | None = None
    warnings: list[str] = field(default_factory=list)


def content(call: Call, *, longest: int = TEXT, cut: bool = True) -> Content:
    """What the arguments say.

    Raises:
        Failed: with Slack's own error.
    """
    text, warnings = _text(call, longest, cut=cut)
    return Content(text=text, blocks=_blocks(call), metadata=_metadata(call), warnings=warnings)


def _text(call: Call, longest: int, *, cut: bool) -> tuple[str, list[str]]:
    text, markdown = str(call.args.get("text") or ""), str(call.args.get("markdown_text") or "")
    if markdown and (text or call.args.get("blocks")):
        raise Failed("markdown_text_conflict")
    if len(markdown) > MARKDOWN:
        raise Failed("msg_too_long")
    if not (text or markdown or call.given("blocks") or call.args.get("attachments") or call.args.get("files")):
        raise Failed("no_text")
    if len(text) > longest:
        if not cut:
            raise Failed("msg_too_long")
        return text[:longest], ["message_truncated"]
    return text or markdown, []


def _blocks(call: Call) -> list[Json]:
    blocks = call.given("blocks") or []
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        raise Failed("invalid_blocks_format")
    mistakes = unsupported(blocks, call.slack.unsupported) or message_mistakes(blocks)
    if mistakes:
        told = [f"[ERROR] {mistake}" for mistake in mistakes]
        raise Failed("invalid_blocks", errors=mistakes, response_metadata={"messages": told})
    if weight(blocks) > BLOCKS_WEIGHT:
        raise Failed("msg_blocks_too_long")
    return filled(copy.deepcopy(blocks), call.slack.mint)


def _metadata(call: Call) -> Json | None:
    metadata = call.given("metadata")
    if metadata is None:
        return None
    if not isinstance(metadata, dict):
        raise Failed("invalid_metadata_format")
    if metadata and not (
        isinstance(metadata.get("event_type"), str) and isinstance(metadata.get("event_payload"), dict)
    ):
        raise Failed("invalid_metadata_schema")
    if len(json.dumps(metadata)) > METADATA:
        raise Failed("metadata_too_large")
    return metadata
