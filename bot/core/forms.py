"""What people fill in: a few fields, sent back as a `Filled` deed. A question's own editor is made from its card."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing to fill in."""

    name: str
    label: str
    """At most 45 characters."""
    value: str = ""
    """What stands there already."""
    hint: str = ""
    """Shown in the empty field; at most 100 characters."""
    lines: bool = False
    """Several lines, as for code or a paragraph."""
    required: bool = True
    most: int = 3000
    """Characters."""
    options: tuple[tuple[str, str], ...] = ()
    """Value and label of each, to pick one of at most ten; empty: it is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Two chats show at most five fields, so there are at most five."""

    name: str
    """Which one it is: `report`."""
    title: str
    """At most 24 characters."""
    fields: tuple[Field, ...]
    about: str = ""
    """What it is about, handed back as it is: at most 60 characters, never a secret."""
    submit: str = ""
    """The label of the button that sends it; empty: the chat's own."""
