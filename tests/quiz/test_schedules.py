from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.errors import ScheduleMistake
from bot.quiz.schedules import Schedule, due, next_slot, parse, spelled

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
    assert next_slot(parse("weekdays 09:00 UTC"), friday_evening).date == date(2026, 11, 30)


@given(st.sets(st.integers(0, 6), min_size=1), st.times(), st.sampled_from(SAMPLE))
def test_a_schedule_reads_back_what_it_spells(days: set[int], at: time, zone: str) -> None:
    schedule = Schedule(days=frozenset(days), at=at.replace(second=0, microsecond=0, fold=0), zone=zone)
    assert parse(spelled(schedule)) == schedule


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("daily 09:00", "write days, time and zone"),
        ("dayly 09:00 UTC", "did you mean daily?"),
        ("mon,thirsday 09:00 UTC", "'thirsday' is no weekday"),
        ("daily 25:00 UTC", "'25:00' is no time of day"),
        ("daily 9 UTC", "'9' is no time of day"),
        ("daily 09:00 Europe/Berlim", "did you mean Europe/Berlin?"),
    ],
)
def test_a_mistake_is_named_with_what_may_have_been_meant(text: str, said: str) -> None:
    with pytest.raises(ScheduleMistake) as caught:
        parse(text)
    assert said in str(caught.value)
