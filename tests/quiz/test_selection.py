from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.errors import BankTrouble
from bot.quiz.pythons import PythonRange
from bot.quiz.questions import Question
from bot.quiz.selection import Asked, pick
from bot.testing.questions import an_output

MONDAY = date(2026, 11, 23)
BANKS = st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 5)), min_size=1, max_size=12).map(
    lambda rows: [an_output(f"q{at}", topic=f"{topic}/x", level=level) for at, (topic, level) in enumerate(rows)]
)


def days(bank: list[Question], count: int, seed: str = "s") -> list[Question]:
    asked: list[Asked] = []
    picked = []
    for at in range(count):
        day = MONDAY + timedelta(days=at)
        one = pick(bank, asked, day=day, seed=seed, version=(3, 11))
        asked.append(Asked(question=one.id, date=day))
        picked.append(one)
    return picked


@given(BANKS)
def test_no_question_repeats_before_the_pool_is_used_up(bank: list[Question]) -> None:
    picked = days(bank, 2 * len(bank))
    assert {one.id for one in picked[: len(bank)]} == {one.id for one in picked[len(bank) :]} == {q.id for q in bank}


@given(BANKS, st.text(max_size=3))
def test_the_same_history_and_seed_give_the_same_question(bank: list[Question], seed: str) -> None:
    assert days(bank, 5, seed) == days(list(reversed(bank)), 5, seed)


def test_the_topic_of_the_day_before_is_left_out() -> None:
    bank = [an_output(f"{topic}{at}", topic=f"{topic}/x") for topic in "ab" for at in range(5)]
    subjects = [one.subject for one in days(bank, 10)]
    assert all(left != right for left, right in pairwise(subjects))


def test_the_level_rises_from_monday_to_thursday() -> None:
    bank = [an_output(f"{topic}{level}", topic=f"{topic}/x", level=level) for topic in "abcd" for level in (1, 2, 3, 4)]
    assert [one.level for one in days(bank, 4)] == [1, 2, 3, 4]


def test_what_makes_no_sense_on_this_python_is_not_asked() -> None:
    bank = [an_output("new", python=PythonRange.parse(">=3.14")), an_output("old")]
    assert {one.id for one in days(bank, 3)} == {"old"}


def test_an_empty_bank_says_so() -> None:
    with pytest.raises(BankTrouble):
        pick([], [], day=MONDAY, seed="s", version=(3, 11))
