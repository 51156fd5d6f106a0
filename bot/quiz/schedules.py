"""When questions open, close and are revealed: a pure rule over zoneinfo.

The key of a slot is its *nominal local date*. Where a clock change swallows 09:00, the slot opens at the moment
09:00 would have been (shifted by the gap); where 09:00 comes twice, it opens at the first. So there is exactly one
slot for each wanted date in every zone and every year.
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import islice
from zoneinfo import ZoneInfo

from bot.quiz.sources import ANYTHING, Source

LAST = 0
"""As a day of the month, or as the number of a weekday in it: the last one."""
LAST_WORKDAY = -1
"""As a day of the month: the last one from Monday to Friday."""
HORIZON = timedelta(days=366 * 9)
"""29 February is at most eight years away (1896 to 1904)."""


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
    """On which dates, at what local time, for how long, and what is asked.

    A date is wanted when its weekday, its day of the month or its numbered weekday is, in a wanted month.
    """

    days: frozenset[int]
    """Weekdays; 0 is Monday."""
    at: time
    zone: str
    monthdays: frozenset[int] = frozenset()
    """1 to 31, LAST or LAST_WORKDAY."""
    nths: frozenset[tuple[int, int]] = frozenset()
    """Weekday and its number in the month, 1 to 5 or LAST."""
    months: frozenset[int] = frozenset()
    """1 to 12; empty means all."""
    open_for: timedelta = timedelta(hours=24)
    reveal_after: timedelta = timedelta()
    catch_up: timedelta = timedelta(hours=2)
    """A slot missed by more than this (the bot was down) is skipped."""
    remind: timedelta = timedelta()
    """So long before closing people are reminded; zero means never."""
    source: Source = ANYTHING
    skips: frozenset[date] = frozenset()
    paused_until: date | None = None
    """The first date on which questions are asked again; `options.FOR_EVER` until somebody resumes."""
    ping: str = ""
    """A role or group to call, as the chat spells it."""
    thread: bool = False
    tell: str = ""
    """Where notes for moderators go; empty means the channel itself."""
    language: str = "en"
    """What everybody reads is said in it; what one person reads is in theirs."""

    def wants(self, day: date) -> bool:
        """Whether a question opens on a nominal date."""
        if day in self.skips or (self.paused_until is not None and day < self.paused_until):
            return False
        return (not self.months or day.month in self.months) and self._named(day)

    def _named(self, day: date) -> bool:
        weekday, length = day.weekday(), calendar.monthrange(day.year, day.month)[1]
        nths = {(weekday, (day.day - 1) // 7 + 1)} | ({(weekday, LAST)} if day.day + 7 > length else set())
        numbers = {day.day} | ({LAST} if day.day == length else set())
        if day.day == _last_workday(day.year, day.month):
            numbers.add(LAST_WORKDAY)
        return weekday in self.days or bool(numbers & self.monthdays) or bool(nths & self.nths)

    def slot(self, day: date) -> Slot:
        """The moments of one date, whether or not it is wanted."""
        opens = datetime.combine(day, self.at, tzinfo=_zone(self.zone)).astimezone(UTC)
        closes = opens + self.open_for
        return Slot(date=day, opens=opens, closes=closes, reveals=closes + self.reveal_after)

    def local_date(self, moment: datetime) -> date:
        """The community's date at a moment."""
        return moment.astimezone(_zone(self.zone)).date()

    def midnight(self, day: date) -> datetime:
        """The instant at which a community's day begins, UTC-aware."""
        return datetime.combine(day, time(), tzinfo=_zone(self.zone)).astimezone(UTC)


@cache
def _zone(name: str) -> ZoneInfo:
    """ZoneInfo itself keeps eight zones; a bot for twenty places would read files all day."""
    return ZoneInfo(name)


def _last_workday(year: int, month: int) -> int:
    length = calendar.monthrange(year, month)[1]
    return length - max(0, date(year, month, length).weekday() - 4)


def due(schedule: Schedule, after: datetime, until: datetime) -> tuple[Slot, ...]:
    """Every slot that opens after `after` and not after `until` (both UTC-aware), oldest first."""
    return tuple(_slots(schedule, after, until))


def upcoming(schedule: Schedule, after: datetime, count: int) -> tuple[Slot, ...]:
    """The next slots after a moment; fewer than `count` only when the schedule ends or is paused for good."""
    return tuple(islice(_slots(schedule, after, after + HORIZON), count))


def next_slot(schedule: Schedule, after: datetime) -> Slot | None:
    """The first slot that opens after a moment; None when none ever does."""
    return next(iter(upcoming(schedule, after, 1)), None)


def _slots(schedule: Schedule, after: datetime, until: datetime) -> Iterator[Slot]:
    # A gap can push 23:30 into the next wall date, so look one nominal day further on both sides.
    day = schedule.local_date(after) - timedelta(days=1)
    last = schedule.local_date(until) + timedelta(days=1)
    if schedule.paused_until is not None:
        day = max(day, min(schedule.paused_until, last + timedelta(days=1)))
    while day <= last:
        if schedule.wants(day) and after < (slot := schedule.slot(day)).opens <= until:
            yield slot
        day += timedelta(days=1)
