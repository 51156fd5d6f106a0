"""What counts on which board: the points of one person, day by day, made into the score of each period.

A day is the date of the question, not of the answer: whoever lives in another time zone plays on the same board. A
season is a calendar month in which the best 20 days count, and of which late answers make up a fifth at most.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from heapq import nlargest
from typing import NewType

Period = NewType("Period", str)
"""What a board is about: `2026-11-24`, `2026-W48`, `2026-11`, `all`, `topic:names`, `sprint:2026-11` or `streak`."""

ALL = Period("all")
STREAK = Period("streak")
SEASON_DAYS = 20
LATE_SHARE = 20
"""Percent of a season that late answers can make up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Earned:
    """What one answer, or one correction by hand, brought a person."""

    day: date
    topic: str
    """The top-level one; empty where no question stands behind it."""
    points: int
    late: int
    """The part of `points` that came late."""
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A person's points in one period."""

    points: int
    late: int
    """The part of `points` that came late."""
    reached_at: datetime
    """When the last of it came."""

    def __add__(self, other: "Score") -> "Score":
        reached = max(self.reached_at, other.reached_at)
        return Score(points=self.points + other.points, late=self.late + other.late, reached_at=reached)


def day_of(day: date) -> Period:
    """The board of one day."""
    return Period(day.isoformat())


def week_of(day: date) -> Period:
    """The board of a week, Monday to Sunday."""
    year, week, _ = day.isocalendar()
    return Period(f"{year}-W{week:02}")


def season_of(day: date) -> Period:
    """The board of a calendar month."""
    return Period(day.isoformat()[:7])


def topic_of(topic: str) -> Period:
    """The board of a topic, over all time."""
    return Period(f"topic:{topic}")


def sprints_of(day: date) -> Period:
    """The board of a month's best sprints."""
    return Period(f"sprint:{season_of(day)}")


def sums_of(day: date, topic: str) -> tuple[Period, ...]:
    """Every period whose score is a plain sum; a season is none of them."""
    return (day_of(day), week_of(day), ALL, *([topic_of(topic)] if topic else []))


def scores(earned: Iterable[Earned]) -> Mapping[Period, Score]:
    """One person's score in every period, from all they ever earned in one community."""
    sums: dict[Period, Score] = {}
    days: dict[Period, set[Period]] = {}
    for one in earned:
        score = Score(points=one.points, late=one.late, reached_at=one.at)
        for period in sums_of(one.day, one.topic):
            sums[period] = sums[period] + score if period in sums else score
        days.setdefault(season_of(one.day), set()).add(day_of(one.day))
    return sums | {month: season([sums[day] for day in played]) for month, played in days.items()}


def season(days: Sequence[Score]) -> Score:
    """The best 20 days, of what came in time and of what came late; late points make up a fifth of the sum at most.

    The two are chosen apart, so that one more point on any day never lowers a season.
    """
    in_time = sum(nlargest(SEASON_DAYS, (day.points - day.late for day in days)))
    late = sum(nlargest(SEASON_DAYS, (day.late for day in days)))
    late = min(late, in_time * LATE_SHARE // (100 - LATE_SHARE))
    return Score(points=in_time + late, late=late, reached_at=max(day.reached_at for day in days))
