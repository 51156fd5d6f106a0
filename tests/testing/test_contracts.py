"""Fakes and the real thing keep one law."""

import asyncio
import io
from datetime import UTC, datetime, timedelta

import pytest

from bot.chats.console import ConsoleChat
from bot.clocks import SystemClock
from bot.testing.chat_contract import ChatContract, LastingChatContract
from bot.testing.chats import PaperChat
from bot.testing.clock_contract import ClockContract
from bot.testing.clocks import FakeClock
from bot.testing.platforms import Paper, Point

START = datetime(2026, 11, 24, tzinfo=UTC)


class PaperPlatform:
    """A test's hold on paper."""

    def __init__(self) -> None:
        self._paper = Paper(FakeClock(START))
        self._interrupted: Point | None = None

    def chat(self) -> PaperChat:
        return PaperChat(self._paper, at=self._at)

    def interrupt(self, point: Point) -> None:
        self._interrupted = point

    def count(self, key: str) -> int:
        return self._paper.count(key)

    async def _at(self, point: Point) -> None:
        if point is self._interrupted:
            self._interrupted = None
            raise InterruptedError(point)


class TestPaperChat(LastingChatContract):
    @pytest.fixture
    def platform(self) -> PaperPlatform:
        return PaperPlatform()


class TestConsoleChat(ChatContract):
    @pytest.fixture
    def chat(self) -> ConsoleChat:
        return ConsoleChat(stdin=io.BytesIO(), stdout=io.StringIO())


class TestFakeClock(ClockContract):
    @pytest.fixture
    def clock(self) -> FakeClock:
        return FakeClock(START)


class TestSystemClock(ClockContract):
    @pytest.fixture
    def clock(self) -> SystemClock:
        return SystemClock()


async def test_a_fake_clock_forgets_a_sleeper_that_was_cancelled() -> None:
    clock = FakeClock(START)
    task = asyncio.create_task(clock.sleep_until(START + timedelta(hours=1)))
    await asyncio.sleep(0)
    assert len(clock._sleepers) == 1
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert clock._sleepers == []


async def test_a_fake_clock_wakes_sleepers_in_order_each_at_its_own_time() -> None:
    clock = FakeClock(START)
    woken: list[tuple[int, datetime]] = []

    async def sleeper(hours: int) -> None:
        await clock.sleep_until(START + timedelta(hours=hours))
        woken.append((hours, clock.now()))

    tasks = [asyncio.create_task(sleeper(hours)) for hours in (3, 1, 2, 9)]
    await asyncio.sleep(0)
    await clock.advance(timedelta(hours=4))
    assert woken == [(hours, START + timedelta(hours=hours)) for hours in (1, 2, 3)]
    tasks[-1].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
