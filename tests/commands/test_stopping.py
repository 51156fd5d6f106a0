"""A service is told to stop, as `docker stop` tells it."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def service(folder: Path, **settings: str) -> subprocess.Popen[bytes]:
    """`askling run` as a container starts it: nothing on standard input, and nobody reads standard output."""
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "HOME": str(folder), "ASKLING_LOG_LEVEL": "info"}
    return subprocess.Popen(
        [sys.executable, "-m", "bot", "run"],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**environment, **settings},
    )


@pytest.mark.parametrize("settings", [{}, {"ASKLING_CHATS": "none"}])
def test_a_service_without_a_chat_stays_up_until_sigterm_and_exits_with_0(
    tmp_path: Path, settings: dict[str, str]
) -> None:
    with service(tmp_path, **settings) as bot:
        assert bot.stderr is not None
        events = [json.loads(bot.stderr.readline())["event"]]
        while events[-1] != "judge.ready":  # it lives
            events.append(json.loads(bot.stderr.readline())["event"])
        assert "bot.headless" in events
        bot.send_signal(signal.SIGTERM)
        out, err = bot.communicate()
    assert (bot.returncode, out) == (0, b"")
    assert [json.loads(line)["event"] for line in err.splitlines()] == ["bot.stopping", "bot.stopped"]


def test_a_console_whose_reader_never_types_stops_as_well(tmp_path: Path) -> None:
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "run"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
    ) as bot:
        assert bot.stdout is not None
        assert bot.stdout.readline().startswith(b"bot> ")
        bot.send_signal(signal.SIGTERM)
        assert bot.wait() == 0
