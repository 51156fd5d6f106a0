"""Views for everything that is a title, some facts and the next steps; what a question looks like is in `cards`."""

from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    """How an action stands out."""

    PLAIN = "plain"
    PRIMARY = "primary"
    """What most people want next."""
    DANGER = "danger"
    """It cannot be undone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """A next step: a button where a chat has buttons. Pressing it is a `Command` of this name and text."""

    label: str
    """At most 40 characters."""
    name: str
    """The command: `inbox`."""
    text: str = ""
    """What comes after it: `approve 12`; at most 60 characters."""
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One item of a page. Its texts are plain: they may hold people's words, so chats escape them."""

    text: str
    detail: str = ""
    """What is to be said about it, in a smaller voice."""
    code: str = ""
    """Shown as a block."""
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A title, sentences, rows and the next steps; for one person, or published for everybody."""

    title: str
    text: str = ""
    """The bot's own words: plain paragraphs with `code` in back-ticks. People's words belong into rows."""
    rows: tuple[Row, ...] = ()
    """At most 12."""
    actions: tuple[Action, ...] = ()
    """At most 5."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file for one person."""

    name: str
    """`askling-ada.json`."""
    content: str
    text: str
    """What it is, in a sentence."""
