"""Full disks, folders that cannot be written, damaged files: a clear sentence, and the data intact."""

import asyncio
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from bot.quiz.errors import StoreTrouble
from bot.store.deriving import rebuild_all
from bot.store.sqlite import SQLiteStore
from bot.store.sqlite.engine import SQLite
from bot.testing.store_contract import a_round, settlement, submit
from bot.testing.terms import Store, a_term, answers


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "askling.sqlite"


async def lived(path: Path, *, many: int) -> None:
    async with SQLiteStore.open(path) as store:
        term = await a_term(store)
        await asyncio.gather(*(answers(store, term.rounds[0], term.people[0], 7) for _ in range(many)))


async def settled(path: Path) -> int:
    async with SQLiteStore.open(path) as store:
        return await settled_in(store)


async def settled_in(store: Store) -> int:
    found = [await store.history(one.id) for one in await store.communities()]
    return sum(entry.settlement is not None for entries in found for entry in entries)


def child(program: str, path: Path) -> str:
    """What another process says about a database."""
    command = [sys.executable, "-c", program, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    return done.stdout + done.stderr


async def until_it_fails(store: Store) -> tuple[int, StoreTrouble]:
    """How many answers were acknowledged, and what was said then."""
    _, one = await a_round(store, "console:disk")
    member = (await a_term(store)).people[0]
    for number in range(10_000):
        try:
            received = await submit(store, one, member.id, f"s-{number}")
            await store.settle(received.entry.id, settlement(1))
        except StoreTrouble as trouble:
            return number, trouble
    raise AssertionError("the disk never filled")


async def test_a_full_disk_is_said_in_words_and_the_bot_goes_on_when_there_is_room(path: Path) -> None:
    async with SQLite.open(path, rebuild_all) as database:
        writing, store = database._writer._connection, SQLiteStore(database)
        (pages,) = await (await writing.execute("pragma page_count")).fetchone() or (0,)
        await writing.execute(f"pragma max_page_count = {pages + 8}")
        acknowledged, trouble = await until_it_fails(store)
        assert "full" in str(trouble)
        assert "Make room" in str(trouble)
        await writing.execute("pragma max_page_count = 100000")
        assert acknowledged <= await settled_in(store) <= acknowledged + 1
        term = await a_term(store)
        await answers(store, term.rounds[0], term.people[0], 7)


_LIMITED = """
import asyncio, resource, sys
from pathlib import Path
from bot.quiz.errors import StoreTrouble
from bot.store.sqlite import SQLiteStore
from bot.testing.terms import a_term, answers

async def main():
    async with SQLiteStore.open(Path(sys.argv[1])) as store:
        term = await a_term(store)
        resource.setrlimit(resource.RLIMIT_FSIZE, (250_000, 250_000))
        done = 0
        try:
            while True:
                await answers(store, term.rounds[0], term.people[0], 1)
                done += 1
        except StoreTrouble as trouble:
            print(done, trouble, flush=True)

asyncio.run(main())
"""


def test_a_file_that_may_not_grow_loses_nothing_that_was_acknowledged(path: Path) -> None:
    said = child(_LIMITED, path)
    done, _, trouble = said.partition(" ")
    assert "could not be written" in trouble, said
    assert int(done) <= asyncio.run(settled(path)) <= int(done) + 1


_NOBODY = """
import asyncio, os, sys
from pathlib import Path
from bot.quiz.errors import StoreTrouble
from bot.store.database import statements
from bot.store.sqlite import SQLiteStore
from bot.store.sqlite.migrating import migrations

async def main(path):
    try:
        async with SQLiteStore.open(path, known=KNOWN) as store:
            print("opened", await store.communities())
    except StoreTrouble as trouble:
        print(trouble)

KNOWN = migrations()
statements()
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
asyncio.run(main(Path(sys.argv[1])))
"""


@pytest.mark.parametrize("there", [False, True])
def test_a_folder_that_cannot_be_written_is_named_with_the_fix(*, there: bool) -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to nobody
        path = Path(name) / "askling.sqlite"
        if there:
            asyncio.run(lived(path, many=1))
            path.with_name("askling.sqlite.lock").unlink()
        before = path.read_bytes() if there else b""
        path.parent.chmod(0o555)
        said = child(_NOBODY, path)
        path.parent.chmod(0o755)
        assert "cannot be written" in said
        assert "ASKLING_DATABASE" in said
        assert (path.read_bytes() if there else b"") == before


async def test_a_file_damaged_in_the_middle_is_refused_and_left_as_it_is(path: Path) -> None:
    await lived(path, many=200)
    whole = path.read_bytes()
    middle = len(whole) // 2 // 4096 * 4096
    path.write_bytes(whole[:middle] + b"\xff" * 4096 + whole[middle + 4096 :])
    before = path.read_bytes()
    with pytest.raises(StoreTrouble, match=r"damaged\. Keep it, and restore the newest backup"):
        async with SQLiteStore.open(path):
            pass
    assert path.read_bytes() == before


async def test_a_file_cut_short_is_refused_and_left_as_it_is(path: Path) -> None:
    await lived(path, many=200)
    before = path.read_bytes()[:-40_000]
    path.write_bytes(before)
    with pytest.raises(StoreTrouble, match="damaged"):
        async with SQLiteStore.open(path):
            pass
    assert path.read_bytes() == before
