"""A judge behind a real Unix socket keeps the same contract."""

import asyncio
import stat
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.judge import SocketJudge, SubprocessJudge
from bot.judge.serving import served
from bot.judge.telling import Request
from bot.quiz.errors import JudgeBusy, JudgeTrouble
from bot.quiz.runs import Job, Probe, Returned
from bot.quiz.verdicts import Outcome
from bot.testing.judge_contract import JudgeContract


class TestSocketJudge(JudgeContract):
    """Everything a judge promises, through a socket."""

    @pytest.fixture
    async def judge(self, tmp_path: Path) -> AsyncIterator[SocketJudge]:
        path = tmp_path / "judge.sock"
        async with SubprocessJudge() as local, served(local, path), SocketJudge(path) as judge:
            yield judge


async def test_the_socket_is_for_its_owner_and_group(tmp_path: Path) -> None:
    path = tmp_path / "judge.sock"
    async with SubprocessJudge() as local, served(local, path):
        assert stat.S_IMODE(path.stat().st_mode) == 0o660
    assert not path.exists()


async def test_a_judge_that_is_not_there_is_one_sentence_with_the_fix(tmp_path: Path) -> None:
    async with SocketJudge(tmp_path / "nobody", pauses=()) as judge:
        with pytest.raises(JudgeTrouble, match=r"There is no judge at .*; is `askling judge --serve` running\?"):
            await judge.run(Job(source="pass"))


async def test_a_judge_that_speaks_nonsense_is_not_believed(tmp_path: Path) -> None:
    async def jester(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b'{"versions": [[3, 11]]}\n{"id": 1, "outcome": "passed"}\n')
        writer.close()

    path = tmp_path / "judge.sock"
    async with await asyncio.start_unix_server(jester, path), SocketJudge(path, pauses=()) as judge:
        with pytest.raises(JudgeTrouble, match="went away"):
            await judge.run(Job(source="pass"))


async def test_a_restarted_judge_is_found_again_and_the_snippet_is_run_again(tmp_path: Path) -> None:
    path = tmp_path / "judge.sock"
    async with SocketJudge(path) as judge:
        async with SubprocessJudge() as first, served(first, path):
            assert (await judge.run(Job(source="print(1)"))).stdout == "1\n"
            begun = asyncio.Event()
            slow = asyncio.create_task(judge.run(Job(source="import time; time.sleep(0.3); print(2)")))
            asyncio.get_running_loop().call_later(0.05, begun.set)
            await begun.wait()
        async with SubprocessJudge() as second, served(second, path):
            assert (await slow).stdout == "2\n"


async def test_two_bots_share_a_judge_and_a_full_queue_is_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "judge.sock"
    async with (
        SubprocessJudge(at_once=1, longest_queue=1) as local,
        served(local, path),
        SocketJudge(path) as one,
        SocketJudge(path) as other,
    ):
        await one.run(Job(source="pass"))
        places: list[int] = []
        waits = asyncio.Event()

        def told(place: int) -> None:
            places.append(place)
            waits.set()

        running = asyncio.create_task(one.run(Job(source="while True: pass")))
        waiting = asyncio.create_task(one.run(Job(source="print(1)", lane="b"), waiting=told))
        await waits.wait()
        with pytest.raises(JudgeBusy, match="try again in a minute"):
            await other.run(Job(source="print(2)"))
        running.cancel()
        assert (await waiting).stdout == "1\n"
        assert places == [1]


async def test_a_caller_that_never_reads_holds_up_nobody_else(tmp_path: Path) -> None:
    path = tmp_path / "judge.sock"
    async with SubprocessJudge() as local, served(local, path), SocketJudge(path) as judge:
        _, deaf = await asyncio.open_unix_connection(path)
        loud = Job(source="print('x' * 60_000)")
        for number in range(30):
            deaf.write(Request(id=number, job=loud).as_bytes())
        await deaf.drain()
        assert (await judge.run(Job(source="print(1)", lane="another"))).stdout == "1\n"
        deaf.close()


async def test_a_caller_that_says_no_job_is_dropped_and_the_others_are_served(tmp_path: Path) -> None:
    path = tmp_path / "judge.sock"
    async with SubprocessJudge() as local, served(local, path), SocketJudge(path) as judge:
        reader, writer = await asyncio.open_unix_connection(path)
        await reader.readline()
        writer.write(b'{"id": 1, "job": {"source": 5}}\n')
        assert await reader.read() == b""
        writer.close()
        run = await judge.run(Job(source="def f(): return (1,)", probes=(Probe(call="f()"),)))
        assert run.outcome is Outcome.PASSED
        (reply,) = run.replies
        assert isinstance(reply, Returned)
        assert reply.value == (1,)
