from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.streaks import ANSWERED_PER_REST, RESTS_HELD, Streak, streak


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


@given(st.lists(st.booleans()), st.data())
def test_taking_a_miss_back_never_shortens_a_streak(questions: list[bool], data: st.DataObject) -> None:
    if False in questions:
        missed = data.draw(st.sampled_from([at for at, answered in enumerate(questions) if not answered]))
        before, after = streak(questions), streak([*questions[:missed], *questions[missed + 1 :]])
        assert after.current >= before.current
        assert after.best >= before.best


@given(st.lists(st.booleans()))
def test_rests_are_earned_by_sevens_and_never_more_than_two_are_held(questions: list[bool]) -> None:
    held = [streak(questions[:upto]) for upto in range(len(questions) + 1)]
    for before, after in pairwise(held):
        assert 0 <= after.rests <= RESTS_HELD
        assert after.rests <= before.rests or after.current % ANSWERED_PER_REST == 0
