"""A schedule in words: `weekdays 09:00 Europe/Berlin open=12h`, as moderators write it and the store keeps it."""

import re
from dataclasses import fields, replace
from datetime import time
from functools import cache, lru_cache
from typing import Any
from zoneinfo import available_timezones

from bot.quiz import options
from bot.quiz.errors import ScheduleMistake
from bot.quiz.schedules import LAST, LAST_WORKDAY, Schedule
from bot.quiz.sources import Source
from bot.quiz.spelling import meant

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FULL = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_GROUPS = {"daily": range(7), "weekdays": range(5), "weekends": range(5, 7)}
_NAMED = {"last-workday": LAST_WORKDAY, "last": LAST}
_EVERY_DAY = Schedule(days=frozenset(range(7)), at=time(), zone="UTC")


@lru_cache(maxsize=1024)
def parse(text: str) -> Schedule:
    """Read `weekdays 09:00 Europe/Berlin`, `mon,wed,fri 18:30 Asia/Kolkata`, `1,15,fri#last 08:00 UTC open=12h`.

    Raises:
        ScheduleMistake: what is wrong, and what may have been meant.
    """
    return changed(None, text)


def changed(schedule: Schedule | None, text: str) -> Schedule:
    """A schedule after a moderator's words: what they do not name stays as it was.

    Raises:
        ScheduleMistake: what is wrong, and what may have been meant.
    """
    words = text.split()
    plain = [word for word in words if "=" not in word]
    if len(plain) != 3 and (plain or schedule is None):
        raise ScheduleMistake(
            "{text!r} is no schedule; write days, time and zone: weekdays 09:00 Europe/Berlin", text=text
        )
    told = _opening(*plain) if plain else {}
    told |= options.read(word for word in words if "=" in word)
    before = schedule or _EVERY_DAY
    source = {name.partition(".")[2]: told.pop(name) for name in list(told) if name.startswith("source.")}
    return _possible(replace(before, source=replace(before.source, **source), **told))


def spelled(schedule: Schedule) -> str:
    """A schedule as `parse` reads it."""
    opening = [_spelled_days(schedule), f"{schedule.at:%H:%M}", schedule.zone]
    return " ".join(opening + options.spelled(lambda field: _value(schedule, field), _default))


def _opening(days: str, at: str, zone: str) -> dict[str, Any]:
    return {**_days(days), "at": _time(at), "zone": zone_named(zone)}


def _possible(schedule: Schedule) -> Schedule:
    if not schedule.open_for:
        raise ScheduleMistake("A question that is open for no time cannot be answered; write it like open=24h")
    if schedule.remind >= schedule.open_for:
        raise ScheduleMistake("The reminder has to come after the opening; make it shorter than `open`")
    return schedule


def _days(text: str) -> dict[str, Any]:
    days: set[int] = set()
    monthdays: set[int] = set()
    nths: set[tuple[int, int]] = set()
    for word in text.casefold().split(","):
        name, numbered, number = word.partition("#")
        if word in _GROUPS:
            days |= set(_GROUPS[word])
        elif word in _NAMED or (word.isdecimal() and 1 <= int(word) <= 31):
            monthdays.add(_NAMED[word] if word in _NAMED else int(word))
        elif not _is_weekday(name):
            raise ScheduleMistake(
                "{word!r} is no weekday{meant}", word=word, meant=meant(word, [*_GROUPS, *_FULL, *_NAMED])
            )
        elif numbered:
            nths.add((WEEKDAYS.index(name[:3]), _nth(word, number)))
        else:
            days.add(WEEKDAYS.index(name[:3]))
    return {"days": frozenset(days), "monthdays": frozenset(monthdays), "nths": frozenset(nths)}


def _is_weekday(name: str) -> bool:
    return len(name) >= 3 and any(full.startswith(name) for full in _FULL)


def _nth(word: str, number: str) -> int:
    if number != "last" and number not in {"1", "2", "3", "4", "5"}:
        raise ScheduleMistake("{word!r} is no day of a month; write it from mon#1 to mon#5, or mon#last", word=word)
    return LAST if number == "last" else int(number)


def _spelled_days(schedule: Schedule) -> str:
    groups = {frozenset(days): name for name, days in _GROUPS.items()}
    name = groups.get(schedule.days)
    words = [name] if name else [WEEKDAYS[day] for day in sorted(schedule.days)]
    names = {number: name for name, number in _NAMED.items()}
    words += [names.get(number) or str(number) for number in sorted(schedule.monthdays, key=lambda one: (one < 1, one))]
    words += [f"{WEEKDAYS[day]}#{number or 'last'}" for day, number in sorted(schedule.nths)]
    return ",".join(words)


def _time(text: str) -> time:
    found = re.fullmatch(r"(\d{1,2}):(\d{2})", text)
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        raise ScheduleMistake("{text!r} is no time of day; write it from 00:00 to 23:59", text=text)
    return time(int(found[1]), int(found[2]))


def zone_named(text: str) -> str:
    """A zone in its own spelling.

    Raises:
        ScheduleMistake: there is none of that name, and what may have been meant.
    """
    exact = _zones().get(text.casefold())
    if exact is None:
        raise ScheduleMistake("{text!r} is no time zone{meant}", text=text, meant=meant(text, _zones().values()))
    return exact


@cache
def _zones() -> dict[str, str]:
    """By their folded names: reading the zone folders takes milliseconds."""
    return {zone.casefold(): zone for zone in available_timezones()}


def _value(schedule: Schedule, field: str) -> object:
    inner = field.removeprefix("source.")
    return getattr(schedule if inner == field else schedule.source, inner)


_DEFAULTS = {field.name: field.default for field in fields(Schedule)} | {
    f"source.{field.name}": field.default for field in fields(Source)
}


def _default(field: str) -> object:
    return _DEFAULTS[field]
