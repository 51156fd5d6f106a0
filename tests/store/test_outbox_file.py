"""The outbox on a real file: two processes on one store, and databases from before there was one."""

import asyncio
import sqlite3
from contextlib import AsyncExitStack, closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.errands import ErrandKind, ErrandState
from bot.core.heartbeat import beat, wake
from bot.core.outlooks import QueueView
from bot.core.records import RoundState
from bot.core.scorecards import ProgressView
from bot.quiz.ids import Place, QuestionId
from bot.quiz.setups import parse
from bot.store.sqlite import SQLiteStore
from bot.store.sqlite.migrating import migrations
from bot.testing.chats import PaperChat
from bot.testing.clocks import FakeClock
from bot.testing.days import MORNING, PLACE, Day
from bot.testing.outbox_contract import LEASE, a_community, errand
from bot.testing.questions import an_output
from bot.testing.store_contract import NOW

BEFORE_THE_OUTBOX = """
insert into community (id, place, schedule, open_seconds, reveal_seconds, catch_up_seconds, seed, since)
values (1, 'console', 'weekdays 09:00 Europe/Berlin', 43200, 60, 7200, 's', 0);
insert into round (id, community_id, key, question_id, key_hash, date, opens, closes, reveals, state, ref) values
    (1, 1, '2026-11-20', 'a', 'k', '2026-11-20', 1, 10, 20, 'revealed', 'r1'),
    (2, 1, '2026-11-21', 'b', 'k', '2026-11-21', 2, 30, 40, 'closed', 'r2'),
    (3, 1, '2026-11-22', 'c', 'k', '2026-11-22', 3, 50, 60, 'open', 'r3'),
    (4, 1, '2026-11-23', 'd', 'k', '2026-11-23', 4, 70, 80, 'planned', null);
"""


async def test_two_processes_on_one_file_share_the_work_and_never_an_errand(tmp_path: Path) -> None:
    async with AsyncExitStack() as stack:
        open_ = [SQLiteStore.open(tmp_path / "two.sqlite", alone=False) for _ in range(2)]
        one, two = [await stack.enter_async_context(store) for store in open_]
        community = await a_community(one)
        await one.add(*(errand(community, day=day) for day in range(10, 30)))
        claims = [store.claim(NOW, LEASE) for _ in range(11) for store in (one, two)]
        claimed = [found for found in await asyncio.gather(*claims) if found]
        assert len(claimed) == len({found.key for found in claimed}) == 20

        zombie, later = claimed[0], LEASE + timedelta(hours=1)
        taken_over = await two.claim(LEASE, later, key=zombie.key)
        assert taken_over is not None
        assert not await one.finish(zombie, ErrandState.DONE)
        assert await two.finish(taken_over, ErrandState.DONE)


async def test_what_an_older_askling_began_is_finished_and_its_options_are_kept(tmp_path: Path) -> None:

    path = tmp_path / "old.sqlite"
    async with SQLiteStore.open(path, known=migrations()[:1]):
        with closing(sqlite3.connect(path)) as old:
            old.executescript(BEFORE_THE_OUTBOX)
    async with SQLiteStore.open(path) as store:
        (community,) = await store.communities()
        rounds = await store.rounds(community.id)
        errands = await store.errands(community.id, since=community.since)
    assert community.place == Place("console")
    assert community.schedule == parse("weekdays 09:00 Europe/Berlin open=12h reveal=1m catch-up=2h")
    assert [(one.question, one.state) for one in rounds][-1] == (QuestionId("d"), RoundState.PLANNED)
    waiting = [(one.occasion, one.kind) for one in errands if one.state is ErrandState.DUE]
    assert sorted(waiting) == [
        ("2026-11-21", ErrandKind.REVEAL),
        ("2026-11-22", ErrandKind.CLOSE),
        ("2026-11-22", ErrandKind.REVEAL),
        ("2026-11-23", ErrandKind.OPEN),
    ]
    assert {one.occasion for one in errands if one.kind is ErrandKind.OPEN} == {one.key for one in rounds}


def study_room(store: SQLiteStore, clock: FakeClock, chat: PaperChat) -> Day:
    """The study room on a real file."""
    day = Day(*(an_output(f"q{at}", topic=f"{'abc'[at % 3]}/x") for at in range(30)))
    day.world = replace(
        day.world,
        agenda=store,
        ledger=store,
        boards=store,
        corrections=store,
        outbox=store,
        watch=store,
        clock=clock,
        chats={"paper": chat},
    )
    return day


async def test_a_restart_changes_nothing_in_the_fourteen_days_ahead(tmp_path: Path) -> None:
    clock, chat = FakeClock(MORNING), PaperChat()
    async with SQLiteStore.open(tmp_path / "week.sqlite") as store:
        day = study_room(store, clock, chat)
        await store.enrol(PLACE, parse("daily 08:00 UTC"), now=MORNING)
        for _ in range(5):
            await clock.advance(timedelta(days=1))
            await beat(day.world)
        await day.asks("mo", "skip", "2026-12-02", moderator=True)
        await day.asks("mo", "pin", "q29 2026-12-05", moderator=True)
        before = await day.asks("mo", "queue", moderator=True)
    async with SQLiteStore.open(tmp_path / "week.sqlite") as store:
        reborn = study_room(store, clock, PaperChat(chat.paper))
        await wake(reborn.world)
        assert await reborn.asks("mo", "queue", moderator=True) == before
    assert isinstance(before, QueueView)
    assert len(before.rows) == 13


@pytest.mark.parametrize(("away", "streak"), [(True, 2), (False, 1)])
async def test_the_boards_of_a_real_file_excuse_an_outage(tmp_path: Path, *, away: bool, streak: int) -> None:
    clock = FakeClock(MORNING)
    async with SQLiteStore.open(tmp_path / "streak.sqlite") as store:
        day = study_room(store, clock, PaperChat())
        await store.enrol(PLACE, parse("daily 08:00 UTC"), now=MORNING)
        for answered in (True, False, True):
            await clock.advance(timedelta(days=1))
            if away and answered:
                await wake(day.world)  # as after a restart
            await beat(day.world)
            if answered:
                await day.says("ada", "42")
        view = await day.asks("ada", "me")
        assert isinstance(view, ProgressView)
        assert view.streak.current == streak
