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


def streak(questions: Iterable[bool | None]) -> Streak:
    """The streak after these questions, oldest first.

    Args:
        questions: True where answered in time; False where missed; None where it was nobody's fault that no answer
            is there (a question that was voided or never shown, or is still open), which changes nothing.
    """
    now = Streak()
    for answered in questions:
        if answered is not None:
            now = now.answered() if answered else now.missed()
    return now
