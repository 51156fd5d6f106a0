import pytest

from bot.judge import SubprocessJudge, interpreters
from bot.quiz.errors import JudgeTrouble
from bot.quiz.runs import Job
from bot.testing.judge_contract import JudgeContract

PYTHONS = interpreters()


class TestSubprocessJudge(JudgeContract):
    """The real judge, on this machine."""


@pytest.mark.parametrize("version", PYTHONS, ids=lambda version: f"{version[0]}.{version[1]}")
async def test_every_python_present_runs_behind_the_same_walls(version: tuple[int, int]) -> None:
    async with SubprocessJudge(pythons=PYTHONS, default=version) as judge:
        source = "import sys, asyncio, decimal, json, re, threading, zoneinfo\nprint(*sys.version_info[:2])"
        run = await judge.run(Job(source=source))
    assert run.stdout == f"{version[0]} {version[1]}\n", run


async def test_a_python_that_is_not_here_is_named_beside_those_that_are(judge: SubprocessJudge) -> None:
    with pytest.raises(JudgeTrouble, match=r"Python 2\.7 is not on this machine; present: 3\."):
        await judge.run(Job(source="pass", python=(2, 7)))
