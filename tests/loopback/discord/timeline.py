"""The one time of the loopback Discord: it stands still until a test moves it."""

from datetime import UTC, datetime, timedelta
from typing import Protocol

EPOCH = datetime(2015, 1, 1, tzinfo=UTC)
"""Discord's snowflakes count milliseconds from here."""
MONDAY = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


class Ticking(Protocol):
    """Anything that tells the time, such as the port Clock."""

    def now(self) -> datetime: ...


class StandingClock:
    """A clock that nobody moves; `Timeline.advance` does."""

    def now(self) -> datetime:
        return MONDAY


class Timeline:
    """What time it is at Discord: the time of a clock, plus what the test has let pass.

    Args:
        clock: the source; standing still by default. A FakeClock makes both sides live in one time.
    """

    def __init__(self, clock: Ticking | None = None) -> None:
        self._clock = clock or StandingClock()
        self._ahead = timedelta()
        self._last = 0

    def now(self) -> datetime:
        return self._clock.now() + self._ahead

    def advance(self, seconds: float) -> None:
        """Let seconds pass at Discord, without waiting for them."""
        self._ahead += timedelta(seconds=seconds)

    def snowflake(self) -> int:
        """A new id: unique, growing, and telling when it was made."""
        at = int((self.now() - EPOCH).total_seconds() * 1000) << 22
        self._last = max(self._last + 1, at)
        return self._last


def born(snowflake: int) -> datetime:
    """When an id was made."""
    return EPOCH + timedelta(milliseconds=snowflake >> 22)
