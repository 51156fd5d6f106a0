import asyncio
from pathlib import Path

import pytest

from bot.judge import SubprocessJudge
from bot.judge.zygotes import Zygote
from bot.quiz.runs import Job, Limits, Probe, Silent
from bot.quiz.verdicts import Outcome


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


async def settled(judge: SubprocessJudge) -> int:
    """Our descriptors once every child is parked again: each parked child has one."""
    await judge.run(Job(source="pass"))
    zygote = await judge.zygote()
    await asyncio.sleep(0)  # what a run held is let go behind its verdict
    async with asyncio.timeout(10):
        while zygote.parked < 4:
            await asyncio.sleep(0)
    return descriptors()


async def gone(zygote: Zygote) -> None:
    """Its descriptors are closed a moment before the kernel is through with a process."""
    async with asyncio.timeout(10):
        while zygote.processes():
            await asyncio.sleep(0)


async def test_thirty_runs_leave_no_descriptor(judge: SubprocessJudge) -> None:
    before = await settled(judge)
    for source in ["print(1)", "1/0", "import os; os._exit(3)"] * 10:
        await judge.run(Job(source=source))
    assert await settled(judge) == before


async def test_a_closed_judge_leaves_no_process_and_no_descriptor() -> None:
    before = descriptors()
    async with SubprocessJudge(at_once=1) as judge:
        await judge.run(Job(source="import os; os._exit(3)"))
        zygote = await judge.zygote()
        assert zygote.processes()
    await gone(zygote)
    assert descriptors() == before


async def test_a_cancelled_run_gives_its_place_and_its_descriptors_back(judge: SubprocessJudge) -> None:
    before = await settled(judge)
    tasks = [asyncio.create_task(judge.run(Job(source="while True: pass"))) for _ in range(4)]

    def cancel_them(_place: int) -> None:
        for task in tasks:
            task.cancel()

    await judge.run(Job(source="pass", lane="another"), waiting=cancel_them)
    await asyncio.gather(*tasks, return_exceptions=True)
    assert (await judge.run(Job(source="print(1)"))).stdout == "1\n"
    assert await settled(judge) == before


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
async def test_a_flood_that_nobody_reads_to_its_end_does_not_keep_us_waiting(
    judge: SubprocessJudge, stream: str
) -> None:
    source = f"import sys\nwhile True: sys.{stream}.write('x' * 100_000)"
    async with asyncio.timeout(30):
        run = await judge.run(Job(source=source, limits=Limits(output_bytes=1)))
    assert run.outcome is Outcome.TOO_LOUD


async def test_a_child_that_closes_its_streams_does_not_keep_us_waiting(judge: SubprocessJudge) -> None:
    source = "import os\nfor fd in range(4): os.close(fd)\nwhile True: pass"
    run = await judge.run(Job(source=source, limits=Limits(wall_seconds=0.5)))
    assert run.outcome is Outcome.TOO_SLOW


async def test_what_was_printed_before_a_kill_is_kept(judge: SubprocessJudge) -> None:
    run = await judge.run(Job(source="print('so far')\nwhile True: pass", limits=Limits(wall_seconds=0.5)))
    assert run.stdout == "so far\n"


async def test_a_flood_is_cut_where_the_bound_is(judge: SubprocessJudge) -> None:
    run = await judge.run(Job(source="while True: print('x' * 99)", limits=Limits(output_bytes=500)))
    assert (run.outcome, len(run.stdout), run.cut) == (Outcome.TOO_LOUD, 500, True)


async def test_a_flood_on_the_channel_ends_the_run(judge: SubprocessJudge) -> None:
    source = "import os\ndef f():\n    while True: os.write(3, b'x' * 4096)"
    run = await judge.run(Job(source=source, probes=(Probe(call="f()"),)))
    assert run.outcome is Outcome.TOO_LOUD
    assert isinstance(run.replies[0], Silent)


async def test_output_that_is_no_utf8_is_shown_with_escapes(judge: SubprocessJudge) -> None:
    assert (await judge.run(Job(source="import os; os.write(1, b'\\xffa')"))).stdout == "\\xffa"


async def test_standard_input_that_nobody_reads_is_no_trouble(judge: SubprocessJudge) -> None:
    assert (await judge.run(Job(source="print(1)", stdin="x" * 60_000))).outcome is Outcome.PASSED


async def test_standard_input_is_refused_rather_than_cut(judge: SubprocessJudge) -> None:
    run = await judge.run(Job(source="print(1)", stdin="ü" * 30_001))
    assert run.outcome is Outcome.REFUSED
    assert "60002 bytes; 60000 are the most" in run.detail
