"""Days in which people do anything in any order, then a correction: what is shown, done and kept always agrees."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.heartbeat import beat
from bot.core.messages import Note, View
from bot.core.scorecards import BoardView, CorrectionView, ScoreChange
from bot.core.world import World
from bot.quiz.boards import ALL, STREAK, Period, day_of, season_of, topic_of
from bot.quiz.setups import parse
from bot.quiz.standings import Standing
from bot.quiz.streaks import Streak
from bot.store.sqlite import SQLiteStore
from bot.testing.days import MORNING, PLACE, Day
from bot.testing.questions import a_choice, an_output

PEOPLE = ("ada", "ben", "cleo", "dan")
SAYINGS = ("a", "b", "c", "42", "hint", "hint answer", "privacy hidden", "privacy alias")


@dataclass(frozen=True)
class Doing:
    """Somebody does something, and so many minutes pass."""

    who: str
    what: str
    minutes: int


@dataclass(frozen=True)
class Facts:
    """All that boards say of everybody."""

    boards: dict[Period, Sequence[Standing]]
    own: dict[str, object]
    streaks: dict[str, Streak]


DOINGS = st.lists(
    st.builds(Doing, st.sampled_from(PEOPLE), st.sampled_from(SAYINGS), st.integers(0, 400)), min_size=4, max_size=25
)
CORRECTIONS = st.sampled_from(
    [
        ("rekey", "b"),
        ("rekey", "2026-11-24 a c"),
        ("rekey", "7"),
        ("void", "full"),
        ("void", "2026-11-24 none"),
        ("adjust", "ada +7 because"),
        ("adjust", "2026-11-24 ben -1 because"),
    ]
)


async def live(day: Day, doings: Sequence[Doing]) -> None:
    """Up to four days with late answers between closing and reveal; a beat follows every deed."""
    await day.world.agenda.enrol(PLACE, parse("daily 09:00 UTC open=20h reveal=3h"), now=MORNING)
    await day.at(9)
    for one in doings:
        word, _, rest = one.what.partition(" ")
        if word in {"hint", "privacy"}:
            await day.asks(one.who, word, f"alias owl {one.who}" if rest == "alias" else rest)
        else:
            await day.says(one.who, one.what)
        await day.clock.advance(timedelta(minutes=one.minutes, milliseconds=1))
        await beat(day.world)


async def facts(world: World) -> Facts:
    """As they stand."""
    (community,) = await world.agenda.communities()
    rounds, played = await world.agenda.rounds(community.id), await world.ledger.history(community.id)
    people = [
        one for one in await world.corrections.people(community.id) if one.id in {entry.member for entry in played}
    ]
    dates = {one.date for one in rounds}
    periods = [ALL, STREAK, topic_of("names"), *map(day_of, sorted(dates)), *sorted({season_of(one) for one in dates})]
    return Facts(
        boards={period: await world.boards.top(community.id, period, rows=99) for period in periods},
        own={
            f"{one.name} {period}": await world.boards.standing(community.id, period, one.id)
            for one in people
            for period in periods
        },
        streaks={one.name: await world.boards.streak(community.id, one.id) for one in people},
    )


async def corrected(day: Day, correction: tuple[str, str]) -> View:
    """Ask, and confirm what was shown; returns what was shown."""
    shown = await day.asks("mo", *correction, moderator=True)
    if isinstance(shown, CorrectionView):
        done = await day.asks("mo", "confirm", shown.code, moderator=True)
        assert isinstance(done, Note), done
    return shown


async def board(day: Day) -> dict[str, tuple[int, int]]:
    view = await day.asks("mo", "board")
    assert isinstance(view, BoardView)
    return {row.name: (row.points, row.rank) for row in view.rows}


def a_day() -> Day:
    return Day(a_choice("one"), an_output("two", level=2), a_choice("three", right=(True, True, False), level=3))


@settings(max_examples=40, deadline=None)
@given(DOINGS, CORRECTIONS)
def test_a_preview_is_exactly_what_applying_does_and_doing_it_twice_changes_nothing(
    doings: list[Doing], correction: tuple[str, str]
) -> None:
    async def scene() -> None:
        day = a_day()
        await live(day, doings)
        before, untouched = await board(day), await facts(day.world)
        preview = await day.asks("mo", *correction, moderator=True)
        assert await facts(day.world) == untouched
        assert preview == await day.asks("mo", *correction, moderator=True)
        await corrected(day, correction)
        after = await board(day)
        if isinstance(preview, CorrectionView):
            assert told(preview.people) == {
                name: (before[name][0], points, before[name][1], rank)
                for name, (points, rank) in after.items()
                if before[name] != (points, rank)
            }
        if correction[0] != "adjust":
            once = await facts(day.world)
            assert isinstance(await day.asks("mo", *correction, moderator=True), Note)
            assert await facts(day.world) == once

    asyncio.run(scene())


def told(people: Sequence[ScoreChange]) -> dict[str, tuple[int, int, int, int]]:
    return {one.name: (*one.points, *one.ranks) for one in people if one.ranks is not None}


@settings(max_examples=40, deadline=None)
@given(DOINGS, st.sampled_from(["full", "none"]))
def test_a_void_shortens_no_streak_and_taken_back_leaves_everything_as_it_was(doings: list[Doing], credit: str) -> None:
    async def scene() -> None:
        day = a_day()
        await live(day, doings)
        before = await facts(day.world)
        await corrected(day, ("void", f"2026-11-24 {credit}"))
        for name, now in (await facts(day.world)).streaks.items():
            assert (now.current, now.best) >= (before.streaks[name].current, 0)
            assert now.best >= before.streaks[name].best
        await corrected(day, ("rekey", "2026-11-24 bank"))
        assert await facts(day.world) == before

    asyncio.run(scene())


@settings(max_examples=10, deadline=None)
@given(DOINGS, CORRECTIONS)
def test_sqlite_says_what_memory_says_and_boards_made_anew_say_the_same(
    doings: list[Doing], correction: tuple[str, str]
) -> None:
    async def scene(folder: Path) -> None:
        paper, real = a_day(), a_day()
        async with SQLiteStore.open(folder / "askling.sqlite") as store:
            world = replace(real.world, agenda=store, ledger=store, boards=store, corrections=store, sprints=store)
            real.world = replace(world, outbox=store, watch=store, privacy=store)
            for day in (paper, real):
                await live(day, doings)
            assert await facts(real.world) == await facts(paper.world)
            shown = [await corrected(day, correction) for day in (paper, real)]
            assert shown[0] == shown[1]
            kept = await facts(real.world)
            assert kept == await facts(paper.world)
            await store.rebuild((await store.communities())[0].id)
            assert await facts(real.world) == kept

    with TemporaryDirectory(prefix="askling-") as folder:
        asyncio.run(scene(Path(folder)))
