"""What can be said of a schedule beside its days, time and zone: words of the form `open=12h`."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bot.quiz.errors import ScheduleMistake
from bot.quiz.ids import QuestionId
from bot.quiz.sources import Theme
from bot.quiz.spelling import meant

FOR_EVER = date.max
"""A pause until somebody resumes."""
HEAVIEST = 9
_UNITS = {"d": 86_400, "h": 3_600, "m": 60, "s": 1}
_LONGEST = timedelta(days=60)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YES = {"yes": True, "on": True, "true": True, "no": False, "off": False, "false": False}


def span(text: str) -> timedelta:
    """Read `24h`, `90m`, `1d12h`, `0h`.

    Raises:
        ScheduleMistake: it is no span of time, or longer than 60 days.
    """
    if not re.fullmatch(r"(?:\d{1,7}[dhms])+", text):
        raise ScheduleMistake("{text!r} is no span of time; write it like 24h, 90m or 1d12h", text=text)
    found = timedelta(seconds=sum(int(n) * _UNITS[unit] for n, unit in re.findall(r"(\d+)([dhms])", text)))
    if found > _LONGEST:
        raise ScheduleMistake("{text!r} is too long; 60d is the most", text=text)
    return found


def spelled_span(length: timedelta) -> str:
    """A span as `span` reads it: `1d12h`."""
    seconds = int(length.total_seconds())
    parts = []
    for unit, size in _UNITS.items():
        count, seconds = divmod(seconds, size)
        if count:
            parts.append(f"{count}{unit}")
    return "".join(parts) or "0h"


def day(text: str) -> date:
    """Read `2026-12-24`.

    Raises:
        ScheduleMistake: there is no such date.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ScheduleMistake("{text!r} is no date; write it like 2026-12-24", text=text) from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One word: the field it fills, how it is read and spelled, and what it means."""

    name: str
    field: str
    """`open_for`, or with a dot a field of the schedule's source: `source.pack`."""
    read: Callable[[str], Any]
    spell: Callable[[Any], str]


def _list(text: str) -> list[str]:
    return [part for part in text.split(",") if part]


def _topics(text: str) -> frozenset[str]:
    return frozenset(_list(text.casefold()))


def _commas(words: Iterable[str]) -> str:
    return ",".join(sorted(words))


def _months(text: str) -> frozenset[int]:
    found = set()
    for word in _list(text.casefold()):
        if word[:3] not in _MONTHS:
            raise ScheduleMistake("{word!r} is no month{meant}", word=word, meant=meant(word, _MONTHS))
        found.add(_MONTHS.index(word[:3]) + 1)
    return frozenset(found)


def _weights(text: str) -> tuple[tuple[str, int], ...]:
    found = {}
    for word in _list(text.casefold()):
        topic, _, weight = word.partition(":")
        if not weight.isdecimal() or not 1 <= int(weight) <= HEAVIEST:
            raise ScheduleMistake(
                "{word!r} is no weight; write it like names:3, from 1 to {heaviest}", word=word, heaviest=HEAVIEST
            )
        found[topic] = int(weight)
    return tuple(sorted(found.items()))


def _theme(text: str) -> Theme | None:
    if not text:
        return None
    topic, _, week = text.casefold().partition("@")
    if not week:
        raise ScheduleMistake("{text!r} names no week; write it like names@2026-11-23, or use `theme`", text=text)
    return Theme(topic=topic, monday=monday_of(day(week)))


def monday_of(one: date) -> date:
    """The first day of a date's week."""
    return date.fromordinal(one.toordinal() - one.weekday())


def _pins(text: str) -> tuple[tuple[date, QuestionId], ...]:
    pairs = [word.partition(":") for word in _list(text)]
    return tuple(sorted({day(when): QuestionId(question) for when, _, question in pairs}.items()))


def _pause(text: str) -> date | None:
    if text.casefold() in _YES:
        return FOR_EVER if _YES[text.casefold()] else None
    return day(text) if text else None


def _yes(text: str) -> bool:
    if text.casefold() not in _YES:
        raise ScheduleMistake("{text!r} is neither yes nor no", text=text)
    return _YES[text.casefold()]


OPTIONS = (
    Option(name="open", field="open_for", read=span, spell=spelled_span),
    Option(name="reveal", field="reveal_after", read=span, spell=spelled_span),
    Option(name="catch-up", field="catch_up", read=span, spell=spelled_span),
    Option(name="remind", field="remind", read=span, spell=spelled_span),
    Option(
        name="months",
        field="months",
        read=_months,
        spell=lambda months: ",".join(_MONTHS[month - 1] for month in sorted(months)),
    ),
    Option(name="pack", field="source.pack", read=_topics, spell=_commas),
    Option(
        name="weights",
        field="source.weights",
        read=_weights,
        spell=lambda weights: ",".join(f"{topic}:{weight}" for topic, weight in weights),
    ),
    Option(
        name="theme",
        field="source.theme",
        read=_theme,
        spell=lambda theme: f"{theme.topic}@{theme.monday}" if theme else "",
    ),
    Option(name="ban", field="source.bans", read=_topics, spell=_commas),
    Option(
        name="pin",
        field="source.pins",
        read=_pins,
        spell=lambda pins: ",".join(f"{when}:{question}" for when, question in pins),
    ),
    Option(
        name="skip",
        field="skips",
        read=lambda text: frozenset(map(day, _list(text))),
        spell=lambda skips: _commas(map(str, skips)),
    ),
    Option(
        name="pause",
        field="paused_until",
        read=_pause,
        spell=lambda until: "" if until is None else "on" if until == FOR_EVER else str(until),
    ),
    Option(name="ping", field="ping", read=str, spell=str),
    Option(
        name="thread",
        field="thread",
        read=_yes,
        spell=lambda wanted: "yes" if wanted else "no",
    ),
    Option(name="tell", field="tell", read=str, spell=str),
    Option(name="language", field="language", read=str.casefold, spell=str),
)
_BY_NAME = {option.name: option for option in OPTIONS}


def read(words: Iterable[str]) -> dict[str, Any]:
    """Fields and values of words like `open=12h`.

    Raises:
        ScheduleMistake: an unknown option, or a value it cannot have.
    """
    fields = {}
    for word in words:
        name, _, value = word.partition("=")
        option = _BY_NAME.get(name.casefold())
        if option is None:
            raise ScheduleMistake("{name!r} is no option{meant}", name=name, meant=meant(name, _BY_NAME))
        fields[option.field] = option.read(value)
    return fields


def spelled(value_of: Callable[[str], object], default_of: Callable[[str], object]) -> list[str]:
    """The words for every field that is not as it is by default."""
    told = [(option, value_of(option.field)) for option in OPTIONS]
    return [f"{one.name}={one.spell(value)}" for one, value in told if value != default_of(one.field)]
