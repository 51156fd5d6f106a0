"""Our own rules of Block Kit, known without any document; among them those a schema cannot say."""

from collections.abc import Set as AbstractSet

from tests.loopback.slack.blocks import kinds
from tests.loopback.slack.wire import Json


def message_mistakes(blocks: list[Json], unsupported: AbstractSet[str] = frozenset()) -> list[str]:
    """What Slack would refuse in a message's blocks, in words."""
    return [*_many(blocks, 50), *_new(blocks, unsupported)]


def view_mistakes(view: Json, unsupported: AbstractSet[str] = frozenset()) -> list[str]:
    """What Slack would refuse in a view, in words."""
    return [*_many(view.get("blocks", []), 100), *_new(view.get("blocks", []), unsupported)]


def _many(blocks: list[Json], most: int) -> list[str]:
    return [f"no more than {most} items allowed [json-pointer:/blocks]"] if len(blocks) > most else []


def _new(blocks: list[Json], unsupported: AbstractSet[str]) -> list[str]:
    return [f"unsupported type: {kind}" for kind in sorted(kinds(blocks) & unsupported)]
