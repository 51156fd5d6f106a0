"""A refresh storm: what two lines that change over before they break lose (nothing), and what one line loses."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from bot.testing.clocks import FakeClock
from tests.loopback.lines import Line, Lines
from tests.loopback.slack import Ack, Silence, Slack

STORMS = 20
COMMANDS = 10


class Followers:
    """Lines that acknowledge everything they hear; after a notice another is opened, and the old one heard out."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        line = await self._lines.open()
        self._tasks.add(asyncio.create_task(self._follow(line)))

    async def _follow(self, line: Line) -> None:
        while True:
            try:
                message = await line.hears()
            except TypeError:
                return  # it is closed: there is no JSON in that
            if message["type"] == "disconnect":
                await self.start()
            else:
                await line.acks(message)

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


@asynccontextmanager
async def following(slack: Slack, count: int) -> AsyncIterator[None]:
    async with Lines(slack) as lines:
        followers = Followers(lines)
        for _ in range(count):
            await followers.start()
        yield
        await followers.stop()


async def storm(slack: Slack, count: int) -> list[Ack | Silence | None]:
    """What became of commands that were typed right after each of the notices."""
    assert isinstance(slack.clock, FakeClock)
    ana = slack.person("Ana")
    outcomes: list[Ack | Silence | None] = []
    async with following(slack, count):
        for _ in range(STORMS):
            await slack.until(lambda: sum(not link.draining for link in slack.links.open) == count)
            await slack.links.refresh()
            outcomes += await asyncio.gather(*(ana.types("/quiz") for _ in range(COMMANDS)))
            await slack.until(lambda: sum(not link.draining for link in slack.links.open) == count)
            await slack.clock.advance(timedelta(seconds=10))
            await slack.until(lambda: len(slack.links.open) == count)
    return outcomes


@pytest.mark.parametrize("drained", [False, True])
async def test_two_lines_lose_nothing_whatever_a_draining_socket_gets(slack: Slack, *, drained: bool) -> None:
    slack.links.drained_get_envelopes = drained
    outcomes = await storm(slack, 2)
    assert len(outcomes) == STORMS * COMMANDS
    assert [one for one in outcomes if not isinstance(one, Ack)] == []


async def test_one_line_loses_what_comes_before_its_successor_is_open(slack: Slack) -> None:
    outcomes = await storm(slack, 1)
    assert set(outcomes) == {Silence("dispatch_failed")}


async def test_one_line_loses_nothing_where_a_draining_socket_still_gets_envelopes(slack: Slack) -> None:
    slack.links.drained_get_envelopes = True
    outcomes = await storm(slack, 1)
    assert [one for one in outcomes if not isinstance(one, Ack)] == []
