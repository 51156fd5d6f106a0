"""How much stands around learners' code, in three words an operator can ask for; and a judge that insists on one."""

from collections.abc import Collection
from enum import IntEnum
from typing import Protocol

from bot.core.ports import Waiting
from bot.quiz.errors import NoFloor
from bot.quiz.runs import Job, Run


class Level(IntEnum):
    """From the least to the most; each holds what the ones before it hold."""

    FLOOR = 1
    """seccomp, limits, no new privileges, and the library read into memory instead of opened."""
    LANDLOCK = 2
    """The kernel also checks each path that is opened."""
    NAMESPACES = 3
    """Files, processes, network and users of its own."""

    @property
    def word(self) -> str:
        """As operators write it."""
        return self.name.lower()


NAMESPACES = ("mount namespace", "pid namespace", "net namespace", "ipc namespace")
PRIVATE_SCRATCH, SCRATCH_SLOTS = "private scratch", "scratch slots: "
WORDS = tuple(level.word for level in Level)


class Layered(Protocol):
    """A judge that can say what stands around it."""

    async def run(self, job: Job, *, waiting: Waiting | None = None) -> Run:
        """See the port `Judge`."""
        ...

    async def layers(self) -> tuple[str, ...]:
        """The layers a run would have now; raises JudgeTrouble."""
        ...


def level_of(layers: Collection[str]) -> Level:
    """The level that these layers make; they hold the floor."""
    if all(name in layers for name in NAMESPACES):
        return Level.NAMESPACES
    return Level.LANDLOCK if "landlock files" in layers else Level.FLOOR


def scratch_of(layers: Collection[str]) -> str:
    """What learners' programs can write files in, for operators; empty where they cannot."""
    told = [one for one in layers if one == PRIVATE_SCRATCH or one.startswith(SCRATCH_SLOTS)]
    return told[0] if told else ""


class DemandingJudge:
    """Keeps the port `Judge`; runs code only where a level is reached.

    Args:
        judge: the one that runs it.
        least: what has to stand.
    """

    def __init__(self, judge: Layered, least: Level) -> None:
        self._judge, self._least = judge, least
        self._reached: Level | None = None

    async def run(self, job: Job, *, waiting: Waiting | None = None) -> Run:
        """Run one snippet; see the port.

        Raises:
            NoFloor: the level is not reached. It is asked before the first run, and looked at in each run's answer,
                because a judge in another container may have been started anew elsewhere.
        """
        if self._reached is None:
            self._reached = level_of(await self._judge.layers())
        self._insist()
        run = await self._judge.run(job, waiting=waiting)
        if run.layers:
            self._reached = level_of(run.layers)
            self._insist()
        return run

    def _insist(self) -> None:
        reached, self._reached = self._reached, None
        if reached is not None and reached < self._least:
            raise NoFloor(
                f"The judge reaches the sandbox level {reached.word!r} here, and {self._least.word!r} is asked for."
            )
        self._reached = reached
