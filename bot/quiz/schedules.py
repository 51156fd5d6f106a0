"""When questions open, close and are revealed: a pure rule over zoneinfo.

The key of a slot is its *nominal local date*. Where a clock change swallows 09:00, the slot opens at the moment
09:00 would have been (shifted by the gap); where 09:00 comes twice, it opens at the first. So there is exactly one
slot for each wanted date in every zone and every year.
"""

import difflib
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from bot.quiz.errors import ScheduleMistake

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_GROUPS = {"daily": range(7), "weekdays": range(5), "weekends": range(5, 7)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One question's moments, UTC-aware."""

    date: date
    """The nominal local date."""
    opens: datetime
    closes: datetime
    reveals: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """Which weekdays (0 is Monday), at what local time, for how long."""

    days: frozenset[int]
    at: time
    zone: str
    open_for: timedelta = timedelta(hours=24)
    reveal_after: timedelta = timedelta()
    catch_up: timedelta = timedelta(hours=2)
    """A slot missed by more than this (the bot was down) is skipped."""

    def slot(self, day: date) -> Slot:
        """The moments of one date, whether or not its weekday is wanted."""
        opens = datetime.combine(day, self.at, tzinfo=ZoneInfo(self.zone)).astimezone(UTC)
        closes = opens + self.open_for
        return Slot(date=day, opens=opens, closes=closes, reveals=closes + self.reveal_after)

    def local_date(self, moment: datetime) -> date:
        """The community's date at a moment."""
        return moment.astimezone(ZoneInfo(self.zone)).date()

    def midnight(self, day: date) -> datetime:
        """The instant at which a community's day begins, UTC-aware."""
        return datetime.combine(day, time(), tzinfo=ZoneInfo(self.zone)).astimezone(UTC)


def due(schedule: Schedule, after: datetime, until: datetime) -> tuple[Slot, ...]:
    """Every slot that opens after `after` and not after `until` (both UTC-aware), oldest first."""
    # A gap can push 23:30 into the next wall date, so look one nominal day further on both sides.
    day = schedule.local_date(after) - timedelta(days=1)
    last = schedule.local_date(until) + timedelta(days=1)
    slots = []
    while day <= last:
        slot = schedule.slot(day)
        if day.weekday() in schedule.days and after < slot.opens <= until:
            slots.append(slot)
        day += timedelta(days=1)
    return tuple(slots)


def next_slot(schedule: Schedule, after: datetime) -> Slot:
    """The first slot that opens after a moment."""
    return due(schedule, after, after + timedelta(days=9))[0]


def parse(text: str) -> Schedule:
    """Read `weekdays 09:00 Europe/Berlin`, `mon,wed,fri 18:30 Asia/Kolkata`, `daily 00:00 UTC`.

    Raises:
        ScheduleMistake: what is wrong, and what may have been meant.
    """
    parts = text.split()
    if len(parts) != 3:
        raise ScheduleMistake(f"{text!r} is no schedule; write days, time and zone: weekdays 09:00 Europe/Berlin")
    days, at, zone = parts
    return Schedule(days=_days(days), at=_time(at), zone=_zone(zone))


def spelled(schedule: Schedule) -> str:
    """A schedule as `parse` reads it."""
    names = {frozenset(days): name for name, days in _GROUPS.items()}
    days = names.get(schedule.days) or ",".join(WEEKDAYS[day] for day in sorted(schedule.days))
    return f"{days} {schedule.at:%H:%M} {schedule.zone}"


def _days(text: str) -> frozenset[int]:
    found: set[int] = set()
    for word in text.casefold().split(","):
        if word in _GROUPS:
            found |= set(_GROUPS[word])
        elif word[:3] in WEEKDAYS:
            found.add(WEEKDAYS.index(word[:3]))
        else:
            raise ScheduleMistake(f"{word!r} is no weekday{_meant(word, [*_GROUPS, *WEEKDAYS])}")
    return frozenset(found)


def _time(text: str) -> time:
    found = re.fullmatch(r"(\d{1,2}):(\d{2})", text)
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        raise ScheduleMistake(f"{text!r} is no time of day; write it from 00:00 to 23:59")
    return time(int(found[1]), int(found[2]))


def _zone(text: str) -> str:
    zones = available_timezones()
    exact = {zone.casefold(): zone for zone in zones}.get(text.casefold())
    if exact is None:
        raise ScheduleMistake(f"{text!r} is no time zone{_meant(text, sorted(zones))}")
    return exact


def _meant(word: str, known: list[str]) -> str:
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return f"; did you mean {close[0]}?" if close else ""
