"""One child, watched from the hand-over of its job to its certain end.

Everything is bounded from outside: what it prints and says is capped while it streams, the wall clock starts when it
has taken the job, and a kill goes through its pidfd. No child can create a process, so that one is all there is.
"""

import asyncio
import os
import signal
import socket
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


async def watch(zygote: Zygote, job: Job) -> Ending:
    """Run a job in the zygote's next parked child.

    Raises:
        Interrupted: the job may be run again.
        JudgeTrouble: no child took the job, or this process has no descriptors left.
    """
    try:
        plumbing = Plumbing(job)
    except OSError as error:
        raise JudgeTrouble(f"The judge cannot open what a run needs: {error.strerror}.") from error
    with plumbing:
        watcher = _Watcher(zygote, job, plumbing)
        try:
            return await watcher.follow()
        finally:
            watcher.let_go()


class _Watcher:
    def __init__(self, zygote: Zygote, job: Job, plumbing: Plumbing) -> None:
        self._zygote, self._job, self._plumbing = zygote, job, plumbing
        self._loop = asyncio.get_running_loop()
        self._number = self._pidfd = -1
        self._late = False
        self._taken: asyncio.Future[None] = self._loop.create_future()
        self._over: asyncio.Future[None] = self._loop.create_future()
        """Done when nothing more is to be waited for: a last word, a bound, the clock, or the child's end."""

    async def follow(self) -> Ending:
        """From the hand-over to the end."""
        await self._hand_over()
        started = time.perf_counter()
        clock = self._loop.call_later(self._job.limits.wall_seconds, self._ring)
        try:
            await self._listen()
        finally:
            clock.cancel()
        seconds = time.perf_counter() - started
        death = None if self._plumbing.said.has_last_word() else await self._end()
        return self._ending(death, seconds)

    def let_go(self) -> None:
        """Whatever happened: the child is dead or dying, and nothing is watched any more."""
        self._kill()
        for stream in self._plumbing.streams:
            self._loop.remove_reader(stream.descriptor)
        if self._pidfd >= 0:
            os.close(self._pidfd)

    async def _hand_over(self) -> None:
        channel, line = self._plumbing.channel, job_line(self._job)
        sent = channel.send(line)
        self._loop.add_reader(channel, self._be_taken)
        self._zygote.hand_over(self._plumbing.to_hand_over)
        self._plumbing.let_go_of_far_ends()
        try:
            await self._first_of(self._taken, TAKE_SECONDS)
            if sent < len(line):
                with suppress(ConnectionError):  # it died over the first half; its end will tell
                    await asyncio.wait_for(self._loop.sock_sendall(channel, line[sent:]), TAKE_SECONDS)
        except TimeoutError:
            raise JudgeTrouble(
                f"No child of the judge took the job within {TAKE_SECONDS:.0f} seconds; is the machine overloaded?"
            ) from None

    async def _first_of(self, awaited: asyncio.Future[Any], seconds: float) -> None:
        """Wait, unless the zygote dies."""
        async with asyncio.timeout(seconds):
            await asyncio.wait([awaited, self._zygote.lost], return_when=asyncio.FIRST_COMPLETED)
        if not awaited.done():
            raise Interrupted(f"The judge was interrupted: {self._zygote.lost.result()}.")
        awaited.result()

    def _be_taken(self) -> None:
        """The child's first word is its number, and the pidfd by which it can be killed."""
        try:
            number, descriptors, *_ = socket.recv_fds(self._plumbing.channel, 64, 1)
        except BlockingIOError:
            return
        except OSError:
            number, descriptors = b"", []
        self._loop.remove_reader(self._plumbing.channel)
        if not descriptors:
            self._taken.set_exception(Interrupted("The judge was interrupted: a child died before it had the job."))
        else:
            (self._pidfd,), self._number = descriptors, int(number)
            self._zygote.was_taken(self._number)
            self._taken.set_result(None)

    async def _listen(self) -> None:
        for stream in self._plumbing.streams:
            self._loop.add_reader(stream.descriptor, self._read, stream)
        death = self._zygote.death_of(self._number)
        death.add_done_callback(self._catch_up)
        try:
            await self._first_of(self._over, self._job.limits.wall_seconds + BURY_SECONDS)
        finally:
            death.remove_done_callback(self._catch_up)

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
        death = self._zygote.death_of(self._number)
        await self._first_of(death, BURY_SECONDS)
        return death.result()

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
