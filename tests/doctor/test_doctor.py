"""Whatever is planted, the doctor finds, and says what to do."""

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot import doctor, doors, supplies
from bot.clocks import SystemClock
from bot.doctor import places, storage
from bot.judge import Finding, Plan, SubprocessJudge
from bot.quiz.errors import Refused
from bot.quiz.ids import Place
from bot.quiz.setups import parse
from bot.store.sqlite import SQLiteStore
from bot.testing.chats import PaperChat
from bot.vitals import Vitals, file_of

PAPER = Place("paper:room")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ASKLING_CHATS", "none")
    return tmp_path


@pytest.fixture
async def database(here: Path) -> Path:
    file = here / "askling.sqlite"
    async with SQLiteStore.open(file) as store:
        await store.enrol(PAPER, parse("weekdays 09:00 Europe/Berlin"), now=SystemClock().now())
    return file


async def found(name: str) -> list[Finding]:
    return [one for one in await doctor.examine() if one.name == name]


async def ailing(name: str) -> str:
    return "\n".join(one.detail for one in await found(name) if not one.held)


async def test_a_healthy_machine_has_nothing_to_mend(database: Path) -> None:
    findings = await doctor.examine()
    assert [one for one in findings if not one.held] == []
    names = {one.name for one in findings}
    assert {"settings", "clock", "SQLite", "disk", "database", "question bank", "sandbox level", "seccomp"} <= names
    assert "every page is sound, today's shape, journal mode wal" in next(
        one.detail for one in findings if one.name == "database"
    )
    assert database.exists()


async def test_every_mistake_in_the_settings_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASKLING_OPEN_HOURS", "0")
    monkeypatch.setenv("ASKLING_DISCORD_TOKEN_FILE", "/no/such")
    findings = await doctor.examine()
    assert [one.held for one in findings] == [False, False]
    assert "/no/such" in findings[0].detail


async def test_a_damaged_database_is_found_without_being_touched(database: Path) -> None:
    raw = bytearray(database.read_bytes())
    raw[-4096:] = b"\xff" * 4096
    database.write_bytes(raw)
    assert "damaged" in await ailing("database")
    assert database.read_bytes() == bytes(raw)


async def test_a_database_of_the_future_is_found(database: Path) -> None:
    with closing(sqlite3.connect(database)) as raw, raw:
        raw.execute("insert into migration values (9999, 'later', 'x', 0)")
    assert "newer askling" in await ailing("database")


async def test_a_full_disk_is_found(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(database)._replace(free=5 * 1024**2)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    assert "5 MiB free; make room for 200 MiB" in await ailing("disk")


async def test_a_folder_far_away_is_found(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = here / "mounts"
    mounts.write_text(f"/dev/sda / ext4 rw 0 0\nserver:/x {here} nfs4 rw 0 0\n")
    monkeypatch.setattr(storage, "MOUNTS", mounts)
    assert f"{here} is on nfs4; keep it on a local disk" in await ailing("database folder")


async def test_a_clock_that_went_back_is_found(database: Path) -> None:
    later = SystemClock().now() + timedelta(days=3)
    file_of(database).write_text(Vitals(at=later, heartbeat=later, chats={}).written())
    assert "the clock went back" in await ailing("clock")


async def test_a_bot_that_hangs_is_found_and_one_that_runs_does_not_stop_the_doctor(database: Path) -> None:
    now = SystemClock().now()
    async with SQLiteStore.open(database):
        file_of(database).write_text(Vitals(at=now, heartbeat=now, chats={}).written())
        assert [one.detail for one in await found("bot")] == ["running, and well"]
        assert await ailing("database") == ""
        file_of(database).write_text(Vitals(at=now, heartbeat=now - timedelta(hours=1), chats={}).written())
        assert await ailing("bot") == "The bot runs, and its heart does not beat."


async def test_a_bank_with_a_mistake_names_the_file(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bank = here / "bank"
    (bank / "types").mkdir(parents=True)
    (bank / "topics.toml").write_text('[types]\ntitle = "Types"\norder = 1\n[types.numbers]\ntitle = "Numbers"\n')
    (bank / "types" / "numbers").mkdir()
    (bank / "types" / "numbers" / "broken.md").write_text("no question\n")
    monkeypatch.setenv("ASKLING_QUESTIONS", str(bank))
    assert "types/numbers/broken.md line" in await ailing("question bank")


async def test_a_level_that_is_not_reached_is_found_and_what_code_it_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supplies, "judge_of", lambda _: SubprocessJudge(plan=Plan(namespaces=False, landlock=False)))
    monkeypatch.setenv("ASKLING_JUDGE_LEAST", "landlock")
    told = await ailing("sandbox level")
    assert told.startswith("floor; asked for: landlock. Code is not run")


async def test_whether_programs_can_write_files_is_told_and_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        supplies, "judge_of", lambda _: SubprocessJudge(plan=Plan(namespaces=False, scratch="/nowhere"))
    )
    (told,) = await found("scratch folder")
    assert told.held
    assert told.detail.startswith("none: learners' programs that write files fail here")
    (why,) = await found("without scratch slots")
    assert "/nowhere" in why.detail or "landlock" in why.detail


class LackingChat(PaperChat):
    async def lacks(self, place: Place, *, thread: bool = False) -> Sequence[str]:  # noqa: ARG002
        return [f"Give me the permission to write in {place}."]


class DeafChat(PaperChat):
    async def lacks(self, place: Place, *, thread: bool = False) -> Sequence[str]:  # noqa: ARG002
        await asyncio.Event().wait()
        return []


@asynccontextmanager
async def refusing() -> AsyncIterator[PaperChat]:
    raise Refused("The token is wrong; see docs/operators/install.md.")
    yield PaperChat()


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    ("chat", "said"),
    [
        (LackingChat, "paper:room: Give me the permission to write in paper:room."),
        (DeafChat, "did not answer within 0 seconds"),
        (refusing, "The token is wrong"),
        (PaperChat, ""),
    ],
)
async def test_what_a_chat_lacks_is_found(chat: object, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Entry:
        def load(self) -> object:
            return chat

    monkeypatch.setattr(doors, "_others", lambda: {"paper": Entry()})
    monkeypatch.setenv("ASKLING_CHATS", "paper")
    if chat is DeafChat:
        monkeypatch.setattr(places, "SECONDS", 0.01)
    assert (await ailing("chat paper")).startswith(said)


@pytest.mark.usefixtures("database")
async def test_the_next_three_occurrences_of_each_place_are_told() -> None:
    (told,) = await found("next in paper:room")
    assert told.detail.count("09:00") == 3
    assert told.detail.endswith("(Europe/Berlin)")


async def test_no_chat_at_all_is_found_unless_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert await ailing("chats") == ""
    monkeypatch.setenv("ASKLING_CHATS", "")
    monkeypatch.setattr(doors, "_somebody_is_there", lambda: False)
    assert "set a token" in await ailing("chats")
