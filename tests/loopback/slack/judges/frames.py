"""What must be there at all, and of which shape; looked at first, so that everything after can rely on it."""

from collections.abc import Iterator

from tests.loopback.slack.wire import Json

BLOCKS: dict[str, tuple[str, ...]] = {
    "actions": ("elements",),
    "alert": ("text",),
    "card": (),
    "carousel": ("elements",),
    "container": ("child_blocks",),
    "context": ("elements",),
    "context_actions": ("elements",),
    "data_table": ("rows", "caption"),
    "data_visualization": (),
    "divider": (),
    "file": ("external_id", "source"),
    "header": ("text",),
    "image": ("alt_text",),
    "input": ("label", "element"),
    "markdown": ("text",),
    "plan": ("title",),
    "rich_text": ("elements",),
    "section": (),
    "table": ("rows",),
    "task_card": ("task_id", "title", "status"),
    "video": ("alt_text", "title", "thumbnail_url", "video_url"),
}
"""Every block, with what it cannot be without."""

PARTS: dict[str, tuple[str, ...]] = {
    "button": ("text",),
    "checkboxes": ("options",),
    "feedback_buttons": ("positive_button", "negative_button"),
    "icon_button": ("icon", "text"),
    "mrkdwn": ("text",),
    "overflow": ("options",),
    "plain_text": ("text",),
    "radio_buttons": ("options",),
    "raw_number": ("value", "text"),
    "raw_text": ("text",),
    "rich_text_list": ("elements", "style"),
    "rich_text_preformatted": ("elements",),
    "rich_text_quote": ("elements",),
    "rich_text_section": ("elements",),
}
"""The same for what blocks are made of."""

LISTS = frozenset(
    {"elements", "options", "option_groups", "fields", "child_blocks", "initial_options", "tasks", "actions"}
)
"""Fields that hold objects in a row."""
OBJECTS = frozenset({"label", "hint", "placeholder", "accessory", "element", "confirm", "initial_option", "title"})
WORDS = frozenset({"block_id", "action_id", "value", "alt_text", "url", "image_url", "caption", "initial_value"})
NUMBERS = frozenset({"min_length", "max_length", "page_size", "row_header_column_index", "max_files"})
SPOKEN = frozenset({"plain_text", "mrkdwn", "markdown", "raw_text", "raw_number", "text", "link"})
"""Types whose `text` is words, not an object."""
FREE = frozenset({("data_table", "caption"), ("plan", "title"), ("task_card", "title"), ("raw_number", "value")})


def frame_mistakes(blocks: object) -> list[str]:
    """What is missing or of the wrong shape in blocks."""
    if not isinstance(blocks, list):
        return ["must be a list [json-pointer:/blocks]"]
    return [told for number, block in enumerate(blocks) for told in _block(f"/blocks/{number}", block)]


def _block(where: str, block: object) -> Iterator[str]:
    if not isinstance(block, dict) or str(block.get("type")) not in BLOCKS:
        yield f"unsupported type: {block.get('type') if isinstance(block, dict) else block} [json-pointer:{where}/type]"
        return
    yield from _missing(where, block, BLOCKS[block["type"]])
    yield from _fields(where, block, block["type"])
    if block["type"] in {"table", "data_table"} and not _is_table(block.get("rows")):
        yield f"must be rows of cells [json-pointer:{where}/rows]"


def _part(where: str, part: object) -> Iterator[str]:
    if not isinstance(part, dict):
        yield f"must be an object [json-pointer:{where}]"
        return
    kind = part.get("type")
    if not isinstance(kind, str | None):
        yield f"unsupported type: {kind} [json-pointer:{where}/type]"
        return
    yield from _missing(where, part, BLOCKS.get(kind or "", PARTS.get(kind or "", ())))
    yield from _fields(where, part, kind or "")


def _fields(where: str, node: Json, kind: str) -> Iterator[str]:
    for name, value in node.items():
        there = f"{where}/{name}"
        if (kind, name) in FREE:
            continue
        if name in LISTS:
            yield from _row(there, value)
        elif name in OBJECTS or (name == "text" and kind not in SPOKEN):
            yield from _typed(there, value)
        elif (name in WORDS or name == "text") and not isinstance(value, str):
            yield f"must be a string [json-pointer:{there}]"
        elif name in NUMBERS and (isinstance(value, bool) or not isinstance(value, int)):
            yield f"must be a number [json-pointer:{there}]"


def _row(where: str, value: object) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"must be a list [json-pointer:{where}]"
        return
    for number, one in enumerate(value):
        if where.endswith(("/options", "/initial_options")) and isinstance(one, dict):
            yield from _missing(f"{where}/{number}", one, ("text",))
        elif where.endswith("/option_groups") and isinstance(one, dict):
            yield from _missing(f"{where}/{number}", one, ("label", "options"))
        elif isinstance(one, dict):
            yield from _missing(f"{where}/{number}", one, ("type",))
        yield from _part(f"{where}/{number}", one)


def _typed(where: str, value: object) -> Iterator[str]:
    if isinstance(value, dict) and not where.endswith(("/confirm", "/initial_option")):
        yield from _missing(where, value, ("type",))
    yield from _part(where, value)


def _is_table(rows: object) -> bool:
    cells = [cell for row in rows for cell in row] if isinstance(rows, list) and _are_lists(rows) else None
    return cells is not None and all(isinstance(cell, dict) and isinstance(cell.get("type"), str) for cell in cells)


def _are_lists(rows: list[object]) -> bool:
    return all(isinstance(row, list) for row in rows)


def _missing(where: str, node: Json, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        if node.get(name) is None:
            yield f"missing required field: {name} [json-pointer:{where}/{name}]"
