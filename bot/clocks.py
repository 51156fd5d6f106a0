"""The real clock: the one place that asks the machine for the time."""

import asyncio
from datetime import UTC, datetime


class SystemClock:
    """Keeps the port `Clock`."""

    def now(self) -> datetime:
        """This instant, UTC-aware."""
        return datetime.now(UTC)  # noqa: TID251 - this is the Clock port

    async def sleep_until(self, moment: datetime) -> None:
        """Return at `moment`, or at once when it has passed."""
        await asyncio.sleep(max(0.0, (moment - self.now()).total_seconds()))
