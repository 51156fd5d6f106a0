"""A month of many learners in a few minutes, over the real core, store and judge: `python -m benchmarks.soak [--json]`.

The clock and the chat are simulated, nothing else is. Once a week the bot is restarted, and the judge's process killed.
What is promised, and makes the exit code:

posts     each one due was made exactly once
answers   each one that was taken is in the ledger, settled, once; and the boards hold what the ledger earned
tasks     no more at the end of a day in the second half than in the first; nor descriptors
memory    Python's own heap does not grow over the second half, and the process grows by no more than SQLite's page
          caches can take of the database
"""

import argparse
import asyncio
import gc
import json
import logging
import os
import random
import statistics
import sys
import time
from array import array
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.crowd import Crowd
from bot.app import open_world
from bot.bank.filebank import FileBank
from bot.core.hearing import hear
from bot.core.heartbeat import beat, wake
from bot.core.messages import Deed, Note, Submission, VerdictView
from bot.core.records import Round, RoundState
from bot.core.world import World
from bot.judge import SubprocessJudge, base_interpreter
from bot.quiz.boards import ALL
from bot.quiz.ids import MemberId, Place
from bot.quiz.setups import parse
from bot.simulating import Tally, tally, wanted_of
from bot.testing.chats import PaperChat
from bot.testing.clocks import FakeClock
from bot.testing.platforms import Paper

START = datetime(2026, 10, 5, tzinfo=UTC)
"""A Monday; the clocks of Europe change on the 25th."""
WAVES, FIRST_WAVE = 4, 11
"""People come in waves an hour apart, from 11:00 UTC, because so many may run code in one minute and no more."""
AT_ONCE = 64
LEASE = timedelta(minutes=3)
ZONES = ("UTC", "Europe/Berlin", "Asia/Kolkata", "America/New_York", "Australia/Sydney")
FORGOTTEN = Note("")
HEAP_GROWTH, CACHES, SPARE_MIB = 0.02, 3, 24.0
"""Of Python's heap in the second half; connections that cache pages; for what the allocator keeps in pieces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The process at the end of a day, with nothing to do."""

    day: int
    rss_mib: float
    blocks: int
    """Of Python's own heap."""
    tasks: int
    descriptors: int
    database_mib: float


@dataclass(slots=True, kw_only=True)
class Told:
    """What came of it."""

    learners: int
    days: int
    seconds: float = 0.0
    posts: Tally = field(default_factory=lambda: Tally(due=0, made=0, doubled=0, missed=0))
    answers: int = 0
    """Judged, so said their authors' screens."""
    settled: int = 0
    """In the ledger, with a verdict."""
    lost: int = 0
    pending: int = 0
    board_differs: int = 0
    """People whose board does not hold what their answers earned."""
    restarts: int = 0
    samples: list[Sample] = field(default_factory=list)

    def broken(self) -> list[str]:
        """The promises that were not kept, a sentence each."""
        told = []
        if not self.posts.kept:
            told.append(f"posts: {self.posts.doubled} doubled, {self.posts.missed} missed")
        if self.lost or self.pending or self.board_differs:
            told.append(f"answers: {self.lost} lost, {self.pending} pending, {self.board_differs} boards differ")
        middle = (len(self.samples) + 1) // 2
        for name in ("tasks", "descriptors"):
            counts = [getattr(one, name) for one in self.samples]
            early, late = max(counts[:middle]), max(counts[middle:], default=0)
            if late > early:
                told.append(f"{name}: {early} at most in the first half, {late} in the second")
        return told + self._memory()

    def _memory(self) -> list[str]:
        half = self.samples[len(self.samples) // 2 :]
        if len(half) < 4:
            return []
        early, late = half[: len(half) // 2], half[len(half) // 2 :]
        blocks = _median(late, "blocks") / _median(early, "blocks") - 1
        grown = _median(late, "rss_mib") - _median(early, "rss_mib")
        may_grow = CACHES * (_median(late, "database_mib") - _median(early, "database_mib")) + SPARE_MIB
        told = [f"memory: Python's heap grew by {blocks:.1%}"] if blocks > HEAP_GROWTH else []
        return told + ([f"memory: {grown:.0f} MiB more, {may_grow:.0f} allowed"] if grown > may_grow else [])


class Soak:
    """One run.

    Args:
        folder: where the database may lie.
        learners: how many.
        communities: in how many places.
        seed: of everything left to chance.
    """

    def __init__(self, folder: Path, *, learners: int, communities: int, seed: int) -> None:
        chance = random.Random(seed)
        self._file, self._clock = folder / "soak.sqlite", FakeClock(START)
        self._paper = Paper(self._clock)
        self._places = [Place(f"paper:{at}") for at in range(communities)]
        self._crowd = Crowd(self._places, learners, chance)
        self._room = asyncio.Semaphore(AT_ONCE)
        self._bank, _ = FileBank.load(None)
        self._taken = array("q")
        """Answers whose authors saw a verdict, as hashes: what we remember must not look like a leak of the bot's."""

    async def run(self, days: int) -> Told:
        """Live through these days."""
        told = Told(learners=len(self._crowd.learners), days=days)
        began = time.perf_counter()
        for week in range(0, days, 7):
            async with self._bot() as (world, judge):
                await self._week(world, judge, range(week, min(week + 7, days)), told)
            told.restarts += 1
        async with self._bot() as (world, _):
            await self._count(world, told)
        told.seconds = round(time.perf_counter() - began, 1)
        return told

    @asynccontextmanager
    async def _bot(self) -> AsyncIterator[tuple[World, SubprocessJudge]]:
        python = (sys.version_info[0], sys.version_info[1])
        async with AsyncExitStack() as rooms:
            judge = await rooms.enter_async_context(
                SubprocessJudge(pythons={python: base_interpreter()}, default=python)
            )
            world = await rooms.enter_async_context(
                open_world(
                    database=self._file,
                    bank=self._bank,
                    judge=judge,
                    chats={"paper": PaperChat(self._paper)},
                    clock=self._clock,
                    versions=(python,),
                    keep_sources=timedelta(days=7),
                )
            )
            if not await world.agenda.communities():
                for at, place in enumerate(self._places):
                    said = f"daily 0{at % 8}:30 {ZONES[at % len(ZONES)]} open=23h"
                    await world.agenda.enrol(place, parse(said), now=self._clock.now())
            await wake(world)
            await judge.layers()  # a process that is started later would look like a leak
            yield world, judge

    async def _week(self, world: World, judge: SubprocessJudge, days: Sequence[int], told: Told) -> None:
        for day in days:
            if day == days[len(days) // 2]:
                (await judge.zygote()).kill()
            await self._day(world, day)
            told.samples.append(await self._sample(day))
            for post in self._paper.posts.values():
                post.views[:] = [FORGOTTEN]  # the platform's memory is not the bot's

    async def _day(self, world: World, day: int) -> None:
        """Beat when something is due; people come in waves, wherever a question is open by then."""
        end = START + timedelta(days=day + 1)
        waves = [START + timedelta(days=day, hours=FIRST_WAVE + wave) for wave in range(WAVES)]
        while self._clock.now() < end:
            moment = await beat(world)
            if waves and self._clock.now() >= waves[0]:
                await self._wave(world, day, WAVES - len(waves))
                waves.pop(0)
            await self._clock.advance_to(min([moment, end, *waves[:1]]))

    async def _wave(self, world: World, day: int, wave: int) -> None:
        open_now: dict[Place, Round] = {}
        for community in await world.agenda.communities():
            one = await world.latest(community, RoundState.OPEN)
            if one is not None:
                open_now[community.place] = one
        async with asyncio.TaskGroup() as people:
            for at, learner in enumerate(self._crowd.learners):
                if at % WAVES != wave or learner.place not in open_now:
                    continue
                one = open_now[learner.place]
                if question := world.question_of(one):
                    people.create_task(self._visit(world, self._crowd.visits(learner, question, one.id, day)))

    async def _visit(self, world: World, deeds: Sequence[Deed]) -> None:
        chat = PaperChat(self._paper)
        async with self._room:
            for deed in deeds:
                view = await chat.says(partial(hear, world), deed)
                if isinstance(deed, Submission) and isinstance(view, VerdictView):
                    self._taken.append(hash(deed.id))

    async def _sample(self, day: int) -> Sample:
        for _ in range(3):
            await asyncio.sleep(0)
        gc.collect()
        files = [self._file, *self._file.parent.glob("soak.sqlite-*")]
        return Sample(
            day=day + 1,
            rss_mib=round(_pages() * os.sysconf("SC_PAGE_SIZE") / 1024**2, 1),
            blocks=sys.getallocatedblocks(),
            tasks=len(asyncio.all_tasks()),
            descriptors=_descriptors(),
            database_mib=round(sum(file.stat().st_size for file in files) / 1024**2, 1),
        )

    async def _count(self, world: World, told: Told) -> None:
        await self._clock.advance(LEASE)
        await beat(world)  # what a killed judge left behind
        counts = {post.key: self._paper.count(post.key) for post in self._paper.posts.values()}
        wanted: list[str] = []
        known: set[int] = set()
        for community in await world.agenda.communities():
            wanted += wanted_of(community, START, self._clock.now())
            history = await world.ledger.history(community.id)
            known |= {hash(entry.id) for entry in history if entry.settlement is not None}
            told.pending += sum(entry.settlement is None for entry in history)
            earned: dict[MemberId, int] = {}
            for entry in history:
                earned[entry.member] = earned.get(entry.member, 0) + entry.points
            for member, points in earned.items():
                mine = await world.boards.standing(community.id, ALL, member)
                told.board_differs += (mine.points if mine else 0) != points
        told.posts = tally(wanted, counts, crashes=0)
        taken = set(self._taken)
        told.answers, told.settled, told.lost = len(taken), len(known), len(taken - known)


def _pages() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1])


def _descriptors() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def _median(samples: Sequence[Sample], name: str) -> float:
    values: list[float] = [getattr(one, name) for one in samples]
    return statistics.median(values)


async def soak(*, learners: int, communities: int, days: int, seed: int = 1) -> Told:
    """Run it in a folder of its own."""
    with TemporaryDirectory(prefix="askling-soak-") as folder:
        return await Soak(Path(folder), learners=learners, communities=communities, seed=seed).run(days)


def as_json(told: Told) -> dict[str, Any]:
    """For programs."""
    return {**asdict(told), "broken": told.broken()}


def lines(told: Told) -> Iterator[str]:
    """For people."""
    first, last = told.samples[0], told.samples[-1]
    yield f"{told.learners} learners, {told.days} days, {told.restarts} starts, in {told.seconds:.0f} s"
    posts = told.posts
    yield f"posts: {posts.due} due, {posts.made} made, {posts.doubled} doubled, {posts.missed} missed"
    yield f"answers: {told.answers} judged, {told.lost} lost, {told.pending} pending"
    yield f"memory: {first.rss_mib} MiB after the first day, {last.rss_mib} after the last"
    yield f"tasks: {first.tasks} and {last.tasks}; descriptors: {first.descriptors} and {last.descriptors}"
    yield from told.broken() or ["Every promise was kept."]


def main() -> None:
    """Soak and tell."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--learners", type=int, default=1000)
    parser.add_argument("--communities", type=int, default=20)
    parser.add_argument("--days", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    given = parser.parse_args()
    logging.disable(logging.WARNING)
    told = asyncio.run(soak(learners=given.learners, communities=given.communities, days=given.days, seed=given.seed))
    print(json.dumps(as_json(told)) if given.json else "\n".join(lines(told)))
    sys.exit(1 if told.broken() else 0)


if __name__ == "__main__":
    main()
