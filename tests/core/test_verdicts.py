"""Whose turn it is at the judge, and which Python an answer meets."""

from dataclasses import replace

from bot.quiz.pythons import PythonRange
from bot.testing.days import Day
from bot.testing.questions import a_coding

RIGHT = "```python\ndef double(x):\n    return x + x\n```"


async def test_an_answer_waits_in_its_communitys_lane_under_its_learners_name() -> None:
    day = Day(a_coding())
    community = await day.begins()
    await day.verdict("ada", RIGHT)
    await day.verdict("ben", RIGHT)
    assert {job.lane for job in day.judge.jobs} == {str(community.id)}
    assert len({job.learner for job in day.judge.jobs}) == 2


async def test_a_question_about_another_python_is_asked_and_judged_on_that_one() -> None:
    day = Day(replace(a_coding(), python=PythonRange.parse(">=3.12")))
    day.world = replace(day.world, versions=((3, 11), (3, 13), (3, 12)))
    await day.begins()
    verdict = await day.verdict("ada", RIGHT)
    assert verdict.verdict.right
    assert [job.python for job in day.judge.jobs] == [(3, 13)]
