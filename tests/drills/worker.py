"""The crash drill: bots that live through quick days until they are killed, and a platform that outlives them.

Run as a process of its own, with one thread, so that it may fork: `worker.py FOLDER KILLS AT_ONCE SEED CAREFUL`.
It prints one JSON object.
"""

import asyncio
import fcntl
import json
import logging
import os
import random
import select
import signal
import struct
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.core.heartbeat import beat, wake
from bot.core.messages import View
from bot.core.ports import Hear
from bot.core.sending import LEASE
from bot.core.world import World
from bot.quiz.errors import Busy, Refused
from bot.quiz.ids import Address, Place, Ref
from bot.quiz.runs import Job, Run
from bot.quiz.setups import parse
from bot.simulating import CARVED, START, tally, wanted_of
from bot.spacing import spaced
from bot.store.sqlite import SQLiteStore
from bot.testing.banks import ListBank
from bot.testing.judges import ScriptedJudge
from bot.testing.questions import an_output
from bot.testing.workshops import PaperWorkshop

NONCE = timedelta(minutes=5)
LOST = 0.15
BANK = ListBank(an_output(f"q{at}", topic=f"{'abcd'[at % 4]}/x", level=1 + at % 5) for at in range(60))
SCHEDULES = (
    "daily 09:00 Europe/Berlin open=12h",
    "daily 23:30 America/Nuuk open=6h reveal=1h remind=1h",
    "daily 02:30 America/New_York open=24h",
    "weekdays 00:00 Africa/Cairo open=8h",
)


class SharedClock:
    """One clock for all processes, in a file: it stands still until somebody has nothing more to do."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT)
        self.advance_to(START)

    def now(self) -> datetime:
        raw = os.pread(self._file, 8, 0)
        return datetime.fromtimestamp(struct.unpack("d", raw)[0], UTC) if raw else START

    def advance_to(self, moment: datetime) -> None:
        fcntl.flock(self._file, fcntl.LOCK_EX)
        os.pwrite(self._file, struct.pack("d", max(self.now(), moment).timestamp()), 0)
        fcntl.flock(self._file, fcntl.LOCK_UN)

    async def sleep_until(self, moment: datetime) -> None:
        self.advance_to(moment)


class FilePlatform:
    """Messages people see: a file that is only appended to. It knows a nonce for five minutes, as Discord does."""

    def __init__(self, path: Path, clock: SharedClock) -> None:
        self._path, self._clock = path, clock
        path.touch()

    def find(self, key: str) -> Ref | None:
        return next((Ref(post["ref"]) for post in self.posts() if post["key"] == key), None)

    def send(self, key: str, *, nonce: bool) -> Ref:
        with self._locked():
            now = self._clock.now()
            for post in reversed(list(self.posts()) if nonce else []):
                if post["key"] == key and datetime.fromisoformat(post["at"]) > now - NONCE:
                    return Ref(post["ref"])
            sent = {"ref": f"m{self._path.stat().st_size}", "key": key, "at": now.isoformat()}
            with self._path.open("ab", buffering=0) as file:
                file.write(json.dumps(sent).encode() + b"\n")
            return Ref(sent["ref"])

    def posts(self) -> Iterator[dict[str, str]]:
        yield from map(json.loads, self._path.read_bytes().splitlines())

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with self._path.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # ends with the process, however it ends
            yield


class FileChat:
    """Keeps the port `Chat` on the platform in a file."""

    def __init__(self, platform: FilePlatform, chance: random.Random, *, careful: bool) -> None:
        self._platform, self._chance, self._careful = platform, chance, careful

    async def listen(self, hear: Hear) -> None:
        """Nobody speaks."""

    async def publish(self, place: Place, view: View, *, key: str, under: Ref | None = None) -> Ref:  # noqa: ARG002
        ref = self._platform.find(key) if self._careful else None
        await asyncio.sleep(0)
        ref = ref or self._platform.send(key, nonce=self._careful)
        if self._chance.random() < LOST:
            raise Busy("The platform's answer was lost.", seconds=5)
        return ref

    async def revise(self, ref: Ref, view: View) -> None:  # noqa: ARG002
        raise Refused("Messages here can no longer be edited.")

    async def lacks(self, place: Place, *, thread: bool = False) -> tuple[str, ...]:  # noqa: ARG002
        return ()

    async def private(self, address: Address) -> Place:
        return Place(f"paper:@{address}")

    async def present(self, place: Place, address: Address) -> bool:  # noqa: ARG002
        return True

    def ready(self) -> bool:
        return True


class Child:
    """One bot; `alive` can be read once it works."""

    def __init__(self, pid: int, alive: int) -> None:
        self._pid, self.alive = pid, alive

    def kill(self) -> None:
        """At once, wherever it is."""
        os.kill(self._pid, signal.SIGKILL)
        _, status = os.waitpid(self._pid, 0)
        os.close(self.alive)
        if not os.WIFSIGNALED(status):
            raise SystemExit(f"a bot ended by itself: {status}")


class Drill:
    """Kills, and what they led to."""

    def __init__(self, folder: Path, *, at_once: int, seed: int, careful: bool) -> None:
        self._database, self._alone, self._careful = folder / "drill.sqlite", at_once == 1, careful
        self._at_once, self._chance = at_once, random.Random(seed)
        self._clock = SharedClock(folder / "clock")
        self._platform = FilePlatform(folder / "posts", self._clock)

    def run(self, kills: int) -> dict[str, int]:
        asyncio.run(self._begin())
        children: list[Child] = []
        for _ in range(kills):
            while len(children) < self._at_once:
                children.append(self._fork())
            victim = children.pop(self._chance.randrange(len(children)))
            if self._chance.random() < 0.8:  # the others are killed while they open the database
                select.select([victim.alive], [], [], 10)
            select.select([], [], [], self._chance.uniform(0.0, 0.04))
            victim.kill()
            if self._alone and self._chance.random() < 0.2:
                self._clock.advance_to(self._clock.now() + timedelta(minutes=self._chance.uniform(0, 15)))
        for child in children:
            child.kill()
        return asyncio.run(self._end(kills))

    def _fork(self) -> "Child":
        seed = self._chance.random()
        alive, says_so = os.pipe()
        pid = os.fork()
        if pid == 0:
            try:
                asyncio.run(self._live(random.Random(seed), says_so))
            finally:
                os._exit(1)
        os.close(says_so)
        return Child(pid, alive)

    async def _begin(self) -> None:
        async with SQLiteStore.open(self._database) as store:
            for at, schedule in enumerate(SCHEDULES):
                community = await store.enrol(Place(f"{CARVED}:{at}"), parse(schedule), now=START)
                if at % 2:
                    await store.join(community.id, Place(f"{CARVED}:{at}+"), now=START)

    async def _live(self, chance: random.Random, says_so: int) -> None:
        async with SQLiteStore.open(self._database, alone=self._alone) as store:
            world = self._world(store, chance)
            await wake(world)
            os.write(says_so, b"!")
            while True:
                self._clock.advance_to(await beat(world))

    async def _end(self, kills: int) -> dict[str, int]:
        async with SQLiteStore.open(self._database) as store:
            for _ in range(3):
                self._clock.advance_to(self._clock.now() + LEASE)
                await beat(self._world(store, random.Random(0)))
            now = self._clock.now()
            wanted = [key for one in await store.communities() for key in wanted_of(one, START, now)]
            counts = Counter(post["key"] for post in self._platform.posts())
            return asdict(tally(wanted, counts, crashes=kills))

    def _world(self, store: SQLiteStore, chance: random.Random) -> World:
        return World(
            agenda=store,
            places=store,
            identities=store,
            ledger=store,
            boards=store,
            corrections=store,
            sprints=store,
            lives=store,
            recalls=store,
            profiles=store,
            dossiers=store,
            spaced=spaced,
            outbox=store,
            watch=store,
            privacy=store,
            inbox=store,
            workshop=PaperWorkshop(),
            bank=BANK,
            judge=ScriptedJudge(_nobody_answers),
            clock=self._clock,
            chats={CARVED: FileChat(self._platform, chance, careful=self._careful)},
            versions=((3, 11),),
        )


def _nobody_answers(_job: Job) -> Run:
    raise AssertionError("nobody answers in a drill")


if __name__ == "__main__":
    logging.disable()
    folder, kills, at_once, seed, careful = sys.argv[1:]
    drill = Drill(Path(folder), at_once=int(at_once), seed=int(seed), careful=careful == "careful")
    sys.stdout.write(json.dumps(drill.run(int(kills))))
