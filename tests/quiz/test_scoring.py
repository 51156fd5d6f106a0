from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.questions import Question
from bot.quiz.scoring import FLOOR, Attempt, points, score, worth
from bot.testing.questions import a_choice, a_coding, an_output

ATTEMPTS = st.builds(
    Attempt,
    number=st.integers(1, 5),
    right=st.booleans(),
    hints=st.integers(0, 3),
    revealed=st.booleans(),
    late=st.booleans(),
    took_part_today=st.booleans(),
)
QUESTIONS = st.builds(
    lambda make, level: make(level=level), st.sampled_from([a_choice, an_output, a_coding]), st.integers(1, 5)
)


def earned(question: Question, number: int, *, hints: int = 0) -> int:
    return points(score(question, Attempt(number=number, right=True, hints=hints)))


@given(QUESTIONS, ATTEMPTS)
def test_no_try_ever_costs_points(question: Question, attempt: Attempt) -> None:
    assert 0 <= points(score(question, attempt)) <= worth(question)


@given(QUESTIONS, ATTEMPTS)
def test_every_line_says_why(question: Question, attempt: Attempt) -> None:
    assert all(line.rule and line.why for line in score(question, attempt))


@given(QUESTIONS, st.integers(1, 5), st.integers(0, 3))
def test_a_right_answer_earns_a_tenth_at_least(question: Question, number: int, hints: int) -> None:
    assert earned(question, number, hints=hints) >= worth(question) * FLOOR // 100


@given(QUESTIONS, st.integers(1, 4), st.integers(0, 3))
def test_a_later_try_or_one_more_hint_never_earns_more(question: Question, number: int, hints: int) -> None:
    assert earned(question, number + 1, hints=hints) <= earned(question, number, hints=hints)
    assert earned(question, number, hints=hints + 1) <= earned(question, number, hints=hints)


@pytest.mark.parametrize(("number", "expected"), [(1, 20), (2, 12), (3, 6), (4, 2), (5, 2)])
def test_tries_earn_all_of_it_then_60_30_and_10_percent(number: int, expected: int) -> None:
    assert earned(an_output(level=2), number) == expected


def test_a_second_guess_at_a_single_choice_earns_30_percent_at_most() -> None:
    assert earned(a_choice(level=2), 2) == 6


def test_a_second_try_at_a_choice_of_many_earns_60_percent() -> None:
    assert earned(a_choice(level=2, right=(True, True, False)), 2) == 12


def test_each_hint_costs_a_fifth() -> None:
    assert [earned(an_output(level=1), 1, hints=hints) for hints in range(4)] == [10, 8, 6, 4]


def test_asking_for_the_answer_forfeits_the_points() -> None:
    assert points(score(an_output(), Attempt(number=1, right=True, revealed=True))) == 0


def test_a_wrong_try_earns_one_point_a_day_for_taking_part() -> None:
    first = score(an_output(), Attempt(number=1, right=False))
    second = score(an_output(), Attempt(number=2, right=False, took_part_today=True))
    assert (points(first), points(second)) == (1, 0)


@given(QUESTIONS, ATTEMPTS)
def test_a_late_answer_earns_half_and_never_less_than_the_floor(question: Question, attempt: Attempt) -> None:
    late = points(score(question, replace(attempt, late=True)))
    in_time = points(score(question, replace(attempt, late=False)))
    floor = 0 if attempt.revealed or not attempt.right else worth(question) * FLOOR // 100
    assert late == (max(floor, (in_time + 1) // 2) if attempt.right else in_time)


@given(QUESTIONS, ATTEMPTS)
def test_a_score_is_a_sum_in_which_each_rule_speaks_once(question: Question, attempt: Attempt) -> None:
    rules = [line.rule for line in score(question, attempt)]
    assert len(rules) == len(set(rules))
