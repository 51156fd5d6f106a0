"""What Discord refuses in a modal."""

from tests.loopback.discord.components import Kind, walk
from tests.loopback.discord.errors import Json, form
from tests.loopback.discord.rules import Problems, between, components, too_long

_TOP = {Kind.ACTION_ROW, Kind.TEXT_DISPLAY, Kind.LABEL}


def check(modal: Json) -> None:
    """Raise the Refusal (50035) Discord would; paths begin with `data`."""
    problems: Problems = {}
    if not 1 <= len(modal.get("title") or "") <= 45:
        problems["title"] = between(1, 45)
    if not 1 <= len(modal.get("custom_id") or "") <= 100:
        problems["custom_id"] = between(1, 100)
    inside = modal.get("components") or []
    if not 1 <= len(inside) <= 5:
        problems["components"] = between(1, 5)
    for index, one in enumerate(inside):
        if one["type"] not in _TOP:
            problems[f"components.{index}"] = "UNION_TYPE_CHOICES", 'Value of field "type" must be one of (1, 10, 18).'
    problems |= components(inside)
    for path, one in walk(inside):
        problems |= {f"{path}.{field}": told for field, told in _one(one).items()}
    if problems:
        raise form({f"data.{path}": told for path, told in problems.items()})


def _one(one: Json) -> Problems:
    match one["type"]:
        case Kind.LABEL:
            return _label(one)
        case Kind.TEXT_INPUT:
            return _text_input(one)
        case Kind.RADIO_GROUP | Kind.CHECKBOX_GROUP | Kind.STRING_SELECT:
            return _amounts(one)
        case _:
            return {}


def _label(one: Json) -> Problems:
    problems: Problems = {}
    if not 1 <= len(one.get("label") or "") <= 45:
        problems["label"] = between(1, 45)
    if len(one.get("description") or "") > 100:
        problems["description"] = too_long(100)
    if (one.get("component") or {}).get("label"):
        problems["component.label"] = "TEXT_INPUT_LABEL_IN_LABEL", "A text input inside a label has no label"
    return problems


def _text_input(one: Json) -> Problems:
    problems: Problems = {}
    limit = one.get("max_length") or 4000
    if len(one.get("value") or "") > limit:
        problems["value"] = too_long(limit)
    if len(one.get("placeholder") or "") > 100:
        problems["placeholder"] = too_long(100)
    if (one.get("min_length") or 0) > limit:
        problems["min_length"] = "BASE_TYPE_MAX", f"int value should be less than or equal to {limit}."
    return problems


def _amounts(one: Json) -> Problems:
    options = one.get("options") or []
    if (one.get("max_values") or 0) > len(options):
        return {"max_values": ("COMPONENT_MAX_VALUES", "max_values cannot be more than the options")}
    if one["type"] == Kind.RADIO_GROUP and sum(bool(each.get("default")) for each in options) > 1:
        return {"options": ("RADIO_GROUP_ONE_DEFAULT", "Only one option can be the default")}
    return {}
