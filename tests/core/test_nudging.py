"""A reminder comes privately, once, in time, and only to those who asked for it and whose streak needs it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.heartbeat import beat
from bot.core.pages import Page
from bot.quiz.ids import Address, Place
from bot.quiz.setups import parse
from bot.testing.chats import PaperChat
from bot.testing.days import MORNING, PLACE, Day
from bot.testing.questions import a_choice


async def second_day(*names: str, schedule: str = "daily 09:00 UTC open=12h") -> Day:
    """They answered yesterday and wanted reminders; today's question is open."""
    day = Day(*(a_choice(f"choice-{at}") for at in range(20)))
    await day.world.agenda.enrol(PLACE, parse(schedule), now=MORNING)
    await day.at(9)
    for name in names:
        await day.verdict(name, "b")
        await day.note(name, "settings", "reminders on")
    await day.at(22)
    await day.at(9, day=25)
    return day


def told(day: Day, name: str) -> list[Page]:
    private = Place(f"paper:@paper:{name}")
    posts = [post.view for post in day.chat.posts.values() if post.place == private]
    return [view for view in posts if isinstance(view, Page)]


async def test_a_reminder_comes_two_hours_before_the_question_closes_and_once() -> None:
    day = await second_day("ada")
    await day.at(18, day=25)
    assert told(day, "ada") == []
    for hour in (19, 19, 20, 21):
        await day.at(hour, day=25)
    (page,) = told(day, "ada")
    assert "closes at 21:00 (UTC), and your streak of 1 ends" in page.text
    assert [action.name for action in page.actions] == ["answer", "settings"]
    assert page not in day.shown


async def test_only_who_asked_for_it_and_has_not_answered_is_reminded() -> None:
    day = await second_day("ada", "ben", "cleo")
    await day.note("ben", "settings", "reminders off")
    await day.verdict("cleo", "b")
    await day.note("dan", "settings", "reminders on")
    await day.at(19, day=25)
    assert [len(told(day, name)) for name in ("ada", "ben", "cleo", "dan")] == [1, 0, 0, 0]


async def test_the_moment_is_told_in_ones_own_zone() -> None:
    day = await second_day("ada")
    await day.note("ada", "settings", "zone Asia/Kolkata")
    await day.at(19, day=25)
    assert "closes at 02:30 (Asia/Kolkata)" in told(day, "ada")[0].text


async def test_who_has_a_rest_is_told_that_it_would_be_used() -> None:
    day = Day(*(a_choice(f"choice-{at}") for at in range(20)))
    await day.world.agenda.enrol(PLACE, parse("daily 09:00 UTC open=12h"), now=MORNING)
    await day.note("ada", "settings", "reminders on")
    for date in range(18, 25):
        await day.clock.advance_to(MORNING + timedelta(days=date - 18, hours=1))
        await beat(day.world)
        await day.verdict("ada", "b")
        await day.clock.advance_to(MORNING + timedelta(days=date - 18, hours=14))
        await beat(day.world)
    await day.clock.advance_to(MORNING + timedelta(days=7, hours=1))
    await beat(day.world)
    await day.clock.advance_to(MORNING + timedelta(days=7, hours=11))
    await beat(day.world)
    assert [page.text for page in told(day, "ada") if "streak of 7 uses up a rest" in page.text]


async def test_a_short_question_is_reminded_of_at_half_its_time() -> None:
    day = await second_day("ada", schedule="daily 09:00 UTC open=2h")
    assert told(day, "ada") == []
    await day.at(10, day=25)
    assert len(told(day, "ada")) == 1


async def test_who_takes_no_messages_keeps_nobody_else_from_being_reminded() -> None:
    day = await second_day("ada", "ben")
    day.chat.deaf.add(Address("paper:ada"))
    await day.at(19, day=25)
    assert [len(told(day, name)) for name in ("ada", "ben")] == [0, 1]


async def test_whoever_is_on_two_chats_is_reminded_where_they_take_messages() -> None:
    day = await second_day("ada")
    slate, chat = Place("slate:T1:C1"), PaperChat()
    day.world = replace(day.world, chats={"paper": day.chat, "slate": chat})
    community = await day.world.community_at(PLACE)
    assert community is not None
    await day.store.join(community.id, slate, now=day.clock.now())
    code = (await day.note("ada", "link")).partition("/quiz link ")[2][:9]
    page = await day.asks("ada", "link", code, place=slate)
    assert isinstance(page, Page)
    await day.note("ada", "link", page.actions[0].text, place=slate)
    day.chat.deaf.add(Address("paper:ada"))
    await day.at(19, day=25)
    assert told(day, "ada") == []
    assert [post.place for post in chat.posts.values()] == [Place("paper:@slate:ada")]


async def test_what_was_lost_on_the_way_is_sent_again_and_nobody_is_told_twice() -> None:
    day = await second_day("ada", "ben")
    day.chat.breaks_before, day.chat.breaks_after = 1, 1
    for minute in (0, 1, 2, 3):
        await day.clock.advance_to(MORNING.replace(day=25, hour=19, minute=minute))
        await beat(day.world)
    assert [len(told(day, name)) for name in ("ada", "ben")] == [1, 1]


async def test_a_question_that_stays_open_longer_is_reminded_of_later() -> None:
    day = await second_day("ada")
    await day.note("mo", "extend", "3h", moderator=True)
    await day.at(20, day=25)
    assert told(day, "ada") == []
    await day.at(22, day=25)
    assert "closes at 00:00" in told(day, "ada")[0].text


@pytest.mark.parametrize("ended", ["close", "void"])
async def test_nobody_is_reminded_of_what_is_over(ended: str) -> None:
    day = await second_day("ada")
    if ended == "close":
        await day.note("mo", "close", moderator=True)
    else:
        preview = await day.asks("mo", "void", "none", moderator=True)
        await day.note("mo", "confirm", getattr(preview, "code", ""), moderator=True)
    await day.at(19, day=25)
    assert told(day, "ada") == []
