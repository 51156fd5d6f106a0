from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.rates import Rate, Window

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
TRICKLE = st.lists(st.integers(0, 40), max_size=40)
RATES = st.builds(
    lambda times, seconds: Rate(times=times, within=timedelta(seconds=seconds)), st.integers(1, 5), st.integers(1, 90)
)


def let_in(gaps: list[int], rate: Rate) -> list[datetime]:
    """Somebody asks again and again, so many seconds apart; the moments at which they are let in."""
    window, now, taken = Window(), NOON, []
    for gap in gaps:
        now += timedelta(seconds=gap)
        if not window.wait(rate, now):
            window = window.took(rate, now)
            taken.append(now)
    return taken


@given(TRICKLE, RATES)
def test_no_stretch_of_time_ever_holds_more_than_the_rate(gaps: list[int], rate: Rate) -> None:
    taken = let_in(gaps, rate)
    for first, beyond in zip(taken, taken[rate.times :], strict=False):
        assert beyond - first >= rate.within


@given(TRICKLE, RATES)
def test_whoever_waits_as_long_as_told_is_let_in_and_not_sooner(gaps: list[int], rate: Rate) -> None:
    window, now = Window(), NOON
    for gap in gaps:
        now += timedelta(seconds=gap)
        wait = window.wait(rate, now)
        if wait:
            assert window.wait(rate, now + wait - timedelta(microseconds=1))
        now += wait
        assert not window.wait(rate, now)
        window = window.took(rate, now)
        assert len(window.moments) <= rate.times


def test_ten_a_minute_are_ten_a_minute() -> None:
    rate = Rate(times=10, within=timedelta(minutes=1))
    assert len(let_in([1] * 120, rate)) == 20
