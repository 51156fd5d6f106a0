"""Commands and their options, and how they become the words that every chat understands; the table is in `offered`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from bot.chats.discord import limits

SUBCOMMAND, GROUP = 1, 2
"""Kinds of what stands in a command, by Discord's numbers."""
QUESTION, TOPIC, ZONE = "question", "topic", "zone"
"""What an option completes itself with."""


class Takes(IntEnum):
    """Kinds of options, by Discord's numbers."""

    TEXT = 3
    YES = 5
    PERSON = 6
    CHANNEL = 7
    ROLE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One thing that can be said with a command."""

    name: str
    meaning: str
    takes: Takes = Takes.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()
    completes: str = ""
    written: str = "{}"
    """How it stands in the words of the command."""
    unless: str = ""
    """Of a yes or no: what `no` says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sub:
    """One command of a group."""

    name: str
    meaning: str
    options: tuple[Option, ...] = ()
    within: str = ""
    """The subcommand group it stands in: a command has room for 25, and moderators have more."""


def chosen(data: Mapping[str, Any]) -> tuple[str, Sequence[Mapping[str, Any]]]:
    """The name of the subcommand somebody gave, in a group or not, and its options."""
    options: Sequence[Mapping[str, Any]] = data.get("options") or ()
    first: Mapping[str, Any] = next(iter(options), {})
    if first.get("type") == GROUP:
        first = next(iter(first.get("options") or ()), {})
    return str(first.get("name") or data.get("name") or ""), first.get("options") or ()


def words(sub: Sub, given: Mapping[str, Any]) -> str:
    """The options of a command as its text, in the table's order."""
    return " ".join(filter(None, (_word(one, given.get(one.name)) for one in sub.options)))


def _word(option: Option, value: Any) -> str:  # noqa: ANN401 - text, a number or a truth
    if value is None or value == "":
        return ""
    if option.takes is Takes.YES:
        return option.written if value else option.unless
    return option.written.format(value)


def completed(typed: str, known: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Names and values that match what is typed: first those that begin with it, then those that hold it."""
    wanted = typed.casefold()
    begins = [one for one in known if one[1].casefold().startswith(wanted)]
    holds = [one for one in known if wanted in one[0].casefold() and not one[1].casefold().startswith(wanted)]
    return [(limits.cut(name, limits.OPTION), value) for name, value in (*begins, *holds)][: limits.CHOICES]
