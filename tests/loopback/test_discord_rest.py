"""REST of the loopback Discord: messages, nonces, files, threads, permissions, limits."""

import asyncio
from typing import Any

import discord
import pytest

from tests.loopback.discord import DiscordServer
from tests.loopback.discord.entities import Channel
from tests.loopback.discord_bots import Bot, ask, running


@pytest.fixture
def daily(discord_server: DiscordServer) -> Channel:
    return discord_server.channel("daily")


@pytest.fixture
async def bot(discord_server: DiscordServer) -> Bot:
    return Bot(discord_server)


async def test_the_same_nonce_within_minutes_returns_the_first_message(
    discord_server: DiscordServer, daily: Channel
) -> None:
    body = {"content": "Question 1", "nonce": "day-1", "enforce_nonce": True}
    _, first = await ask(discord_server, "POST", f"/channels/{daily.id}/messages", body)
    _, again = await ask(discord_server, "POST", f"/channels/{daily.id}/messages", {**body, "content": "other"})
    assert again["id"] == first["id"]
    assert again["content"] == "Question 1"
    assert len(daily.messages) == 1
    discord_server.advance(181)
    _, later = await ask(discord_server, "POST", f"/channels/{daily.id}/messages", body)
    assert later["id"] != first["id"]


async def test_a_nonce_that_is_not_enforced_changes_nothing(discord_server: DiscordServer, daily: Channel) -> None:
    for _ in range(2):
        await ask(discord_server, "POST", f"/channels/{daily.id}/messages", {"content": "x", "nonce": "day-1"})
    assert len(daily.messages) == 2


async def test_the_nonce_of_a_deleted_message_is_an_unknown_message(
    discord_server: DiscordServer, daily: Channel
) -> None:
    body = {"content": "Question 1", "nonce": "day-1", "enforce_nonce": True}
    _, first = await ask(discord_server, "POST", f"/channels/{daily.id}/messages", body)
    await ask(discord_server, "DELETE", f"/channels/{daily.id}/messages/{first['id']}")
    status, told = await ask(discord_server, "POST", f"/channels/{daily.id}/messages", body)
    assert (status, told["code"]) == (404, 10008)


async def test_a_nonce_comes_back_in_the_event_and_not_in_the_history(
    discord_server: DiscordServer, daily: Channel
) -> None:
    bot = Bot(discord_server, discord.Intents(guilds=True, guild_messages=True))
    async with running(bot):
        heard = asyncio.create_task(bot.wait_for("message"))
        await asyncio.sleep(0)
        sent = await bot.get_partial_messageable(daily.id).send("x", nonce="day-1")
        assert (await heard).nonce == "day-1"
        assert (await bot.get_partial_messageable(daily.id).fetch_message(sent.id)).nonce is None


async def test_a_file_goes_up_with_its_alt_text_and_comes_down_from_the_cdn(
    discord_server: DiscordServer, daily: Channel, bot: Bot
) -> None:
    import io

    async with running(bot):
        file = discord.File(io.BytesIO(b"\x89PNG"), "board.png", description="The board")
        sent = await bot.get_partial_messageable(daily.id).send("look", file=file)
        assert sent.attachments[0].description == "The board"
        assert await sent.attachments[0].read() == b"\x89PNG"
        assert discord_server.person("Ada").sees("look").pictures[0].alt == "The board"
        kept = await sent.edit(content="look again", attachments=sent.attachments)
        assert len(kept.attachments) == 1
        assert (await sent.edit(attachments=[])).attachments == []
    assert discord_server.requests("POST", "/messages")[0].files == ("board.png",)


async def test_a_thread_under_a_message_has_its_id(discord_server: DiscordServer, daily: Channel, bot: Bot) -> None:
    async with running(bot):
        message = await bot.get_partial_messageable(daily.id, guild_id=discord_server.guild.id).send("Q")
        thread = await message.create_thread(name="Talk")
        assert thread.id == message.id
        await thread.send("Here")
        ada = discord_server.person("Ada").go(discord_server.world.channel(thread.id))
        assert ada.sees("Here").text == "Here"
        with pytest.raises(discord.HTTPException, match="160004"):
            await message.create_thread(name="Again")


async def test_a_forum_post_is_a_thread_with_its_first_message(
    discord_server: DiscordServer, bot: Bot, daily: Channel
) -> None:
    forum = discord_server.guild.add_channel("talk", kind="forum", tags=["open"])
    async with running(bot):
        channel: Any = bot.get_channel(forum.id)
        made = await channel.create_thread(name="Day 1", content="Said", applied_tags=channel.available_tags)
        assert made.message.id == made.thread.id
        assert [tag.name for tag in made.thread.applied_tags] == ["open"]
        with pytest.raises(discord.HTTPException, match="40058"):
            await bot.get_partial_messageable(forum.id).send("not here")
    assert daily.messages == {}


async def test_an_archived_thread_takes_no_edit_and_a_locked_one_no_message(
    discord_server: DiscordServer, daily: Channel, bot: Bot
) -> None:
    async with running(bot):
        message = await bot.get_partial_messageable(daily.id, guild_id=discord_server.guild.id).send("Q")
        thread = await message.create_thread(name="Talk")
        inside = await thread.send("Here")
        state = discord_server.world.channel(thread.id).thread
        assert state
        state.archived = True
        with pytest.raises(discord.HTTPException, match="50083"):
            await inside.edit(content="there")
        state.locked = True
        with pytest.raises(discord.HTTPException, match="50083"):
            await thread.send("More")
        state.locked = False
        await thread.send("More")
        assert not state.archived


@pytest.mark.parametrize(
    ("lost", "code"),
    [("view_channel", 50001), ("send_messages", 50013), ("attach_files", 50013), ("embed_links", 50013)],
)
async def test_a_permission_that_is_missing_is_named_by_its_code(
    discord_server: DiscordServer, daily: Channel, bot: Bot, lost: str, code: int
) -> None:
    discord_server.guild.deny_bot(daily, lost)
    async with running(bot):
        channel = bot.get_partial_messageable(daily.id)
        with pytest.raises(discord.Forbidden) as refused:
            await channel.send("x", embed=discord.Embed(title="t"), file=discord.File(__file__))
        assert refused.value.code == code
        discord_server.guild.deny_bot(daily)
        await channel.send("x", embed=discord.Embed(title="t"))


async def test_a_person_without_open_direct_messages_is_told_apart(discord_server: DiscordServer, bot: Bot) -> None:
    ada = discord_server.person("Ada")
    async with running(bot):
        user = await bot.fetch_user(ada.user.id)
        await user.send("hello")
        assert ada.go_direct().sees("hello").text == "hello"
        ada.user.closed = True
        with pytest.raises(discord.Forbidden, match="50007"):
            await user.send("hello")


async def test_who_left_is_an_unknown_member(discord_server: DiscordServer, bot: Bot) -> None:
    ada = discord_server.person("Ada")
    async with running(bot):
        guild = bot.guilds[0]
        assert (await guild.fetch_member(ada.user.id)).name == "ada"
        ada.leave()
        with pytest.raises(discord.NotFound, match="10007"):
            await guild.fetch_member(ada.user.id)


async def test_a_deleted_channel_and_a_deleted_message_are_told_apart(
    discord_server: DiscordServer, daily: Channel, bot: Bot
) -> None:
    async with running(bot):
        channel = bot.get_partial_messageable(daily.id)
        message = await channel.send("x")
        await message.delete()
        with pytest.raises(discord.NotFound, match="10008"):
            await message.edit(content="y")
        discord_server.guild.remove_channel(daily)
        with pytest.raises(discord.NotFound, match="10003"):
            await channel.send("x")


async def test_only_what_is_allowed_pings(discord_server: DiscordServer, daily: Channel, bot: Bot) -> None:
    role = discord_server.guild.add_role("learners", mentionable=True)
    closed = discord_server.guild.add_role("mods")
    ada, bo = discord_server.person("Ada", roles=(role,)), discord_server.person("Bo", roles=(closed,))
    bo_ = discord.Object(bo.user.id)
    said = f"<@{bo.user.id}> <@&{role.id}> <@&{closed.id}> @everyone"
    async with running(bot):
        channel = bot.get_partial_messageable(daily.id)
        await channel.send("1 " + said, allowed_mentions=discord.AllowedMentions.none())
        await channel.send("2 " + said, allowed_mentions=discord.AllowedMentions(roles=True, users=False))
        await channel.send(
            "3 " + said, allowed_mentions=discord.AllowedMentions(everyone=False, roles=False, users=[bo_])
        )
    assert (ada.sees("1 ").pinged, bo.sees("1 ").pinged) == (False, False)
    assert (ada.sees("2 ").pinged, bo.sees("2 ").pinged) == (True, False)
    assert (ada.sees("3 ").pinged, bo.sees("3 ").pinged) == (False, True)


async def test_other_peoples_words_come_blank_without_the_intent(discord_server: DiscordServer, daily: Channel) -> None:
    ada = discord_server.person("Ada").go(daily)
    bot = Bot(discord_server, discord.Intents(guilds=True, guild_messages=True))
    heard: list[str] = []
    bot.on_message = _collect(heard)  # type: ignore[attr-defined]
    async with running(bot):
        ada.says("a secret")
        ada.says(f"<@{discord_server.world.bot.id}> hello")
        await bot.hears("MESSAGE_CREATE", times=2)
    assert heard == ["", f"<@{discord_server.world.bot.id}> hello"]


def _collect(heard: list[str]) -> Any:
    async def on_message(message: discord.Message) -> None:
        heard.append(message.content)

    return on_message


async def test_a_small_bucket_answers_with_429_and_room_again_later(
    discord_server: DiscordServer, daily: Channel
) -> None:
    discord_server.limits.set("POST /channels/{channel_id}/messages", 2, 5.0)
    path = f"/channels/{daily.id}/messages"
    assert [(await ask(discord_server, "POST", path, {"content": "x"}))[0] for _ in range(3)] == [200, 200, 429]
    discord_server.advance(5)
    assert (await ask(discord_server, "POST", path, {"content": "x"}))[0] == 200


async def test_history_goes_back_and_forth(discord_server: DiscordServer, daily: Channel, bot: Bot) -> None:
    async with running(bot):
        channel = bot.get_partial_messageable(daily.id)
        sent = [await channel.send(str(number)) for number in range(5)]
        assert [one.content async for one in channel.history(limit=2)] == ["4", "3"]
        assert [one.content async for one in channel.history(before=sent[2])] == ["1", "0"]
        assert [one.content async for one in channel.history(after=sent[2])] == ["3", "4"]
    discord_server.guild.deny_bot(daily, "read_message_history")
    assert await ask(discord_server, "GET", f"/channels/{daily.id}/messages") == (200, [])


async def test_overwrites_and_roles_are_changed_only_with_permission(
    discord_server: DiscordServer, daily: Channel
) -> None:
    ada = discord_server.person("Ada")
    role = discord_server.guild.add_role("learners")
    path = f"/guilds/{discord_server.guild.id}/members/{ada.user.id}/roles/{role.id}"
    assert (await ask(discord_server, "PUT", path))[1]["code"] == 50013
    own = next(one for one in discord_server.guild.roles.values() if one.managed)
    discord_server.guild.change_role(own, "manage_roles", "view_channel", "send_messages")
    own.position = 10
    assert (await ask(discord_server, "PUT", path))[0] == 204
    assert role.id in discord_server.guild.members[ada.user.id].roles
    overwrite = f"/channels/{daily.id}/permissions/{role.id}"
    assert (await ask(discord_server, "PUT", overwrite, {"type": 0, "deny": str(1 << 11)}))[0] == 204
    discord_server.guild.deny_bot(daily)
    assert (await ask(discord_server, "PUT", overwrite, {"type": 0, "deny": str(1 << 4)}))[1]["code"] == 50013


async def test_a_poll_has_an_end(discord_server: DiscordServer, daily: Channel, bot: Bot) -> None:
    from datetime import timedelta

    poll = discord.Poll("Which topic?", duration=timedelta(hours=2)).add_answer(text="Lists").add_answer(text="Sets")
    async with running(bot):
        sent = await bot.get_partial_messageable(daily.id).send(poll=poll)
        assert sent.poll
        assert sent.poll.expires_at == discord_server.timeline.now() + timedelta(hours=2)
