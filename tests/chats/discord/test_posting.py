"""What is published: once per key, changed in place, and told in words when a person must do something."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.chats.discord.marks import nonce_of
from bot.chats.discord.places import message_at, place_of, ref_of
from bot.core.cards import RevealCard
from bot.core.messages import Note
from bot.quiz.errors import Busy, Gone, Refused
from bot.quiz.ids import Address, Ref
from bot.testing.platforms import Point
from tests.chats.discord.cards import a_card, a_reveal
from tests.chats.discord.stand import Stand, marked
from tests.loopback.discord.entities import Channel
from tests.loopback.discord.screens import NotThere

POST = "POST /channels/{id}/messages"
PATCH = "PATCH /channels/{id}/messages/{id}"


@pytest.mark.parametrize("what", ["502-after", "drop-after", "reset-after", "html-after", "garbage-after"])
async def test_an_answer_that_is_lost_leads_to_no_second_message(stand: Stand, what: str) -> None:
    stand.server.faults.next(POST, what)
    chat = stand.chat()
    try:
        await chat.publish(stand.place, Note("one"), key="k")
    except Busy:
        await chat.publish(stand.place, Note("one"), key="k")
    assert stand.count("k") == 1


async def test_a_restarted_bot_finds_its_message_after_any_time_among_others(stand: Stand) -> None:
    first = await stand.chat().publish(stand.place, Note("one"), key="k")
    stand.server.advance(timedelta(hours=20).total_seconds())
    ada = stand.server.person("Ada").go(stand.daily)
    for at in range(230):
        ada.says(f"chatter {at}")
    assert await stand.chat().publish(stand.place, Note("one"), key="k") == first
    assert stand.count("k") == 1


async def test_a_message_keeps_its_key_when_a_bot_that_never_sent_it_changes_it(stand: Stand) -> None:
    ref = await stand.chat().publish(stand.place, Note("one"), key="k")
    await stand.chat().revise(ref, Note("two"))
    stand.server.advance(timedelta(hours=1).total_seconds())
    assert await stand.chat().publish(stand.place, Note("one"), key="k") == ref
    assert [one.components[0]["components"][0]["content"] for one in stand.messages()] == ["two"]


async def test_nobody_elses_message_passes_for_ours(stand: Stand) -> None:
    first = await stand.chat().publish(stand.place, Note("one"), key="k")
    forged = stand.daily.messages[message_at(first)[1]]
    forged.author = stand.server.person("Eve").user
    stand.server.advance(timedelta(hours=1).total_seconds())
    assert await stand.chat().publish(stand.place, Note("one"), key="k") != first


async def test_a_message_that_was_deleted_is_gone_and_not_sent_again_within_minutes(stand: Stand) -> None:
    ref = await stand.chat().publish(stand.place, Note("one"), key="k")
    del stand.daily.messages[message_at(ref)[1]]
    with pytest.raises(Gone):
        await stand.chat().publish(stand.place, Note("one"), key="k")


@pytest.mark.parametrize("key", ["k", "1:2026-11-24", "x" * 500])
def test_a_nonce_is_as_short_as_discord_wants_it(key: str) -> None:
    assert len(nonce_of(key)) <= 25


@pytest.mark.parametrize(
    ("what", "error"),
    [
        ("10003", Gone),
        ("50001", Refused),
        ("50013", Refused),
        ("401", Refused),
        ("429-cloudflare", Busy),
        ("503", Busy),
        ("40005", Refused),
        ("50035", Refused),
    ],
)
async def test_what_goes_wrong_comes_out_in_the_words_of_the_port(
    stand: Stand, what: str, error: type[Exception]
) -> None:
    stand.server.faults.next(POST, what)
    with pytest.raises(error):
        await stand.chat().publish(stand.place, Note("one"), key="k")
    assert stand.count("k") == 0


async def test_a_short_rate_limit_is_waited_for_and_a_long_one_is_told(stand: Stand) -> None:
    stand.server.faults.next(POST, "429", seconds=0.01)
    await stand.chat().publish(stand.place, Note("one"), key="k")
    stand.server.faults.next(POST, "429-shared", seconds=600)
    with pytest.raises(Busy) as told:
        await stand.chat().publish(stand.place, Note("two"), key="l")
    assert told.value.seconds == 600


async def test_a_global_rate_limit_that_outlasts_our_patience_stops_nothing_for_ever(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = stand.chat()
    await chat.publish(stand.place, Note("one"), key="k")
    monkeypatch.setattr("bot.chats.discord.posting.CALL_SECONDS", 0.01)
    stand.server.faults.next(POST, "429-global", seconds=0.05)
    with pytest.raises(Busy):
        await chat.publish(stand.place, Note("two"), key="l")
    monkeypatch.undo()
    await chat.publish(stand.place, Note("three"), key="m")
    assert (stand.count("l"), stand.count("m")) == (1, 1)


async def test_a_missing_permission_is_named(stand: Stand) -> None:
    chat = stand.chat()
    for name, told in (("view_channel", "View Channel"), ("send_messages", "Send Messages")):
        stand.server.guild.deny_bot(stand.daily, name)
        with pytest.raises(Refused, match=told):
            await chat.publish(stand.place, Note("one"), key="k")
        assert any(told in one for one in await chat.lacks(stand.place))
        stand.server.guild.deny_bot(stand.daily)
    stand.server.guild.deny_bot(stand.daily, "read_message_history")
    assert [one for one in await chat.lacks(stand.place) if "Read Message History" in one]


async def test_what_threads_need_is_named_where_they_are_wanted(stand: Stand) -> None:
    chat = stand.chat()
    stand.server.guild.deny_bot(stand.daily, "create_public_threads")
    assert list(await chat.lacks(stand.place)) == []
    assert [True for one in await chat.lacks(stand.place, thread=True) if "Create Public Threads" in one]


async def test_a_channel_that_is_no_more_is_gone(stand: Stand) -> None:
    chat = stand.chat()
    ref = await chat.publish(stand.place, Note("one"), key="k")
    stand.server.guild.remove_channel(stand.daily)
    for attempt in (chat.publish(stand.place, Note("two"), key="l"), chat.revise(ref, Note("two"))):
        with pytest.raises(Gone):
            await attempt


async def test_a_server_that_threw_us_out_is_told_so(stand: Stand) -> None:
    chat = stand.chat()
    stand.server.world.remove_guild(stand.server.guild)
    with pytest.raises((Gone, Refused)):
        await chat.publish(stand.place, Note("one"), key="k")
    with pytest.raises((Gone, Refused)):
        await chat.lacks(stand.place)


async def test_who_left_is_not_present_and_everybody_is_in_their_direct_messages(stand: Stand) -> None:
    chat, ada = stand.chat(), stand.server.person("Ada")
    address = Address(f"discord:{ada.user.id}")
    assert await chat.present(stand.place, address)
    ada.leave()
    assert not await chat.present(stand.place, address)
    assert not await chat.present(stand.place, Address("slack:T1:U1"))
    assert await chat.present(await chat.private(address), address)


async def test_direct_messages_that_somebody_does_not_take_are_refused(stand: Stand) -> None:
    chat = stand.chat()
    private = await chat.private(stand.somebody("Ada"))
    stand.server.faults.next(POST, "50007")
    with pytest.raises(Refused, match="privacy settings"):
        await chat.publish(private, Note("one"), key="k")


@pytest.mark.parametrize("ref", ["console:1", "discord:x:1", "discord:1", "slack:C1:1.2"])
async def test_what_is_no_message_here_is_gone(stand: Stand, ref: str) -> None:
    with pytest.raises(Gone):
        await stand.chat().revise(Ref(ref), Note("one"))


async def test_of_edits_that_wait_only_the_last_is_made(stand: Stand) -> None:
    chat = stand.chat()
    ref = await chat.publish(stand.place, Note("0"), key="k")
    await asyncio.gather(*(chat.revise(ref, Note(f"{at}")) for at in range(1, 40)))
    assert stand.messages()[0].components[0]["components"][0]["content"] == "39"
    assert len(stand.server.requests("PATCH", "/messages/{message_id}")) <= 2


@pytest.mark.parametrize(
    ("what", "error"), [("10008", Gone), ("30046", Refused), ("50001", Refused), ("503", Busy), ("drop", Busy)]
)
async def test_an_edit_that_fails_says_why_and_the_next_one_is_made(
    stand: Stand, what: str, error: type[Exception]
) -> None:
    chat = stand.chat()
    ref = await chat.publish(stand.place, Note("one"), key="k")
    stand.server.faults.next(PATCH, what, seconds=600)
    with pytest.raises(error):
        await chat.revise(ref, Note("two"))
    await chat.revise(ref, Note("three"))
    assert marked(stand.messages()[0]) is not None


async def test_an_edit_that_nobody_waits_for_any_more_is_made_and_complains_to_nobody(stand: Stand) -> None:
    chat = stand.chat()
    ref = await chat.publish(stand.place, Note("one"), key="k")
    stand.server.faults.next(PATCH, "50001")
    waiting = asyncio.create_task(chat.revise(ref, Note("two")))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    await chat.revise(ref, Note("three"))


def test_places_and_refs_are_read_as_they_are_spelled() -> None:
    assert message_at(ref_of(12, 34)) == (12, 34)
    assert place_of(None, 5) == "discord:@me:5"


def a_discussed_reveal() -> RevealCard:
    reveal = a_reveal("output")
    return replace(reveal, question=replace(reveal.question, thread=True))


async def test_a_thread_opens_with_the_answer_and_once(stand: Stand) -> None:
    chat = stand.chat()
    ref = await chat.publish(stand.place, a_card("output", thread=True), key="k")
    message = stand.daily.messages[message_at(ref)[1]]
    assert message.thread_id is None
    await chat.revise(ref, a_discussed_reveal())
    await stand.chat().revise(ref, a_discussed_reveal())
    assert message.thread_id == message.id
    thread = stand.server.world.channel(message.id)
    assert thread.name == "Half a pizza"
    assert [one.content for one in thread.messages.values()] == [
        "The answer is shown: talk about the question in this thread."
    ]


async def test_an_answer_is_shown_also_where_no_thread_may_be_opened(
    stand: Stand, caplog: pytest.LogCaptureFixture
) -> None:
    chat = stand.chat()
    ref = await chat.publish(stand.place, a_card("output"), key="k")
    stand.server.guild.deny_bot(stand.daily, "create_public_threads")
    await chat.revise(ref, a_discussed_reveal())
    assert "discord.no_thread" in caplog.text
    assert "2 of 3 solved it" in str(stand.daily.messages[message_at(ref)[1]].components)


@pytest.fixture
def forum(stand: Stand) -> Channel:
    return stand.server.guild.add_channel("questions", kind="forum")


async def test_in_a_forum_a_question_is_a_post_once_and_its_answer_is_in_it(stand: Stand, forum: Channel) -> None:
    place = stand.at(forum)
    assert await stand.chat().lacks(place) == ()
    first = await stand.chat().publish(place, a_card("output"), key="k")
    assert await stand.chat().publish(place, a_card("output"), key="k") == first
    assert stand.count("k") == 1
    post = stand.server.world.channel(message_at(first)[0])
    assert post.name == "Half a pizza"
    await stand.chat().revise(first, a_discussed_reveal())
    assert "2 of 3 solved it" in str(post.messages[post.id].components)
    below = await stand.chat().publish(place, Note("And a note."), key="k:note", under=first)
    assert message_at(below)[0] == post.id
    assert len(post.messages) == 2


@pytest.mark.parametrize("point", Point)
async def test_a_crash_around_a_post_leads_to_one_post(stand: Stand, forum: Channel, point: Point) -> None:
    if point is not Point.AFTER:
        what = "drop" if point is Point.BEFORE else "drop-after"
        stand.server.faults.next("POST /channels/{id}/threads", what)
        with pytest.raises(Busy):
            await stand.chat().publish(stand.at(forum), a_card("output"), key="k")
    for _ in range(2):
        await stand.chat().publish(stand.at(forum), a_card("output"), key="k")
    assert stand.count("k") == 1


async def test_a_forum_that_is_closed_to_us_says_what_is_missing(stand: Stand, forum: Channel) -> None:
    stand.server.guild.deny_bot(forum, "send_messages")
    with pytest.raises(Refused, match="Send Messages"):
        await stand.chat().publish(stand.at(forum), a_card("output"), key="k")


async def test_a_forum_in_which_everybody_talks_below_an_open_question_is_named(stand: Stand, forum: Channel) -> None:
    chat, place = stand.chat(), stand.at(forum)
    assert list(await chat.lacks(place)) == []
    assert [True for one in await chat.lacks(place, thread=True) if "below a question" in one]
    everyone = stand.server.guild.roles[stand.server.guild.id]
    stand.server.guild.overwrite(forum, everyone, deny=("send_messages_in_threads",))
    stand.server.guild.overwrite(forum, stand.server.world.bot, allow=("send_messages_in_threads",))
    assert list(await chat.lacks(place, thread=True)) == []
    await chat.publish(place, a_card("output"), key="k")
    (post,) = [one for one in stand.server.guild.channels.values() if one.thread]
    ada = stand.server.person("Ada").go(post)
    with pytest.raises(NotThere):
        ada.says("I know it: 42")
