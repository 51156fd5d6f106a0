"""`askling simulate`: weeks of a simulated clock over the real core and the real store, with everything going wrong."""

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import available_timezones

from bot.bank.filebank import FileBank
from bot.core.errands import at_seat
from bot.core.heartbeat import beat, wake
from bot.core.ports import Bank
from bot.core.records import Community
from bot.core.sending import LEASE
from bot.core.world import World
from bot.quiz.errors import Busy, JudgeTrouble
from bot.quiz.ids import Place
from bot.quiz.runs import Job, Run
from bot.quiz.schedules import due
from bot.quiz.setups import parse
from bot.spacing import spaced
from bot.store.sqlite import SQLiteStore
from bot.testing.chats import PaperChat
from bot.testing.clocks import FakeClock
from bot.testing.fuses import Crash, Fuse, fused
from bot.testing.judges import ScriptedJudge
from bot.testing.platforms import Paper, Point
from bot.testing.workshops import PaperWorkshop

START = datetime(2026, 10, 19, tzinfo=UTC)
"""Two weeks in which Europe and then America change their clocks."""
EDITABLE, CARVED = "paper", "stone"
"""Two platforms; on the second an old message cannot be edited, so an answer is a message of its own."""
LOST, ASLEEP = 0.15, 0.05
"""Share of publications whose answer never comes back, and of workers that sleep through their lease."""
DOWN = timedelta(minutes=90)
CATCH_UP = timedelta(hours=2)


Progress = Callable[[timedelta], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What became of the posts."""

    due: int
    made: int
    doubled: int
    missed: int
    crashes: int = 0

    @property
    def kept(self) -> bool:
        """Whether each was made exactly once."""
        return self.doubled == self.missed == 0


class Simulation:
    """One run.

    Args:
        folder: where the database may lie.
        bank: what is asked.
        communities: how many; every third meets in two places.
        crash: let things go wrong.
        seed: of everything that is left to chance.
        careful: the chats look before they send and send with a nonce. Without it posts are doubled: the proof
            that a doubled post is noticed.
    """

    def __init__(
        self, folder: Path, bank: Bank, *, communities: int, crash: bool, seed: int, careful: bool = True
    ) -> None:
        self._careful = careful
        self._file, self._bank = folder / "simulation.sqlite", bank
        self._chance = random.Random(seed)  # noqa: S311 - a simulation has to be the same twice
        self._habits = random.Random(seed)  # noqa: S311 - schedules do not depend on what goes wrong
        self._fuse = Fuse(self._chance if crash else None)
        self._clock = FakeClock(START)
        self._papers = {EDITABLE: Paper(self._clock), CARVED: Paper(self._clock)}
        self._papers[CARVED].frozen = True
        self._places = [Place(f"{(EDITABLE, CARVED)[at % 2]}:{at}") for at in range(communities)]
        self._alive_until = START
        self._crashes = 0

    async def run(self, days: int, progress: Progress) -> Tally:
        """Live through these days, and count."""
        end = START + timedelta(days=days)
        async with SQLiteStore.open(self._file) as store:
            for at, place in enumerate(self._places):
                community = await store.enrol(place, parse(self._schedule()), now=START)
                if at % 3 == 0:  # it meets on the other platform as well
                    await store.join(community.id, Place(f"{(CARVED, EDITABLE)[at % 2]}:{at}+"), now=START)
        while self._clock.now() < end:
            try:
                async with SQLiteStore.open(self._file) as store:
                    await self._live(self._world(store), end, progress)
            except* Crash:
                self._crashes += 1
                await self._clock.advance(self._downtime())
        self._fuse = Fuse(None)
        async with SQLiteStore.open(self._file) as store:  # the last errand of a dead worker waits for its lease
            for _ in range(2):
                await self._clock.advance(LEASE)
                await beat(self._world(store))
            return await self._count(store)

    async def _live(self, world: World, end: datetime, progress: Progress) -> None:
        await wake(world)
        while self._clock.now() < end:
            moment = await beat(world)
            self._alive_until = self._clock.now()
            await self._clock.advance_to(min(moment, end))
            progress(self._clock.now() - START)

    def _downtime(self) -> timedelta:
        """A while, and yet never so long that a question is rightly skipped; sleepers need half an hour of that."""
        latest = self._alive_until + CATCH_UP - timedelta(minutes=30)
        longest = min(DOWN, latest - self._clock.now())
        return max(timedelta(), longest * self._chance.random())

    def _world(self, store: SQLiteStore, *, asleep: bool = False) -> World:
        """A bot. When one falls asleep over a publication, another one with eyes open takes over."""
        careful = fused(store, self._fuse)

        async def at(point: Point) -> None:
            self._fuse.burn()
            if point is Point.BEFORE and not asleep and self._fuse.happens(ASLEEP):
                await self._clock.advance(LEASE + timedelta(minutes=1))
                await beat(self._world(store, asleep=True))
            if point is Point.DURING and self._fuse.happens(LOST):
                raise Busy("The platform's answer was lost.", seconds=5)

        return World(
            agenda=careful,
            places=careful,
            identities=careful,
            ledger=careful,
            boards=careful,
            corrections=careful,
            sprints=careful,
            lives=careful,
            recalls=careful,
            profiles=careful,
            dossiers=careful,
            spaced=spaced,
            outbox=careful,
            watch=careful,
            privacy=careful,
            inbox=careful,
            workshop=PaperWorkshop(),
            bank=self._bank,
            judge=ScriptedJudge(_nobody_answers),
            clock=self._clock,
            chats={
                name: PaperChat(paper, at=at, nonce=self._careful, history=self._careful)
                for name, paper in self._papers.items()
            },
            versions=((3, 13),),
        )

    def _schedule(self) -> str:
        days = self._habits.choice(["daily", "weekdays", "mon,wed,fri", "1,15,sat", "daily"])
        at = f"{self._habits.randrange(24):02}:{self._habits.choice((0, 15, 30, 59)):02}"
        zone = self._habits.choice(sorted(available_timezones()))
        spans = f"open={self._habits.choice((6, 12, 24))}h reveal={self._habits.choice((0, 0, 1))}h catch-up=2h"
        return f"{days} {at} {zone} {spans} remind={self._habits.choice((0, 0, 1))}h"

    async def _count(self, store: SQLiteStore) -> Tally:
        counts = Counter(post.key for paper in self._papers.values() for post in paper.posts.values())
        wanted = [key for one in await store.communities() for key in wanted_of(one, START, self._clock.now())]
        return tally(wanted, counts, crashes=self._crashes)


def _nobody_answers(_job: Job) -> Run:
    raise JudgeTrouble("Nobody answers in a simulation.")


def wanted_of(community: Community, since: datetime, now: datetime) -> Iterator[str]:
    """The keys that a community should have seen published, once each."""
    # Trouble may have paused the schedule since, and that is no excuse here.
    for slot in due(replace(community.schedule, paused_until=None), since, now):
        for seat in community.seats:
            key = f"{community.id}:{slot.date}{at_seat(seat.number)}"
            yield key
            if seat.place.startswith(CARVED) and slot.reveals <= now:
                yield f"{key}:reveal"


def tally(wanted: Sequence[str], counts: Mapping[str, int], *, crashes: int) -> Tally:
    """What was wanted against what people saw; whatever was published twice counts as doubled."""
    return Tally(
        due=len(wanted),
        made=sum(counts.get(key, 0) > 0 for key in wanted),
        doubled=sum(count - 1 for count in counts.values()),
        missed=sum(counts.get(key, 0) == 0 for key in wanted),
        crashes=crashes,
    )


async def simulate(*, days: int, communities: int, crash: bool, seed: int, progress: Progress) -> Tally:
    """Run a simulation on the built-in bank and count the posts."""
    bank, _ = FileBank.load(None)
    with TemporaryDirectory(prefix="askling-simulation-") as folder:
        simulation = Simulation(Path(folder), bank, communities=communities, crash=crash, seed=seed)
        return await simulation.run(days, progress)


async def watched(*, days: int, communities: int, crash: bool, seed: int) -> Tally:
    """The same, with a bar on a terminal."""
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("days", total=days)

        def progress(lived: timedelta) -> None:
            bar.update(task, completed=lived / timedelta(days=1))

        return await simulate(days=days, communities=communities, crash=crash, seed=seed, progress=progress)
