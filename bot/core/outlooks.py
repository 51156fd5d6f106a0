"""Views of the days ahead; `messages` has the others."""

from dataclasses import dataclass
from datetime import datetime

from bot.quiz.ids import QuestionId
from bot.quiz.questions import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """A question to come."""

    opens: datetime
    question: QuestionId
    title: str
    topic: str
    level: int
    kind: Kind
    pinned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueView:
    """The days ahead, for moderators alone."""

    schedule: str
    zone: str
    """The moderator's own, in which the moments are told."""
    rows: tuple[QueueRow, ...]
    unused: int
    """How many questions are left before one comes again."""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleView:
    """A schedule in words, and the next moments it means."""

    schedule: str
    moments: tuple[datetime, ...]
    zone: str
    """The schedule's."""
    mine: str
    """The moderator's own."""
    notes: tuple[str, ...] = ()
