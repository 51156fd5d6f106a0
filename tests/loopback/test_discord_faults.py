"""Planted faults of the loopback Discord happen once, where they were planted, before or after the effect."""

import asyncio
import errno

import aiohttp
import discord
import pytest

from bot.testing.clocks import FakeClock
from tests.loopback.discord import DiscordServer
from tests.loopback.discord.entities import Channel
from tests.loopback.discord.timeline import MONDAY
from tests.loopback.discord_bots import Bot, ask, running

SEND = "POST /channels/{id}/messages"
BODY = {"content": "x"}


@pytest.fixture
def daily(discord_server: DiscordServer) -> Channel:
    return discord_server.channel("daily")


async def send(server: DiscordServer, channel: Channel) -> tuple[int, object]:
    return await ask(server, "POST", f"/channels/{channel.id}/messages", BODY)


@pytest.mark.parametrize(("what", "left"), [("502", 0), ("502-after", 1), ("500", 0), ("504-after", 1)])
async def test_a_server_error_comes_before_or_after_the_effect(
    discord_server: DiscordServer, daily: Channel, what: str, left: int
) -> None:
    discord_server.faults.next(SEND, what)
    async with (
        aiohttp.ClientSession(connector=discord_server.connector()) as session,
        session.post(
            f"https://discord.com/api/v10/channels/{daily.id}/messages",
            json=BODY,
            headers={"Authorization": f"Bot {discord_server.token}"},
        ) as answer,
    ):
        assert answer.status == int(what[:3])
        assert answer.content_type == "text/html"
    assert len(daily.messages) == left
    assert (await send(discord_server, daily))[0] == 200


@pytest.mark.parametrize(("what", "left"), [("drop", 0), ("drop-after", 1), ("reset", 0), ("reset-after", 1)])
async def test_a_connection_ends_before_or_after_the_effect(
    discord_server: DiscordServer, daily: Channel, what: str, left: int
) -> None:
    discord_server.faults.next(SEND, what)
    with pytest.raises(aiohttp.ClientConnectionError) as lost:
        await send(discord_server, daily)
    if what.startswith("reset") and isinstance(lost.value, aiohttp.ClientOSError):
        assert lost.value.errno == errno.ECONNRESET
    assert len(daily.messages) == left


async def test_a_request_that_hangs_is_let_go_by_whoever_waits(discord_server: DiscordServer, daily: Channel) -> None:
    discord_server.faults.next(SEND, "hang-after")
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(send(discord_server, daily), 0.05)
    assert len(daily.messages) == 1


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("50001", discord.Forbidden),
        ("50013", discord.Forbidden),
        ("50007", discord.Forbidden),
        ("10003", discord.NotFound),
        ("10008", discord.NotFound),
        ("401", discord.HTTPException),
        ("50083", discord.HTTPException),
        ("50035", discord.HTTPException),
        ("40005", discord.HTTPException),
        ("html", AttributeError),
        ("429-cloudflare", discord.HTTPException),
    ],
)
async def test_discord_py_sees_each_refusal(
    discord_server: DiscordServer, daily: Channel, code: str, error: type[Exception]
) -> None:
    bot = Bot(discord_server)
    async with running(bot):
        discord_server.faults.next(SEND, code)
        channel = bot.get_partial_messageable(daily.id)
        with pytest.raises((error, TypeError)) as refused:
            await channel.send("x")
        if isinstance(refused.value, discord.HTTPException) and code.isdigit() and len(code) > 3:
            assert refused.value.code == int(code)
        await channel.send("y")
    assert discord_server.faults.left() == {}
    assert [one.content for one in daily.messages.values()] == ["y"]


async def test_a_form_that_is_refused_names_the_place(discord_server: DiscordServer, daily: Channel) -> None:
    discord_server.faults.next(SEND, "50035")
    _, told = await send(discord_server, daily)
    assert isinstance(told, dict)
    assert told["errors"]["components"]["0"]["components"]["1"]["label"]["_errors"]


@pytest.mark.parametrize("what", ["429", "429-global", "429-shared"])
async def test_discord_py_waits_out_a_rate_limit(discord_server: DiscordServer, daily: Channel, what: str) -> None:
    bot = Bot(discord_server)
    async with running(bot):
        discord_server.faults.next(SEND, what, seconds=0.01)
        await bot.get_partial_messageable(daily.id).send("x")
    assert len(daily.messages) == 1
    assert len(discord_server.requests("POST", "/messages")) == 2


async def test_old_messages_take_only_so_many_edits(discord_server: DiscordServer, daily: Channel) -> None:
    _, made = await send(discord_server, daily)
    assert isinstance(made, dict)
    discord_server.faults.next("PATCH /channels/{id}/messages/{id}", "30046", seconds=60)
    status, told = await ask(discord_server, "PATCH", f"/channels/{daily.id}/messages/{made['id']}", BODY)
    assert (status, told["code"], told["retry_after"]) == (429, 30046, 60)


async def test_discord_py_sends_again_after_a_lost_answer_and_the_nonce_keeps_it_one_message(
    discord_server: DiscordServer, daily: Channel
) -> None:
    bot = Bot(discord_server)
    async with running(bot):
        discord_server.faults.next(SEND, "502-after")
        await bot.get_partial_messageable(daily.id).send("x")
    assert len(discord_server.requests("POST", "/messages")) == 2
    assert len(daily.messages) == 1


@pytest.mark.parametrize(("what", "times"), [("502", 1), ("drop", 2)])  # aiohttp tries a dropped GET twice
async def test_a_handshake_that_fails(discord_server: DiscordServer, what: str, times: int) -> None:
    discord_server.faults.next("GATEWAY handshake", what, times=times)
    bot = Bot(discord_server)
    await bot.login(discord_server.token)
    with pytest.raises((AttributeError, aiohttp.ClientError)):  # discord.py#10520: it asks a socket that never was
        await asyncio.wait_for(bot.connect(reconnect=True), 10)
    await bot.close()
    assert discord_server.gateway.handshakes == times


async def test_a_server_that_is_gone_refuses_connections_until_it_is_back(daily: Channel) -> None:
    async with DiscordServer() as server:
        channel = server.channel("daily")
        await server.stop()
        with pytest.raises(aiohttp.ClientConnectorError):
            await send(server, channel)
        await server.start()
        assert (await send(server, channel))[0] == 200
    assert daily.messages == {}


async def test_a_token_that_was_reset_is_refused_from_then_on(discord_server: DiscordServer, daily: Channel) -> None:
    bot = Bot(discord_server)
    async with running(bot):
        discord_server.token = "another"
        with pytest.raises(discord.HTTPException) as refused:
            await bot.get_partial_messageable(daily.id).send("x")
        assert refused.value.status == 401


async def test_a_fault_that_does_not_exist_is_refused_and_one_that_never_happened_is_told(
    discord_server: DiscordServer,
) -> None:
    for place, what in ((SEND, "999-sometimes"), (SEND, "nonsense"), ("GATEWAY coffee", "drop")):
        with pytest.raises(ValueError, match="there is no fault"):
            discord_server.faults.next(place, what)
    discord_server.faults.next(SEND, "502", times=2)
    assert discord_server.faults.left() == {"POST /channels/{}/messages": ["502", "502"]}


async def test_discord_lives_in_the_time_of_a_clock_that_is_handed_in() -> None:
    clock = FakeClock(MONDAY)
    async with DiscordServer(clock) as server:
        channel = server.channel("daily")
        body = {"content": "x", "nonce": "1", "enforce_nonce": True}
        path = f"/channels/{channel.id}/messages"
        _, first = await ask(server, "POST", path, body)
        await clock.advance_to(MONDAY.replace(hour=10))
        _, second = await ask(server, "POST", path, body)
        assert first["id"] != second["id"]
        assert second["timestamp"].startswith("2026-01-05T10:00")
