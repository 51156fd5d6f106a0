import asyncio
import os
from pathlib import Path

import pytest

from bot.judge import SubprocessJudge
from bot.quiz.runs import Job, Limits, Probe, Silent
from bot.quiz.verdicts import Outcome


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def children() -> list[str]:
    return Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()


async def test_thirty_runs_leave_no_descriptor_and_no_process(judge: SubprocessJudge) -> None:
    await judge.run(Job(source="pass"))
    before = descriptors()
    for source in ["print(1)", "1/0", "import os; os._exit(3)"] * 10:
        await judge.run(Job(source=source))
    assert descriptors() == before
    assert children() == []


async def test_a_cancelled_run_leaves_no_process(judge: SubprocessJudge) -> None:
    await judge.run(Job(source="pass"))
    before = descriptors()
    task = asyncio.create_task(judge.run(Job(source="while True: pass")))
    while not children():
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert children() == []
    assert descriptors() == before


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
    assert (await judge.run(Job(source="print(1)", stdin="x" * 1_000_000))).outcome is Outcome.PASSED
