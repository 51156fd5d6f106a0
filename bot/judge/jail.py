"""One restricted subprocess a snippet: started fresh, fed one job, bounded from outside, killed as a whole.

The child puts up its walls and reports them; only when they make a floor does the job go in, and only then does the
learner's clock start. No child can create a process, so killing the one pid ends everything it started.
"""

import asyncio
import json
import os
import signal
import socket
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from bot.judge import floor
from bot.judge.floor import Plan
from bot.judge.interpreters import base_interpreter
from bot.judge.outcomes import Ending, refusal, run_from
from bot.judge.wire import job_line
from bot.quiz.errors import JudgeTrouble, NoFloor
from bot.quiz.pythons import Version
from bot.quiz.runs import Job, Limits, Run
from bot.quiz.verdicts import Outcome

BOOT_SECONDS = 20.0
"""For a child to put up its walls; a loaded machine has needed 2."""
CHANNEL_BYTES = 256 * 1024
STDIN_BYTES = 60_000
"""What a pipe holds without a reader, so that feeding it never waits."""
_START = "import sys; sys.path.insert(0, sys.argv.pop(1)); from inside.main import main; main()"
# One malloc arena: each further one reserves 64 MiB of address space, and ten threads would meet the memory limit.
_ENVIRONMENT = {"LANG": "C.UTF-8", "PYTHONHASHSEED": "0", "PATH": "/nonexistent", "MALLOC_ARENA_MAX": "1"}


@dataclass(slots=True)
class _Spool:
    """Bytes from a child, kept up to a bound."""

    bound: int
    kept: bytearray = field(default_factory=bytearray)
    full: bool = False

    async def fill(self, reader: asyncio.StreamReader) -> None:
        """Read to the end, or until it is full."""
        while not self.full and (chunk := await reader.read(65536)):
            self.kept += chunk
            if len(self.kept) > self.bound:
                del self.kept[self.bound :]
                self.full = True


class SubprocessJudge:
    """Keeps the port `Judge` with one process a snippet.

    Args:
        pythons: interpreters by version; the running one's base when not given.
        default: the version used when a job names none; the running one's when not given.
        at_once: how many snippets run at the same time; more wait.
        plan: layers to try, for machines (and tests) that should not try all of them.
    """

    def __init__(
        self,
        *,
        pythons: Mapping[Version, Path] | None = None,
        default: Version | None = None,
        at_once: int = 2,
        plan: Plan | None = None,
    ) -> None:
        ours = (sys.version_info[0], sys.version_info[1])
        self._pythons = dict(pythons or {ours: base_interpreter()})
        self._default = default or (ours if ours in self._pythons else min(self._pythons))
        self._room = asyncio.Semaphore(at_once)
        self._plan = plan or Plan()
        self._proved = False

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        """Every run ends with its caller, so there is nothing to close."""

    @property
    def versions(self) -> tuple[Version, ...]:
        """The Pythons it can run."""
        return tuple(self._pythons)

    async def run(self, job: Job) -> Run:
        """Run one snippet; see the port."""
        if why := refusal(job):
            return Run(outcome=Outcome.REFUSED, detail=why)
        python = self._python(job.python)
        async with self._room:
            if not self._proved:
                await self._prove(python)
            async with _Child(python, self._plan, job.limits) as child:
                return await child.play(job)

    async def layers(self) -> tuple[str, ...]:
        """The layers a run would have now.

        Raises:
            NoFloor: they make no floor.
        """
        return (await self.run(Job(source=""))).layers

    def _python(self, version: Version | None) -> Path:
        wanted = version or self._default
        if wanted not in self._pythons:
            present = ", ".join(f"{major}.{minor}" for major, minor in self._pythons)
            raise JudgeTrouble(f"Python {wanted[0]}.{wanted[1]} is not on this machine; present: {present}.")
        return self._pythons[wanted]

    async def _prove(self, python: Path) -> None:
        """Try the namespaces as a whole in a child that is thrown away; without them, do without from then on."""
        try:
            async with _Child(python, self._plan, Limits()):
                pass
        except NoFloor:
            if not self._plan.namespaces:
                raise
            plain = Plan(namespaces=False, landlock=self._plan.landlock, seccomp=self._plan.seccomp)
            async with _Child(python, plain, Limits()):
                self._plan = plain
        self._proved = True


class _Child:
    """One process, from its start to its certain end."""

    def __init__(self, python: Path, plan: Plan, limits: Limits) -> None:
        self._python, self._plan, self._limits = python, plan, limits
        self._layers: tuple[str, ...] = ()

    async def __aenter__(self) -> Self:
        # A process that is being started cannot be called back, so a caller who is cancelled waits for it, and ends it.
        opening = asyncio.ensure_future(self._open())
        try:
            await asyncio.shield(opening)
        except asyncio.CancelledError:
            with suppress(JudgeTrouble):
                await opening
                await self._end()
            raise
        try:
            self._layers = await self._walls()
            floor.check(self._layers)
        except BaseException:
            await self.__aexit__(None, None, None)
            raise
        return self

    async def __aexit__(self, kind: object, error: object, at: object) -> None:
        await asyncio.shield(self._end())

    async def _open(self) -> None:
        ours, theirs = socket.socketpair()
        try:
            self._process = await self._start(theirs)
        except OSError as error:
            ours.close()
            raise JudgeTrouble(f"{self._python} could not be started: {error.strerror}.") from error
        finally:
            theirs.close()
        self._reader, self._writer = await asyncio.open_unix_connection(sock=ours, limit=CHANNEL_BYTES)

    async def play(self, job: Job) -> Run:
        """Hand in the job and wait for its end, at most the wall clock."""
        out, err = _Spool(job.limits.output_bytes), _Spool(job.limits.output_bytes)
        channel = _Spool(CHANNEL_BYTES)
        started = time.perf_counter()
        late = False
        try:
            async with asyncio.timeout(job.limits.wall_seconds):
                await self._hand_in(job)
                await self._follow(out, err, channel)
        except TimeoutError:
            late = True
        seconds = time.perf_counter() - started
        ending = Ending(
            status=await self._bury(),
            late=late,
            loud=out.full or err.full or channel.full,
            seconds=seconds,
            stdout=bytes(out.kept),
            stderr=bytes(err.kept),
            channel=bytes(channel.kept),
            layers=self._layers,
        )
        return run_from(ending, job)

    async def _start(self, theirs: socket.socket) -> Process:
        plan = json.dumps(
            {
                "namespaces": self._plan.namespaces,
                "landlock": self._plan.landlock,
                "seccomp": self._plan.seccomp,
                "memory_mib": self._limits.memory_mib,
                "cpu_seconds": self._limits.cpu_seconds,
            }
        )
        here = str(Path(__file__).parent)
        arguments = ("-I", "-S", "-B", "-X", "utf8", "-c", _START, here, plan, str(theirs.fileno()))
        return await asyncio.create_subprocess_exec(
            self._python, *arguments,
            stdin=PIPE, stdout=PIPE, stderr=PIPE,
            pass_fds=(theirs.fileno(),), env=_ENVIRONMENT, cwd="/", start_new_session=True,
        )  # fmt: skip

    async def _walls(self) -> tuple[str, ...]:
        try:
            async with asyncio.timeout(BOOT_SECONDS):
                line = await self._reader.readline()
        except TimeoutError:
            raise JudgeTrouble(
                f"A child did not start within {BOOT_SECONDS:.0f} seconds; is the machine overloaded?"
            ) from None
        match json.loads(line) if line else None:
            case {"ready": [*layers]}:
                return tuple(map(str, layers))
            case {"failed": str(why)}:
                raise NoFloor(f"The judge runs no code on this machine: {why}.")
            case _:
                raise JudgeTrouble(f"A child of {self._python} died before it was ready: {await self._last_words()}")

    async def _last_words(self) -> str:
        stderr = self._process.stderr
        words = (await stderr.read(4096)).decode("utf-8", "replace").strip() if stderr else ""
        return words.splitlines()[-1] if words else "it said nothing."

    async def _hand_in(self, job: Job) -> None:
        stdin = self._process.stdin
        with suppress(ConnectionError):
            if stdin:
                stdin.write(job.stdin.encode("utf-8", "replace")[:STDIN_BYTES])
                stdin.close()
            self._writer.write(job_line(job))
            await self._writer.drain()
            self._writer.write_eof()

    async def _follow(self, out: _Spool, err: _Spool, channel: _Spool) -> None:
        """Until every stream has ended and the process with them, or one of them is over its bound."""
        process = self._process
        streams = ((out, process.stdout), (err, process.stderr), (channel, self._reader))
        waiting = {asyncio.ensure_future(spool.fill(reader)) for spool, reader in streams if reader}
        try:
            while waiting:
                done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    with suppress(ConnectionError):
                        task.result()
                if out.full or err.full or channel.full:
                    return
            await process.wait()
        finally:
            for task in waiting:
                task.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)

    def _kill(self) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)

    async def _bury(self) -> int:
        """Kill it, if it still lives; how it ended.

        asyncio knows a process as ended when its pipes are, and it stops reading a pipe that nobody empties: so the
        rest of what a flood wrote (no more than a pipe and its buffer hold) is read and let fall.
        """
        self._kill()
        await self._process.communicate()
        return await self._process.wait()

    async def _end(self) -> None:
        self._writer.close()
        with suppress(ConnectionError):
            await self._writer.wait_closed()
        await self._bury()
