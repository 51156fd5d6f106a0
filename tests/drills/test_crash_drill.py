"""Real processes, killed at random: every question and every answer is published exactly once."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

WORKER = Path(__file__).with_name("worker.py")
ROOT = Path(__file__).parents[2]


def drill(folder: Path, *, kills: int, at_once: int = 1, seed: int = 1, care: str = "careful") -> dict[str, int]:
    command = [sys.executable, str(WORKER), str(folder), str(kills), str(at_once), str(seed), care]
    done = subprocess.run(command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told: dict[str, int] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize("at_once", [1, 2])
def test_a_few_dozen_kills_double_and_miss_nothing(tmp_path: Path, at_once: int) -> None:
    told = drill(tmp_path, kills=30, at_once=at_once)
    assert (told["doubled"], told["missed"]) == (0, 0), told
    assert told["due"] == told["made"] > 3, told


def test_the_drill_notices_doubles_where_a_chat_keeps_no_promise(tmp_path: Path) -> None:
    assert drill(tmp_path, kills=25, at_once=2, care="careless")["doubled"] > 0


@pytest.mark.slow
@pytest.mark.parametrize(("at_once", "seed"), [(1, 11), (2, 12)])
def test_five_hundred_kills_double_and_miss_nothing(tmp_path: Path, at_once: int, seed: int) -> None:
    told = drill(tmp_path, kills=500, at_once=at_once, seed=seed)
    assert (told["crashes"], told["doubled"], told["missed"]) == (500, 0, 0), told
    assert told["due"] == told["made"] > 50, told
