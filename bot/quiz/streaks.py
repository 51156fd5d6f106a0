"""Streaks count a channel's questions, not calendar days: no time zone, weekend or outage can break one."""

from collections.abc import Iterable
from dataclasses import dataclass

ANSWERED_PER_REST = 7
RESTS_HELD = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Streak:
    """How many questions in a row, the best ever, and the rests in hand."""

    current: int = 0
    best: int = 0
    rests: int = 0

    def answered(self) -> "Streak":
        """The next question was answered while it was open, right or wrong."""
        current = self.current + 1
        earned = current % ANSWERED_PER_REST == 0
        rests = min(self.rests + earned, RESTS_HELD)
        return Streak(current=current, best=max(self.best, current), rests=rests)

    def missed(self) -> "Streak":
        """The next question closed without an answer: a rest covers it, never raising the count."""
        if self.current and self.rests:
            return Streak(current=self.current, best=self.best, rests=self.rests - 1)
        return Streak(best=self.best)


def streak(questions: Iterable[bool]) -> Streak:
    """The streak after these questions, oldest first: True where answered in time, False where missed.

    A question without an answer that was voided, never really shown, open while the bot was away, or is open still, is
    none that was missed: leave it out.
    """
    now = Streak()
    for answered in questions:
        now = now.answered() if answered else now.missed()
    return now
