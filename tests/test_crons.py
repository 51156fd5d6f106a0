"""Cron lines say what cronsim says, in the words of a schedule."""

from datetime import UTC, date, datetime, timedelta

import pytest
from cronsim import CronSim
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.crons import in_words
from bot.quiz.errors import ScheduleMistake
from bot.quiz.setups import parse

DAYS = st.one_of(
    st.just("*"),
    st.lists(st.one_of(st.integers(1, 31).map(str), st.sampled_from(["L", "LW"])), min_size=1, max_size=3).map(
        ",".join
    ),
)
NUMBERED = st.builds("{}#{}".format, st.integers(0, 7), st.integers(1, 5))
WEEKDAYS = st.one_of(
    st.just("*"),
    st.lists(st.one_of(st.integers(0, 7).map(str), st.sampled_from(["1-5", "SUN", "5L"]), NUMBERED), min_size=1).map(
        ",".join
    ),
)
MONTHS = st.one_of(st.just("*"), st.sampled_from(["1", "2,3", "1-6", "DEC", "*/3"]))


@settings(deadline=None)  # 430 days each
@given(DAYS, MONTHS, WEEKDAYS)
def test_a_cron_line_falls_on_the_dates_that_cronsim_names(days: str, months: str, weekdays: str) -> None:
    line = f"30 9 {days} {months} {weekdays}"
    try:
        schedule = parse(f"{in_words(line)} UTC")
    except ScheduleMistake:
        return
    cron = CronSim(line, datetime(2027, 1, 1, tzinfo=UTC))
    for at in range(430):
        day = date(2027, 1, 1) + timedelta(days=at)
        assert schedule.wants(day) == (day.month in cron.months and cron.match_day(day)), day


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("0 9 * * 1-5", "mon,tue,wed,thu,fri 09:00"),
        ("30 18 * * *", "daily 18:30"),
        ("0 8 1,L * *", "1,last 08:00"),
        ("0 8 LW 1-3 *", "last-workday 08:00 months=jan,feb,mar"),
        ("5 8 * * 1#1,5L", "fri#last,mon#1 08:05"),
        ("0 9 1-31 * mon", "daily 09:00"),
    ],
)
def test_a_cron_line_becomes_words_that_a_moderator_can_read(line: str, words: str) -> None:
    first, *rest = in_words(line).split()
    wanted, *others = words.split()
    assert (set(first.split(",")), rest) == (set(wanted.split(",")), others)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("0 9 * *", "is no cron line (Wrong number of fields)"),
        ("0 25 * * *", "is no cron line (Bad hour)"),
        ("0 9,18 * * *", "asks more than once a day"),
        ("*/5 9 * * *", "asks more than once a day"),
        ("0 0 9 * * *", "asks more than once a day"),
        ("0 9 */2 * mon", "narrows both"),
        ("0 9 30 2 *", "is no cron line"),
    ],
)
def test_a_cron_line_that_cannot_be_kept_is_refused_in_words(line: str, said: str) -> None:
    with pytest.raises(ScheduleMistake) as caught:
        in_words(line)
    assert said in str(caught.value)
