from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.ids import MemberId
from bot.quiz.scoring import worth
from bot.quiz.sprints import LENGTH, TIME, Sprint, chosen, speed_points
from bot.testing.questions import a_choice, a_coding, an_output

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
SPANS = st.integers(0, 90_000).map(lambda millis: timedelta(milliseconds=millis))
MANY = [a_choice(f"c{at}") for at in range(9)] + [an_output(f"o{at}") for at in range(9)] + [a_coding("code")]


@given(SPANS, SPANS, st.integers(1, 5))
def test_sooner_never_earns_less_and_never_more_than_the_question(one: timedelta, other: timedelta, level: int) -> None:
    question = a_choice(level=level)
    sooner, later = sorted((one, other))
    assert (
        worth(question) >= speed_points(question, sooner, right=True) >= speed_points(question, later, right=True) >= 0
    )


@given(SPANS)
def test_a_right_answer_within_the_minute_earns_something_and_nothing_else_does(taken: timedelta) -> None:
    assert (speed_points(a_choice(), taken, right=True) > 0) == (taken < TIME)
    assert speed_points(a_choice(), taken, right=False) == 0


@given(st.integers(1, 999), st.dates())
def test_a_sprint_is_the_persons_own_and_the_same_all_day(one: int, day: date) -> None:
    mine = chosen(MANY, member=MemberId(one), day=day, seed="s")
    assert mine == chosen(reversed(MANY), member=MemberId(one), day=day, seed="s")
    assert len(set(mine)) == LENGTH
    assert "code" not in mine


def test_a_sprint_goes_from_question_to_question_and_ends() -> None:
    sprint = Sprint(
        day=NOON.date(), questions=chosen(MANY[:3], member=MemberId(1), day=NOON.date(), seed="s"), shown=NOON
    )
    for at, points in enumerate((10, 0, 7)):
        assert sprint.current == sprint.questions[at]
        sprint = sprint.answered(points, NOON + timedelta(seconds=at))
    assert (sprint.current, sprint.points) == (None, 17)
