"""One child, watched from the hand-over of its job to its certain end.

Everything is bounded from outside: what it prints and says is capped while it streams, the wall clock starts when it
has taken the job, and a kill goes through its pidfd. No child can create a process, so that one is all there is.
"""

import asyncio
import os
import signal
import time
from contextlib import suppress
from typing import Any

from bot.judge.outcomes import Ending
from bot.judge.plumbing import Plumbing, Stream
from bot.judge.wire import job_line
from bot.judge.zygotes import Death, Zygote
from bot.quiz.errors import JudgeTrouble
from bot.quiz.runs import Job

TAKE_SECONDS = 20.0
"""For a parked child to take a job; the learner's clock does not run before."""
BURY_SECONDS = 10.0
"""For the kernel to end a process that was killed."""


class Interrupted(JudgeTrouble):
    """The zygote died beside the run, or a child before it had the job: no doing of the learner's."""


async def watch(zygote: Zygote, job: Job, plumbing: Plumbing) -> Ending:
    """Run a job in the zygote's next parked child, and close the plumbing.

    Raises:
        Interrupted: the job may be run again.
        JudgeTrouble: it could not be handed over.
    """
    plumbing.begin(job)
    watcher = _Watcher(zygote, job, plumbing)
    try:
        return await watcher.follow()
    finally:
        asyncio.get_running_loop().call_soon(watcher.let_go)  # behind the verdict


class _Watcher:
    """What happens is told by callbacks, and awaited once: each wake-up of a task is a tenth of a verdict's time."""

    def __init__(self, zygote: Zygote, job: Job, plumbing: Plumbing) -> None:
        self._zygote, self._job, self._plumbing = zygote, job, plumbing
        self._loop = asyncio.get_running_loop()
        self._number = self._pidfd = -1
        self._started = 0.0
        self._late = False
        self._sending: asyncio.Task[None] | None = None
        self._timer = self._loop.call_later(TAKE_SECONDS, self._give_up)
        self._over: asyncio.Future[None] = self._loop.create_future()
        """Done when nothing more is to be waited for: a last word, a bound, the clock, or the child's end."""

    async def follow(self) -> Ending:
        """From the hand-over to the end."""
        self._zygote.lost.add_done_callback(self._interrupt)
        self._hand_over()
        await self._over
        seconds = time.perf_counter() - self._started
        death = None if self._plumbing.said.has_last_word() else await self._end()
        return self._ending(death, seconds)

    def let_go(self) -> None:
        """Whatever happened: the child is dead or dying, and nothing is watched any more."""
        self._kill()
        self._timer.cancel()
        if self._sending is not None:
            self._sending.cancel()
        self._zygote.lost.remove_done_callback(self._interrupt)
        for stream in self._plumbing.streams:
            self._loop.remove_reader(stream.descriptor)
            stream.ended = True  # a death may be on its way to `_catch_up`, and the number another's descriptor by then
        if self._pidfd >= 0:
            self._zygote.death_of(self._number).remove_done_callback(self._catch_up)
            os.close(self._pidfd)
        self._plumbing.close()

    def _hand_over(self) -> None:
        """The descriptors first: while a child wakes up for them, the job is written."""
        try:
            self._zygote.hand_over(self._plumbing.to_hand_over)
        except JudgeTrouble as trouble:
            if not isinstance(trouble.__cause__, ConnectionError):
                raise
            return  # it has just died, and our loop is about to hear of it: `_interrupt`
        line = job_line(self._job)
        sent = self._plumbing.channel.send(line)
        if sent < len(line):
            self._sending = self._loop.create_task(self._send(line[sent:]))
        self._plumbing.let_go_of_far_ends()
        self._loop.add_reader(self._plumbing.said.descriptor, self._be_taken)

    async def _send(self, rest: bytes) -> None:
        with suppress(ConnectionError):  # it died over the first half; its end will tell
            await self._loop.sock_sendall(self._plumbing.channel, rest)

    def _be_taken(self) -> None:
        """The child's first line is its number. Its clock starts."""
        said = self._plumbing.said
        said.read()
        number, told, rest = said.kept.partition(b"\n")
        if not told:
            if said.ended:
                self._loop.remove_reader(said.descriptor)
                self._fail("a child died before it had the job")
            return
        said.kept, self._number = rest, int(number)
        self._pidfd = self._zygote.was_taken(self._number)
        self._zygote.death_of(self._number).add_done_callback(self._catch_up)
        self._timer.cancel()
        self._timer = self._loop.call_later(self._job.limits.wall_seconds, self._ring)
        self._started = time.perf_counter()
        for stream in self._plumbing.streams:
            self._loop.add_reader(stream.descriptor, self._read, stream)
        self._read(said)

    def _interrupt(self, lost: asyncio.Future[str]) -> None:
        self._fail(lost.result())

    def _give_up(self) -> None:
        self._fail(f"no child took the job within {TAKE_SECONDS:.0f} seconds, as on an overloaded machine")

    def _fail(self, why: str) -> None:
        if not self._over.done():
            self._over.set_exception(Interrupted(f"The judge was interrupted: {why}."))

    def _read(self, stream: Stream) -> None:
        stream.read()
        if stream.ended or stream.full:
            self._loop.remove_reader(stream.descriptor)
        if stream.full or self._plumbing.said.has_last_word():
            self._finish()

    def _catch_up(self, _death: object = None) -> None:
        """Everything that has arrived: what a child said before its end counts."""
        for stream in self._plumbing.streams:
            stream.read()
        self._finish()

    def _ring(self) -> None:
        """The wall clock. Our own loop may have been held up, so it is late only if its last word is not here yet."""
        self._late = not self._over.done()
        self._catch_up()
        self._late = self._late and not self._plumbing.said.has_last_word()

    def _finish(self) -> None:
        if not self._over.done():
            self._over.set_result(None)

    def _kill(self) -> None:
        if self._pidfd >= 0:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)

    async def _end(self) -> Death:
        self._kill()
        death, lost = self._zygote.death_of(self._number), self._zygote.lost
        either: list[asyncio.Future[Any]] = [death, lost]
        await asyncio.wait(either, timeout=BURY_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        if death.done():
            return death.result()
        why = lost.result() if lost.done() else f"a killed process was still there after {BURY_SECONDS:.0f} seconds"
        raise Interrupted(f"The judge was interrupted: {why}.")

    def _ending(self, death: Death | None, seconds: float) -> Ending:
        out, err, said = self._plumbing.streams
        for stream in (out, err):
            stream.read()  # printed before its last word, so it is there
        return Ending(
            status=death.status if death else 0,
            late=self._late,
            loud=out.full or err.full,
            flooded=said.full,
            seconds=seconds,
            cpu_seconds=death.cpu_seconds if death else 0.0,
            peak_mib=death.peak_kib / 1024 if death else 0.0,
            stdout=bytes(out.kept),
            stderr=bytes(err.kept),
            channel=bytes(said.kept),
            layers=self._zygote.layers,
        )
