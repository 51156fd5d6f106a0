"""The days ahead, exactly as they will be asked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.quiz.pythons import Version
from bot.quiz.questions import Question
from bot.quiz.schedules import Schedule, Slot, due
from bot.quiz.selection import Asked, pick

DAYS = 14
FEW = 7
"""With fewer unused questions than this, moderators are warned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """One slot to come, and its question."""

    slot: Slot
    question: Question
    pinned: bool = False

    @property
    def asked(self) -> Asked:
        """What it will be in the history."""
        return Asked(question=self.question.id, date=self.slot.date)


def queue(
    schedule: Schedule,
    bank: Sequence[Question],
    asked: Sequence[Asked],
    *,
    after: datetime,
    seed: str,
    versions: Collection[Version],
    taken: Collection[date] = (),
    days: int = DAYS,
) -> tuple[Coming, ...]:
    """What opens in the next days, each pick made with the ones before it in mind.

    Args:
        schedule: when and what is asked.
        bank: every question.
        asked: what was asked, in the order of asking.
        after: from when on.
        seed: the community's own.
        versions: the Pythons that answers can be judged on.
        taken: nominal dates that had their question already.
        days: how far to look.

    Raises:
        BankTrouble: there is nothing to ask.
    """
    history = list(asked)
    coming = []
    for slot in (slot for slot in due(schedule, after, after + timedelta(days=days)) if slot.date not in taken):
        question = pick(bank, history, day=slot.date, seed=seed, versions=versions, source=schedule.source)
        pinned = schedule.source.pinned(slot.date) == question.id
        coming.append(Coming(slot=slot, question=question, pinned=pinned))
        history.append(coming[-1].asked)
    return tuple(coming)
