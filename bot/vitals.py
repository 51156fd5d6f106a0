"""Signs of life, in a small file beside the database: so that a health check needs no port and no lock."""

import asyncio
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Self

from bot.core.ports import Clock, Watch
from bot.core.world import World

EVERY = timedelta(seconds=15)
STALE = timedelta(seconds=90)
"""A heart sleeps for 30 seconds at most, and one beat may wait for a slow chat."""
SLOWEST = timedelta(minutes=5)
"""Of one beat, with many places to serve through a slow chat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vitals:
    """What a running bot says of itself."""

    at: datetime
    """When it said so."""
    heartbeat: datetime | None
    """When its heart last began to beat."""
    chats: Mapping[str, bool]
    """Whether people can reach us there now."""
    process: str = ""
    """Which process said so; empty where the system does not number them as Linux does."""

    def written(self) -> str:
        """As it stands in the file."""
        heartbeat = self.heartbeat.isoformat() if self.heartbeat else None
        said = {"at": self.at.isoformat(), "heartbeat": heartbeat, "chats": dict(self.chats), "process": self.process}
        return json.dumps(said)

    @classmethod
    def read(cls, text: str) -> Self:
        """From the file.

        Raises:
            ValueError: it says nothing that could be understood.
        """
        said: dict[str, Any] = json.loads(text)
        try:
            heartbeat = datetime.fromisoformat(said["heartbeat"]) if said["heartbeat"] else None
            at, chats, process = datetime.fromisoformat(said["at"]), said["chats"], said.get("process", "")
            return cls(at=at, heartbeat=heartbeat, chats=chats, process=process)
        except (KeyError, TypeError) as error:
            raise ValueError(str(error)) from error

    def ailments(self, now: datetime) -> tuple[str, ...]:
        """Why it is not alive; empty when it is."""
        if now - self.at > STALE:
            return (f"The bot was last heard of {int((now - self.at).total_seconds())} seconds ago.",)
        if self.heartbeat is None or now - self.heartbeat > SLOWEST:
            return ("The bot runs, and its heart does not beat.",)
        return ()

    @property
    def left_behind(self) -> bool:
        """Whether it is of a process that was killed; to be asked where that process would be seen."""
        return bool(self.process) and process(int(self.process.partition("@")[0])) != self.process

    def unreachable(self) -> tuple[str, ...]:
        """The chats in which nobody can reach us now, a sentence each."""
        return tuple(f"The chat {name} is not connected." for name, ready in self.chats.items() if not ready)


class Pulse:
    """Keeps the port `Watch`, and remembers when the heart last beat."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self.last: datetime | None = None
        self.process = process()
        """Ours, which stays the same."""

    async def pulse(self, now: datetime) -> datetime | None:
        """See the port."""
        before = await self._watch.pulse(now)
        self.last = now
        return before


def process(pid: int | None = None) -> str:
    """A process by number and start, ours by default: `17@5203`; empty when there is none, or no /proc."""
    try:
        number = os.getpid() if pid is None else pid
        about = Path(f"/proc/{number}/stat").read_text("utf-8", errors="replace")
    except OSError:
        return ""
    behind_the_name = about.rpartition(")")[2].split()  # a name may hold spaces and brackets
    return f"{number}@{behind_the_name[19]}"


def file_of(database: Path) -> Path:
    """Where the signs of life of the bot on a database are."""
    return database.with_name(f"{database.name}.alive")


def taken(world: World, pulse: Pulse) -> Vitals:
    """The signs of life now."""
    ready = {name: chat.ready() for name, chat in world.chats.items()}
    return Vitals(at=world.clock.now(), heartbeat=pulse.last, chats=ready, process=pulse.process)


async def keep_telling(world: World, pulse: Pulse, path: Path) -> None:
    """Write them down again and again, until cancelled; then there are none."""
    try:
        while True:
            with suppress(OSError):  # a full disk is the store's to tell
                _write(path, taken(world, pulse).written())
            await _sleep(world.clock)
    finally:
        with suppress(OSError):
            await asyncio.to_thread(path.unlink, missing_ok=True)


async def _sleep(clock: Clock) -> None:
    await clock.sleep_until(clock.now() + EVERY)


def _write(path: Path, text: str) -> None:
    part = path.with_name(f"{path.name}.part")
    part.write_text(text)
    part.replace(path)
