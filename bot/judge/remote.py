"""The bot's side of a judge in another process: connects when needed, and again when the line was lost."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Self

from pydantic import ValidationError

from bot.core.ports import Waiting
from bot.judge.attempts import combined
from bot.judge.outcomes import Ending, refusal
from bot.judge.telling import LINE_BYTES, REPLY, Done, Failed, Hello, Place, Request
from bot.quiz.errors import JudgeClosing, JudgeTrouble
from bot.quiz.pythons import Version
from bot.quiz.runs import Job, Run
from bot.quiz.verdicts import Outcome

PAUSES = (0.05, 0.2, 0.5, 1.0, 2.0, 4.0)
"""Seconds between tries of one job where the line is lost, long enough for a judge to be restarted. Running it again is
safe, because a run leaves nothing behind."""
HELLO_SECONDS = 10.0


class LineLost(JudgeTrouble):
    """The judge's process went away, or spoke nonsense."""


class SocketJudge:
    """Keeps the port `Judge` through a Unix socket.

    Args:
        path: where `askling judge --serve` listens.
        pauses: seconds to wait between tries of one job where the line is lost.
    """

    def __init__(self, path: Path, *, pauses: Sequence[float] = PAUSES) -> None:
        self._path, self._pauses = path, pauses
        self._line: _Line | None = None
        self._connecting = asyncio.Lock()
        self._closing = asyncio.Event()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        await self.stop()

    async def run(self, job: Job, *, waiting: Waiting | None = None) -> Run:
        """Run one snippet; see the port."""
        if why := refusal(job):
            return Run(outcome=Outcome.REFUSED, detail=why)
        for pause in self._pauses:
            with suppress(LineLost):
                return combined(job, await (await self._connected()).endings(job, waiting))
            await self._wait(pause)
        return combined(job, await (await self._connected()).endings(job, waiting))

    async def versions(self) -> tuple[Version, ...]:
        """The Pythons that it can run.

        Raises:
            JudgeTrouble: it cannot be reached.
        """
        return (await self._connected()).versions

    async def layers(self) -> tuple[str, ...]:
        """The layers a run would have now, as that judge tells.

        Raises:
            JudgeTrouble: it cannot be reached, or they make no floor.
        """
        return (await self.run(Job(source=""))).layers

    async def stop(self) -> None:
        """End at once: whoever waits for a run hears that the judge is closing. Harmless when called again."""
        self._closing.set()
        if self._line is not None:
            await self._line.close()

    async def _wait(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._closing.wait()

    async def _connected(self) -> "_Line":
        async with self._connecting:
            if self._closing.is_set():
                raise JudgeClosing("The judge is closing and takes no more code.")
            if self._line is None or self._line.lost:
                if self._line is not None:
                    await self._line.close()
                self._line = await _Line.open(self._path)
            return self._line


class _Line:
    """One connection."""

    def __init__(
        self, path: Path, versions: tuple[Version, ...], reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self.versions = versions
        self._path, self._reader, self._writer = path, reader, writer
        self._numbers = count(1)
        self._asked: dict[int, tuple[asyncio.Future[list[Ending]], Waiting | None]] = {}
        self._listening = asyncio.create_task(self._listen(), name="judge line")

    @classmethod
    async def open(cls, path: Path) -> Self:
        """Connect, and hear the judge's hello."""
        try:
            async with asyncio.timeout(HELLO_SECONDS):
                reader, writer = await asyncio.open_unix_connection(path, limit=LINE_BYTES)
                try:
                    hello = Hello.model_validate_json(await reader.readline())
                except BaseException:
                    writer.close()
                    raise
        except (OSError, ValidationError) as error:
            raise LineLost(f"There is no judge at {path} ({error}); is `askling judge --serve` running?") from error
        return cls(path, hello.versions, reader, writer)

    @property
    def lost(self) -> bool:
        """Whether nothing can be asked any more."""
        return self._listening.done()

    async def endings(self, job: Job, waiting: Waiting | None) -> list[Ending]:
        """What came of each child."""
        if self.lost:
            raise self._trouble()
        number = next(self._numbers)
        done: asyncio.Future[list[Ending]] = asyncio.get_running_loop().create_future()
        self._asked[number] = done, waiting
        try:
            self._writer.write(Request(id=number, job=job).as_bytes())
            return await done
        except asyncio.CancelledError:
            self._writer.write(Request(id=number).as_bytes())
            raise
        finally:
            del self._asked[number]

    async def close(self) -> None:
        """Hang up; whoever still waits hears of it."""
        self._listening.cancel()
        with suppress(asyncio.CancelledError):
            await self._listening
        self._writer.close()
        with suppress(ConnectionError):
            await self._writer.wait_closed()

    async def _listen(self) -> None:
        try:
            while line := await self._reader.readline():
                self._understand(REPLY.validate_json(line))
        except (ConnectionError, ValueError):  # ValueError: what came was no reply of a judge's, or endlessly long
            pass
        finally:
            for done, _ in self._asked.values():
                if not done.done():
                    done.set_exception(self._trouble())

    def _understand(self, reply: Place | Done | Failed) -> None:
        done, waiting = self._asked.get(reply.id, (None, None))
        match reply:
            case Place(place=place) if waiting is not None:
                waiting(place)
            case Done(endings=endings) if done is not None and not done.done():
                done.set_result(list(endings))
            case Failed() if done is not None and not done.done():
                done.set_exception(reply.error())
            case _:
                """Nobody waits for it any more."""

    def _trouble(self) -> LineLost:
        return LineLost(f"The judge at {self._path} went away; nothing is lost, and it is asked again.")
