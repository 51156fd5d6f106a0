"""What goes wrong around the judge, done for real."""

import asyncio
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from statistics import mode

import pytest

from bot.judge import SubprocessJudge
from bot.judge.zygotes import Zygote
from bot.quiz.errors import JudgeTrouble
from bot.quiz.runs import Job, Limits, Probe, Returned
from bot.quiz.verdicts import Outcome


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(20):
        while not condition():
            await asyncio.sleep(0)


async def test_a_killed_zygote_is_replaced_and_what_it_ran_is_run_again(judge: SubprocessJudge) -> None:
    zygote = await judge.zygote()
    await judge.run(Job(source="pass"))
    await until(lambda: zygote.parked == 4)
    run = asyncio.create_task(judge.run(Job(source="import time; time.sleep(0.2); print('whole')")))
    await until(lambda: zygote.parked < 4)
    zygote.kill()
    assert (await run).stdout == "whole\n"
    assert await judge.zygote() is not zygote


async def test_a_zygote_that_died_unnoticed_costs_nobody_an_answer(judge: SubprocessJudge) -> None:
    zygote = await judge.zygote()
    await judge.run(Job(source="pass"))
    await until(lambda: zygote.parked == 4)
    zygote.kill()
    while zygote.processes():
        """Our loop hears nothing meanwhile."""
    assert (await judge.run(Job(source="print(1)"))).stdout == "1\n"


async def test_a_child_killed_from_outside_is_an_ending_and_the_next_is_well(judge: SubprocessJudge) -> None:
    patient = Limits(wall_seconds=60.0)
    run = asyncio.create_task(judge.run(Job(source="import time\nprint('here')\ntime.sleep(90)", limits=patient)))
    zygote = await judge.zygote()
    await until(lambda: asleep(zygote))
    os.kill(asleep(zygote)[0], signal.SIGKILL)
    ended = await run
    assert (ended.outcome, ended.stdout) == (Outcome.CRASHED, "here\n")
    assert (await judge.run(Job(source="print(1)"))).stdout == "1\n"


def asleep(zygote: Zygote) -> list[int]:
    """Its children that sleep by the clock."""
    found = []
    for pid in zygote.processes():
        with suppress(OSError):
            if "hrtimer_nanosleep" in Path(f"/proc/{pid}/wchan").read_text():
                found.append(pid)
    return found


SUPERVISOR = """
import asyncio
from bot.judge import SubprocessJudge
from bot.quiz.runs import Job

async def main():
    async with SubprocessJudge() as judge:
        runs = [asyncio.create_task(judge.run(Job(source="while True: pass"))) for _ in range(2)]
        zygote = await judge.zygote()
        while not (zygote.parked == 2 and len(zygote.processes()) == 5):  # two run, two wait
            await asyncio.sleep(0)
        print(*zygote.processes(), flush=True)
        await asyncio.gather(*runs)

asyncio.run(main())
"""


def test_no_orphan_survives_a_killed_supervisor() -> None:
    with subprocess.Popen([sys.executable, "-c", SUPERVISOR], stdout=subprocess.PIPE, text=True) as supervisor:
        assert supervisor.stdout
        processes = supervisor.stdout.readline().split()
        supervisor.kill()
    assert len(processes) >= 3
    deadline = time.monotonic() + 10
    while any(Path(f"/proc/{pid}/stat").exists() and not_dead(pid) for pid in processes):
        assert time.monotonic() < deadline, processes


def not_dead(pid: str) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0] not in "ZX"
    except OSError:
        return False


@pytest.fixture
def few_processes() -> Iterator[Path]:
    """A control group whose `pids.max` the test can set."""
    folder = Path(f"/sys/fs/cgroup/pids/askling-test-{os.getpid()}")
    try:
        folder.mkdir()
    except OSError as error:
        pytest.skip(f"no control group for processes can be made here: {error.strerror}")
    yield folder
    folder.rmdir()


async def test_where_the_kernel_refuses_processes_a_run_waits_until_it_gives_one(few_processes: Path) -> None:
    async with SubprocessJudge() as judge:
        await judge.run(Job(source="pass"))
        zygote = await judge.zygote()
        await until(lambda: zygote.parked == 4)
        (few_processes / "pids.max").write_text("0")
        for pid in zygote.processes():
            (few_processes / "cgroup.procs").write_text(str(pid))
        runs = [asyncio.create_task(judge.run(Job(source=f"print({at})"))) for at in range(6)]
        await until(lambda: sum(run.done() for run in runs) == 4 and zygote.parked == 0)
        (few_processes / "pids.max").write_text("max")
        assert [run.stdout for run in await asyncio.gather(*runs)] == [f"{at}\n" for at in range(6)]
    await until(lambda: not (few_processes / "cgroup.procs").read_text())


async def test_a_supervisor_without_descriptors_says_so_and_goes_on_when_it_has_some(judge: SubprocessJudge) -> None:
    await judge.run(Job(source="pass"))
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, hard))
    try:
        told = [await trouble_of(judge) for _ in range(3)]  # the pipes of the first were laid ahead
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert all("Too many open files" in one for one in told[1:])
    assert (await judge.run(Job(source="print(1)"))).stdout == "1\n"


async def trouble_of(judge: SubprocessJudge) -> str:
    try:
        await judge.run(Job(source="print(1)"))
    except JudgeTrouble as trouble:
        return str(trouble)
    return ""


async def test_a_blocked_loop_takes_no_time_from_a_learner(judge: SubprocessJudge) -> None:
    await judge.run(Job(source="pass"))
    source = "import time; time.sleep(0.1); print('done')"
    run = asyncio.create_task(judge.run(Job(source=source, limits=Limits(wall_seconds=0.3))))
    # Blocked from before it is done until its clock is over: what has arrived by then still counts.
    asyncio.get_running_loop().call_later(0.02, lambda: subprocess.run(["sleep", "0.5"], check=True))
    assert (await run).stdout == "done\n"


async def test_two_hundred_at_once_all_get_their_own_answer() -> None:
    async with SubprocessJudge(at_once=4, longest_queue=200) as judge:
        jobs = [Job(source=f"print({at})", lane=str(at % 7)) for at in range(200)]
        runs = await asyncio.gather(*map(judge.run, jobs))
    assert [run.stdout for run in runs] == [f"{at}\n" for at in range(200)]


async def test_draining_finishes_what_was_taken_and_takes_no_more(judge: SubprocessJudge) -> None:
    await judge.run(Job(source="pass"))
    taken = [asyncio.create_task(judge.run(Job(source=f"print({at})"))) for at in range(5)]
    await asyncio.sleep(0)
    await judge.drain()
    assert [task.result().stdout for task in taken] == [f"{at}\n" for at in range(5)]
    with pytest.raises(JudgeTrouble, match="takes no more code"):
        await judge.run(Job(source="pass"))


async def test_a_forest_of_short_runs_leaves_memory_descriptors_and_processes_flat(judge: SubprocessJudge) -> None:
    await short_runs(judge, 100)
    zygote = await judge.zygote()
    before = await state(zygote)
    await short_runs(judge, 300)
    assert growth(before, await state(zygote)) == []


@pytest.mark.slow
async def test_ten_thousand_runs_leave_memory_descriptors_and_processes_flat(judge: SubprocessJudge) -> None:
    await short_runs(judge, 500)
    zygote = await judge.zygote()
    before = await state(zygote)
    await short_runs(judge, 10_000)
    assert growth(before, await state(zygote)) == []


async def short_runs(judge: SubprocessJudge, count: int) -> None:
    endings = ["print(1)", "1/0", "import os; os._exit(3)", "import sys; sys.exit(2)"]
    for at in range(count):
        run = await judge.run(Job(source=endings[at % 4], probes=(Probe(call="1"),) * (at % 3 == 0)))
        assert at % 3 or at % 4 or isinstance(run.replies[0], Returned)


async def state(zygote: Zygote) -> dict[str, int]:
    await until(lambda: zygote.parked == 4 and len(zygote.processes()) == 5)
    leader = mode(map(parent_of, zygote.processes()))  # whose children the others are
    return {
        "our descriptors": len(os.listdir("/proc/self/fd")),  # noqa: PTH208
        "its descriptors": len(os.listdir(f"/proc/{leader}/fd")),  # noqa: PTH208
        "its KiB": resident_kib(str(leader)),
        "our KiB": resident_kib("self"),
    }


def parent_of(pid: int) -> int:
    with suppress(OSError):
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()[1])
    return 0


def resident_kib(process: str) -> int:
    rows = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(row.split()[1]) for row in rows if row.startswith("VmRSS"))


def growth(before: dict[str, int], after: dict[str, int]) -> list[str]:
    room = {"its KiB": 2048, "our KiB": 4096}
    return [name for name in before if after[name] - before[name] > room.get(name, 0)]
