"""When a question is reviewed again, by the library of the Free Spaced Repetition Scheduler."""

from datetime import UTC, date, datetime, time

from fsrs import Card, Scheduler, State
from fsrs import Rating as Rated

from bot.quiz.recalls import LONGEST, Memory, Rating

# A study day is the smallest step: no steps of minutes, and no chance, so that the same answers lead to the same days.
_SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), maximum_interval=LONGEST, enable_fuzzing=False)
_RATED = {Rating.AGAIN: Rated.Again, Rating.HARD: Rated.Hard, Rating.GOOD: Rated.Good}


def spaced(memory: Memory | None, rating: Rating, day: date) -> Memory:
    """See `bot.quiz.recalls.Spaced`."""
    after, _ = _SCHEDULER.review_card(_card(memory, day), _RATED[rating], _noon(day))
    if after.stability is None or after.difficulty is None:
        raise ValueError("the scheduler left a card without a memory")
    return Memory(stability=after.stability, difficulty=after.difficulty, seen=day, due=after.due.date())


def _card(memory: Memory | None, day: date) -> Card:
    """With an id of our own: without one, the library sleeps to make one."""
    if memory is None:
        return Card(card_id=0, due=_noon(day))
    return Card(
        card_id=0,
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_noon(memory.due),
        last_review=_noon(memory.seen),
    )


def _noon(day: date) -> datetime:
    """The library counts whole days of 24 hours and knows UTC only."""
    return datetime.combine(day, time(12), UTC)
