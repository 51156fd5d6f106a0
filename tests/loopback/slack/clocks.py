"""Time for the platform: the port `Clock` of the bot, so that one clock can move both. Here the one that runs."""

import asyncio
from contextlib import suppress
from datetime import datetime


class ScaledClock:
    """Real time in a hurry: a second of the platform lasts `scale` real seconds. Keeps the port `Clock`."""

    def __init__(self, start: datetime, *, scale: float) -> None:
        self._start = start
        self._scale = scale
        self._loop = asyncio.get_running_loop()
        self._began = self._loop.time()

    def now(self) -> datetime:
        return datetime.fromtimestamp(
            self._start.timestamp() + (self._loop.time() - self._began) / self._scale, self._start.tzinfo
        )

    async def sleep_until(self, moment: datetime) -> None:
        seconds = (moment - self.now()).total_seconds() * self._scale
        with suppress(TimeoutError):
            async with asyncio.timeout(max(0.0, seconds)):
                await self._loop.create_future()
