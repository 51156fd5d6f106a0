"""One community on two chats: one round, one leaderboard; each place is served once, and none waits for another."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.cards import QuestionCard, RevealCard
from bot.core.errands import ErrandKind, ErrandState
from bot.core.heartbeat import beat
from bot.core.messages import Note, View
from bot.core.records import Community, RoundState
from bot.core.scorecards import BoardView, CorrectionView, ProgressView
from bot.core.sending import LEASE
from bot.quiz.errors import Gone, Refused
from bot.quiz.ids import Place
from bot.quiz.options import FOR_EVER
from bot.quiz.setups import changed
from bot.testing.chats import PaperChat
from bot.testing.days import MODERATORS, MORNING, PLACE, Day
from bot.testing.fuses import Crash
from bot.testing.platforms import Point
from bot.testing.questions import a_choice, an_output

SLATE = Place("slate:T1:C1")
MANY = [an_output(f"q{at}", topic=f"{'abc'[at % 3]}/x") for at in range(30)]


async def two_places(schedule: str = "daily 09:00 UTC", *, tell: str = "") -> tuple[Day, PaperChat, Community]:
    """A study room on paper whose people also meet on a slate; nothing has been asked yet."""
    day, slate = Day(*MANY), PaperChat()
    day.world = replace(day.world, chats={"paper": day.chat, "slate": slate})
    await day.store.enrol(PLACE, changed(None, f"{schedule} {tell}".strip()), now=MORNING)
    await joins(day)
    (community,) = await day.store.communities()
    return day, slate, community


async def joins(day: Day, place: Place = SLATE) -> str:
    invited = await day.note("mo", "invite", moderator=True)
    return await day.note("mo", "join", code_in(invited), moderator=True, place=place)


def code_in(text: str) -> str:
    return text.partition("join ")[2][:9]


def seen(chat: PaperChat, place: Place) -> list[View]:
    return [post.view for post in chat.posts.values() if post.place == place]


def keys(chat: PaperChat) -> list[str]:
    return [post.key for post in chat.posts.values()]


async def test_one_question_is_posted_closed_and_revealed_once_in_each_place() -> None:
    day, slate, community = await two_places()
    await day.at(9)
    (one,) = await day.store.rounds(community.id)
    for chat, place in ((day.chat, PLACE), (slate, SLATE)):
        (card,) = seen(chat, place)
        assert isinstance(card, QuestionCard)
        assert (card.round, card.closed) == (one.id, False)
    assert set(await day.store.posts(one.id)) == {PLACE, SLATE}
    await day.at(9, day=25)
    for chat, place in ((day.chat, PLACE), (slate, SLATE)):
        reveal, card = seen(chat, place)
        assert isinstance(reveal, RevealCard)
        assert isinstance(card, QuestionCard)


async def test_the_first_place_keeps_the_keys_it_always_had_and_others_have_their_own() -> None:
    day, slate, community = await two_places("daily 09:00 UTC remind=2h")
    day.chat.paper.frozen = slate.paper.frozen = True
    await day.at(9)
    await day.at(7, day=25)
    await day.at(9, day=25)
    here = [f"{community.id}:2026-11-{what}" for what in ("24", "24:remind", "24:reveal", "25")]
    there = [f"{community.id}:2026-11-{what}" for what in ("24@1", "24:remind@1", "24@1:reveal", "25@1")]
    assert [key for key in keys(day.chat) if "note" not in key] == here
    assert keys(slate) == there


async def test_people_of_both_places_are_on_one_board() -> None:
    day, _, _ = await two_places()
    await day.at(9)
    await day.verdict("ada", "42")
    await day.verdict("ben", "42", place=SLATE)
    for place in (PLACE, SLATE):
        board = await day.asks("cleo", "board", place=place)
        assert isinstance(board, BoardView)
        assert [(row.rank, row.name) for row in board.rows] == [(1, "ada"), (1, "ben")]


async def test_an_answer_given_in_one_place_is_known_in_the_other_reveal() -> None:
    day, slate, _ = await two_places()
    await day.at(9)
    await day.verdict("ada", "42")
    await day.verdict("ben", "41", place=SLATE)
    await day.at(9, day=25)
    for view in (seen(day.chat, PLACE)[0], seen(slate, SLATE)[0]):
        assert isinstance(view, RevealCard)
        assert (view.took_part, view.solved) == (2, 1)


@pytest.mark.parametrize("broken", ["paper", "slate"])
@pytest.mark.parametrize("point", Point)
async def test_a_crash_around_a_post_in_either_place_leads_to_one_post_in_each(point: Point, broken: str) -> None:
    day, slate, community = await two_places()
    await day.clock.advance_to(MORNING.replace(hour=9))

    async def crash(here: Point) -> None:
        if here is point:
            raise Crash

    dying = {"paper": day.chat, "slate": slate} | {
        broken: PaperChat({"paper": day.chat, "slate": slate}[broken].paper, at=crash)
    }
    with pytest.raises(BaseExceptionGroup):
        await beat(replace(day.world, chats=dying))
    reborn = replace(day.world, chats={"paper": PaperChat(day.chat.paper), "slate": PaperChat(slate.paper)})
    await beat(reborn)
    await day.clock.advance(LEASE)
    await beat(reborn)
    (one,) = await day.store.rounds(community.id)
    assert (len(seen(day.chat, PLACE)), len(seen(slate, SLATE)), one.state) == (1, 1, RoundState.OPEN)
    ends = await day.store.errands(community.id, since=one.closes)
    assert sorted((str(end.kind), end.seat) for end in ends) == [
        ("close", 0),
        ("close", 1),
        ("reveal", 0),
        ("reveal", 1),
    ]


@pytest.mark.parametrize("trouble", [Gone("The channel was deleted."), Refused("I may not write here.")])
@pytest.mark.parametrize("broken", [PLACE, SLATE])
async def test_a_place_that_is_gone_or_forbidden_stops_nothing_elsewhere_and_moderators_are_told(
    trouble: Gone | Refused, broken: Place
) -> None:
    day, slate, community = await two_places()
    chats = {PLACE: day.chat, SLATE: slate}
    working = SLATE if broken == PLACE else PLACE
    chats[broken].paper.closed_places[broken] = trouble
    await day.at(9)
    (one,) = await day.store.rounds(community.id)
    assert one.state is RoundState.OPEN
    assert (await day.world.community(community.id)).schedule.paused_until is None
    shown = seen(chats[working], working)
    assert {type(view) for view in shown} == {QuestionCard, Note}
    (told,) = [view for view in shown if isinstance(view, Note)]
    assert broken in told.text
    assert str(trouble) in told.text
    assert "`leave" in told.text
    await day.at(9, day=25)
    assert [one.state for one in await day.store.rounds(community.id)] == [RoundState.REVEALED, RoundState.OPEN]


async def test_who_could_not_be_asked_in_their_place_loses_no_streak() -> None:
    day, slate, _ = await two_places()
    await day.at(9)
    await day.says("ben", "42", place=SLATE)
    slate.paper.closed_places[SLATE] = Refused("I may not write here.")
    await day.at(9, day=25)
    slate.paper.closed_places.clear()
    await day.at(9, day=26)
    await day.says("ben", "42", place=SLATE)
    view = await day.asks("ben", "me", place=SLATE)
    assert isinstance(view, ProgressView)
    assert view.streak.current == 2


async def test_where_every_place_is_forbidden_the_schedule_waits_and_moderators_are_told_once() -> None:
    day, slate, community = await two_places(tell=f"tell={MODERATORS}")
    day.chat.paper.closed_places[PLACE] = Refused("Not here.")
    slate.paper.closed_places[SLATE] = Refused("Nor there.")
    await day.at(9)
    assert (await day.world.community(community.id)).schedule.paused_until == FOR_EVER
    (one,) = await day.store.rounds(community.id)
    assert (one.state, one.ref) == (RoundState.REVEALED, None)
    assert sum("The schedule is paused" in note for note in day.notes) == 1
    assert sum("The other places go on" in note for note in day.notes) == 1


async def test_a_chat_that_is_not_connected_makes_the_other_place_wait_for_nothing() -> None:
    day, slate, community = await two_places()
    day.world = replace(day.world, chats={"paper": day.chat})
    await day.at(9)
    assert len(seen(day.chat, PLACE)) == 1
    assert (await day.store.rounds(community.id))[0].state is RoundState.OPEN
    day.world = replace(day.world, chats={"paper": day.chat, "slate": slate})
    await day.at(15)
    assert [type(view) for view in seen(slate, SLATE)] == [QuestionCard]
    await day.at(9, day=25)
    assert isinstance(seen(slate, SLATE)[0], RevealCard)


async def test_a_place_out_of_reach_all_day_goes_without_and_is_told_of() -> None:
    day, slate, community = await two_places()
    day.world = replace(day.world, chats={"paper": day.chat})
    await day.at(9)
    await day.at(9, day=25)
    day.world = replace(day.world, chats={"paper": day.chat, "slate": slate})
    await day.at(10, day=25)
    assert [type(view) for view in seen(slate, SLATE)] == [QuestionCard]
    told = [view.text for view in seen(day.chat, PLACE) if isinstance(view, Note)]
    assert [f"I could not reach {SLATE} in time, so the question of 2026-11-24" in text for text in told] == [True]
    first = (await day.store.rounds(community.id))[0]
    assert (first.state, first.excused) == (RoundState.REVEALED, True)


async def test_a_place_that_is_busy_is_served_when_it_said_and_the_others_at_once() -> None:
    day, slate, community = await two_places()
    slate.breaks_before = 1
    await day.at(9)
    assert (len(seen(day.chat, PLACE)), len(seen(slate, SLATE))) == (1, 0)
    await day.clock.advance(timedelta(seconds=1))
    await beat(day.world)
    assert (len(seen(day.chat, PLACE)), len(seen(slate, SLATE))) == (1, 1)
    assert len(await day.store.rounds(community.id)) == 1


async def test_an_answer_one_place_lacks_is_tried_again_and_by_hand_at_once() -> None:
    day, slate, community = await two_places()
    await day.at(9)
    slate.paper.closed_places[SLATE] = Refused("I may not write here.")
    await day.at(9, day=25)
    assert (await day.store.rounds(community.id))[0].state is RoundState.REVEALED
    assert (await day.world.community(community.id)).schedule.paused_until is None
    await day.note("mo", "close", moderator=True)
    await day.note("mo", "reveal", moderator=True)
    assert "I may not write here. `reveal` tries again" in await day.note("mo", "reveal", moderator=True)
    del slate.paper.closed_places[SLATE]
    assert (await day.note("mo", "reveal", moderator=True)).startswith("Revealed")
    assert isinstance(seen(slate, SLATE)[0], RevealCard)
    waiting = [one for one in await day.store.errands(community.id, since=MORNING) if one.kind is ErrandKind.REVEAL]
    assert {one.state for one in waiting} == {ErrandState.DONE}


async def test_a_correction_is_told_in_every_place() -> None:
    day, slate, _ = await two_places()
    await day.at(9)
    await day.verdict("ada", "42")
    view = await day.asks("mo", "void", "full it was unclear", moderator=True)
    assert isinstance(view, CorrectionView)
    assert (await day.note("mo", "confirm", view.code, moderator=True, place=SLATE)).startswith("Done.")
    for chat, place in ((day.chat, PLACE), (slate, SLATE)):
        card, note = seen(chat, place)
        assert isinstance(card, QuestionCard)
        assert card.voided
        assert isinstance(note, Note)
        assert "taken out of the game (it was unclear)" in note.text


async def test_an_extension_is_shown_in_every_place() -> None:
    day, slate, _ = await two_places()
    await day.at(9)
    await day.note("mo", "extend", "2h", moderator=True)
    for view in (*seen(day.chat, PLACE), *seen(slate, SLATE)):
        assert isinstance(view, QuestionCard)
        assert view.closes == MORNING.replace(hour=11, day=25)


async def test_a_place_that_joins_in_the_middle_of_a_day_gets_its_question_and_its_answer() -> None:
    day, slate = Day(*MANY), PaperChat()
    day.world = replace(day.world, chats={"paper": day.chat, "slate": slate})
    await day.store.enrol(PLACE, changed(None, "daily 09:00 UTC"), now=MORNING)
    await day.at(9)
    await day.at(20)
    assert (await joins(day)).startswith("This place is part of the community of paper:study-room now")
    assert [type(view) for view in seen(slate, SLATE)] == [QuestionCard]
    await day.verdict("ben", "42", place=SLATE)
    await day.at(9, day=25)
    assert [type(view) for view in seen(slate, SLATE)] == [RevealCard, QuestionCard]


async def test_a_place_that_leaves_is_asked_nothing_more_and_its_card_is_closed() -> None:
    day, slate, community = await two_places()
    await day.at(9)
    said = await day.note("mo", "leave", moderator=True, place=SLATE)
    assert said == f"{SLATE} belongs to the community no more. It goes on in {PLACE}."
    (card,) = seen(slate, SLATE)
    assert isinstance(card, QuestionCard)
    assert card.closed
    await day.at(9, day=25)
    assert len(seen(slate, SLATE)) == 1
    assert "No questions are asked in this place yet" in await day.note("ben", "today", place=SLATE)
    assert [act.what for act in await day.store.acts(community.id)] == [f"join {SLATE}", f"leave {SLATE}"]


async def test_a_place_that_comes_back_the_same_day_is_not_asked_twice_and_goes_on() -> None:
    day, slate, _ = await two_places()
    await day.at(9)
    await day.note("mo", "leave", moderator=True, place=SLATE)
    await joins(day)
    (card,) = seen(slate, SLATE)
    assert isinstance(card, QuestionCard)
    assert not card.closed
    await day.at(9, day=25)
    assert [type(view) for view in seen(slate, SLATE)] == [RevealCard, QuestionCard]


async def test_the_first_place_can_leave_and_the_other_goes_on() -> None:
    day, slate, community = await two_places()
    await day.at(9)
    await day.note("mo", "leave", PLACE, moderator=True, place=SLATE)
    await day.at(9, day=25)
    assert [type(view) for view in seen(slate, SLATE)] == [RevealCard, QuestionCard]
    assert len(seen(day.chat, PLACE)) == 1
    assert (await day.world.community(community.id)).place == SLATE
    assert "only place" in await day.note("mo", "leave", moderator=True, place=SLATE)


async def test_a_schedule_can_be_changed_from_any_of_its_places() -> None:
    day, _, community = await two_places()
    await day.asks("mo", "setup", "daily 10:00 UTC", moderator=True, place=SLATE)
    (now,) = await day.store.communities()
    assert (now.id, now.schedule.at.hour, now.places) == (community.id, 10, (PLACE, SLATE))


async def test_posting_by_hand_reaches_every_place() -> None:
    day, slate, _ = await two_places()
    assert (await day.note("mo", "post", moderator=True, place=SLATE)).startswith("Posted")
    assert [type(view) for view in (*seen(day.chat, PLACE), *seen(slate, SLATE))] == [QuestionCard, QuestionCard]


async def test_a_code_opens_once_and_for_ten_minutes() -> None:
    day, slate, _ = await two_places()
    code = code_in(await day.note("mo", "invite", moderator=True))
    other = Place("slate:T1:C2")
    assert "part of the community" in await day.note("mo", "join", code.lower(), moderator=True, place=other)
    assert "opens nothing" in await day.note("mo", "join", code, moderator=True, place=Place("slate:T1:C3"))
    late = code_in(await day.note("mo", "invite", moderator=True))
    await day.clock.advance(timedelta(minutes=10))
    assert "opens nothing" in await day.note("mo", "join", late, moderator=True, place=Place("slate:T1:C3"))
    assert slate.posts == {}


async def test_who_guesses_codes_is_stopped() -> None:
    day, _, _ = await two_places()
    other = Place("slate:T1:C2")
    for _ in range(5):
        assert "opens nothing" in await day.note("mo", "join", "AAAA-AAAA", moderator=True, place=other)
    code = code_in(await day.note("mo", "invite", moderator=True))
    assert "Too many wrong codes" in await day.note("mo", "join", code, moderator=True, place=other)
    await day.clock.advance(timedelta(minutes=10))
    code = code_in(await day.note("mo", "invite", moderator=True))
    assert "part of the community" in await day.note("mo", "join", code, moderator=True, place=other)


async def test_a_place_with_a_history_of_its_own_cannot_join_and_one_without_can() -> None:
    day, slate = Day(*MANY), PaperChat()
    day.world = replace(day.world, chats={"paper": day.chat, "slate": slate})
    await day.store.enrol(PLACE, changed(None, "daily 09:00 UTC"), now=MORNING)
    await day.store.enrol(SLATE, changed(None, "daily 11:00 UTC"), now=MORNING)
    await day.store.enrol(Place("slate:T1:C2"), changed(None, "daily 09:00 UTC"), now=MORNING)
    await day.at(9)
    assert "two histories" in await joins(day, Place("slate:T1:C2"))
    assert "part of the community" in await joins(day)
    assert [one.places for one in await day.store.communities()] == [(PLACE, SLATE), (Place("slate:T1:C2"),)]
    await day.at(11)
    assert len(seen(slate, SLATE)) == 1


async def test_a_place_that_lacks_a_permission_is_told_what_to_change_and_the_code_still_opens() -> None:
    day, slate, _ = await two_places()
    other = Place("slate:T1:C2")
    slate.missing[other] = ["Let me write here."]
    code = code_in(await day.note("mo", "invite", moderator=True))
    assert "Let me write here." in await day.note("mo", "join", code, moderator=True, place=other)
    slate.missing.clear()
    assert "part of the community" in await day.note("mo", "join", code, moderator=True, place=other)


async def test_notes_for_moderators_go_where_they_belong_and_only_without_that_where_they_can() -> None:
    day, slate, _ = await two_places(tell=f"tell={MODERATORS}")
    day.chat.paper.closed_places |= {PLACE: Gone("Deleted."), MODERATORS: Refused("Not here.")}
    await day.at(9)
    assert [type(view) for view in seen(slate, SLATE)] == [QuestionCard]
    queue = await day.asks("mo", "queue", moderator=True, place=SLATE)
    assert "Deleted." in str(queue)


async def test_a_choice_shows_its_shares_over_both_places() -> None:
    day, slate = Day(a_choice()), PaperChat()
    day.world = replace(day.world, chats={"paper": day.chat, "slate": slate})
    await day.store.enrol(PLACE, changed(None, "daily 09:00 UTC"), now=MORNING)
    await joins(day)
    await day.at(9)
    await day.verdict("ada", "a")
    await day.verdict("ben", "a", place=SLATE)
    await day.at(9, day=25)
    reveal = seen(slate, SLATE)[0]
    assert isinstance(reveal, RevealCard)
    assert reveal.options[0].chosen == 2
