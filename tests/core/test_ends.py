"""What is moved, edited or interrupted while it is being done."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.cards import QuestionCard
from bot.core.errands import Errand, ErrandKind
from bot.core.heartbeat import beat, beat_for_ever
from bot.core.messages import Note
from bot.core.records import RoundState
from bot.core.scorecards import CorrectionView, ProgressView
from bot.core.sending import LEASE
from bot.quiz.setups import changed
from bot.testing.chats import PaperChat
from bot.testing.days import MORNING, PLACE, Day
from bot.testing.fuses import Crash
from bot.testing.platforms import Point
from bot.testing.questions import an_output

MANY = [an_output(f"q{at}", topic=f"{'abc'[at % 3]}/x") for at in range(30)]


async def test_an_edited_schedule_is_noticed_at_once() -> None:
    day = Day(*MANY)
    await day.store.enrol(PLACE, changed(None, "daily 20:00 UTC"), now=MORNING)
    await day.clock.advance_to(MORNING.replace(hour=8, minute=59, second=50))
    stop = asyncio.Event()
    heart = asyncio.create_task(beat_for_ever(day.world, stop))
    await settled()
    await day.asks("mo", "setup", "daily 09:00 UTC", moderator=True)
    await settled()
    await day.clock.advance_to(MORNING.replace(hour=9))
    await settled()
    assert len(day.shown) == 1  # and not thirty seconds after the last look
    stop.set()
    await heart


async def settled() -> None:
    """Whoever can go on has gone on."""
    for _ in range(50):
        await asyncio.sleep(0)


async def test_an_extension_while_the_question_is_being_closed_wins() -> None:
    day = Day(*MANY)
    community = await day.begins()
    closing, extended = asyncio.Event(), asyncio.Event()

    class Slow(PaperChat):
        """Its platform takes a while to revise a card that says closed."""

        async def revise(self, ref: object, view: object) -> None:
            if isinstance(view, QuestionCard) and view.closed:
                closing.set()
                await extended.wait()
            await super().revise(ref, view)  # type: ignore[arg-type]

    day.world = replace(day.world, chats={"paper": Slow(day.chat.paper)})
    await day.clock.advance_to(MORNING.replace(hour=9, day=25))
    beating = asyncio.create_task(beat(day.world))
    await closing.wait()
    assert "stays open until Wed 2026-11-25 11:00" in await day.note("mo", "extend", "2h", moderator=True)
    extended.set()
    await beating
    first = (await day.store.rounds(community.id))[0]
    assert first.state is RoundState.OPEN
    (card, *_) = [view for view in day.shown if isinstance(view, QuestionCard)]
    assert (card.closed, card.closes) == (False, MORNING.replace(hour=11, day=25))
    await day.at(11, day=25)
    assert (await day.store.rounds(community.id))[0].state is RoundState.REVEALED


@pytest.mark.parametrize("point", Point)
async def test_a_crash_between_a_correction_and_its_note_loses_neither(point: Point) -> None:
    day = Day(*MANY)
    community = await day.begins()
    await day.verdict("ada", "42")
    view = await day.asks("mo", "void", "full it was unclear", moderator=True)
    assert isinstance(view, CorrectionView)

    async def crash(here: Point) -> None:
        if here is point:
            raise Crash

    sound = day.world
    day.world = replace(day.world, chats={"paper": PaperChat(day.chat.paper, at=crash)})
    with pytest.raises(BaseExceptionGroup):
        await day.note("mo", "confirm", view.code, moderator=True)
    day.world = replace(sound, chats={"paper": PaperChat(day.chat.paper)})
    assert (await day.store.rounds(community.id))[0].ruling is not None
    await day.clock.advance(LEASE)
    await beat(day.world)
    await day.clock.advance(LEASE)
    await beat(day.world)
    notes = [view for view in day.shown if isinstance(view, Note)]
    assert len(notes) == 1
    assert "taken out of the game (it was unclear)" in notes[0].text


async def test_what_is_due_later_after_all_is_given_back_until_then() -> None:
    day = Day(*MANY)
    community = await day.begins()
    (one,) = await day.store.rounds(community.id)
    early = Errand(community=community.id, occasion="early", kind=ErrandKind.CLOSE, due=day.clock.now(), round=one.id)
    await day.store.add(early)
    await beat(day.world)
    assert (await day.store.rounds(community.id))[0].state is RoundState.OPEN
    (given_back,) = [kept for kept in await day.store.errands(community.id, since=MORNING) if kept.occasion == "early"]
    assert given_back.lease == one.closes


async def test_me_is_about_the_latest_question_that_was_asked_and_not_about_one_to_come() -> None:
    day = Day(*MANY)
    community = await day.begins()
    await day.verdict("ada", "42")
    slot = community.schedule.slot(MORNING.date() + timedelta(days=1))
    await day.store.plan(community.id, "2026-11-25", slot, MANY[5])
    view = await day.asks("ada", "me")
    assert isinstance(view, ProgressView)
    assert [line.points for line in view.lines] == [10]
