from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.quiz.schedules import Schedule, due, next_slot, upcoming
from bot.quiz.setups import parse

SAMPLE = (
    "Europe/Berlin",
    "America/New_York",
    "Africa/Cairo",  # its gap is at midnight
    "Australia/Lord_Howe",  # its clocks move by half an hour
    "America/Nuuk",  # its gap crosses midnight
    "Asia/Kolkata",
    "Pacific/Apia",
)
START, END = datetime(2026, 1, 1, tzinfo=UTC), datetime(2029, 1, 1, tzinfo=UTC)


def assert_one_slot_a_date(zone: str, at: time) -> None:
    schedule = Schedule(days=frozenset(range(7)), at=at, zone=zone)
    slots = due(schedule, START, END)
    dates = [slot.date for slot in slots]
    opens = [slot.opens for slot in slots]
    assert opens == sorted(set(opens))
    first, last = dates[0], dates[-1]
    assert dates == [first + timedelta(days=day) for day in range((last - first).days + 1)]
    assert len(dates) >= (END - START).days - 1


@pytest.mark.parametrize("at", [time(0, 0), time(2, 30), time(9, 0), time(23, 30)])
@pytest.mark.parametrize("zone", SAMPLE)
def test_every_date_has_exactly_one_slot_through_every_clock_change(zone: str, at: time) -> None:
    assert_one_slot_a_date(zone, at)


@pytest.mark.slow
@pytest.mark.parametrize("zone", sorted(available_timezones()))
def test_every_zone_has_exactly_one_slot_a_date(zone: str) -> None:
    for at in (time(0, 0), time(1, 30), time(2, 30), time(23, 30)):
        assert_one_slot_a_date(zone, at)


def test_a_time_the_clock_skips_opens_after_the_gap() -> None:
    slot = parse("daily 02:30 Europe/Berlin").slot(date(2026, 3, 29))
    assert slot.opens.astimezone(ZoneInfo("Europe/Berlin")).strftime("%H:%M") == "03:30"


def test_a_time_that_comes_twice_opens_the_first_time() -> None:
    slot = parse("daily 02:30 Europe/Berlin").slot(date(2026, 10, 25))
    assert slot.opens == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_moment_belongs_to_one_span_only() -> None:
    schedule = parse("daily 09:00 UTC")
    nine = datetime(2026, 11, 24, 9, tzinfo=UTC)
    assert [slot.opens for slot in due(schedule, nine - timedelta(hours=1), nine)] == [nine]
    assert due(schedule, nine, nine + timedelta(hours=1)) == ()


def test_weekdays_leave_the_weekend_out() -> None:
    friday_evening = datetime(2026, 11, 27, 20, tzinfo=UTC)
    slot = next_slot(parse("weekdays 09:00 UTC"), friday_evening)
    assert slot is not None
    assert slot.date == date(2026, 11, 30)


def dates(text: str, count: int = 3) -> list[str]:
    return [f"{slot.date:%m-%d}" for slot in upcoming(parse(text), datetime(2026, 11, 24, tzinfo=UTC), count)]


@pytest.mark.parametrize(
    ("days", "wanted"),
    [
        ("1,15", ["12-01", "12-15", "01-01"]),
        ("last", ["11-30", "12-31", "01-31"]),
        ("last-workday", ["11-30", "12-31", "01-29"]),
        ("fri#last", ["11-27", "12-25", "01-29"]),
        ("sat#1,24", ["11-24", "12-05", "12-24"]),
        ("mon#5", ["11-30", "03-29", "05-31"]),
    ],
)
def test_days_of_the_month_are_the_calendars(days: str, wanted: list[str]) -> None:
    assert dates(f"{days} 09:00 UTC") == wanted


def test_skipped_dates_and_other_months_are_left_out() -> None:
    assert dates("daily 09:00 UTC skip=2026-11-25,2026-11-26") == ["11-24", "11-27", "11-28"]
    assert dates("daily 09:00 UTC months=feb") == ["02-01", "02-02", "02-03"]
    assert dates("29 09:00 UTC months=feb", 1) == ["02-29"]


def test_a_pause_ends_on_its_date_or_never() -> None:
    assert dates("weekdays 09:00 UTC pause=2027-01-02") == ["01-04", "01-05", "01-06"]
    assert next_slot(parse("daily 09:00 UTC pause=on"), START) is None
