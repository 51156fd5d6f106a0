"""A backup is one that was restored."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.quiz.boards import ALL
from bot.quiz.errors import StoreTrouble
from bot.store.sqlite import SQLiteStore
from bot.store.sqlite.backups import _put_aside, back_up, prove, restore
from bot.store.sqlite.migrating import migrations
from bot.testing.store_contract import NOW
from bot.testing.terms import Term, a_term, answers


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "askling.sqlite"


async def lived(path: Path) -> Term:
    """A database in which two people answered."""
    async with SQLiteStore.open(path) as store:
        term = await a_term(store)
        for member in term.people[:2]:
            await answers(store, term.rounds[0], member, 7)
    return term


async def test_a_backup_of_a_store_in_use_holds_what_was_acknowledged(path: Path, tmp_path: Path) -> None:
    async with SQLiteStore.open(path) as store:
        term = await a_term(store)
        await answers(store, term.rounds[0], term.people[0], 7)
        rows = back_up(path, tmp_path / "safe" / "a.sqlite")
        await answers(store, term.rounds[0], term.people[1], 7)
    assert (rows["submission"], rows["member"], rows["round"]) == (1, 5, 7)
    assert prove(tmp_path / "safe" / "a.sqlite") == rows
    assert [file.name for file in (tmp_path / "safe").iterdir()] == ["a.sqlite"]


async def test_a_backup_is_never_overwritten(path: Path, tmp_path: Path) -> None:
    await lived(path)
    (tmp_path / "a.sqlite").write_text("precious")
    with pytest.raises(StoreTrouble, match="never overwritten"):
        back_up(path, tmp_path / "a.sqlite")
    assert (tmp_path / "a.sqlite").read_text() == "precious"


def test_where_there_is_no_database_there_is_nothing_to_back_up(path: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble, match="nothing to back up"):
        back_up(path, tmp_path / "a.sqlite")


async def test_a_damaged_database_is_what_a_failed_backup_names(path: Path, tmp_path: Path) -> None:
    await lived(path)
    path.write_bytes(path.read_bytes()[:70_000])
    with pytest.raises(StoreTrouble, match=r"askling\.sqlite could not be opened: .* damaged"):
        back_up(path, tmp_path / "a.sqlite")
    assert not (tmp_path / "a.sqlite").exists()


async def test_a_folder_in_the_place_of_the_database_is_told_as_one(path: Path) -> None:
    path.mkdir()
    with pytest.raises(StoreTrouble, match="is a folder"):
        async with SQLiteStore.open(path):
            pass


async def test_a_restore_brings_back_the_day_of_the_backup_and_keeps_what_was_there(path: Path, tmp_path: Path) -> None:
    term, backup = await lived(path), tmp_path / "a.sqlite"
    back_up(path, backup)
    async with SQLiteStore.open(path) as store:
        await answers(store, term.rounds[0], term.people[2], 7)
    done = await restore(backup, path)
    async with SQLiteStore.open(path) as store:
        assert await store.participants(term.community.id, ALL) == 2
    assert done.aside == tmp_path / "askling.sqlite.replaced-1"
    async with SQLiteStore.open(done.aside) as store:
        assert await store.participants(term.community.id, ALL) == 3


async def test_a_restore_that_dies_between_the_old_file_and_the_new_one_leaves_both_names_whole(
    path: Path, tmp_path: Path
) -> None:
    live = tmp_path / "live" / "askling.sqlite"
    async with SQLiteStore.open(live) as store:
        term = await a_term(store)
        await answers(store, term.rounds[0], term.people[0], 7)
        for end in ("", "-wal"):  # as a killed bot leaves them: the answer is in the journal alone
            shutil.copyfile(f"{live}{end}", f"{path}{end}")
    aside = tmp_path / "askling.sqlite.replaced-1"
    assert _put_aside(path) == aside
    for name in (path, aside):
        assert prove(name)["submission"] == 1
    assert not path.with_name("askling.sqlite-wal").exists()


async def test_a_restore_over_a_live_bot_is_refused(path: Path, tmp_path: Path) -> None:
    await lived(path)
    back_up(path, tmp_path / "a.sqlite")
    async with SQLiteStore.open(path) as store:
        with pytest.raises(StoreTrouble, match="Another askling is running"):
            await restore(tmp_path / "a.sqlite", path)
        assert len(await store.communities()) == 1


async def test_who_was_erased_is_erased_again_by_an_older_backup(path: Path, tmp_path: Path) -> None:
    term, backup = await lived(path), tmp_path / "a.sqlite"
    back_up(path, backup)
    gone, later = term.people[:2]
    async with SQLiteStore.open(path) as store:
        await store.erase(gone.address, now=NOW)
    assert (await restore(backup, path)).erased_again == 1
    async with SQLiteStore.open(path) as store:
        await store.erase(later.address, now=NOW)
    assert (await restore(backup, path)).erased_again == 2
    async with SQLiteStore.open(path) as store:
        assert await store.participants(term.community.id, ALL) == 0
        assert not await store.erase(gone.address, now=NOW)


async def test_what_was_erased_is_in_no_file_any_more(path: Path) -> None:
    async with SQLiteStore.open(path) as store:
        term = await a_term(store)
        await store.member(term.people[0].address, "Theodora Unmistakable")
        await answers(store, term.rounds[0], term.people[0], 7)
        await store.erase(term.people[0].address, now=NOW)
        files = [file.read_bytes() for file in path.parent.iterdir()]
    assert not [1 for file in files if b"Unmistakable" in file]


async def test_a_database_that_cannot_be_read_any_more_is_replaced_and_says_so(path: Path, tmp_path: Path) -> None:
    await lived(path)
    back_up(path, tmp_path / "a.sqlite")
    path.write_bytes(b"dear diary " * 500)
    done = await restore(tmp_path / "a.sqlite", path)
    assert done.erased_again is None
    assert done.aside is not None
    assert done.aside.read_bytes().startswith(b"dear diary")


async def test_a_backup_of_a_newer_askling_is_refused_by_the_check_as_well(path: Path, tmp_path: Path) -> None:
    await lived(path)
    back_up(path, tmp_path / "a.sqlite")
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as raw:
        raw.execute("insert into migration (version, name, sha256) values (9999, '9999_later.sql', '')")
        raw.commit()
    with pytest.raises(StoreTrouble, match="newer askling"):
        prove(tmp_path / "a.sqlite")
    with pytest.raises(StoreTrouble, match="newer askling"):
        await restore(tmp_path / "a.sqlite", path)
    async with SQLiteStore.open(path) as store:
        assert len(await store.communities()) == 1


@pytest.mark.parametrize("damage", ["text", "middle", "other", "missing"])
async def test_a_backup_that_cannot_be_restored_changes_nothing(path: Path, tmp_path: Path, damage: str) -> None:
    await lived(path)
    backup = tmp_path / "a.sqlite"
    back_up(path, backup)
    whole = backup.read_bytes()
    match damage:
        case "text":
            backup.write_bytes(b"dear diary " * 500)
        case "middle":
            backup.write_bytes(whole[: len(whole) // 2] + b"\xff" * 4096 + whole[len(whole) // 2 + 4096 :])
        case "missing":
            backup.unlink()
        case _:
            backup.unlink()
            with closing(sqlite3.connect(backup)) as raw:
                raw.execute("create table diary (page text)")
    before = path.read_bytes()
    with pytest.raises(StoreTrouble, match=r"a\.sqlite"):
        await restore(backup, path)
    assert path.read_bytes() == before
    assert not list(tmp_path.glob("*.part*"))


async def test_an_older_backup_is_brought_to_todays_shape(path: Path, tmp_path: Path) -> None:
    first, backup = migrations()[0], tmp_path / "old.sqlite"
    with closing(sqlite3.connect(backup)) as raw:
        raw.executescript(first.sql)
        raw.execute("create table migration (version bigint primary key, name text not null, sha256 text not null)")
        raw.execute("insert into migration values (?, ?, ?)", (first.version, first.name, first.sha256))
        raw.execute("insert into community values (1, 'console', 'daily 09:00 UTC', 86400, 0, 0, 'seed', 0)")
        raw.commit()
    await restore(backup, path)
    async with SQLiteStore.open(path) as store:
        (community,) = await store.communities()
    assert community.place == "console"
    assert sorted(file.name for file in tmp_path.glob("askling.sqlite*")) == ["askling.sqlite", "askling.sqlite.lock"]
