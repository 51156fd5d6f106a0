"""The zygotes of one judge: started when first asked for, one a Python and hash seed, started anew when one dies."""

import asyncio
import logging
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from bot.judge.cgroups import LAYER, ControlGroup
from bot.judge.floor import Plan
from bot.judge.outcomes import Ending
from bot.judge.plumbing import Plumbing
from bot.judge.watching import Interrupted, watch
from bot.judge.zygotes import Zygote
from bot.quiz.errors import JudgeClosing, JudgeTrouble
from bot.quiz.pythons import Version
from bot.quiz.runs import Job, Limits

log = logging.getLogger(__name__)

CHILD_MIB, ZYGOTE_MIB, PROCESSES = 32, 512, 80
"""Room in a control group beyond a child's own limit, for the zygotes, and for a child with all its threads."""

SPARE = 2
"""Children beyond those that may run at once, so that one is parked while others are still being buried."""
TRIES = 3
"""Of one job, where its child or zygote dies without its doing."""


class Pool:
    """Runs one child a job.

    Args:
        pythons: interpreters by version.
        default: the version used when a job names none.
        at_once: how many jobs it will be asked to run at the same time.
        plan: layers to try.
    """

    def __init__(self, pythons: Mapping[Version, Path], default: Version, at_once: int, plan: Plan) -> None:
        self._pythons, self._default, self._plan = dict(pythons), default, plan
        self._parked = at_once + SPARE
        self._zygotes: dict[tuple[Version, int], Zygote] = {}
        self._starting: dict[tuple[Version, int], asyncio.Lock] = {}
        self._closed = False
        self._laid: Plumbing | None = None
        self._group, self.no_group = _control_group(self._parked)

    @property
    def versions(self) -> tuple[Version, ...]:
        """The Pythons it can run."""
        return tuple(self._pythons)

    async def end(self, job: Job) -> Ending:
        """Run a job in one child; where that was interrupted, in another.

        Raises:
            JudgeTrouble: no such Python, no floor, or zygotes that keep dying.
        """
        for _ in range(TRIES - 1):
            with suppress(Interrupted):
                return await self._watch(job)
        return await self._watch(job)

    async def _watch(self, job: Job) -> Ending:
        zygote = await self.zygote(job.python, job.hash_seed)
        plumbing, self._laid = self._laid or _lay(), None
        try:
            return await watch(zygote, job, plumbing)
        finally:
            asyncio.get_running_loop().call_soon(self._lay_ahead)

    def _lay_ahead(self) -> None:
        """The next job's pipes, behind this one's verdict."""
        if self._laid is None and not self._closed:
            with suppress(JudgeTrouble):  # whoever needs them is told
                self._laid = _lay()

    async def zygote(self, version: Version | None = None, hash_seed: int = 0) -> Zygote:
        """The living zygote of a Python."""
        wanted = version or self._default
        if wanted not in self._pythons:
            present = ", ".join(f"{major}.{minor}" for major, minor in self._pythons)
            raise JudgeTrouble(f"Python {wanted[0]}.{wanted[1]} is not on this machine; present: {present}.")
        key = wanted, hash_seed
        if (alive := self._zygotes.get(key)) and not alive.lost.done() and not self._closed:
            return alive
        async with self._starting.setdefault(key, asyncio.Lock()):
            if self._closed:
                raise JudgeClosing("The judge is closed and runs no more code.")
            known = self._zygotes.get(key)
            if known is not None and not known.lost.done():
                return known
            if known is not None:
                await known.close()
                log.warning("judge.zygote_died", extra={"why": known.lost.result(), "last_words": known.last_words})
            self._zygotes.pop(key, None)
            self._zygotes[key] = await Zygote.start(
                self._pythons[wanted], self._plan, parked=self._parked, hash_seed=hash_seed, group=self._group
            )
            if self.no_group:
                self._zygotes[key].refused[LAYER] = self.no_group
            return self._zygotes[key]

    async def close(self) -> None:
        """End every zygote, and with it everything it started."""
        self._closed = True
        for starting in list(self._starting.values()):
            async with starting:
                """Whatever is being started is known afterwards."""
        await asyncio.gather(*(zygote.close() for zygote in self._zygotes.values()))
        if self._laid is not None:
            self._laid.close()
            self._laid = None
        self._zygotes.clear()
        if self._group is not None:
            self._group.close()


def _lay() -> Plumbing:
    try:
        return Plumbing()
    except OSError as error:
        raise JudgeTrouble(f"The judge cannot open what a run needs: {error.strerror}.") from error


def _control_group(children: int) -> tuple[ControlGroup | None, str]:
    """A group with room for what so many children may use, or why there is none."""
    limits = Limits()
    memory_mib = children * (limits.memory_mib + CHILD_MIB) + ZYGOTE_MIB
    try:
        return ControlGroup.make(memory_mib=memory_mib, processes=(children + 1) * PROCESSES), ""
    except OSError as error:
        return None, error.strerror or str(error)
