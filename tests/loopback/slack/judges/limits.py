"""How long and how many: Slack's limits as a table of our own, apart from the bot's."""

from collections.abc import Iterator

from tests.loopback.slack.wire import Json

LONGEST: dict[tuple[str, str], int] = {
    ("*", "block_id"): 255,
    ("*", "action_id"): 255,
    ("section", "text"): 3000,
    ("header", "text"): 150,
    ("button", "text"): 75,
    ("button", "value"): 2000,
    ("button", "url"): 3000,
    ("button", "accessibility_label"): 75,
    ("*", "placeholder"): 150,
    ("input", "label"): 2000,
    ("input", "hint"): 2000,
    ("modal", "title"): 24,
    ("modal", "submit"): 24,
    ("modal", "close"): 24,
    ("*", "private_metadata"): 3000,
    ("*", "callback_id"): 255,
    ("*", "external_id"): 255,
    ("image", "alt_text"): 2000,
    ("image", "image_url"): 3000,
    ("image", "title"): 2000,
    ("markdown", "text"): 12_000,
    ("card", "title"): 150,
    ("card", "subtitle"): 150,
    ("card", "body"): 200,
    ("container", "title"): 150,
    ("video", "title"): 200,
}
"""Characters, by the type of the object (`*`: of any) and the name of the field."""

MOST: dict[tuple[str, str], int] = {
    ("actions", "elements"): 25,
    ("context", "elements"): 10,
    ("section", "fields"): 10,
    ("radio_buttons", "options"): 10,
    ("checkboxes", "options"): 10,
    ("static_select", "options"): 100,
    ("multi_static_select", "options"): 100,
    ("static_select", "option_groups"): 100,
    ("multi_static_select", "option_groups"): 100,
    ("overflow", "options"): 5,
    ("container", "child_blocks"): 10,
    ("carousel", "elements"): 10,
    ("table", "rows"): 100,
    ("data_table", "rows"): 101,
}
"""Items. None of these may be empty."""

FIELD = 2000
OPTION = {"text": 75, "description": 75, "value": 150}
CONFIRM = {"title": 100, "text": 300, "confirm": 30, "deny": 30}


def length_mistakes(where: str, node: Json) -> Iterator[str]:
    """What is too long or too many in one object."""
    kind = str(node.get("type"))
    for name, value in node.items():
        words = value.get("text") if isinstance(value, dict) else value
        if isinstance(words, str):
            yield from _long(f"{where}/{name}", words, LONGEST.get((kind, name)) or LONGEST.get(("*", name)))
            if words == "" and (kind, name) in LONGEST:
                yield f"must be more than 0 characters [json-pointer:{where}/{name}]"
        if isinstance(value, list) and (kind, name) in MOST:
            yield from _many(f"{where}/{name}", value, MOST[kind, name])
    yield from _parts(where, node)


def _parts(where: str, node: Json) -> Iterator[str]:
    for number, one in enumerate(node.get("fields") or []):
        yield from _long(f"{where}/fields/{number}", str(one.get("text")), FIELD)
    for number, one in enumerate(node.get("options") or []):
        yield from _named(f"{where}/options/{number}", one, OPTION)
    if isinstance(node.get("confirm"), dict) and "title" in node["confirm"]:
        yield from _named(f"{where}/confirm", node["confirm"], CONFIRM)


def _named(where: str, node: Json, table: dict[str, int]) -> Iterator[str]:
    for name, most in table.items():
        value = node.get(name) or ""
        yield from _long(f"{where}/{name}", value.get("text", "") if isinstance(value, dict) else str(value), most)


def _long(where: str, words: str, most: int | None) -> Iterator[str]:
    if most and len(words) > most:
        yield f"must be less than {most + 1} characters, not {len(words)} [json-pointer:{where}]"


def _many(where: str, items: list[object], most: int) -> Iterator[str]:
    if len(items) > most:
        yield f"no more than {most} items allowed, not {len(items)} [json-pointer:{where}]"
    if not items:
        yield f"no fewer than 1 items allowed [json-pointer:{where}]"
