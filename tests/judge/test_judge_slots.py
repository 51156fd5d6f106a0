"""Scratch slots: what a learner may do in one, and that nothing of it is there for the next. Only root can mount them."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.judge import Plan, SubprocessJudge, base_interpreter, inside
from bot.judge.inside import kernel
from bot.judge.pool import SPARE
from bot.quiz.runs import Job, Limits, Run
from tests.hostile.interpreters import runnable_for
from tests.hostile.modes import NOBODY, ours
from tests.hostile.planting import DEEP, EMPTY, FULL, HELD, HIDDEN, LOOK, NAMES, WHITEOUT, WRITE
from tests.hostile.slots import CLOSED, can_mount, mount, slots

pytestmark = pytest.mark.skipif(not can_mount(), reason="only root can mount slots")

AT_ONCE = 1
NEEDED = AT_ONCE + SPARE
SHORT = Limits(wall_seconds=0.5)


@pytest.fixture(scope="module")
def python() -> Iterator[Path]:
    """Ours, or its twin where ours lies below a closed folder."""
    shelf = Path(tempfile.mkdtemp(prefix="py-"))
    shelf.chmod(0o755)
    found = runnable_for(NOBODY, base_interpreter(), shelf)
    if found is None:
        pytest.skip("nobody cannot read a Python here")
    yield found
    shutil.rmtree(shelf)


@pytest.fixture
def folder() -> Iterator[Path]:
    with slots(NEEDED) as folder:
        yield folder


@asynccontextmanager
async def judge_of(python: Path, folder: Path) -> AsyncIterator[SubprocessJudge]:
    plan = Plan(namespaces=False, scratch=str(folder))
    async with SubprocessJudge(pythons={ours(): python}, at_once=AT_ONCE, plan=plan) as judge:
        if "landlock files" not in await judge.layers():
            pytest.skip("this kernel has no Landlock")
        yield judge


async def ran(judge: SubprocessJudge, source: str) -> Run:
    return await judge.run(Job(source=source))


async def refused(judge: SubprocessJudge) -> str:
    return (await judge.zygote()).refused.get("scratch slots", "")


async def test_each_run_has_a_folder_of_its_own(python: Path, folder: Path) -> None:
    async with judge_of(python, folder) as judge:
        assert f"scratch slots: {NEEDED}" in await judge.layers()
        assert await refused(judge) == ""
        for _ in range(2 * NEEDED):
            run = await ran(judge, LOOK + WRITE)
            assert run.stdout == EMPTY + "written\n", run


@pytest.mark.parametrize(
    "plant",
    [WRITE, HIDDEN, DEEP, FULL, NAMES, WHITEOUT, HELD],
    ids=[
        "a file",
        "what is hard to remove",
        "deep",
        "bytes",
        "names",
        "a whiteout",
        "files without a name, in use when killed",
    ],
)
async def test_nothing_is_left_for_the_next(python: Path, folder: Path, plant: str) -> None:
    async with judge_of(python, folder) as judge:
        zygote = await judge.zygote()
        for _ in range(2 * NEEDED):
            await judge.run(Job(source=plant, limits=SHORT))
            after = await ran(judge, LOOK + "print(open('f', 'wb').write(bytes(900_000)))" + "\n" + NAMES)
            assert after.stdout == EMPTY + "900000\n", after
        assert await judge.zygote() is zygote


async def test_what_is_planted_was_really_there(python: Path, folder: Path) -> None:
    """Else the test above holds for nothing."""
    async with judge_of(python, folder) as judge:
        assert (await ran(judge, HIDDEN + "print(os.getcwd().count('/d') > 40)")).stdout == "True\n"
        assert (await ran(judge, DEEP + "print(os.getcwd().count('/d'))")).stdout == "60\n"
        assert (await ran(judge, FULL + "print(len(os.listdir('.')))")).stdout != "0\n"
        assert "No space left" in (await ran(judge, NAMES)).stderr
        assert (await ran(judge, WHITEOUT)).stdout == "[True, False]\n"
        assert (await judge.run(Job(source=HELD, limits=SHORT))).stdout == "[] 20\n"


async def test_a_mode_can_be_set_without_an_error_and_without_an_effect(python: Path, folder: Path) -> None:
    source = "import os; open('a', 'w'); os.chmod('a', 0); os.chmod(os.__file__, 0); print(oct(os.stat('a').st_mode))"
    async with judge_of(python, folder) as judge:
        assert (await ran(judge, source)).stdout == "0o100644\n"


@pytest.mark.parametrize(
    "attempt",
    [
        "os.utime('a')",
        "os.symlink('a', 'b')",
        "os.link('a', 'b')",
        "os.mkfifo('b')",
        "os.mknod('b')",
        "os.setxattr('a', 'user.a', b'')",
        "os.chown('a', os.getuid(), -1)",
        "os.fchmod(os.open('a', 0), 0)",
        "os.open('../..', 0)",
        "os.mkdir('../../new')",
        "os.rename('a', '/tmp/a')",
        "__import__('fcntl').flock(os.open('..', 0), 6)",
    ],
)
async def test_what_stays_impossible(python: Path, folder: Path, attempt: str) -> None:
    source = f"import os\nopen('a', 'w')\ntry:\n    {attempt}\nexcept OSError:\n    print('DENIED')"
    async with judge_of(python, folder) as judge:
        assert (await ran(judge, source)).stdout == "DENIED\n"


async def test_two_judges_share_no_slot(python: Path, folder: Path) -> None:
    async with judge_of(python, folder) as first, judge_of(python, folder) as second:
        assert "in use by another judge" in await refused(second)
        assert [(await ran(one, WRITE)).stdout for one in (first, second)] == ["written\n", ""]


async def test_with_enough_for_two_both_have_their_own(python: Path) -> None:
    with slots(2 * NEEDED) as folder:
        async with judge_of(python, folder) as first, judge_of(python, folder) as second:
            assert [(await ran(one, WRITE)).stdout for one in (first, second)] == ["written\n", "written\n"]


async def test_a_slot_is_free_again_when_its_judge_has_closed(python: Path, folder: Path) -> None:
    for _ in range(3):
        async with judge_of(python, folder) as judge:
            assert (await ran(judge, LOOK + HIDDEN)).stdout == EMPTY


async def test_what_a_killed_zygote_left_is_gone(python: Path, folder: Path) -> None:
    async with judge_of(python, folder) as judge:
        for _ in range(NEEDED):
            zygote = await judge.zygote()
            plant = asyncio.create_task(ran(judge, LOOK + HIDDEN + "\nimport time\ntime.sleep(0.2)"))
            while zygote.parked == NEEDED or any(len(list(one.glob("*/*"))) == 0 for one in busy(folder)):
                await asyncio.sleep(0)
            zygote.kill()
            assert (await plant).stdout == EMPTY  # run again, elsewhere
            assert (await ran(judge, LOOK)).stdout == EMPTY


def busy(folder: Path) -> list[Path]:
    """Slots in which somebody wrote; one at least."""
    return [one for one in folder.iterdir() if list(one.glob("*/*"))] or [folder]


async def test_a_slot_that_cannot_be_emptied_is_not_used_again(python: Path) -> None:
    with slots(NEEDED + 1) as folder:
        async with judge_of(python, folder) as judge:
            (folder / "0" / "roots").touch()  # in a sticky folder: nobody cannot remove it
            where = [(await ran(judge, "import os; print(os.getcwd().split('/')[-2])")).stdout for _ in range(9)]
            assert f"scratch slots: {NEEDED}" in await judge.layers()
            assert where.count("0\n") <= 1
        (folder / "1" / "roots").touch()
        async with judge_of(python, folder) as judge:
            assert f"{folder}/0 could not be emptied" in await refused(judge)
            assert "Permission denied" in (await ran(judge, WRITE)).stderr


@pytest.mark.parametrize(
    ("flags", "options", "why"),
    [
        (CLOSED & ~kernel.MS_NOEXEC, "size=1m,nr_inodes=64,mode=1777", "noexec"),
        (CLOSED, "size=1m,mode=1777", "small enough"),
        (CLOSED, "size=1m,nr_inodes=0,mode=1777", "small enough"),
        (CLOSED, "size=64m,nr_inodes=64,mode=1777", "small enough"),
        (CLOSED, "size=1m,nr_inodes=64,mode=755", "cannot be written by uid 65534"),
    ],
)
async def test_what_is_no_slot_is_not_touched(python: Path, flags: int, options: str, why: str) -> None:
    with slots(NEEDED - 1) as folder:
        mount(folder / "9", flags=flags, options=options)
        (folder / "9" / "somebodys").touch()
        async with judge_of(python, folder) as judge:
            assert why in await refused(judge)
            assert "Permission denied" in (await ran(judge, WRITE)).stderr
        assert (folder / "9" / "somebodys").exists()


async def test_a_plain_folder_is_no_slot_and_no_folder_is_no_trouble(python: Path) -> None:
    with slots(0) as folder:
        async with judge_of(python, folder) as judge:
            assert await refused(judge) == f"0 of {NEEDED} slots below {folder} can be used"
        for number in range(NEEDED):
            (folder / str(number)).mkdir(mode=0o777)
        async with judge_of(python, folder) as judge:
            assert "is no mount of its own" in await refused(judge)


AS_THE_JANITOR = """
import os, sys
sys.path.insert(0, sys.argv[1])
from inside import kernel, landlock
slot, beside = sys.argv[2:]
kernel.landlock_enter(landlock.sweeping(kernel.landlock_version(), [slot]))
def may(act, *arguments):
    try:
        act(*arguments)
    except PermissionError:
        return False
    return True
print([
    may(os.listdir, slot), may(os.unlink, f"{slot}/file"),
    may(os.open, f"{slot}/other", os.O_RDONLY), may(os.open, f"{slot}/new", os.O_CREAT | os.O_WRONLY),
    may(os.unlink, f"{beside}/file"), may(os.listdir, beside), may(open, "/etc/passwd"),
])
"""


def test_the_janitor_may_look_and_remove_below_the_slots_and_nothing_else(folder: Path) -> None:
    for name in ("0/file", "0/other", "1/file"):
        (folder / name).touch()
    command = [sys.executable, "-IS", "-c", AS_THE_JANITOR, str(Path(inside.__file__).parents[1])]
    told = subprocess.run([*command, folder / "0", folder / "1"], capture_output=True, text=True, check=True)
    assert told.stdout == "[True, True, False, False, False, False, False]\n"


async def test_no_process_is_left(python: Path, folder: Path) -> None:
    async with judge_of(python, folder) as judge:
        await ran(judge, WRITE)
        zygote = await judge.zygote()
        assert len(zygote.processes()) >= 3  # itself, its janitor, and children
    async with asyncio.timeout(20):
        while zygote.processes():
            await asyncio.sleep(0)


async def test_a_janitor_that_is_killed_is_no_loss(python: Path, folder: Path) -> None:
    async with judge_of(python, folder) as judge:
        zygote = await judge.zygote()
        janitor = sorted(zygote.processes())[1]  # the first that a zygote starts
        run = asyncio.create_task(ran(judge, LOOK + "import time; time.sleep(0.2)"))
        os.kill(janitor, signal.SIGKILL)
        assert (await run).stdout == EMPTY
        await zygote.lost
        assert (await ran(judge, LOOK + WRITE)).stdout == EMPTY + "written\n"
        assert f"scratch slots: {NEEDED}" in await judge.layers()
