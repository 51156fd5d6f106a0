"""A clock that moves when it is told to."""

import asyncio
from datetime import datetime, timedelta


class FakeClock:
    """Keeps the port `Clock`; nothing ever really waits."""

    def __init__(self, start: datetime) -> None:
        self._now = start
        self._sleepers: list[tuple[datetime, asyncio.Future[None]]] = []

    def now(self) -> datetime:
        """The moment it was set to."""
        return self._now

    async def sleep_until(self, moment: datetime) -> None:
        """Wait until the clock is moved to `moment` or beyond."""
        if moment <= self._now:
            await asyncio.sleep(0)
            return
        sleeper = (moment, asyncio.get_running_loop().create_future())
        self._sleepers.append(sleeper)
        try:
            await sleeper[1]
        finally:
            if sleeper in self._sleepers:  # it was cancelled: nobody is left to wake
                self._sleepers.remove(sleeper)

    def wakes_within(self, span: timedelta) -> bool:
        """Whether somebody sleeps until a moment that is no further away."""
        return any(moment <= self._now + span for moment, _ in self._sleepers)

    async def advance(self, span: timedelta) -> None:
        """Move on by a span."""
        await self.advance_to(self._now + span)

    async def advance_to(self, moment: datetime) -> None:
        """Move on to a moment, waking sleepers in order, each at its own time."""
        while due := [one for one in self._sleepers if one[0] <= moment]:
            earliest = min(due, key=lambda one: one[0])
            self._sleepers.remove(earliest)
            self._now = max(self._now, earliest[0])
            if not earliest[1].done():
                earliest[1].set_result(None)
            for _ in range(10):  # let the woken task reach its next await
                await asyncio.sleep(0)
        self._now = max(self._now, moment)
