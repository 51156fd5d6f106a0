"""The law of Clock as tests. Subclass it and give it a `clock`: `class TestMine(ClockContract)`."""

import asyncio
from datetime import timedelta

import pytest

from bot.core.ports import Clock


class ClockContract:
    """Every clock keeps these promises."""

    async def test_now_is_utc_aware_and_never_goes_back(self, clock: Clock) -> None:
        first, second = clock.now(), clock.now()
        assert first.utcoffset() == timedelta()
        assert first <= second

    async def test_a_moment_that_has_passed_is_not_waited_for(self, clock: Clock) -> None:
        async with asyncio.timeout(5):
            await clock.sleep_until(clock.now() - timedelta(hours=1))

    async def test_a_sleeper_can_be_cancelled(self, clock: Clock) -> None:
        sleeper = asyncio.ensure_future(clock.sleep_until(clock.now() + timedelta(hours=1)))
        await asyncio.sleep(0)
        sleeper.cancel()
        with pytest.raises(asyncio.CancelledError):
            await sleeper
