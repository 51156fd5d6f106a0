"""One attempt at a question: as many children as it takes to put every probe, and one Run out of them all.

A child answers probe after probe as long as it lives. When one ends it (a crash, an exit, the clock), the probes behind
it go to a fresh child, so that one case cannot take the others with it. Two children that ran out of time are enough,
and so is the time of two: dying just before the clock, case after case, is no way to a place for minutes.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from bot.judge.outcomes import Ending, run_from
from bot.quiz import reasons as because
from bot.quiz.runs import Job, Reply, Run, Silent
from bot.quiz.verdicts import Outcome

LATE_CHILDREN = 2
ISOLATED_CLOCKS = 4
"""Wall clocks that an attempt may take in all where every case has a process of its own."""


async def endings_of(job: Job, end: Callable[[Job], Awaitable[Ending]]) -> list[Ending]:
    """Run a job to its end; `end` runs one child.

    Raises:
        JudgeTrouble: as `end` does.
    """
    if not job.probes:
        return [await end(job)]
    endings: list[Ending] = []
    done = late = 0
    while not endings or (done < len(job.probes) and late < LATE_CHILDREN and _may_go_on(job, endings)):
        part = _part(job, done)
        endings.append(await end(part))
        run, dealt_with = run_from(endings[-1], part)
        done += dealt_with
        late += run.outcome is Outcome.TOO_SLOW  # by either clock
    return endings


def combined(job: Job, endings: Sequence[Ending]) -> Run:
    """What all children of one attempt make together: every reply, and the first ending that was not a good one."""
    runs: list[Run] = []
    replies: list[Reply] = []
    if not job.probes:
        return run_from(endings[0], job)[0]
    for ending in endings:
        run, done = run_from(ending, _part(job, len(replies)))
        runs.append(run)
        replies += run.replies[:done]
    told = next((run for run in runs if run.outcome is not Outcome.PASSED), runs[0])
    missing = [Silent(reason=because.NO_ANSWER)] * (len(job.probes) - len(replies))
    return replace(
        told,
        replies=(*replies, *missing),
        seconds=sum(run.seconds for run in runs),
        cpu_seconds=sum(run.cpu_seconds for run in runs),
    )


def _part(job: Job, done: int) -> Job:
    """What is left of a job, for the next child."""
    if not done and not job.isolate:
        return job
    return replace(job, probes=job.probes[done : done + 1] if job.isolate else job.probes[done:])


def _may_go_on(job: Job, endings: Sequence[Ending]) -> bool:
    """Code that does not even load, or that floods, would only do it again; and others wait."""
    spent = sum(ending.seconds for ending in endings)
    if spent >= (ISOLATED_CLOCKS if job.isolate else LATE_CHILDREN) * job.limits.wall_seconds:
        return False
    return sum(not ending.channel for ending in endings) < LATE_CHILDREN
