"""Our own rules of Block Kit, known without any document; among them those a schema cannot say."""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from tests.loopback.slack.blocks import INTERACTIVE, options
from tests.loopback.slack.judges.frames import frame_mistakes
from tests.loopback.slack.judges.limits import length_mistakes
from tests.loopback.slack.judges.tables import table_mistakes
from tests.loopback.slack.wire import Json

MESSAGE, MODAL, HOME = "message", "modal", "home"
ELSEWHERE = {
    "alert": {MODAL},
    "carousel": {MESSAGE, HOME},
    "container": {MESSAGE},
    "plan": {MESSAGE},
    "task_card": {MESSAGE},
    "context_actions": {MESSAGE},
}
"""Blocks that only some surfaces take (docs.slack.dev/blocks.json)."""
PLAIN = {("header", "text"), ("button", "text"), ("input", "label"), ("input", "hint")} | {
    ("modal", name) for name in ("title", "submit", "close")
}
"""Fields that take plain_text only."""
MARKDOWN = 12_000


def message_mistakes(blocks: list[Json]) -> list[str]:
    """What Slack would refuse in a message's blocks, in words."""
    return frame_mistakes(blocks) or [*_blocks(blocks, MESSAGE, 50), *_one_table(blocks)]


def view_mistakes(view: Json) -> list[str]:
    """What Slack would refuse in a view, in words."""
    told = [*_outside(view), *frame_mistakes(view.get("blocks", []))]
    return told or _view(view)


def _outside(view: Json) -> Iterator[str]:
    if str(view.get("type")) not in {MODAL, HOME}:
        yield "must be a modal or a home [json-pointer:/type]"
    for name in ("title", "submit", "close"):
        words = view.get(name, {"text": ""})
        if not isinstance(words, dict) or not isinstance(words.get("text"), str):
            yield f"must be a text object [json-pointer:/{name}]"
    for name in ("callback_id", "private_metadata", "external_id"):
        if not isinstance(view.get(name, ""), str):
            yield f"must be a string [json-pointer:/{name}]"


def _view(view: Json) -> list[str]:
    surface = HOME if view.get("type") == "home" else MODAL
    blocks = view.get("blocks") or []
    frame = {name: value for name, value in view.items() if name != "blocks"}
    return [*length_mistakes("", frame), *_plain("", frame), *_frame(view), *_blocks(blocks, surface, 100)]


def _frame(view: Json) -> Iterator[str]:
    if "blocks" not in view:
        yield "missing required field: blocks [json-pointer:/]"
    if view.get("type") == "modal":
        if not view.get("title"):
            yield "missing required field: title [json-pointer:/title]"
        if any(block.get("type") == "input" for block in view.get("blocks") or []) and not view.get("submit"):
            yield "submit must be specified when there are input blocks [json-pointer:/submit]"


def _blocks(blocks: list[Json], surface: str, most: int) -> Iterator[str]:
    if len(blocks) > most:
        yield f"no more than {most} items allowed, not {len(blocks)} [json-pointer:/blocks]"
    yield from _twice("/blocks", "block_id", [block.get("block_id") for block in blocks])
    if sum(len(str(block.get("text"))) for block in blocks if block.get("type") == "markdown") > MARKDOWN:
        yield f"no more than {MARKDOWN} characters of markdown in all [json-pointer:/blocks]"
    if sum(node.get("focus_on_load") is True for _, node in _walk("", blocks)) > 1:
        yield "only one element can have focus_on_load [json-pointer:/blocks]"
    for number, block in enumerate(blocks):
        where = f"/blocks/{number}"
        kind = str(block.get("type"))
        if surface not in ELSEWHERE.get(kind, {surface}):
            yield f"no {kind} in a {surface} [json-pointer:{where}]"
        yield from _twice(where, "action_id", [node.get("action_id") for _, node in _walk(where, block)])
        for there, node in _walk(where, block):
            yield from _node(there, node)


def _node(where: str, node: Json) -> Iterator[str]:
    yield from length_mistakes(where, node)
    yield from table_mistakes(where, node)
    yield from _plain(where, node)
    match node.get("type"):
        case "section" if not (node.get("text") or node.get("fields")):
            yield f"a section needs text or fields [json-pointer:{where}]"
        case "image" if bool(node.get("image_url")) == bool(node.get("slack_file")):
            yield f"an image has either image_url or slack_file [json-pointer:{where}]"
        case "rich_text" if not node.get("elements"):
            yield f"no fewer than 1 items allowed [json-pointer:{where}/elements]"
        case "plain_text_input":
            yield from _typed(where, node)
        case kind if kind in INTERACTIVE and ("options" in node or "option_groups" in node):
            yield from _choice(where, node)


def _typed(where: str, node: Json) -> Iterator[str]:
    least, most = node.get("min_length", 0), node.get("max_length", 3000)
    if not 0 <= least <= most or not 1 <= most <= 3000:
        yield f"min_length and max_length do not fit together, or into 3000 [json-pointer:{where}]"
    if len(node.get("initial_value") or "") > most:
        yield f"initial_value is longer than max_length [json-pointer:{where}/initial_value]"


def _choice(where: str, node: Json) -> Iterator[str]:
    if "options" in node and "option_groups" in node:
        yield f"either options or option_groups [json-pointer:{where}]"
    offered = options(node)
    yield from _twice(f"{where}/options", "value", [option.get("value") for option in offered])
    chosen = [node["initial_option"]] if node.get("initial_option") else node.get("initial_options") or []
    if any(option not in offered for option in chosen):
        yield f"what is chosen at first is no option, to the letter [json-pointer:{where}]"
    if "initial_options" in node and not node["initial_options"]:
        yield f"no fewer than 1 items allowed [json-pointer:{where}/initial_options]"


def _one_table(blocks: list[Json]) -> Iterator[str]:
    if sum(node.get("type") in {"table", "data_table"} for _, node in _walk("", blocks)) > 1:
        yield "only one table in a message [json-pointer:/blocks]"


def _plain(where: str, node: Json) -> Iterator[str]:
    for name, value in node.items():
        if (node.get("type"), name) in PLAIN and isinstance(value, dict) and value.get("type") != "plain_text":
            yield f"only plain_text here [json-pointer:{where}/{name}]"


def _twice(where: str, name: str, values: list[object]) -> Iterator[str]:
    for value, count in Counter(one for one in values if one is not None).items():
        if count > 1:
            yield f"{name} {value} is there {count} times [json-pointer:{where}]"


def _walk(where: str, node: object) -> Iterator[tuple[str, Json]]:
    """Every object with a type, and where it is."""
    if isinstance(node, dict):
        if "type" in node:
            yield where, node
        for name, value in node.items():
            yield from _walk(f"{where}/{name}", value)
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from _walk(f"{where}/{number}", value)


def unsupported(blocks: list[Json], kinds: AbstractSet[str]) -> list[str]:
    """Types that a Slack which does not know `kinds` yet would refuse."""
    found = {str(node["type"]) for _, node in _walk("", blocks)} & kinds
    return [f"unsupported type: {kind}" for kind in sorted(found)]
