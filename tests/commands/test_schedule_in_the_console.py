"""A moderator at the console: the schedule and the days ahead, through a pipe and through a restart."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

from bot.clocks import SystemClock

ROOT = Path(__file__).parents[2]


def told(folder: Path, lines: str, schedule: str) -> str:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "ASKLING_SCHEDULE": schedule, "TZ": "Asia/Kolkata"}
    done = subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        cwd=folder,
        env=env,
        input=lines,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_moderators_schedule_and_its_preview_survive_a_restart(tmp_path: Path) -> None:
    later = SystemClock().now() + timedelta(hours=12)  # so that no question opens between the two starts
    first = told(tmp_path, f"setup daily 25:00 UTC\nsetup daily {later:%H:%M} UTC open=6h\nqueue\n", "daily 00:00 UTC")
    second = told(tmp_path, "queue\n", "weekdays 10:00 Europe/Berlin")
    assert "'25:00' is no time of day" in first
    assert f"{later:%H:%M} UTC = " in first
    assert "Asia/Kolkata" in first
    ahead = first.split("Times in Asia/Kolkata:")[1]
    assert ahead.splitlines()[1:] == second.split("Times in Asia/Kolkata:")[1].splitlines()[1:]
    assert ahead.count(" · level ") in {13, 14}
