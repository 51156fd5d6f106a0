"""A few badges, worth no points: each says something one did, and none can be lost or hurried."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.quiz.scoring import TRIES

SHARP = 10
"""So many first tries right in a row, without help."""
TOPICS = 5
RECALLED = 10
DEEP = 5
"""The level of an interview question."""


class Badge(StrEnum):
    """In the order in which they are shown."""

    SEVEN = "seven in a row"
    THIRTY = "thirty in a row"
    HUNDRED = "a hundred in a row"
    SHARP = "sharp eye"
    STUBBORN = "did not give up"
    ALL_ROUND = "all-rounder"
    DEEP = "deep diver"
    RECALLED = "did not forget"


STREAKS = {Badge.SEVEN: 7, Badge.THIRTY: 30, Badge.HUNDRED: 100}


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """How somebody did at one question."""

    topic: str
    """The top-level one."""
    level: int
    tries: int
    """Graded ones."""
    solved: bool
    helped: bool

    @property
    def at_once(self) -> bool:
        """Right at the first try, without help."""
        return self.solved and self.tries == 1 and not self.helped


def badges(played: Iterable[Played], *, best_streak: int, recalled: int) -> tuple[Badge, ...]:
    """What somebody has earned.

    Args:
        played: their questions, oldest first.
        best_streak: the longest they ever had.
        recalled: so many questions of their review they knew when they came back.
    """
    played = list(played)
    solved = [one for one in played if one.solved]
    earned = {badge for badge, needed in STREAKS.items() if best_streak >= needed}
    earned |= {Badge.SHARP} if _longest(played) >= SHARP else set()
    earned |= {Badge.STUBBORN} if any(one.tries >= TRIES - 1 for one in solved) else set()
    earned |= {Badge.ALL_ROUND} if len({one.topic for one in solved}) >= TOPICS else set()
    earned |= {Badge.DEEP} if any(one.level >= DEEP for one in solved) else set()
    earned |= {Badge.RECALLED} if recalled >= RECALLED else set()
    return tuple(badge for badge in Badge if badge in earned)


def _longest(played: Iterable[Played]) -> int:
    longest = row = 0
    for one in played:
        row = row + 1 if one.at_once else 0
        longest = max(longest, row)
    return longest
