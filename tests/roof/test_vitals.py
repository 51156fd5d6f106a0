"""Signs of life, and what a health check makes of them."""

import asyncio
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot import health
from bot.clocks import SystemClock
from bot.core.heartbeat import beat
from bot.judge import SubprocessJudge, level_of, scratch_of
from bot.judge.serving import served
from bot.testing.chats import PaperChat
from bot.testing.days import MORNING, Day
from bot.vitals import SLOWEST, STALE, Pulse, Vitals, file_of, keep_telling, process, taken

WELL = Vitals(at=MORNING, heartbeat=MORNING, chats={"paper": True})


class DeafChat(PaperChat):
    def ready(self) -> bool:
        return False


def test_what_is_written_is_read() -> None:
    assert Vitals.read(WELL.written()) == WELL
    assert Vitals.read(replace(WELL, heartbeat=None).written()) == replace(WELL, heartbeat=None)


def test_what_a_killed_process_left_behind_is_known_also_when_its_number_was_given_to_another() -> None:
    ours = process()
    number, _, start = ours.partition("@")
    assert int(number) == os.getpid()
    assert not replace(WELL, process=ours).left_behind
    assert replace(WELL, process=f"{number}@{int(start) + 1}").left_behind
    assert replace(WELL, process="4194305@1").left_behind  # above the highest number there can be
    assert not WELL.left_behind


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"at": 3, "heartbeat": null, "chats": {}}'])
def test_what_says_nothing_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Vitals.read(text)


@pytest.mark.parametrize(
    ("vitals", "alive"),
    [
        (WELL, True),
        (replace(WELL, at=MORNING - STALE), True),
        (replace(WELL, at=MORNING - STALE - timedelta(seconds=1)), False),
        (replace(WELL, heartbeat=None), False),
        (replace(WELL, heartbeat=MORNING - SLOWEST - timedelta(seconds=1)), False),
    ],
)
def test_a_bot_lives_while_it_is_heard_of_and_its_heart_beats(vitals: Vitals, *, alive: bool) -> None:
    assert (vitals.ailments(MORNING) == ()) is alive


async def test_a_running_bot_tells_when_its_heart_beat_and_which_chats_are_connected(tmp_path: Path) -> None:
    day = Day()
    pulse = Pulse(day.store)
    world = replace(day.world, watch=pulse, chats={"paper": day.chat, "deaf": DeafChat()})
    assert taken(world, pulse).heartbeat is None
    await beat(world)
    path = file_of(tmp_path / "a.sqlite")
    telling = asyncio.create_task(keep_telling(world, pulse, path))
    await asyncio.sleep(0)
    vitals = Vitals.read(path.read_text())
    assert (vitals.heartbeat, vitals.chats) == (MORNING, {"paper": True, "deaf": False})
    assert vitals.unreachable() == ("The chat deaf is not connected.",)
    telling.cancel()
    await asyncio.gather(telling, return_exceptions=True)
    assert not path.exists()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return file_of(tmp_path / "askling.sqlite")


async def test_no_bot_a_dead_bot_and_a_bot_without_a_chat_are_not_well(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "No bot is running" in "".join(await health.of_bot())
    now = SystemClock().now()
    here.write_text(replace(WELL, at=now, heartbeat=now, chats={}).written())
    assert "No chat is run" in "".join(await health.of_bot())
    assert await health.of_bot(alive_only=True) == ()
    monkeypatch.setenv("ASKLING_CHATS", "none")
    assert await health.of_bot() == ()
    here.write_text(replace(WELL, at=now, heartbeat=now, chats={"paper": False}).written())
    assert await health.of_bot() == ("The chat paper is not connected.",)
    assert await health.of_bot(alive_only=True) == ()
    here.write_text(replace(WELL, process="4194305@1").written())
    assert "was killed" in "".join(await health.of_bot())
    here.write_text(WELL.written())
    assert "last heard of" in "".join(await health.of_bot())
    here.write_text("half a line")
    assert "cannot be read" in "".join(await health.of_bot())


async def test_a_judge_is_well_when_it_just_ran_a_snippet(tmp_path: Path) -> None:
    socket = tmp_path / "judge.sock"
    assert "There is no judge" in "".join((await health.of_judge(socket))[0])
    async with SubprocessJudge() as judge, served(judge, socket):
        ailments, beside = await health.of_judge(socket)
        reached, scratch = level_of(await judge.layers()).word, scratch_of(await judge.layers())
    assert ailments == ()
    assert beside == f"sandbox level: {reached}; {scratch or 'no scratch folder'}"


def test_backups_are_well_while_the_newest_is_fresh(tmp_path: Path) -> None:
    assert "There is no backup" in "".join(health.of_backups(tmp_path))
    file = tmp_path / "a.sqlite"
    file.touch()
    assert health.of_backups(tmp_path) == ()
    old = SystemClock().now().timestamp() - 27 * 3600
    os.utime(file, (old, old))
    assert health.of_backups(tmp_path) == (f"The newest backup in {tmp_path} is 27 hours old.",)
