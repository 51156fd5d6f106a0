"""What a custom_id says: all that a press needs, so that buttons and open forms work after any restart.

`aq1:` is the version. Discord hands a custom_id back as it was sent, for as long as the message lives; so whatever is
read here stays readable, and a new shape gets a new version.
"""

from dataclasses import dataclass

from bot.chats.discord.limits import CUSTOM_ID
from bot.core.messages import ANSWER
from bot.quiz.ids import RoundId

VERSION = "aq1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A command behind a button."""

    name: str
    text: str = ""
    round: RoundId | None = None
    page: bool = False
    """It stands on a page, and what comes of it takes the page's place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """A button that opens an editor."""

    round: RoundId | None = None
    to: str = ANSWER


@dataclass(frozen=True, slots=True, kw_only=True)
class Editor:
    """An editor that was sent."""

    round: RoundId | None = None
    to: str = ANSWER


@dataclass(frozen=True, slots=True, kw_only=True)
class Grades:
    """The points of a rubric that a learner's answer made; `none` is the button beside the menu."""

    round: RoundId | None = None
    none: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A form that was sent."""

    name: str
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopen:
    """A button that opens a form again, with what was written in it."""

    name: str
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """A menu whose options are tags themselves."""

    number: int = 0


Tag = Press | Open | Editor | Grades | Sent | Reopen | Menu


def spelled(tag: Tag, copy: int = 0) -> str:
    """The custom_id, of at most 100 characters.

    Args:
        tag: what it says.
        copy: how often the same stands in a message already; Discord wants each custom_id once.

    Raises:
        ValueError: the text in it is too long.
    """
    custom_id = ":".join([f"{VERSION}.{copy}" if copy else VERSION, *_parts(tag)])
    if len(custom_id) > CUSTOM_ID:
        raise ValueError(f"{custom_id!r} is too long for a custom_id")
    return custom_id


def _parts(tag: Tag) -> tuple[str, ...]:
    match tag:
        case Press():
            return "p" if tag.page else "c", _number(tag.round), tag.name, tag.text
        case Open():
            return "o", _number(tag.round), tag.to
        case Editor():
            return "e", _number(tag.round), tag.to
        case Grades():
            return "n" if tag.none else "g", _number(tag.round)
        case Sent():
            return "f", tag.name, tag.about
        case Reopen():
            return "r", tag.name, tag.about
        case Menu():
            return "m", str(tag.number)


def read(custom_id: str) -> Tag | None:
    """What it says; None for what another version or somebody else has spelled."""
    version, _, rest = custom_id.partition(":")
    if version.partition(".")[0] != VERSION:
        return None
    match rest.split(":", 3):
        case ["c" | "p" as kind, number, name, text] if _is_round(number):
            return Press(name=name, text=text, round=_round(number), page=kind == "p")
        case ["o", number, to] if _is_round(number):
            return Open(round=_round(number), to=to)
        case ["e", number, to] if _is_round(number):
            return Editor(round=_round(number), to=to)
        case ["g" | "n" as kind, number] if _is_round(number):
            return Grades(round=_round(number), none=kind == "n")
        case ["m", number] if number.isdecimal():
            return Menu(number=int(number))
        case ["f" | "r" as kind, name, *about]:
            return (Sent if kind == "f" else Reopen)(name=name, about=":".join(about))
        case _:
            return None


def _number(one: RoundId | None) -> str:
    return "" if one is None else str(one)


def _is_round(number: str) -> bool:
    """Empty, or a number; a question that is only looked at has one below zero."""
    return not number or number.removeprefix("-").isdecimal()


def _round(number: str) -> RoundId | None:
    return RoundId(int(number)) if number else None
