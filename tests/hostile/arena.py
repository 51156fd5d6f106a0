"""One process in which a judge fights the corpus, under the uid and behind the walls that a mode asks for.

Names of cases come in on standard input, a line each; what was wrong with each goes out as a line of JSON.
"""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.judge import Plan, SubprocessJudge
from bot.judge.pool import SPARE
from bot.quiz.errors import JudgeTrouble
from bot.quiz.runs import Job, Run
from tests.hostile.canaries import Canaries
from tests.hostile.container import enter_container
from tests.hostile.corpus import Attack, Ordinary, attacks, ordinary_programs
from tests.hostile.modes import NOBODY
from tests.hostile.processes import adopt_orphans, left_running
from tests.hostile.rulings import (
    HONEST_JOB,
    INNOCENT_JOB,
    differences,
    honest_is_right,
    innocent_is_unharmed,
    job_of,
    problems,
)
from tests.hostile.slots import mount_for_ourselves

AT_ONCE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """How to set up the arena; it travels as JSON."""

    mode: str
    plan: dict[str, Any]
    python: str
    version: tuple[int, int]
    container: bool = False
    become: int = 0
    """Root mounts scratch slots first, and goes on as this user; 0: nothing is mounted."""


class Arena:
    """A judge, what it must protect, and the corpus."""

    def __init__(self, judge: SubprocessJudge, canaries: Canaries, mode: str) -> None:
        self._judge, self._canaries, self._mode = judge, canaries, mode
        self._attacks = {one.name: one for one in attacks()}
        self._programs = {one.name: one for one in ordinary_programs()}
        self._room = asyncio.Semaphore(AT_ONCE)

    async def layers(self) -> tuple[str, ...]:
        """The walls that stand."""
        return await self._judge.layers()

    async def settle(self, name: str) -> dict[str, object]:
        """One case by name: what was wrong, and what was seen."""
        async with self._room:
            try:
                if name in self._attacks:
                    wrong, run = await self._fight(self._attacks[name])
                else:
                    wrong, run = await self._try(self._programs[name])
            except JudgeTrouble as trouble:
                return {"name": name, "problems": [f"the judge was in trouble: {trouble}"], "seen": ""}
        seen = f"{run.outcome} {run.detail} {run.seconds:.3f} s\n{run.stdout[-1500:]}{run.stderr[-1500:]}"
        return {"name": name, "problems": wrong, "seen": seen}

    async def _fight(self, attack: Attack) -> tuple[list[str], Run]:
        if attack.before:
            await self._judge.run(Job(source=attack.before))
        job = job_of(attack, self._canaries.fill_in(attack.source))
        wrong: list[str] = []
        fights = asyncio.gather(*(self._judge.run(job) for _ in range(attack.repeat)))
        while attack.victim and not fights.done():
            if not innocent_is_unharmed(beside := await self._judge.run(INNOCENT_JOB)):
                wrong.append(f"the learner beside was harmed: {beside}")
                break
        runs = await fights
        for run in runs:
            wrong += problems(attack, run, self._mode)
        if self._mode not in attack.succeeds_in:
            wrong += self._canaries.touched()
        if not honest_is_right(after := await self._judge.run(HONEST_JOB)):
            wrong.append(f"the next learner was judged wrongly: {after}")
        return wrong, runs[-1]

    async def _try(self, program: Ordinary) -> tuple[list[str], Run]:
        run = await self._judge.run(Job(source=program.source, stdin=program.stdin))
        wrong = differences(program, run)
        if self._mode in program.fails_in:
            wrong = [] if wrong else ["documented not to work here, and it does"]
        return wrong, run


@asynccontextmanager
async def standing(order: Order) -> AsyncIterator[Arena]:
    """An arena, open for fights."""
    uid = os.geteuid() or NOBODY
    judge = SubprocessJudge(
        pythons={order.version: Path(order.python)}, default=order.version, at_once=AT_ONCE, plan=Plan(**order.plan)
    )
    with Canaries(uid) as canaries:
        async with judge:
            yield Arena(judge, canaries, order.mode)


async def serve(order: Order) -> None:
    """Say the layers, settle what is asked until there is no more, and say what is left."""
    async with standing(order) as arena:
        layers = (await arena._judge.run(Job(source=""))).layers
        say({"layers": layers})
        loop = asyncio.get_running_loop()
        while line := await loop.run_in_executor(None, sys.stdin.readline):
            for one in asyncio.as_completed([arena.settle(name) for name in json.loads(line)]):
                say(await one)
            say({"settled": True})
    say({"left": left_running()})


def say(message: dict[str, Any]) -> None:
    """A line to whoever opened the arena."""
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def main() -> None:
    """argv[1] is the order."""
    told = json.loads(sys.argv[1])
    order = Order(**{**told, "version": tuple(told["version"])})
    adopt_orphans()
    if order.become:
        order.plan["scratch"] = mount_for_ourselves(AT_ONCE + SPARE)
        os.setgroups([])
        os.setresgid(order.become, order.become, order.become)
        os.setresuid(order.become, order.become, order.become)
    if order.container:
        enter_container()
    try:
        asyncio.run(serve(order))
    except JudgeTrouble as trouble:
        say({"refused": str(trouble)})
