"""The bot as a process: told to stop, killed, and started again, while people go on pressing."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from tests.chats.discord.stand import Stand
from tests.loopback.discord import tls

ROOT = Path(__file__).parents[3]
Start = Callable[[], Awaitable[asyncio.subprocess.Process]]


@pytest.fixture
async def starts(stand: Stand, tmp_path: Path) -> AsyncIterator[Start]:
    """Starts the bot and waits until people reach it; whatever is left of it is killed in the end."""
    server, authority = stand.server, tmp_path / "authority.pem"
    authority.write_bytes(tls.authority())
    environ = {name: value for name, value in os.environ.items() if not name.startswith("ASKLING_")}
    begun: list[asyncio.subprocess.Process] = []

    async def start() -> asyncio.subprocess.Process:
        given = [str(server.port), server.token, str(authority), str(tmp_path / "askling.sqlite")]
        command = [sys.executable, "-m", "tests.chats.discord.bot_process", *given]
        before = server.gateway.identifies
        process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=environ, start_new_session=True)
        begun.append(process)
        await until(lambda: server.gateway.identifies > before and any(server.gateway.connected()))
        return process

    yield start
    for one in begun:
        with_children(one, signal.SIGKILL)
        await one.wait()


def with_children(process: asyncio.subprocess.Process, number: int) -> None:
    """A signal to a bot and its judge."""
    try:
        os.killpg(process.pid, number)
    except ProcessLookupError:
        return


async def until(look: Callable[[], bool]) -> None:
    """Until something is true; half a minute at most, which only a broken test spends."""
    async with asyncio.timeout(30):
        while not look():
            await asyncio.sleep(0)


async def ask(stand: Stand) -> None:
    """A moderator has set a schedule and asked a question."""
    mo = stand.server.person("Mo", "manage_guild").go(stand.daily)
    await (await mo.use("/quiz-admin setup", days="daily", at="00:00", zone="UTC")).answer("daily 00:00")
    await (await mo.use("/quiz-admin post")).answer("Posted")


async def test_a_bot_that_is_told_to_stop_ends_well_and_goes_on_where_it_was(stand: Stand, starts: Start) -> None:
    bot = await starts()
    await ask(stand)
    ada = stand.server.person("Ada").go(stand.daily)
    act = await ada.press("Answer")
    bot.terminate()
    assert await bot.wait() == 0
    await starts()
    assert act.modal.labels
    card = ada.sees("Open until")
    progress = await ada.press("My progress", on=card)
    assert "0 points" in (await progress.answer()).text
    assert len(stand.messages()) == 1


async def test_a_bot_that_is_killed_asks_nothing_twice(stand: Stand, starts: Start) -> None:
    bot = await starts()
    await ask(stand)
    with_children(bot, signal.SIGKILL)
    await bot.wait()
    await starts()
    ada = stand.server.person("Ada").go(stand.daily)
    assert "Open until" in (await (await ada.use("/quiz today")).answer()).text
    assert len(stand.messages()) == 1
