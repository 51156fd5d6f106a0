from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.badges import SHARP, Badge, Played, badges

ONE = Played(topic="types", level=1, tries=1, solved=True, helped=False)
PLAYED = st.lists(
    st.builds(
        Played,
        topic=st.sampled_from("abcdefg"),
        level=st.integers(1, 5),
        tries=st.integers(1, 5),
        solved=st.booleans(),
        helped=st.booleans(),
    ),
    max_size=30,
)


@pytest.mark.parametrize(("best", "earned"), [(6, 0), (7, 1), (29, 1), (30, 2), (100, 3)])
def test_long_streaks_have_badges(best: int, earned: int) -> None:
    assert len(badges([], best_streak=best, recalled=0)) == earned


def test_a_sharp_eye_is_right_at_once_many_times_in_a_row() -> None:
    row = [ONE] * (SHARP - 1)
    assert badges(row, best_streak=0, recalled=0) == ()
    assert badges([*row, replace(ONE, helped=True), *row], best_streak=0, recalled=0) == ()
    assert badges([*row, ONE], best_streak=0, recalled=0) == (Badge.SHARP,)


def test_who_goes_on_to_a_late_try_did_not_give_up() -> None:
    assert badges([replace(ONE, tries=4)], best_streak=0, recalled=0) == (Badge.STUBBORN,)
    assert badges([replace(ONE, tries=5, solved=False)], best_streak=0, recalled=0) == ()


def test_an_all_rounder_a_deep_diver_and_who_did_not_forget() -> None:
    broad = [replace(ONE, topic=topic, helped=True) for topic in "abcde"]
    assert badges(broad, best_streak=0, recalled=0) == (Badge.ALL_ROUND,)
    assert badges([replace(ONE, level=5)], best_streak=0, recalled=10) == (Badge.DEEP, Badge.RECALLED)


@given(PLAYED, PLAYED)
def test_no_badge_is_ever_lost_by_playing_on(before: list[Played], after: list[Played]) -> None:
    earned = badges(before, best_streak=8, recalled=3)
    assert set(earned) <= set(badges([*before, *after], best_streak=9, recalled=3))
