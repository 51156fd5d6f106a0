"""Reading Block Kit: what it says, what can be pressed or filled in, and the ids Slack makes up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.loopback.slack.mint import Mint
from tests.loopback.slack.wire import Json

PRESSED = frozenset({"button", "icon_button", "workflow_button"})
TYPED = frozenset({"plain_text_input", "number_input", "email_text_input", "url_text_input"})
ONE = frozenset({"static_select", "radio_buttons", "overflow"})
MANY = frozenset({"multi_static_select", "checkboxes"})
PICKED = {
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "users_select": "selected_user",
    "conversations_select": "selected_conversation",
    "channels_select": "selected_channel",
    "external_select": "selected_option",
    "multi_users_select": "selected_users",
    "multi_conversations_select": "selected_conversations",
    "multi_channels_select": "selected_channels",
    "multi_external_select": "selected_options",
    "rich_text_input": "rich_text_value",
    "file_input": "files",
    "feedback_buttons": "value",
}
INTERACTIVE = PRESSED | TYPED | ONE | MANY | PICKED.keys()


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """Something a person can use, under the words they see."""

    block_id: str
    action_id: str
    label: str
    element: Json
    block: Json

    @property
    def kind(self) -> str:
        return str(self.element["type"])

    @property
    def key(self) -> tuple[str, str]:
        return self.block_id, self.action_id

    @property
    def is_input(self) -> bool:
        """Its value is sent with the form; it tells nobody when it changes."""
        return self.block["type"] == "input" and not self.block.get("dispatch_action")


def walk(node: object) -> Iterator[Json]:
    """Every object of a block that has a type, the outer ones first."""
    if isinstance(node, dict):
        if "type" in node:
            yield node
        for value in node.values():
            yield from walk(value)
    elif isinstance(node, list):
        for one in node:
            yield from walk(one)


def kinds(blocks: Iterable[Json]) -> set[str]:
    return {str(node["type"]) for node in walk(list(blocks))}


def controls(blocks: Iterable[Json]) -> list[Control]:
    """What can be pressed, chosen or filled in, from top to bottom."""
    return list(_controls(list(blocks), None))


def _controls(node: object, block: Json | None) -> Iterator[Control]:
    if isinstance(node, list):
        for one in node:
            yield from _controls(one, block)
    elif isinstance(node, dict):
        if "block_id" in node:
            block = node
        if block is not None and node.get("type") in INTERACTIVE and "action_id" in node:
            yield Control(
                block_id=block["block_id"],
                action_id=node["action_id"],
                label=_label(node, block),
                element=node,
                block=block,
            )
        else:
            for value in node.values():
                yield from _controls(value, block)


def _label(element: Json, block: Json) -> str:
    shown = element.get("text") or block.get("label") or element.get("placeholder") or {}
    return str(shown.get("text", "")) if isinstance(shown, dict) else str(shown)


def options(element: Json) -> list[Json]:
    """Of a choice, also those in groups."""
    grouped = [option for group in element.get("option_groups") or [] for option in group["options"]]
    return [*(element.get("options") or []), *grouped]


def filled(blocks: list[Json], mint: Mint) -> list[Json]:
    """The same blocks with the ids Slack gives where the app gave none."""
    for block in blocks:
        block.setdefault("block_id", mint.short())
        if block["type"] in {"container", "carousel"}:
            for child in block.get("child_blocks") or block.get("elements") or []:
                child.setdefault("block_id", mint.short())
    for node in walk(blocks):
        if node["type"] in INTERACTIVE:
            node.setdefault("action_id", mint.short())
    return blocks


_SILENT = {"type", "block_id", "action_id", "value", "style", "language", "url", "image_url", "alt_text", "verbatim"}


def said(node: object) -> str:
    """Everything a person can read in blocks, in order, a line a piece."""
    return "\n".join(piece for piece in _pieces(node) if piece)


def _pieces(node: object) -> Iterator[str]:
    if isinstance(node, list):
        for one in node:
            yield from _pieces(one)
    elif isinstance(node, dict):
        if node.get("type") in {"rich_text_section", "rich_text_preformatted", "rich_text_quote"}:
            yield "".join(_inline(part) for part in node["elements"])
            return
        for name, value in node.items():
            if isinstance(value, str):
                if name not in _SILENT:
                    yield value
            elif name not in {"confirm", "metadata"}:
                yield from _pieces(value)


def _inline(part: Json) -> str:
    names = ("text", "name", "user_id", "channel_id", "usergroup_id", "range", "url", "fallback")
    return next((str(part[name]) for name in names if part.get(name)), "")


def weight(blocks: list[Json]) -> int:
    """Characters of text in all blocks."""
    return len(said(blocks))
