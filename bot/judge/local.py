"""The judge on this machine: refuse what nobody could read, wait for a turn, run, and say what happened."""

import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from bot.core.ports import Waiting
from bot.judge.attempts import combined, endings_of
from bot.judge.floor import Plan
from bot.judge.interpreters import base_interpreter
from bot.judge.outcomes import Ending, refusal
from bot.judge.pool import Pool
from bot.judge.queueing import FairQueue
from bot.judge.zygotes import Zygote
from bot.quiz.errors import JudgeClosing
from bot.quiz.pythons import Version
from bot.quiz.runs import Job, Run
from bot.quiz.verdicts import Outcome

LONGEST_QUEUE = 200


class SubprocessJudge:
    """Keeps the port `Judge` with one restricted process a run, forked warm.

    Args:
        pythons: interpreters by version; the running one's base when not given.
        default: the version used when a job names none; the running one's when not given.
        at_once: how many snippets run at the same time; more wait.
        longest_queue: how many may wait; one more is refused with `JudgeBusy`.
        plan: layers to try, for machines (and tests) that should not try all of them.
    """

    def __init__(
        self,
        *,
        pythons: Mapping[Version, Path] | None = None,
        default: Version | None = None,
        at_once: int = 2,
        longest_queue: int = LONGEST_QUEUE,
        plan: Plan | None = None,
    ) -> None:
        ours = (sys.version_info[0], sys.version_info[1])
        known = dict(pythons or {ours: base_interpreter()})
        chosen = default or (ours if ours in known else min(known))
        self._pool = Pool(known, chosen, at_once, plan or Plan())
        self._queue = FairQueue(at_once, longest_queue)
        self._closing = False

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        await self.stop()

    async def versions(self) -> tuple[Version, ...]:
        """The Pythons it can run."""
        return self._pool.versions

    async def run(self, job: Job, *, waiting: Waiting | None = None) -> Run:
        """Run one snippet; see the port."""
        if why := refusal(job):
            return Run(outcome=Outcome.REFUSED, detail=why)
        return combined(job, await self.endings(job, waiting=waiting))

    async def endings(self, job: Job, *, waiting: Waiting | None = None) -> list[Ending]:
        """What came of each child that it took, unjudged; for a judge in another process to pass on."""
        if self._closing:
            raise JudgeClosing("The judge is closing and takes no more code.")
        async with self._queue.turn(job.lane, job.learner, waiting):
            return await endings_of(job, self._pool.end)

    async def layers(self) -> tuple[str, ...]:
        """The layers a run would have now.

        Raises:
            NoFloor: they make no floor.
        """
        return (await self.zygote()).layers

    async def zygote(self, version: Version | None = None) -> Zygote:
        """The process that learners' code is forked from, started when it is not there.

        Raises:
            JudgeTrouble: as `run` does.
        """
        return await self._pool.zygote(version)

    async def drain(self) -> None:
        """Take no more, and return when what was taken has ended."""
        self._closing = True
        await self._queue.idle()

    async def stop(self) -> None:
        """End at once: whoever waits for a run hears that the judge is closing. Harmless when called again."""
        self._closing = True
        await self._pool.close()
