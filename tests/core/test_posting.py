"""The life of a daily question: late, lost, twice, refused; each told on fakes that keep the ports' law."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.core.cards import QuestionCard, RevealCard
from bot.core.errands import Errand, ErrandKind, ErrandState, Move
from bot.core.heartbeat import AWAY, LONGEST_NAP, beat, beat_for_ever, wake
from bot.core.messages import Note
from bot.core.posting import opening
from bot.core.records import Round, RoundState
from bot.core.scorecards import CorrectionView, ProgressView
from bot.core.sending import LEASE, send_due
from bot.quiz.errors import Gone, Refused, StoreTrouble
from bot.quiz.ids import CommunityId, Place
from bot.quiz.options import FOR_EVER
from bot.quiz.questions import Question
from bot.quiz.schedules import Slot
from bot.quiz.setups import changed
from bot.testing.banks import ListBank
from bot.testing.chats import PaperChat
from bot.testing.days import MODERATORS, MORNING, PLACE, Day
from bot.testing.fuses import Crash
from bot.testing.platforms import Point
from bot.testing.questions import a_choice, an_output
from bot.testing.stores import MemoryStore

MANY = [an_output(f"q{at}", topic=f"{'abc'[at % 3]}/x") for at in range(30)]


async def set_up(day: Day, options: str) -> None:
    """The study room gets other options."""
    community = await day.world.community_at(PLACE)
    assert community is not None
    await day.store.enrol(PLACE, changed(community.schedule, options), now=day.clock.now())


@pytest.mark.parametrize("point", Point)
@pytest.mark.parametrize("minutes", [0, 1, 5, 90])
async def test_a_crash_around_posting_leads_to_one_post(point: Point, minutes: int) -> None:
    day = Day(*MANY)
    community = await day.store.enrol(PLACE, changed(None, "daily 09:00 UTC"), now=MORNING)
    await day.clock.advance_to(MORNING.replace(hour=9))

    async def crash(here: Point) -> None:
        if here is point:
            raise Crash

    with pytest.raises(BaseExceptionGroup):
        await beat(replace(day.world, chats={"paper": PaperChat(day.chat.paper, at=crash)}))
    await day.clock.advance(timedelta(minutes=minutes))
    reborn = replace(day.world, chats={"paper": PaperChat(day.chat.paper)})
    await beat(reborn)
    await day.clock.advance(LEASE)
    await beat(reborn)
    (one,) = await day.store.rounds(community.id)
    assert (len(day.shown), one.state) == (1, RoundState.OPEN)
    kinds = [errand.kind for errand in await day.store.errands(community.id, since=one.closes)]
    assert kinds == [ErrandKind.CLOSE, ErrandKind.REVEAL]


class Sleepy(MemoryStore):
    """The day's own store, in which writing a round down takes longer than a lease, and another bot takes over."""

    def __init__(self, day: Day) -> None:
        super().__init__()
        vars(self).update(vars(day.store))
        self.day = day

    async def plan(self, community: CommunityId, key: str, slot: Slot, question: Question) -> Round:
        planned = await super().plan(community, key, slot, question)
        await self.day.clock.advance(LEASE + timedelta(minutes=10))
        await beat(self.day.world)
        return planned


async def test_a_zombie_that_wakes_after_its_lease_sends_and_records_nothing() -> None:
    day = Day(*MANY)
    community = await day.store.enrol(PLACE, changed(None, "daily 09:00 UTC"), now=MORNING)
    await day.clock.advance_to(MORNING.replace(hour=9))
    forgetful = PaperChat(day.chat.paper, nonce=False, history=False)
    await beat(replace(day.world, agenda=Sleepy(day), chats={"paper": forgetful}))
    (one,) = await day.store.rounds(community.id)
    assert (len(day.shown), one.state) == (1, RoundState.OPEN)


async def test_two_bots_sharing_a_store_post_once() -> None:
    day = Day(*MANY)
    await day.store.enrol(PLACE, changed(None, "daily 09:00 UTC"), now=MORNING)
    other = replace(day.world, chats={"paper": PaperChat(day.chat.paper, nonce=False, history=False)})
    for hour in range(9, 12):
        await day.clock.advance_to(MORNING.replace(hour=hour))
        await beat(other)
        await beat(day.world)
    assert len(day.shown) == 1


async def test_what_was_missed_is_skipped_and_told_and_the_newest_is_asked_late() -> None:
    day = Day(*MANY)
    community = await day.begins()
    await day.at(10, day=27)
    dates = [one.date.day for one in await day.store.rounds(community.id)]
    assert dates == [24, 27]
    assert [note for note in day.notes if "2026-11-25, 2026-11-26" in note]
    await day.at(11, day=27)
    assert len(day.notes) == 1


async def test_a_question_too_late_to_ask_is_skipped_and_told_once() -> None:
    day = Day(*MANY)
    community = await day.begins()
    await day.at(12, day=25)
    await day.at(13, day=25)
    assert [one.date.day for one in await day.store.rounds(community.id)] == [24]
    assert [note for note in day.notes if "2026-11-25" in note] == day.notes


async def test_a_question_that_nobody_could_answer_any_more_is_not_asked() -> None:
    day = Day(*MANY)
    await day.begins()
    await set_up(day, "open=30m catch-up=2h")
    await day.at(10, day=25)
    assert sum(isinstance(view, QuestionCard) and not view.closed for view in day.shown) == 0
    assert "2026-11-25" in day.notes[0]


async def test_an_outage_breaks_no_streak() -> None:
    day = Day(*MANY)
    await day.begins()
    await day.says("ada", "42")
    await day.at(9, day=25)
    await day.clock.advance(timedelta(hours=5))  # the bot dies, and comes back a day later
    await day.clock.advance_to(datetime(2026, 11, 26, 8, tzinfo=UTC))
    await wake(day.world)
    await day.at(9, day=26)
    await day.says("ada", "42")
    view = await day.asks("ada", "me")
    assert isinstance(view, ProgressView)
    assert view.streak.current == 2


async def test_a_question_really_open_and_not_answered_does_break_a_streak() -> None:
    day = Day(*MANY)
    await day.begins()
    await day.says("ada", "42")
    await day.at(9, day=25)
    await day.at(9, day=26)
    await day.says("ada", "42")
    view = await day.asks("ada", "me")
    assert isinstance(view, ProgressView)
    assert view.streak.current == 1


async def test_a_laptop_that_slept_excuses_what_was_open() -> None:
    day = Day(*MANY)
    community = await day.begins()

    class Suspended:
        """Its owner closes the lid during the first nap."""

        def __init__(self) -> None:
            self.naps = 0

        def now(self) -> datetime:
            return day.clock.now()

        async def sleep_until(self, moment: datetime) -> None:
            self.naps += 1
            if self.naps > 1:
                raise Crash
            assert moment <= self.now() + LONGEST_NAP
            await day.clock.advance(LONGEST_NAP + 2 * AWAY)

    with pytest.raises(Crash):
        await beat_for_ever(replace(day.world, clock=Suspended()), asyncio.Event())
    (one,) = await day.store.rounds(community.id)
    assert one.excused


@pytest.mark.parametrize("trouble", [Gone("The channel was deleted."), Refused("I may not write here.")])
async def test_a_channel_that_is_gone_or_forbidden_pauses_the_schedule_and_tells(trouble: Gone | Refused) -> None:
    day = Day(*MANY)
    day.chat.paper.closed_places[PLACE] = trouble
    community = await day.begins()
    paused = await day.world.community(community.id)
    assert paused.schedule.paused_until == FOR_EVER
    assert replace(paused.schedule, paused_until=None) == community.schedule
    assert len(day.notes) == 1
    assert str(trouble) in day.notes[0]
    await day.at(9, day=25)
    assert day.shown == []


async def test_an_answer_that_could_not_be_shown_is_shown_by_hand_once_that_is_mended() -> None:
    day = Day(*MANY)
    community = await day.begins()
    day.chat.paper.closed_places[PLACE] = Refused("I may not write here.")
    await day.at(9, day=25)
    (one, *_) = await day.store.rounds(community.id)
    assert one.state is RoundState.CLOSED
    assert "`reveal` shows it" in " ".join(day.notes)
    assert "I may not write here. `reveal` tries again" in await day.note("mo", "reveal", moderator=True)
    del day.chat.paper.closed_places[PLACE]
    assert (await day.note("mo", "reveal", moderator=True)).startswith("Revealed")
    assert sum(isinstance(view, RevealCard) for view in day.shown) == 1
    assert (await day.store.rounds(community.id))[0].state is RoundState.REVEALED


async def test_nobody_is_reminded_of_a_question_that_was_voided() -> None:
    day = Day(*MANY)
    await day.store.enrol(PLACE, changed(None, "daily 09:00 UTC remind=2h"), now=MORNING)
    await day.at(9)
    await day.verdict("ada", "a")
    view = await day.asks("mo", "void", "none", moderator=True)
    assert isinstance(view, CorrectionView)
    await day.note("mo", "confirm", view.code, moderator=True)
    await day.at(7, day=25)
    assert not [view for view in day.shown if isinstance(view, Note) and "open until" in view.text]


async def test_a_note_that_cannot_be_told_is_kept() -> None:
    day = Day(*MANY)
    day.chat.paper.closed_places |= {PLACE: Gone("The channel was deleted."), MODERATORS: Refused("Not here.")}
    community = await day.begins()
    states = {one.kind: one.state for one in await day.store.errands(community.id, since=MORNING)}
    assert states == {ErrandKind.OPEN: ErrandState.SKIPPED, ErrandKind.NOTE: ErrandState.SKIPPED}


async def test_an_empty_bank_pauses_the_schedule_and_says_why() -> None:
    day = Day(a_choice())
    assert isinstance(day.world.bank, ListBank)
    day.world.bank._questions = ()
    community = await day.begins()
    assert "holds no live question" in day.notes[0]
    assert (await day.world.community(community.id)).schedule.paused_until == FOR_EVER


async def test_posting_by_hand_from_an_empty_bank_leaves_the_open_question_open() -> None:
    day = Day(a_choice())
    community = await day.begins()
    assert isinstance(day.world.bank, ListBank)
    questions, day.world.bank._questions = day.world.bank._questions, ()
    assert "holds no live question" in await day.note("mo", "post", moderator=True)
    day.world.bank._questions = questions
    (one,) = await day.store.rounds(community.id)
    assert one.state is RoundState.OPEN


async def test_a_chat_that_is_busy_is_asked_again_when_it_said() -> None:
    day = Day(*MANY)
    day.chat.breaks_before = 1
    await day.begins()
    assert day.shown == []
    assert await send_due(day.world) == 0
    await day.clock.advance(timedelta(seconds=1))
    assert await send_due(day.world) == 1
    assert len(day.shown) == 1


async def test_a_defect_that_one_place_meets_does_not_silence_the_others(caplog: pytest.LogCaptureFixture) -> None:
    day = Day(*MANY)

    async def bug(point: Point) -> None:
        raise ZeroDivisionError(point)

    day.world = replace(day.world, chats={"paper": day.chat, "broken": PaperChat(at=bug)})
    for place in ("broken:1", "unknown:2", PLACE):
        await day.store.enrol(Place(place), changed(None, "daily 09:00 UTC"), now=MORNING)
    await day.at(9)
    assert len(day.shown) == 1
    assert "errand.broken" in caplog.text
    assert "errand.troubled" in caplog.text
    day.world = replace(day.world, chats={"paper": day.chat, "broken": day.chat, "unknown": day.chat})
    await day.clock.advance(timedelta(minutes=5))
    await beat(day.world)
    assert len(day.chat.posts) == 3


async def test_a_chat_that_is_slow_in_one_place_does_not_make_the_others_wait() -> None:
    day = Day(*MANY)
    others_are_served = asyncio.Event()

    async def slow(point: Point) -> None:
        if point is Point.BEFORE:
            await others_are_served.wait()

    async def quick(point: Point) -> None:
        if point is Point.AFTER:
            others_are_served.set()

    day.world = replace(day.world, chats={"slow": PaperChat(at=slow), "paper": PaperChat(day.chat.paper, at=quick)})
    for place in ("slow:1", "slow:2", PLACE):
        await day.store.enrol(Place(place), changed(None, "daily 09:00 UTC"), now=MORNING)
    async with asyncio.timeout(5):
        await day.at(9)
    assert len(day.shown) == 1
    assert [one.state for one in await day.store.rounds(CommunityId(1))] == [RoundState.OPEN]


class Stubborn(MemoryStore):
    """The day's own store, which refuses to record the end of one place's errands."""

    def __init__(self, day: Day, refuses: CommunityId) -> None:
        super().__init__()
        vars(self).update(vars(day.store))
        self.refuses = refuses

    async def finish(
        self, errand: Errand, state: ErrandState, *, move: Move | None = None, then: Sequence[Errand] = ()
    ) -> bool:
        if errand.community == self.refuses:
            raise StoreTrouble("The disk is full.")
        return await super().finish(errand, state, move=move, then=then)


async def test_what_cannot_be_recorded_is_said_and_the_rest_is_done_and_nothing_is_doubled() -> None:
    day = Day(*MANY)
    places = [Place(f"paper:{at}") for at in range(3)]
    communities = [await day.store.enrol(one, changed(None, "daily 09:00 UTC"), now=MORNING) for one in places]
    await day.clock.advance_to(MORNING.replace(hour=9))
    for community in communities:
        await day.store.add(opening(community, community.schedule.slot(MORNING.date())))
    with pytest.raises(StoreTrouble):
        await send_due(replace(day.world, outbox=Stubborn(day, communities[0].id)))
    await day.clock.advance(LEASE)
    assert await send_due(day.world) == 1
    assert len(day.chat.posts) == 3
    assert all([(await day.store.rounds(one.id))[0].state is RoundState.OPEN for one in communities])


async def test_people_are_reminded_before_a_question_closes() -> None:
    day = Day(*MANY)
    await day.store.enrol(PLACE, changed(None, "daily 09:00 UTC remind=2h"), now=MORNING)
    await day.at(9)
    await day.at(7, day=25)
    assert day.shown[-1] == Note("The question is open until Wed 2026-11-25 09:00 (UTC).")


async def test_a_reminder_that_comes_after_the_end_is_left_out() -> None:
    day = Day(*MANY)
    await day.store.enrol(PLACE, changed(None, "daily 09:00 UTC remind=2h"), now=MORNING)
    await day.at(9)
    await day.at(10, day=25)
    assert not [view for view in day.shown if isinstance(view, Note) and "open until" in view.text]


async def test_where_old_cards_cannot_be_edited_the_answer_is_a_new_message_under_them() -> None:
    day = Day(a_choice())
    await day.begins()
    day.chat.paper.frozen = True
    await day.at(9, day=25)
    (first, card), (_, reveal), _ = [(ref, post) for ref, post in day.chat.posts.items() if post.place == PLACE]
    assert isinstance(card.view, QuestionCard)
    assert isinstance(reveal.view, RevealCard)
    assert reveal.under == first


async def test_a_card_that_somebody_deleted_does_not_hide_the_answer() -> None:
    day = Day(a_choice())
    await day.begins()
    day.chat.posts.clear()
    await day.at(9, day=25)
    assert isinstance(day.shown[0], RevealCard)


async def test_moderators_are_warned_when_few_questions_are_left_once() -> None:
    day = Day(*MANY[:8])
    await day.begins()
    assert day.notes == []
    for date in (25, 26, 27):
        await day.at(9, day=date)
    assert [note for note in day.notes if "left: 6." in note] == day.notes


async def test_a_small_pool_is_told_of_once_and_not_every_day() -> None:
    day = Day(*MANY[:2])
    await day.begins()
    for date in (25, 26, 27, 28):
        await day.at(9, day=date)
    assert len(day.notes) == 1


async def test_a_card_carries_the_ping_and_the_answer_the_wish_for_a_thread() -> None:
    day = Day(*MANY)
    await day.store.enrol(PLACE, changed(None, "daily 09:00 UTC ping=@learners thread=yes"), now=MORNING)
    await day.at(9)
    (card,) = day.shown
    assert isinstance(card, QuestionCard)
    assert (card.ping, card.thread) == ("@learners", False)
    await day.at(9, day=25)
    reveal = day.shown[0]
    assert isinstance(reveal, RevealCard)
    assert reveal.question.thread


async def test_what_could_not_be_posted_can_still_be_asked_another_day() -> None:
    day = Day(a_choice())
    day.chat.paper.closed_places[PLACE] = Refused("Not now.")
    await day.begins()
    del day.chat.paper.closed_places[PLACE]
    await set_up(day, "pause=off")
    await day.at(9, day=25)
    assert len(day.shown) == 1
