"""Weeks in seconds: what is counted, and that a doubled or missed post would be noticed."""

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

from bot.simulating import Simulation, Tally
from bot.testing.banks import ListBank
from bot.testing.questions import an_output

BANK = [an_output(f"q{at}", topic=f"{'abc'[at % 3]}/x") for at in range(30)]


def nothing(_lived: timedelta) -> None:
    """Nobody watches."""


async def simulated(folder: Path, *, bank: ListBank | None = None, careful: bool = True, crash: bool = True) -> Tally:
    bank = bank or ListBank(BANK)
    simulation = Simulation(folder, bank, communities=3, crash=crash, seed=7, careful=careful)
    return await simulation.run(12, nothing)


async def test_crashes_lost_answers_and_zombies_double_and_miss_nothing(tmp_path: Path) -> None:
    told = await simulated(tmp_path)
    assert told.kept
    assert told.due == told.made > 15
    assert told.crashes > 5


async def test_what_is_due_does_not_depend_on_what_goes_wrong(tmp_path: Path) -> None:
    (tmp_path / "quiet").mkdir()
    quiet, wild = await simulated(tmp_path / "quiet", crash=False), await simulated(tmp_path)
    assert (quiet.due, quiet.made, quiet.crashes) == (wild.due, wild.made, 0)


async def test_doubled_posts_are_noticed(tmp_path: Path) -> None:
    told = await simulated(tmp_path, careful=False)
    assert told.doubled > 0
    assert not told.kept


async def test_missed_posts_are_noticed(tmp_path: Path) -> None:
    told = await simulated(tmp_path, bank=ListBank([]), crash=False)
    assert told.missed == told.due > 0
    assert not told.kept


def test_the_command_prints_the_words_as_keys() -> None:
    command = [sys.executable, "-m", "bot", "simulate", "--days", "3", "--communities", "2", "--crash", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    told = json.loads(done.stdout)
    assert {"due", "made", "doubled", "missed"} <= told.keys()
    assert told["due"] == told["made"] > 0
