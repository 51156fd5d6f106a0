"""A zygote from the outside: start it, hand it jobs, hear of each child's end, notice its own.

It is a fresh interpreter (never a fork of the bot, so no token is in its memory) with an environment of its own.
What it says on its control socket comes from our own code, before any learner's has run.
"""

import asyncio
import json
import os
import signal
import socket
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from bot.judge.cgroups import LAYER, ControlGroup
from bot.judge.floor import Plan, check
from bot.quiz.errors import JudgeTrouble, NoFloor

BOOT_SECONDS = 60.0
"""For a zygote to be ready; without compiled .pyc files the library in memory has needed 15."""
STILLBORN = 5
"""Children that died before they parked, in a row, until we stop hoping."""
DEATHS_REMEMBERED = 256
"""Most are never asked for: a child that gave its last word is buried behind its verdict."""
_START = "import sys; sys.path.insert(0, sys.argv.pop(1)); from inside.zygote import main; main()"
# One malloc arena: each further one reserves 64 MiB of address space, and ten threads would meet the memory limit.
_ENVIRONMENT = {"LANG": "C.UTF-8", "PATH": "/nonexistent", "MALLOC_ARENA_MAX": "1", "LD_BIND_NOW": "1"}
_PACKET_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Death:
    """How a child ended, from the kernel."""

    status: int
    """Exit code, or minus the signal that ended it."""
    cpu_seconds: float
    peak_kib: int


class Zygote:
    """Make it with `Zygote.start`, end it with `close`."""

    def __init__(self, python: Path, process: Process, control: socket.socket, jobs: socket.socket) -> None:
        self._python, self._process, self._control, self._jobs = python, process, control, jobs
        self._loop = asyncio.get_running_loop()
        self._ready: asyncio.Future[str] = self._loop.create_future()
        self._deaths: dict[int, asyncio.Future[Death]] = {}
        self._pidfds: dict[int, int] = {}
        """Of living children that have no job yet, by number."""
        self._parked: set[int] = set()
        self._grown: set[int] = set()
        """Those that were parked once: the others died young."""
        self._stillborn = 0
        self._pidfd = -1
        self.lost: asyncio.Future[str] = self._loop.create_future()
        """Done when the zygote is gone, with the reason; all its children are gone with it."""
        self.last_words = ""
        """The end of what it wrote on standard error, known once it is closed."""
        self.layers: tuple[str, ...] = ()
        self.refused: dict[str, str] = {}
        self._loop.add_reader(control, self._hear)

    @classmethod
    async def start(
        cls, python: Path, plan: Plan, *, parked: int, hash_seed: int, group: ControlGroup | None = None
    ) -> Self:
        """A zygote that is ready for jobs.

        Args:
            python: the interpreter.
            plan: which layers to try.
            parked: how many children it keeps.
            hash_seed: PYTHONHASHSEED of all of them.
            group: bounds it and all that it starts.

        Raises:
            NoFloor: this machine lacks a layer of the floor.
            JudgeTrouble: it did not start.
        """
        try:
            with ExitStack() as ours, ExitStack() as theirs:
                control, jobs = (_pair(ours, theirs) for _ in range(2))
                ends = control[1], jobs[1]
                process = await _launch(python, {**asdict(plan), "parked": parked}, ends, hash_seed)
                ours.pop_all()
        except OSError as error:
            raise JudgeTrouble(f"{python} could not be started: {error.strerror}.") from error
        zygote = cls(python, process, control[0], jobs[0])
        try:
            joined = zygote._join(group)
            await zygote._until_ready()
            zygote.layers += joined
        except BaseException:
            await zygote.close()
            raise
        return zygote

    def _join(self, group: ControlGroup | None) -> tuple[str, ...]:
        """Into the control group, long before it starts anything: it is still importing."""
        if group is None:
            return ()
        try:
            group.add(self._process.pid)
        except OSError:
            return ()
        return (LAYER,)

    async def _until_ready(self) -> None:
        try:
            async with asyncio.timeout(BOOT_SECONDS):
                await asyncio.wait([self._ready, self.lost], return_when=asyncio.FIRST_COMPLETED)
        except TimeoutError:
            raise JudgeTrouble(
                f"{self._python} was not ready within {BOOT_SECONDS:.0f} seconds; is the machine overloaded?"
            ) from None
        if not self._ready.done():
            await self.close()
            raise JudgeTrouble(f"{self._python} died before it was ready: {self.last_words or 'it said nothing'}")
        self._ready.result()
        check(self.layers, self.refused)

    def hand_over(self, descriptors: list[int]) -> None:
        """Give a job's descriptors to whichever child is parked, or parks next.

        Raises:
            JudgeTrouble: they cannot be handed over.
        """
        try:
            socket.send_fds(self._jobs, [b"j"], descriptors)
        except OSError as error:
            raise JudgeTrouble(f"No child of the judge takes the job: {error.strerror}.") from error

    @property
    def parked(self) -> int:
        """How many children wait for a job."""
        return len(self._parked)

    def was_taken(self, number: int) -> int:
        """A child says that it has a job. Returns its pidfd, which the caller closes; -1 when it has ended already."""
        if number not in self._pidfds:
            self._hear()  # that it had parked was said before, on another socket
        self._parked.discard(number)
        return self._pidfds.pop(number, -1)

    def death_of(self, number: int) -> asyncio.Future[Death]:
        """Done when this child has ended, which it may have before anybody asks."""
        return self._deaths.setdefault(number, self._loop.create_future())

    def _hear(self) -> None:
        """Everything that waits on the control socket."""
        while True:
            try:
                packet, descriptors, *_ = socket.recv_fds(self._control, _PACKET_BYTES, 1)
            except BlockingIOError:
                return
            except OSError:
                packet, descriptors = b"", []
            if not packet:
                self._lose("the zygote ended")
                return
            self._understand(packet, *descriptors)

    def _understand(self, packet: bytes, pidfd: int = -1) -> None:
        match packet.split(b" "):
            case [b"born", _] if pidfd < 0:
                self._lose("this process has no descriptor left for what a child is killed by")
            case [b"born", number]:
                self._pidfds[int(number)] = pidfd
            case [b"parked", number]:
                if int(number) in self._pidfds:  # else it has a job already, and its number came on another socket
                    self._parked.add(int(number))
                self._grown.add(int(number))
                self._stillborn = 0
            case [b"died", number, status, microseconds, kib]:
                code = os.waitstatus_to_exitcode(int(status))
                self._bury(int(number), Death(code, int(microseconds) / 1e6, int(kib)))
            case _:
                self._begin(json.loads(packet), pidfd)

    def _begin(self, told: dict[str, object], pidfd: int) -> None:
        match told:
            case {"ready": [*layers], "refused": dict(refused)}:
                self._pidfd = pidfd
                self.layers = tuple(map(str, layers))
                self.refused = {str(name): str(why) for name, why in refused.items()}
                self._ready.set_result("ready")
            case _:
                why = told.get("failed", "it did not say why")
                self._ready.set_exception(NoFloor(f"The judge runs no code on this machine: {why}."))

    def _bury(self, number: int, death: Death) -> None:
        self._parked.discard(number)
        if number in self._pidfds:
            os.close(self._pidfds.pop(number))
        if number in self._grown:
            self._grown.discard(number)
        else:
            self._stillborn += 1
        self.death_of(number).set_result(death)
        if len(self._deaths) > DEATHS_REMEMBERED:
            oldest = next(one for one, death in self._deaths.items() if death.done())
            del self._deaths[oldest]
        if self._stillborn >= STILLBORN:
            self._lose(f"{STILLBORN} children in a row died before they were ready")

    def _lose(self, why: str) -> None:
        self._loop.remove_reader(self._control)
        self._control.close()  # the zygote hears the end of it, and ends
        self._jobs.close()
        if not self.lost.done():
            self.lost.set_result(why)

    def processes(self) -> list[int]:
        """The living processes of its session, which no child can leave, by pid."""
        return [int(one.name) for one in Path("/proc").glob("[0-9]*") if self._is_ours(one)]

    def _is_ours(self, process: Path) -> bool:
        try:
            state, _, _, session = (process / "stat").read_text().rpartition(") ")[2].split()[:4]
        except OSError:
            return False
        return session == str(self._process.pid) and state != "Z"

    async def close(self) -> None:
        """End it and all its children."""
        if not self.lost.done():
            self._lose("it was closed")
        self.kill()
        with suppress(ProcessLookupError):
            self._process.kill()
        _, told = await self._process.communicate()  # its standard error ends when the last of them has
        self.last_words = " ".join((told or b"").decode("utf-8", "replace").split("\n")[-3:]).strip() or self.last_words
        for pidfd in (*self._pidfds.values(), self._pidfd):
            if pidfd >= 0:
                os.close(pidfd)
        self._pidfds.clear()
        self._pidfd = -1

    def kill(self) -> None:
        """End the zygote's own process, which with namespaces is not the one that was started."""
        if self._pidfd >= 0:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)


def _pair(ours: ExitStack, theirs: ExitStack) -> tuple[socket.socket, socket.socket]:
    """Two ends that keep packets whole; ours never blocks."""
    near, far = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ours.callback(near.close)
    theirs.callback(far.close)
    near.settimeout(0)
    return near, far


async def _launch(python: Path, plan: dict[str, object], ends: tuple[socket.socket, ...], hash_seed: int) -> Process:
    # Not -I: it would ignore PYTHONHASHSEED. There is nothing else in the environment to be ignored.
    here = str(Path(__file__).parent)
    numbers = [end.fileno() for end in ends]
    arguments = ("-s", "-S", "-P", "-B", "-X", "utf8", "-c", _START, here, json.dumps(plan), *map(str, numbers))
    return await asyncio.create_subprocess_exec(
        python, *arguments,
        stdin=DEVNULL, stdout=DEVNULL, stderr=PIPE,
        pass_fds=numbers, env=_ENVIRONMENT | {"PYTHONHASHSEED": str(hash_seed)}, cwd="/", start_new_session=True,
    )  # fmt: skip
