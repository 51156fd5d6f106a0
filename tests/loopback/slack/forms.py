"""What a client keeps of a form: first values, answers, and what it refuses to send."""

import re

from tests.loopback.slack.blocks import MANY, ONE, PICKED, TYPED, Control, options
from tests.loopback.slack.wire import Json


class NotThere(AssertionError):
    """A person tried what is not on their screen."""


class Unfilled(AssertionError):
    """The client does not send the form: a field is empty, too short or too long."""


def initial(element: Json) -> Json | None:
    """What `state.values` says before anybody touched it; None for what has no state."""
    kind = element["type"]
    if kind in TYPED:
        return {"type": kind, "value": element.get("initial_value")}
    if kind in ONE - {"overflow"}:
        return {"type": kind, "selected_option": element.get("initial_option")}
    if kind in MANY:
        return {"type": kind, "selected_options": element.get("initial_options") or []}
    if kind == "file_input":
        return {"type": kind, "files": []}
    if kind in PICKED and kind != "feedback_buttons":
        name = PICKED[kind]
        return {"type": kind, name: element.get(name.replace("selected", "initial"))}
    return None


def answered(control: Control, value: object) -> Json:
    """What `state.values` says after somebody gave `value`: text, an option's words, several, or what a picker picks.

    Raises:
        NotThere: there is no such option.
    """
    kind = control.kind
    if kind in TYPED:
        return {"type": kind, "value": str(value) or None}
    if kind in ONE:
        return {"type": kind, "selected_option": option(control, str(value))}
    if kind in MANY:
        wanted = [value] if isinstance(value, str) else list(value)  # type: ignore[call-overload]
        return {"type": kind, "selected_options": [option(control, str(one)) for one in wanted]}
    if kind in PICKED:
        return {"type": kind, PICKED[kind]: value}
    raise NotThere(f"“{control.label}” is a {kind}: it cannot be filled in")


def option(control: Control, words: str) -> Json:
    """The option that reads so."""
    found = [one for one in options(control.element) if one["text"]["text"] == words]
    if not found:
        there = [one["text"]["text"] for one in options(control.element)]
        raise NotThere(f"no option “{words}” under “{control.label}”; there are {there}")
    return found[0]


_QUOTES = (
    (re.compile(r"(^|[\s([{=,:])\""), r"\1“"),
    (re.compile(r"(^|[\s([{=,:])'"), r"\1‘"),
    (re.compile(r"\""), "”"),
    (re.compile(r"'"), "’"),
    (re.compile(r"\.\.\."), "…"),
    (re.compile(r"--"), "—"),
)


def typographic(text: str) -> str:
    """What a client makes of typed quotes, dots and dashes."""
    for pattern, better in _QUOTES:
        text = pattern.sub(better, text)
    return text


def refusal(control: Control, value: Json) -> str:
    """Why the client would not send this; empty when it would."""
    element = control.element
    held = next((held for name, held in value.items() if name != "type"), None)
    if control.block["type"] == "input" and not control.block.get("optional") and not held:
        return f"“{control.label}” must be filled in"
    if control.kind in TYPED and held:
        length = len(held)
        if length > element.get("max_length", 3000):
            return f"“{control.label}” holds {element.get('max_length', 3000)} characters at most, not {length}"
        if length < element.get("min_length", 0):
            return f"“{control.label}” needs {element['min_length']} characters at least"
    return ""
