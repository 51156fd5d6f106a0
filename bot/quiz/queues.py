"""The days ahead, exactly as they will be asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

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


def queue(
    schedule: Schedule,
    bank: Sequence[Question],
    asked: Sequence[Asked],
    *,
    after: datetime,
    seed: str,
    version: Version,
    days: int = DAYS,
) -> tuple[Coming, ...]:
    """What opens in the next days, each pick made with the ones before it in mind.

    Raises:
        BankTrouble: there is nothing to ask.
    """
    history = list(asked)
    coming = []
    for slot in due(schedule, after, after + timedelta(days=days)):
        question = pick(bank, history, day=slot.date, seed=seed, version=version, source=schedule.source)
        pinned = schedule.source.pinned(slot.date) == question.id
        coming.append(Coming(slot=slot, question=question, pinned=pinned))
        history.append(Asked(question=question.id, date=slot.date))
    return tuple(coming)


def swapped(
    schedule: Schedule, bank: Sequence[Question], asked: Sequence[Asked], one: Coming, *, seed: str, version: Version
) -> Question:
    """What would be asked on a day if its question were not in the bank.

    Raises:
        BankTrouble: it is the only one left.
    """
    others = [question for question in bank if question.id != one.question.id]
    return pick(others, asked, day=one.slot.date, seed=seed, version=version, source=schedule.source)
