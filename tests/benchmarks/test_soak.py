"""The soak keeps its promises for a short while, and notices each that is broken."""

from dataclasses import replace

import pytest

from benchmarks.soak import Sample, Told, as_json, lines, soak
from bot.simulating import Tally

WELL = Sample(day=1, rss_mib=70.0, blocks=300_000, tasks=2, descriptors=33, database_mib=1.0)
MONTH = [replace(WELL, day=day, rss_mib=70 + day / 10, database_mib=1.0 + day) for day in range(1, 31)]


def told(**other: object) -> Told:
    one = Told(learners=1000, days=30, posts=Tally(due=600, made=600, doubled=0, missed=0), samples=list(MONTH))
    for name, value in other.items():
        setattr(one, name, value)
    return one


async def test_a_short_soak_loses_and_doubles_nothing() -> None:
    one = await soak(learners=30, communities=3, days=9)
    assert one.broken() == []
    assert (one.posts.due, one.restarts) == (27, 2)
    assert one.answers > 150
    assert one.answers == one.settled
    assert "Every promise was kept." in list(lines(one))
    assert as_json(one)["broken"] == []


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({}, ""),
        ({"posts": Tally(due=600, made=599, doubled=1, missed=1)}, "posts: 1 doubled, 1 missed"),
        ({"lost": 1}, "answers: 1 lost"),
        ({"pending": 2}, "2 pending"),
        ({"board_differs": 3}, "3 boards differ"),
        ({"samples": [replace(one, tasks=one.day) for one in MONTH]}, "tasks: 15 at most in the first half, 30"),
        ({"samples": [replace(one, descriptors=one.day) for one in MONTH]}, "descriptors: 15 at most"),
        ({"samples": [replace(one, blocks=300_000 + 2000 * one.day) for one in MONTH]}, "memory: Python's heap grew"),
        ({"samples": [replace(one, rss_mib=70.0 + 9 * one.day) for one in MONTH]}, "MiB more"),
    ],
)
def test_a_promise_that_is_broken_is_told(other: dict[str, object], said: str) -> None:
    broken = told(**other).broken()
    assert said in "\n".join(broken)
    assert bool(broken) is bool(said)
