"""Cron lines, read by cronsim and said in the words of a schedule."""

from collections.abc import Iterable
from datetime import UTC, datetime

from cronsim import CronSim, CronSimError

from bot.quiz.errors import ScheduleMistake
from bot.quiz.setups import WEEKDAYS

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_START = datetime(2026, 1, 1, tzinfo=UTC)
_DAYS = {CronSim.LAST: "last", CronSim.LAST_WEEKDAY: "last-workday"}


def in_words(line: str) -> str:
    """`0 9 * * 1-5` as `mon,tue,wed,thu,fri 09:00`.

    Raises:
        ScheduleMistake: no cron line, or one that asks more than once a day: a question's key is its date.
    """
    try:
        cron = CronSim(line, _START)
        next(cron)
    except CronSimError as error:
        raise ScheduleMistake(
            f"{line!r} is no cron line ({error}); it has minute, hour, day, month and weekday: 0 9 * * 1-5"
        ) from None
    except StopIteration:
        raise ScheduleMistake(f"{line!r} names a date that never comes") from None
    if len(line.split()) != 5 or len(cron.minutes) != 1 or len(cron.hours) != 1:
        raise ScheduleMistake(f"{line!r} asks more than once a day; name one minute and one hour: 0 9 * * 1-5")
    months = (
        "" if len(cron.months) == 12 else f" months={','.join(_MONTHS[month - 1] for month in sorted(cron.months))}"
    )
    return f"{_days(line, cron)} {min(cron.hours):02}:{min(cron.minutes):02}{months}"


def _days(line: str, cron: CronSim) -> str:
    days = [_DAYS.get(day) or str(day) for day in sorted(cron.days, reverse=True)]
    weekdays = sorted({_weekday(one) for one in cron.weekdays})
    every_day, every_weekday = len({*range(1, 32)} - cron.days) == 0, {*WEEKDAYS} <= {*weekdays}
    if (every_day and every_weekday) or (not cron.day_and and (every_day or every_weekday)):
        return "daily"
    if cron.day_and and not (every_day or every_weekday):
        raise ScheduleMistake(f"{line!r} narrows both the day and the weekday; name only one of them, or both plainly")
    named: Iterable[str] = weekdays if every_day else days if every_weekday else [*weekdays, *days]
    return ",".join(named)


def _weekday(one: int | tuple[int, int]) -> str:
    """Cron's 0 and 7 are Sunday."""
    if isinstance(one, int):
        return WEEKDAYS[(one - 1) % 7]
    weekday, number = one
    return f"{WEEKDAYS[(weekday - 1) % 7]}#{'last' if number == CronSim.LAST else number}"
