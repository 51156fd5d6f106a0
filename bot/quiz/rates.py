"""How often code may be run: a sliding window, as a value. Trying is free, the machine is shared."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """At most so many times within any stretch of so long."""

    times: int
    within: timedelta


LEARNER = Rate(times=10, within=timedelta(minutes=1))
COMMUNITY = Rate(times=120, within=timedelta(minutes=1))
SUGGESTING, SUGGESTED = (Rate(times=times, within=timedelta(minutes=10)) for times in (6, 60))
"""Questions that one person, and a whole community, may have executed and checked."""


@dataclass(frozen=True, slots=True)
class Window:
    """The moments that still count against a rate, oldest first."""

    moments: tuple[datetime, ...] = ()

    def wait(self, rate: Rate, now: datetime) -> timedelta:
        """How long until once more is allowed; zero when it is allowed now."""
        counted = self._since(now - rate.within)
        if len(counted) < rate.times:
            return timedelta()
        return counted[-rate.times] + rate.within - now

    def took(self, rate: Rate, now: datetime) -> "Window":
        """The window after one more; what is too old to count is forgotten."""
        return Window((*self._since(now - rate.within), now))

    def _since(self, moment: datetime) -> tuple[datetime, ...]:
        return tuple(one for one in self.moments if one > moment)
