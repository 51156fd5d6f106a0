from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.streaks import RESTS_HELD, Streak, streak


def test_a_streak_counts_questions() -> None:
    assert streak([True, True, True]) == Streak(current=3, best=3)


def test_a_missed_question_without_a_rest_ends_it() -> None:
    assert streak([True, True, False, True]) == Streak(current=1, best=2)


def test_seven_in_a_row_earn_a_rest_that_covers_one_miss() -> None:
    assert streak([True] * 7) == Streak(current=7, best=7, rests=1)
    assert streak([*[True] * 7, False, True]) == Streak(current=8, best=8)


def test_at_most_two_rests_are_held() -> None:
    assert streak([True] * 40).rests == RESTS_HELD


@given(st.lists(st.booleans()))
def test_a_rest_never_raises_the_count(questions: list[bool]) -> None:
    before = streak(questions)
    assert before.missed().current in {0, before.current}
    assert before.best >= before.current
