"""A judge behind a Unix socket, so that learners' code can live in another container than the bot."""

import asyncio
import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from pydantic import ValidationError

from bot.judge.local import SubprocessJudge
from bot.judge.telling import LINE_BYTES, Done, Failed, Hello, Place, Request
from bot.quiz.errors import JudgeTrouble
from bot.quiz.runs import Job

log = logging.getLogger(__name__)

OWNER_AND_GROUP = 0o117
"""What the socket file lacks: whoever may write to it may have code run."""


@asynccontextmanager
async def served(judge: SubprocessJudge, path: Path) -> AsyncIterator[None]:
    """Serve `judge` at `path` meanwhile.

    Raises:
        JudgeTrouble: the socket cannot be made there.
    """
    path.unlink(missing_ok=True)  # what a killed judge left behind
    mask = os.umask(OWNER_AND_GROUP)
    switchboard = _Switchboard(judge)
    try:
        server = await asyncio.start_unix_server(switchboard.serve, path, limit=LINE_BYTES)
    except OSError as error:
        raise JudgeTrouble(f"The judge cannot listen at {path}: {error.strerror or error}.") from error
    finally:
        os.umask(mask)
    try:
        log.info("judge.serving", extra={"socket": str(path)})
        yield
    finally:
        server.close()
        await switchboard.hang_up()
        path.unlink(missing_ok=True)


class _Switchboard:
    """Answers everybody who connects; a connection that ends takes its jobs with it."""

    def __init__(self, judge: SubprocessJudge) -> None:
        self._judge = judge
        self._connections: set[asyncio.Task[None]] = set()

    async def hang_up(self) -> None:
        """End every connection: whoever waits for a run will ask another judge."""
        for connection in self._connections:
            connection.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        connection = asyncio.create_task(self._attend(reader, writer))
        self._connections.add(connection)
        connection.add_done_callback(self._connections.discard)

    async def _attend(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(Hello(versions=await self._judge.versions()).as_bytes())
        jobs: dict[int, asyncio.Task[None]] = {}
        try:
            async with asyncio.TaskGroup() as group:
                while line := await reader.readline():
                    self._heed(Request.model_validate_json(line), writer, jobs, group)
                for job in jobs.values():
                    job.cancel()
        except* (ValidationError, ValueError, ConnectionError) as errors:
            log.warning("judge.caller_dropped", extra={"why": str(errors.exceptions[0])[:200]})
        finally:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()

    def _heed(
        self,
        asked: Request,
        writer: asyncio.StreamWriter,
        jobs: dict[int, asyncio.Task[None]],
        group: asyncio.TaskGroup,
    ) -> None:
        if asked.job is not None and asked.id not in jobs:
            jobs[asked.id] = group.create_task(self._run(asked.id, asked.job, writer))
            jobs[asked.id].add_done_callback(lambda _: jobs.pop(asked.id, None))
        elif asked.job is None and asked.id in jobs:
            jobs[asked.id].cancel()

    async def _run(self, number: int, job: Job, writer: asyncio.StreamWriter) -> None:
        def waiting(place: int) -> None:
            writer.write(Place(id=number, place=place).as_bytes())

        try:
            endings = await self._judge.endings(job, waiting=waiting)
        except JudgeTrouble as trouble:
            writer.write(Failed(id=number, trouble=type(trouble).__name__, why=str(trouble)).as_bytes())
        else:
            writer.write(Done(id=number, endings=tuple(endings)).as_bytes())
        await writer.drain()
