import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.boards import (
    ALL,
    LATE_SHARE,
    SEASON_DAYS,
    Earned,
    Score,
    day_of,
    scores,
    season,
    season_of,
    topic_of,
    week_of,
)

FIRST = date(2026, 11, 1)
NOON = datetime.combine(FIRST, time(12), tzinfo=UTC)
DAYS = st.dates(date(2026, 10, 1), date(2027, 1, 31))
EARNED = st.builds(
    lambda day, topic, in_time, late, hour: Earned(
        day=day, topic=topic, points=in_time + late, late=late, at=NOON + timedelta(hours=hour)
    ),
    DAYS,
    st.sampled_from(["names", "types", ""]),
    st.integers(0, 50),
    st.integers(0, 50),
    st.integers(0, 99),
)


def a_day(in_time: int, late: int = 0) -> Score:
    return Score(points=in_time + late, late=late, reached_at=NOON)


MONTHS = st.lists(st.builds(a_day, st.integers(0, 50), st.integers(0, 50)), min_size=1, max_size=31)


def test_a_day_is_on_the_boards_of_its_date_week_month_topic_and_all_time() -> None:
    one = Earned(day=date(2027, 1, 1), topic="names", points=20, late=0, at=NOON)
    assert set(scores([one])) == {"2027-01-01", "2026-W53", "2027-01", "all", "topic:names"}


@given(st.lists(EARNED, max_size=40))
def test_day_week_topic_and_all_time_are_plain_sums(earned: list[Earned]) -> None:
    found = scores(earned)
    for period, score in found.items():
        if not re.fullmatch(r"\d{4}-\d{2}", period):
            assert score.points == sum(one.points for one in earned if period in _boards(one))
    assert found.keys() == {period for one in earned for period in (*_boards(one), season_of(one.day))}


def _boards(one: Earned) -> set[str]:
    return {day_of(one.day), week_of(one.day), ALL} | ({topic_of(one.topic)} if one.topic else set())


@given(st.lists(EARNED, max_size=40), st.randoms(use_true_random=False))
def test_the_order_in_which_points_came_changes_no_score(earned: list[Earned], random: st.DataObject) -> None:
    shuffled = list(earned)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert scores(shuffled) == scores(earned)


@given(st.lists(EARNED, min_size=1, max_size=40))
def test_a_season_is_derived_from_the_days_of_its_month_alone(earned: list[Earned]) -> None:
    month = season_of(earned[0].day)
    alone = scores(one for one in earned if season_of(one.day) == month)
    assert alone[month] == scores(earned)[month]


@given(MONTHS)
def test_the_best_twenty_days_of_a_season_count(days: list[Score]) -> None:
    in_time = [a_day(day.points - day.late) for day in days]
    best = sorted((day.points for day in in_time), reverse=True)[:SEASON_DAYS]
    assert season(in_time).points == sum(best)


@given(MONTHS)
def test_late_points_are_a_fifth_of_a_season_at_most(days: list[Score]) -> None:
    found = season(days)
    assert found.late * 100 <= found.points * LATE_SHARE
    assert found.points <= sum(day.points for day in days)


def test_late_points_below_the_fifth_count_whole_and_none_without_a_point_in_time() -> None:
    assert season([a_day(40), a_day(0, 10)]).points == 50
    assert season([a_day(40), a_day(0, 50)]).points == 50
    assert season([a_day(0, 50)]).points == 0


@given(MONTHS, st.data())
def test_one_more_point_on_any_day_never_lowers_a_season(days: list[Score], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(days) - 1))
    in_time, late = days[at].points - days[at].late, days[at].late
    before = season(days).points
    for better in (a_day(in_time + 1, late), a_day(in_time, late + 1)):
        assert season(_with(days, at, better)).points >= before


def _with(days: Sequence[Score], at: int, day: Score) -> list[Score]:
    return [*days[:at], day, *days[at + 1 :]]
