"""A message as a value: pieces one under the other, before Discord's classes are asked to draw it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from bot.chats.discord import limits, markup
from bot.chats.discord.tags import Tag
from bot.core.pages import Style

FEWEST_CHARS = 120
"""A piece is not cut below this."""


class Colour(IntEnum):
    """The stripe at a card's side. It never says anything that the words do not."""

    PLAIN = 0x5865F2
    RIGHT = 0x2D7D46
    WRONG = 0xC84B31
    CLOSED = 0x80848E


@dataclass(frozen=True, slots=True)
class Text:
    """Markdown."""

    body: str


@dataclass(frozen=True, slots=True)
class Code:
    """A block."""

    source: str
    language: str = "py"


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """One press."""

    label: str
    tag: Tag
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True)
class Buttons:
    """Side by side."""

    buttons: tuple[Button, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A text with one button at its right."""

    body: str
    button: Button


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """Something to choose from."""

    tag: Tag
    placeholder: str
    options: tuple[tuple[str, str], ...]
    """Value and label."""
    many: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A file."""

    name: str
    content: str


Piece = Text | Code | Buttons | Beside | Menu | Rule | Attached


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A card. `hidden` is a second card under it, shown when somebody presses on it."""

    pieces: tuple[Piece, ...]
    colour: Colour = Colour.PLAIN
    hidden: tuple[Piece, ...] = ()
    below: tuple[Piece, ...] = ()
    """Buttons under the cards."""
    call: int = 0
    """A role that is called."""


def sheet(*pieces: Piece | None, colour: Colour = Colour.PLAIN, below: Sequence[Piece | None] = ()) -> Sheet:
    """A card of those pieces that there are."""
    return Sheet(pieces=tuple(filter(None, pieces)), colour=colour, below=tuple(filter(None, below)))


def buttons(*given: Button | None) -> Buttons | None:
    """Those that there are; none with the meaning of another."""
    kept: dict[Tag, Button] = {}
    for one in filter(None, given):
        kept.setdefault(one.tag, one)
    return Buttons(tuple(kept.values())[: limits.ROW]) if kept else None


def fitted(card: Sheet, most: int = limits.TEXT) -> Sheet:
    """The same within so many characters: the longest pieces lose their ends."""
    pieces = [*card.pieces, *card.hidden, *card.below]
    while (over := sum(map(_length, pieces)) - most) > 0:
        at = max(range(len(pieces)), key=lambda one: _length(pieces[one]))
        if _length(pieces[at]) <= FEWEST_CHARS:
            break
        pieces[at] = _shortened(pieces[at], over)
    first, second = len(card.pieces), len(card.pieces) + len(card.hidden)
    return replace(card, pieces=tuple(pieces[:first]), hidden=tuple(pieces[first:second]), below=tuple(pieces[second:]))


def drawn(piece: Text | Code) -> str:
    """Its Markdown."""
    return piece.body if isinstance(piece, Text) else markup.block(piece.source, piece.language)


def _length(piece: Piece) -> int:
    match piece:
        case Text() | Code():
            return len(drawn(piece))
        case Beside(body=body):
            return len(body)
        case _:
            return 0


def _shortened(piece: Piece, over: int) -> Piece:
    most = max(FEWEST_CHARS, _length(piece) - over) - 20
    match piece:
        case Text(body=body):
            return Text(_closed(limits.cut(body, most)))
        case Code(source=source):
            return replace(piece, source=limits.cut(source, most - len(piece.language)))
        case Beside(body=body):
            return replace(piece, body=_closed(limits.cut(body, most)))
        case _:
            return piece


def _closed(body: str) -> str:
    """A block whose end was cut off is ended."""
    return f"{body}\n```" if body.count("```") % 2 else body
