"""Days between reviews: the library, and the fake that tests count on."""

from datetime import date, timedelta

import pytest

from bot import spacing
from bot.quiz.recalls import Rating, Spaced
from bot.testing.studies import doubling
from bot.testing.study_contract import SpacedContract

MONDAY = date(2026, 11, 23)


class TestSpacing(SpacedContract):
    @pytest.fixture
    def spaced(self) -> Spaced:
        return spacing.spaced


class TestDoubling(SpacedContract):
    @pytest.fixture
    def spaced(self) -> Spaced:
        return doubling


def test_what_was_missed_comes_back_tomorrow_and_then_after_days_that_grow() -> None:
    memory = spacing.spaced(None, Rating.AGAIN, MONDAY)
    gaps = [memory.due - memory.seen]
    for _ in range(5):
        memory = spacing.spaced(memory, Rating.GOOD, memory.due)
        gaps.append(memory.due - memory.seen)
    assert gaps[0] == timedelta(days=1)
    assert gaps == sorted(gaps)
    assert gaps[-1] > timedelta(days=10)


def test_forgetting_makes_a_long_gap_short_again() -> None:
    memory = spacing.spaced(None, Rating.GOOD, MONDAY)
    for _ in range(4):
        memory = spacing.spaced(memory, Rating.GOOD, memory.due)
    forgotten = spacing.spaced(memory, Rating.AGAIN, memory.due)
    assert forgotten.due - forgotten.seen < memory.due - memory.seen
