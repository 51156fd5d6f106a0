"""Work that goes on after Slack has its acknowledgement, kept until it is done."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any, TypeVar

log = logging.getLogger(__name__)
T = TypeVar("T")


class Followups:
    """Every task in it ends before the chat does."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[Any]] = set()

    def start(self, work: Coroutine[Any, Any, object]) -> None:
        """Begin, and keep it for as long as it runs."""
        _ = self.task(work)

    def task(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """The same, for whoever waits for what comes of it."""
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._done)
        return task

    async def drain(self) -> None:
        """Return when everything has ended; cancelled, it ends it."""
        try:
            while self._running:
                await asyncio.wait(set(self._running))
        finally:
            self.cancel()

    def cancel(self) -> None:
        """End all of it."""
        for task in self._running:
            task.cancel()

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()):
            log.error("slack.broken", exc_info=error)
