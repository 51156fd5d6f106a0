"""A database that the first release wrote, and what becomes of it: forward, back, and through a bad day.

`first-release.sql` was written by the code of September 2026, from six days in which three people answered; what its
own `board` and `me` said then is written down here.
"""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.app import open_world
from bot.bank.filebank import FileBank
from bot.core.heartbeat import beat
from bot.core.records import RoundState
from bot.quiz.boards import ALL
from bot.quiz.errors import StoreTrouble
from bot.quiz.ids import MemberId
from bot.store.sqlite import SQLiteStore, backups
from bot.store.sqlite.migrating import migrations
from bot.testing.chats import PaperChat
from bot.testing.clocks import FakeClock
from bot.testing.days import knows_doubling
from bot.testing.judges import ScriptedJudge

DUMP = Path(__file__).with_name("first-release.sql")
BOARD = [("ada", 15, 6), ("ben", 13, 6), ("cleo ü字", 12, 1)]
"""Name, points and streak, as the first release told them."""
EVENING = datetime(2026, 9, 12, 20, 30, tzinfo=UTC)
PENDING = """
insert into submission (id, round_id, member_id, answer, key_hash, received_at, lease)
values ('console:waiting', 6, 3, '{"typed": "5"}', '64fe777c1afabbaa', 1789203700000, 1789203820000)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """As an operator's volume holds it on the day of the upgrade."""
    file = tmp_path / "askling.sqlite"
    with closing(sqlite3.connect(file)) as raw:
        raw.executescript(DUMP.read_text("utf-8"))
        raw.execute("pragma journal_mode = wal")
    return file


def dumped(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as raw:
        return sorted(raw.iterdump())


def shape(file: Path) -> dict[str, list[tuple[str, str]]]:
    """Columns and their types by table, and what indexes are on."""
    with closing(sqlite3.connect(file)) as raw:
        tables = raw.execute("select name from sqlite_master where type in ('table', 'index') order by name").fetchall()
        return {
            name: sorted((row[1] or row[2], str(row[2])) for row in raw.execute(f"pragma table_xinfo('{name}')"))
            or sorted((row[2], "") for row in raw.execute(f"pragma index_info('{name}')"))
            for (name,) in tables
        }


def held(raw: sqlite3.Connection, table: str) -> list[dict[str, object]]:
    return [dict(row) for row in raw.execute(f"select * from {table}")]  # noqa: S608 - a name out of its own schema


async def board(store: SQLiteStore) -> list[tuple[str, int, int]]:
    (community,) = await store.communities()
    rows = await store.top(community.id, ALL, rows=9)
    streaks = [(await store.streak(community.id, MemberId(number))).current for number in (1, 2, 3)]
    return [(row.name, row.points, streak) for row, streak in zip(rows, streaks, strict=True)]


async def test_points_ranks_and_streaks_are_what_the_first_release_told(path: Path) -> None:
    async with SQLiteStore.open(path) as store:
        assert await board(store) == BOARD


async def test_every_row_is_there_with_every_value_it_had(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.row_factory = sqlite3.Row
        tables = [row[0] for row in raw.execute("select name from sqlite_master where type = 'table'")]
        before = {table: held(raw, table) for table in tables}
    async with SQLiteStore.open(path):
        """It is brought forward."""
    with closing(sqlite3.connect(path)) as raw:
        raw.row_factory = sqlite3.Row
        after = {table: held(raw, table) for table in tables}
        assert raw.execute("pragma foreign_key_check").fetchall() == []
        assert raw.execute("pragma integrity_check").fetchone()[0] == "ok"
    kept = ("member", "submission", "help", "round")
    for table in kept:
        assert len(after[table]) == len(before[table])
        for old, new in zip(before[table], after[table], strict=True):
            assert {name: value for name, value in new.items() if name in old} == old


async def test_an_open_question_goes_on_and_an_answer_that_waited_is_judged(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(PENDING)
    bank, _ = FileBank.load(None)
    clock, judge = FakeClock(EVENING), ScriptedJudge(knows_doubling)
    async with open_world(
        database=path, bank=bank, judge=judge, chats={"console": PaperChat()}, clock=clock, versions=((3, 11),)
    ) as world:
        await beat(world)
        (community,) = await world.agenda.communities()
        history = await world.ledger.history(community.id)
        assert next(one for one in history if one.id == "console:waiting").settlement is not None
        await clock.advance(timedelta(hours=1))
        await beat(world)
        rounds = {one.key: one.state for one in await world.agenda.rounds(community.id)}
    assert rounds["2026-09-12"] is RoundState.REVEALED


async def test_one_step_after_the_other_leads_to_the_same_shape_as_all_at_once_and_as_a_new_one(
    path: Path, tmp_path: Path
) -> None:
    steps = tmp_path / "steps.sqlite"
    steps.write_bytes(path.read_bytes())
    known = migrations()
    for upto in range(2, len(known)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("bot.store.sqlite.store.rebuild_all", _derive_nothing)
            async with SQLiteStore.open(steps, known=known[:upto]):
                """One release after the other."""
    for file in (steps, path, tmp_path / "new.sqlite"):
        async with SQLiteStore.open(file):
            """Today's."""
    assert shape(steps) == shape(path) == shape(tmp_path / "new.sqlite")
    async with SQLiteStore.open(steps) as store:
        assert await board(store) == BOARD


async def _derive_nothing(_run: object) -> None:
    """Tables of later steps are not there yet."""


async def test_the_copy_made_before_is_the_old_database_and_leads_back(path: Path) -> None:
    old = dumped(path)
    async with SQLiteStore.open(path):
        """The upgrade."""
    copy = path.with_name("askling.sqlite.before-0002")
    assert dumped(copy) == old
    done = await backups.restore(copy, path)
    assert done.rows["submission"] == 39
    async with SQLiteStore.open(path) as store:
        assert await board(store) == BOARD


async def test_an_older_askling_leaves_a_newer_database_alone(path: Path) -> None:
    async with SQLiteStore.open(path):
        """The upgrade."""
    new = dumped(path)
    with pytest.raises(StoreTrouble, match="written by a newer askling"):
        async with SQLiteStore.open(path, known=migrations()[:1]):
            """The older one."""
    assert dumped(path) == new


async def test_a_drill_back_up_lose_the_disk_restore(path: Path, tmp_path: Path) -> None:
    async with SQLiteStore.open(path):
        safe = tmp_path / "elsewhere" / "safe.sqlite"
        rows = backups.back_up(path, safe)
    assert rows == backups.prove(safe)
    path.write_bytes(os.urandom(path.stat().st_size))  # a disk that lost its mind
    for journal in ("-wal", "-shm"):
        path.with_name(f"{path.name}{journal}").unlink(missing_ok=True)
    with pytest.raises(StoreTrouble):
        async with SQLiteStore.open(path):
            """It is damaged."""
    done = await backups.restore(safe, path)
    assert done.aside is not None
    async with SQLiteStore.open(path) as store:
        assert await board(store) == BOARD


async def test_a_restore_is_on_the_disk_before_it_has_its_name(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told by the order of calls: a power cut cannot be played here."""
    async with SQLiteStore.open(path):
        safe = tmp_path / "safe.sqlite"
        backups.back_up(path, safe)
    order: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def flushed(descriptor: int) -> None:
        order.append(f"flush {Path(f'/proc/self/fd/{descriptor}').readlink().name}")
        fsync(descriptor)

    def renamed(self: Path, target: Path) -> Path:
        order.append(f"rename {self.name}")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", flushed)
    monkeypatch.setattr(Path, "replace", renamed)
    await backups.restore(safe, path)
    assert order == ["flush askling.sqlite.part", "rename askling.sqlite.part", f"flush {path.parent.name}"]
