"""The gateway's bad days, with the real discord.py going through them."""

import asyncio
from collections.abc import AsyncIterator

import discord
import pytest

from tests.loopback.discord import DiscordServer
from tests.loopback.discord_bots import Bot, running


@pytest.fixture
async def bot(discord_server: DiscordServer) -> AsyncIterator[Bot]:
    """A running bot with one command that takes a press."""
    discord_server.channel("daily")
    bot = Bot(discord_server)

    @bot.tree.command(name="ping", description="Say pong")
    async def ping(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("pong")

    async with running(bot):
        yield bot


async def test_a_cut_connection_is_resumed_and_what_was_missed_is_replayed(
    discord_server: DiscordServer, bot: Bot
) -> None:
    ada = discord_server.person("Ada")
    discord_server.gateway.drop()
    act = await ada.use("/ping")
    assert act.shown
    assert act.shown.text == "pong"
    await bot.hears("RESUMED")
    assert discord_server.gateway.identifies == 1
    assert discord_server.gateway.resumes == 1
    assert bot.heard.count("INTERACTION_CREATE") == 1


async def test_a_request_to_reconnect_is_followed_by_a_resume(discord_server: DiscordServer, bot: Bot) -> None:
    discord_server.gateway.reconnect()
    await bot.hears("RESUMED")
    assert discord_server.gateway.identifies == 1


@pytest.mark.parametrize("code", [1000, 1001, 4000, 4009])
async def test_a_close_that_is_not_final_is_resumed(discord_server: DiscordServer, bot: Bot, code: int) -> None:
    discord_server.gateway.close(code)
    await bot.hears("RESUMED")
    assert discord_server.gateway.identifies == 1


async def test_an_invalid_session_that_is_resumable_is_resumed(discord_server: DiscordServer, bot: Bot) -> None:
    discord_server.gateway.invalidate(resumable=True)
    await bot.hears("RESUMED")
    assert discord_server.gateway.identifies == 1


async def test_an_invalid_session_begins_anew_and_brings_the_guild_again(
    discord_server: DiscordServer, bot: Bot
) -> None:
    discord_server.gateway.invalidate(resumable=False)
    await bot.hears("GUILD_CREATE", times=2)
    assert discord_server.gateway.identifies == 2
    assert bot.heard.count("READY") == 2


async def test_a_refused_resume_begins_anew(discord_server: DiscordServer, bot: Bot) -> None:
    discord_server.faults.next("GATEWAY resume", "op9-false")
    discord_server.gateway.drop()
    await bot.hears("READY", times=2)
    assert discord_server.faults.left() == {}


async def test_a_guild_that_comes_late_is_known_once_it_comes(discord_server: DiscordServer, bot: Bot) -> None:
    discord_server.faults.next("GATEWAY guild_create", "withhold")
    discord_server.gateway.invalidate(resumable=False)
    await bot.hears("READY", times=2)
    assert bot.get_channel(discord_server.channel("daily").id) is None
    discord_server.world.tell.guild_created(discord_server.guild)
    await bot.hears("GUILD_CREATE", times=2)
    assert bot.get_channel(discord_server.channel("daily").id)


async def test_events_may_come_twice_and_in_the_wrong_order(discord_server: DiscordServer, bot: Bot) -> None:
    channel = discord_server.guild.add_channel("extra")
    discord_server.guild.remove_channel(channel)
    discord_server.gateway.repeat(2, reverse=True)
    await bot.hears("CHANNEL_CREATE", times=2)
    assert [one for one in bot.heard if one.startswith("CHANNEL")] == [
        "CHANNEL_CREATE",
        "CHANNEL_DELETE",
        "CHANNEL_DELETE",
        "CHANNEL_CREATE",
    ]


async def test_a_command_that_is_replayed_after_it_was_answered_is_already_acknowledged(
    discord_server: DiscordServer, bot: Bot
) -> None:
    assert bot.is_ready()
    act = await discord_server.person("Ada").use("/ping")
    discord_server.interactions.again(act.interaction)
    await discord_server.world.until(lambda: len(discord_server.requests("POST", "/callback")) == 2)
    await discord_server.world.until(lambda: discord_server.requests("POST", "/callback")[1].status)
    told = discord_server.requests("POST", "/callback")[1]
    assert (told.status, told.answer["code"]) == (400, 40060)


async def test_being_thrown_out_and_an_outage_are_told_apart(discord_server: DiscordServer, bot: Bot) -> None:
    discord_server.world.tell.guild_gone(discord_server.guild, outage=True)
    await bot.hears("GUILD_DELETE")
    assert [one.unavailable for one in bot.guilds] == [True]
    discord_server.world.remove_guild(discord_server.guild)
    await bot.hears("GUILD_DELETE", times=2)
    assert list(bot.guilds) == []


async def test_changes_in_the_guild_are_told(discord_server: DiscordServer, bot: Bot) -> None:
    guild = discord_server.guild
    daily = discord_server.channel("daily")
    role = guild.add_role("learners", "send_messages")
    guild.change_role(role, "view_channel")
    guild.deny_bot(daily, "send_messages")
    guild.remove_role(role)
    await bot.hears("GUILD_ROLE_DELETE")
    seen = bot.get_channel(daily.id)
    assert isinstance(seen, discord.TextChannel)
    assert not seen.permissions_for(seen.guild.me).send_messages
    assert seen.permissions_for(seen.guild.me).view_channel


async def test_an_event_that_is_malformed_ends_the_client(discord_server: DiscordServer) -> None:
    async with running(Bot(discord_server)) as bot:
        assert bot.connecting
        discord_server.gateway.send("GUILD_ROLE_CREATE", {"guild_id": str(discord_server.guild.id), "role": None})
        with pytest.raises(TypeError):
            await asyncio.wait_for(bot.connecting, 10)
        bot.connecting = None


@pytest.mark.parametrize(("what", "error"), [("close-4004", "4004"), ("close-4013", "4013")])
async def test_closes_on_identify_that_are_final(discord_server: DiscordServer, what: str, error: str) -> None:
    discord_server.faults.next("GATEWAY identify", what)
    with pytest.raises(discord.ConnectionClosed, match=error):
        async with running(Bot(discord_server)):
            pass


async def test_an_identify_that_is_refused_is_tried_again(discord_server: DiscordServer) -> None:
    discord_server.faults.next("GATEWAY identify", "op9-false")
    async with running(Bot(discord_server)):
        assert discord_server.gateway.identifies == 2


async def test_a_heartbeat_without_an_acknowledgement_ends_in_a_resume() -> None:
    async with DiscordServer(heartbeat=0.05) as server:
        bot = Bot(server, heartbeat_timeout=0.3)
        async with running(bot):
            server.gateway.deaf = True
            await server.world.until(lambda: server.gateway.handshakes > 1 or None)
            server.gateway.deaf = False
            await bot.hears("RESUMED")
            assert server.gateway.heartbeats > 1
