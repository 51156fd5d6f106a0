"""What was acknowledged survives a kill at any moment."""

import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot.quiz.boards import ALL, day_of
from bot.store.sqlite import SQLiteStore

_CLIENTS = """
import asyncio, sys
from pathlib import Path
from bot.quiz.ids import Address
from bot.store.sqlite import SQLiteStore
from bot.testing.store_contract import a_round, settlement, submit

async def client(store, one, member, name):
    for at in range(10_000):
        received = await submit(store, one, member.id, f"{name}-{at}")
        await store.settle(received.entry.id, settlement(1 + at % 7))
        print(received.entry.id, flush=True)

async def main():
    async with SQLiteStore.open(Path(sys.argv[1])) as store:
        _, one = await a_round(store)
        members = [await store.member(Address(f"console:{at}"), str(at)) for at in range(64)]
        await asyncio.gather(*(client(store, one, member, member.name) for member in members))

asyncio.run(main())
"""


async def killed_at_random(path: Path, seed: int) -> None:
    """64 clients answer, the bot is killed after so many acknowledgements, and the file is opened again."""
    acknowledged = random.Random(seed).randint(1, 1500)  # noqa: S311
    with subprocess.Popen([sys.executable, "-c", _CLIENTS, path], stdout=subprocess.PIPE, text=True) as bot:
        assert bot.stdout is not None
        said = {bot.stdout.readline().strip() for _ in range(acknowledged)}
        bot.kill()
        said |= {line.strip() for line in bot.stdout if line.endswith("\n")}
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("pragma integrity_check").fetchone() == ("ok",)
    async with SQLiteStore.open(path) as store:
        (community,) = await store.communities()
        (one,) = await store.rounds(community.id)
        entries = await store.history(community.id)
        boards = [await store.top(community.id, period, rows=100) for period in (ALL, day_of(one.date))]
    assert len(said) >= acknowledged
    assert said <= {entry.id for entry in entries if entry.settlement is not None}
    for board in boards:
        assert sum(row.points for row in board) == sum(entry.points for entry in entries)


@pytest.mark.parametrize("seed", range(3))
async def test_no_acknowledged_answer_is_lost_when_the_bot_is_killed(tmp_path: Path, seed: int) -> None:
    await killed_at_random(tmp_path / "askling.sqlite", seed)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3, 30))
async def test_no_acknowledged_answer_is_lost_in_many_kills(tmp_path: Path, seed: int) -> None:
    await killed_at_random(tmp_path / "askling.sqlite", seed)
