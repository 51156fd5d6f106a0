import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.core.records import RoundState
from bot.quiz.answers import Code, dumps
from bot.quiz.boards import ALL, Period, sprints_of
from bot.quiz.errors import StoreTrouble
from bot.quiz.ids import Address, MemberId
from bot.store import rows
from bot.store.database import Run, write_one
from bot.store.deriving import rebuild_all
from bot.store.sqlite import SQLiteStore
from bot.store.sqlite.engine import SQLite
from bot.store.sqlite.migrating import Migration, migrations
from bot.testing.sprint_contract import SPRINT
from bot.testing.store_contract import a_round, settlement, submit

NEXT = Migration(version=9999, name="9999_later.sql", sql="create table later (id bigint primary key);")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "askling.sqlite"


async def test_what_was_acknowledged_is_there_after_reopening(path: Path) -> None:
    async with SQLiteStore.open(path) as store:
        community, one = await a_round(store)
        ada = await store.member(Address("console:ada"), "ada")
        await submit(store, one, ada.id)
        entry = await store.settle((await submit(store, one, ada.id)).entry.id, settlement())
    async with SQLiteStore.open(path) as store:
        assert await store.history(community.id) == (entry,)


async def test_boards_made_anew_know_those_who_only_sprinted(path: Path) -> None:
    async with SQLiteStore.open(path) as store:
        community, _ = await a_round(store)
        ada = await store.member(Address("console:ada"), "ada")
        await store.keep(community.id, ada.id, SPRINT.answered(7, SPRINT.shown))
        await write_one(store._database, "scores_forget", community.id, ada.id)
        assert await store.participants(community.id, sprints_of(SPRINT.day)) == 0
        await store.rebuild(community.id)
        assert await store.participants(community.id, sprints_of(SPRINT.day)) == 1


async def test_a_commit_is_on_the_disk_before_it_is_acknowledged(path: Path) -> None:
    async with SQLite.open(path, rebuild_all) as database:
        writing = database._writer._connection
        synchronous = await (await writing.execute("pragma synchronous")).fetchone()
        journal = await (await writing.execute("pragma journal_mode")).fetchone()
    assert (tuple(synchronous or ()), tuple(journal or ())) == ((2,), ("wal",))


async def test_a_reader_cannot_write(path: Path) -> None:
    async with SQLiteStore.open(path) as store:
        with pytest.raises(StoreTrouble, match="readonly"):
            await store._database.read("member", "console:ada", "ada")


async def test_a_second_process_is_refused_with_a_sentence(path: Path) -> None:
    async with SQLiteStore.open(path):
        with pytest.raises(StoreTrouble, match="Another askling is running"):
            async with SQLiteStore.open(path):
                pass


async def test_a_cancelled_caller_spoils_nothing_for_the_others(path: Path) -> None:
    async with SQLiteStore.open(path) as store:
        community, one = await a_round(store)
        ada = await store.member(Address("console:ada"), "ada")
        tasks = [asyncio.create_task(submit(store, one, ada.id, f"s{at}")) for at in range(20)]
        await asyncio.sleep(0)
        tasks[3].cancel()
        done = await asyncio.gather(*tasks, return_exceptions=True)
        acknowledged = {f"s{at}" for at, one_of in enumerate(done) if not isinstance(one_of, BaseException)}
        stored = {entry.id for entry in await store.history(community.id)}
    assert isinstance(done[3], asyncio.CancelledError)
    assert len(acknowledged) == 19
    assert acknowledged <= stored


async def test_one_impossible_write_fails_alone(path: Path) -> None:
    async with SQLiteStore.open(path) as store:
        community, one = await a_round(store)
        ada = await store.member(Address("console:ada"), "ada")
        nobody = type(ada.id)(404)
        good, bad = await asyncio.gather(
            submit(store, one, ada.id, "good"), submit(store, one, nobody, "bad"), return_exceptions=True
        )
        assert isinstance(bad, StoreTrouble)
        assert not isinstance(good, BaseException)
        assert [entry.id for entry in await store.history(community.id)] == ["good"]


@pytest.mark.parametrize(("address", "words"), [("console:\udc80", "surrogates"), (1 << 64, "too large")])
async def test_a_value_sqlite_cannot_hold_is_refused_and_the_writer_goes_on(
    path: Path, address: object, words: str
) -> None:
    async with asyncio.timeout(10), SQLiteStore.open(path) as store:
        bad = write_one(store._database, "member", address, "nobody")
        good, refused = await asyncio.gather(store.member(Address("console:ada"), "ada"), bad, return_exceptions=True)
        assert isinstance(refused, StoreTrouble)
        assert words in str(refused)
        assert good == await store.member(Address("console:ada"), "ada")


async def test_a_bug_in_one_unit_reaches_its_caller_and_nobody_else(path: Path) -> None:
    async with asyncio.timeout(10), SQLiteStore.open(path) as store:
        with pytest.raises(KeyError):
            await write_one(store._database, "no such statement")
        assert (await store.member(Address("console:ada"), "ada")).name == "ada"


async def test_a_closed_store_says_so_instead_of_waiting(path: Path) -> None:
    async with SQLiteStore.open(path) as store:
        pass
    async with asyncio.timeout(10):
        with pytest.raises(StoreTrouble, match="closed"):
            await store.member(Address("console:ada"), "ada")
        with pytest.raises(StoreTrouble):
            await store.communities()


async def test_an_older_database_is_brought_forward_with_its_data(path: Path) -> None:
    async with SQLiteStore.open(path) as store:
        community, one = await a_round(store)
        await store.move(one.id, RoundState.OPEN)
    async with SQLiteStore.open(path, known=(*migrations(), NEXT)) as store:
        (kept,) = await store.rounds(community.id)
    assert kept.state is RoundState.OPEN


async def test_an_older_database_is_copied_beside_itself_before_it_is_brought_forward(path: Path) -> None:
    async with SQLiteStore.open(path) as store:
        community, _ = await a_round(store)
    before = path.with_name("askling.sqlite.before-9999")
    assert not before.exists()
    async with SQLiteStore.open(path, known=(*migrations(), NEXT)):
        pass
    async with SQLiteStore.open(before) as store:
        assert [one.id for one in await store.communities()] == [community.id]


async def test_a_database_of_the_first_release_learns_when_its_steps_were_applied(path: Path) -> None:
    first = migrations()[0]
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(first.sql)
        raw.execute("create table migration (version bigint primary key, name text not null, sha256 text not null)")
        raw.execute("insert into migration values (?, ?, ?)", (first.version, first.name, first.sha256))
        raw.commit()
    async with SQLiteStore.open(path, known=(*migrations(), NEXT)):
        pass
    with closing(sqlite3.connect(path)) as raw:
        (at,) = raw.execute("select applied_at from migration where version = 9999").fetchone()
        old = raw.execute("select applied_at from migration where version = 1").fetchone()
    assert (at > 1_700_000_000_000, old) == (True, (None,))


async def test_answers_of_the_first_release_are_on_the_boards_after_the_upgrade(path: Path) -> None:
    first = migrations()[0]
    verdict, lines = rows.verdict_text(settlement(7).verdict), rows.lines_text(settlement(7).lines)
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(first.sql)
        raw.execute("create table migration (version bigint primary key, name text not null, sha256 text not null)")
        raw.execute("insert into migration values (?, ?, ?)", (first.version, first.name, first.sha256))
        raw.execute("insert into community values (1, 'console', 'daily 09:00 UTC', 86400, 0, 0, 'seed', 0)")
        raw.execute("insert into member values (1, 'console:ada', 'ada')")
        raw.execute(
            "insert into round values (1, 1, '2026-11-24', 'q', 'k', '2026-11-24', 0, 9000, 9000, 'revealed', 'r')"
        )
        raw.execute(
            "insert into submission values ('s1', 1, 1, ?, 'k', 5, 6, 1, 7, ?, ?)",
            (dumps(Code("x = 1")), verdict, lines),
        )
        raw.commit()
    async with SQLiteStore.open(path) as store:
        (community,) = await store.communities()
        for period in (ALL, Period("2026-11-24"), Period("2026-W48"), Period("2026-11")):
            assert [(row.name, row.points) for row in await store.top(community.id, period, rows=9)] == [("ada", 7)]
        assert (await store.streak(community.id, MemberId(1))).current == 1
        assert [entry.settlement for entry in await store.history(community.id)] == [settlement(7)]


async def test_a_unit_of_work_that_awaits_anything_else_fails_alone(path: Path) -> None:
    async def unit(run: Run) -> None:
        await run("member", "console:ada", "ada")
        await asyncio.sleep(0)

    async with asyncio.timeout(10), SQLiteStore.open(path) as store:
        with pytest.raises(RuntimeError, match="statements only"):
            await store._database.write(unit)
        assert (await store.member(Address("console:ben"), "ben")).id == 1


async def test_a_database_from_a_newer_version_is_left_alone(path: Path) -> None:
    async with SQLiteStore.open(path, known=(*migrations(), NEXT)):
        pass
    with pytest.raises(StoreTrouble, match="newer askling"):
        async with SQLiteStore.open(path):
            pass


async def test_an_edited_migration_is_refused(path: Path) -> None:
    async with SQLiteStore.open(path, known=(*migrations(), NEXT)):
        pass
    edited = Migration(version=9999, name=NEXT.name, sql=NEXT.sql + "-- edited")
    with pytest.raises(StoreTrouble, match="was edited"):
        async with SQLiteStore.open(path, known=(*migrations(), edited)):
            pass


async def test_a_migration_that_fails_leaves_the_database_as_it_was(path: Path) -> None:
    async with SQLiteStore.open(path) as store:
        community, _ = await a_round(store)
    broken = Migration(version=9999, name="9999_broken.sql", sql="create table a (b); create table a (b);")
    with pytest.raises(StoreTrouble):
        async with SQLiteStore.open(path, known=(*migrations(), broken)):
            pass
    async with SQLiteStore.open(path) as store:
        assert [one.id for one in await store.communities()] == [community.id]


async def test_a_file_that_is_no_database_is_said_to_be_none_and_kept(path: Path) -> None:
    path.write_bytes(b"dear diary " * 500)
    with pytest.raises(StoreTrouble, match="not a database"):
        async with SQLiteStore.open(path):
            pass
    assert path.read_bytes() == b"dear diary " * 500


async def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreTrouble, match="ASKLING_DATABASE"):
        async with SQLiteStore.open(tmp_path / "file" / "askling.sqlite"):
            pass
