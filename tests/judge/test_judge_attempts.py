"""How many children one attempt may use up, whatever ends them."""

import signal

import pytest

from bot.judge.attempts import LATE_CHILDREN, combined, endings_of
from bot.judge.outcomes import Ending
from bot.quiz.runs import Job, Probe
from bot.quiz.verdicts import Outcome

JOB = Job(source="def f(x): ...", probes=tuple(Probe(call=f"f({number})") for number in range(9)))
ONE = b'{"probe": 0, "stdout": "", "value": 1, "shown": "1"}\n'
"""The first of its probes is answered, the next one never."""


@pytest.mark.parametrize(
    "ending",
    [
        Ending(late=True, status=-signal.SIGKILL, seconds=3.0, channel=ONE),
        Ending(status=-signal.SIGXCPU, seconds=2.0, cpu_seconds=2.0, channel=ONE),
        Ending(status=-signal.SIGKILL, seconds=2.0, cpu_seconds=2.0, channel=ONE),
    ],
    ids=["by the clock", "by its processor time", "killed for it"],
)
async def test_two_children_that_are_too_slow_are_enough(ending: Ending) -> None:
    used: list[Job] = []

    async def end(part: Job) -> Ending:
        used.append(part)
        return ending

    run = combined(JOB, await endings_of(JOB, end))
    assert len(used) == LATE_CHILDREN
    assert (run.outcome, len(run.replies)) == (Outcome.TOO_SLOW, 9)
