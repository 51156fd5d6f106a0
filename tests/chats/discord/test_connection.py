"""The connection is kept whatever Discord does, and given up only where a person must change something."""

import asyncio
from typing import Any

import pytest

from bot.chats.discord import DiscordChat
from bot.core.messages import Answer, Deed, Note, Show
from bot.quiz.errors import Refused
from tests.chats.discord.stand import Stand
from tests.loopback.discord import DiscordServer
from tests.loopback.discord.gateway.doors import Gateway


async def hear(deed: Deed) -> Answer:
    return Show(Note(f"heard {getattr(deed, 'name', '')}"))


def break_off(gateway: Gateway, end: str) -> None:
    match end.partition("-"):
        case "close", _, code:
            gateway.close(int(code))
        case "op9", _, resumable:
            gateway.invalidate(resumable=resumable == "true")
        case "op7", _, _:
            gateway.reconnect()
        case _:
            gateway.drop()


async def works(stand: Stand) -> bool:
    """Somebody uses a command and is answered."""
    ada = stand.server.person("Ada").go(stand.daily)
    return "heard help" in (await (await ada.use("/quiz help")).answer()).text


@pytest.mark.parametrize(
    ("place", "what"),
    [
        ("GET /users/@me", "503"),
        ("GET /users/@me", "drop"),
        ("GET /users/@me", "reset"),
        ("GET /users/@me", "html"),
        ("GET /oauth2/applications/@me", "503"),
        ("GET /gateway/bot", "503"),
        ("GET /applications/{id}/commands", "garbage"),
        ("GATEWAY handshake", "502"),
        ("GATEWAY handshake", "drop"),
        ("GATEWAY identify", "drop"),
        ("GATEWAY identify", "close-4009"),
        ("GATEWAY identify", "close-4000"),
    ],
)
async def test_a_start_that_fails_twice_is_made_a_third_time(stand: Stand, place: str, what: str) -> None:
    stand.server.faults.next(place, what, times=2)
    async with stand.listening(hear):
        assert await works(stand)
    assert stand.server.faults.left() == {}


@pytest.mark.parametrize(
    ("place", "what"),
    [
        ("GET /users/@me", "401"),
        *[("GATEWAY identify", f"close-{code}") for code in (4004, 4010, 4011, 4012, 4013, 4014)],
    ],
)
async def test_what_a_person_must_change_ends_it_with_the_fix(stand: Stand, place: str, what: str) -> None:
    stand.server.faults.next(place, what)
    with pytest.raises(Refused, match=r"Discord|upgrade|servers"):
        await stand.chat().listen(hear)
    assert stand.slept == []


async def test_a_malformed_event_ends_the_library_and_not_us(stand: Stand) -> None:
    async with stand.listening(hear) as chat:
        stand.server.gateway.send("GUILD_CREATE", {"id": None})
        await stand.until(lambda: stand.slept)
        await stand.until(chat.ready)
        assert await works(stand)


@pytest.mark.parametrize("end", ["drop", "close-4000", "close-1000", "op7", "op9-true", "op9-false"])
async def test_a_session_that_ends_is_resumed_or_begun_anew(stand: Stand, end: str) -> None:
    gateway = stand.server.gateway
    async with stand.listening(hear) as chat:
        before = gateway.handshakes
        break_off(gateway, end)
        await stand.until(lambda: gateway.handshakes > before)
        await stand.until(chat.ready)
        assert await works(stand)


async def test_a_press_during_the_outage_is_answered_after_it(stand: Stand) -> None:
    ada = stand.server.person("Ada").go(stand.daily)
    async with stand.listening(hear):
        stand.server.gateway.drop()
        act = await ada.use("/quiz help", wait=False)
        assert "heard help" in (await act.answer()).text


async def test_an_interaction_that_is_delivered_twice_is_heard_once(stand: Stand) -> None:
    heard: list[Any] = []

    async def count(deed: Deed) -> Answer:
        heard.append(deed)
        return Show(Note("heard"))

    ada = stand.server.person("Ada").go(stand.daily)
    async with stand.listening(count):
        act = await ada.use("/quiz help")
        stand.server.interactions.again(act.interaction)
        stand.server.gateway.repeat(3)
        await (await ada.use("/quiz today")).answer("heard")
    assert [one.name for one in heard] == ["help", "today"]


async def test_with_few_sessions_left_it_waits_instead_of_losing_the_token(stand: Stand) -> None:
    stand.server.gateway.starts_left = 2
    async with stand.listening(hear):
        assert await works(stand)
    assert len(stand.slept) == 1
    assert stand.slept[0] > 60


async def test_commands_are_told_once_and_again_only_when_they_have_changed(stand: Stand) -> None:
    async with stand.listening(hear):
        pass
    assert len(stand.server.requests("PUT", "/commands")) == 1
    async with stand.listening(hear):
        pass
    assert len(stand.server.requests("PUT", "/commands")) == 1
    stand.server.commands[0][0]["description"] = "another version of us"
    async with stand.listening(hear):
        assert await works(stand)
    assert len(stand.server.requests("PUT", "/commands")) == 2


async def test_commands_that_discord_does_not_take_do_not_keep_the_bot_away(stand: Stand) -> None:
    async with stand.listening(hear):
        pass
    stand.server.commands[0].pop()
    stand.server.faults.next("PUT /applications/{id}/commands", "50035")
    async with stand.listening(hear):
        assert await works(stand)


async def test_what_is_due_is_posted_while_the_gateway_is_away(stand: Stand) -> None:
    chat = stand.chat()
    stand.server.faults.next("GATEWAY handshake", "502", times=3)
    listening = asyncio.create_task(chat.listen(hear))
    assert await chat.publish(stand.place, Note("due"), key="k")
    listening.cancel()
    await asyncio.gather(listening, return_exceptions=True)
    assert stand.count("k") == 1


async def test_a_reader_of_nothing_else_asks_for_guilds_alone(stand: Stand) -> None:
    async with stand.listening(hear):
        session = next(iter(stand.server.gateway.sessions.values()))
        assert session.intents == 1


async def test_a_token_in_the_log_is_a_token_no_more(stand: Stand, caplog: pytest.LogCaptureFixture) -> None:
    stand.server.faults.next("GET /users/@me", "503", times=2)
    async with stand.listening(hear):
        pass
    assert stand.server.token not in caplog.text


async def test_an_unopened_room_needs_no_discord(stand: Stand) -> None:
    assert not DiscordChat("x.y.z").ready()
    assert stand.server.journal == []


async def test_a_line_that_hears_no_heartbeat_any_more_is_left_for_a_new_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.chats.discord.connection.DEAF_SECONDS", 0.2)
    async with DiscordServer(heartbeat=0.05) as server:
        stand = Stand(server)
        async with stand.listening(hear) as chat:
            before = server.gateway.handshakes
            server.gateway.deaf = True
            await stand.until(lambda: server.gateway.handshakes > before)
            server.gateway.deaf = False
            await stand.until(chat.ready)
            assert await works(stand)
        await stand.close()


async def test_an_interaction_that_cannot_be_read_ends_nothing_for_good(stand: Stand) -> None:
    async with stand.listening(hear) as chat:
        stand.server.gateway.send("INTERACTION_CREATE", {"id": "1", "type": 3})
        await stand.until(lambda: stand.slept)
        await stand.until(chat.ready)
        assert await works(stand)


async def test_guilds_that_come_late_or_go_keep_nobody_else_from_being_answered(stand: Stand) -> None:
    other = stand.server.world.add_guild("Elsewhere")
    stand.server.faults.next("GATEWAY guild_create", "withhold", times=2)
    async with stand.listening(hear):
        assert await works(stand)
        stand.server.world.tell.guild_gone(stand.server.guild, outage=True)
        assert await works(stand)
        stand.server.world.remove_guild(other)
        assert await works(stand)


async def test_two_bots_with_one_token_answer_each_press_once(stand: Stand) -> None:
    heard: list[str] = []

    async def count(deed: Deed) -> Answer:
        heard.append(getattr(deed, "name", ""))
        return Show(Note("heard"))

    ada = stand.server.person("Ada").go(stand.daily)
    async with stand.listening(count), stand.listening(count):
        act = await ada.use("/quiz help")
        await act.answer("heard")
        await stand.until(lambda: len(heard) == 2)
        await stand.until(lambda: len(stand.server.requests("POST", "/callback")) == 2)
    assert len([one for one in ada.screen() if "heard" in one.text]) == 1


async def test_a_discord_that_goes_away_and_comes_back_is_reached_again(stand: Stand) -> None:
    async with stand.listening(hear) as chat:
        await stand.server.stop()
        await stand.until(lambda: not chat.ready())
        await stand.server.start()
        await stand.until(chat.ready)
        assert await works(stand)


async def test_a_token_that_is_taken_back_ends_it_with_the_fix(stand: Stand) -> None:
    chat = stand.chat()
    listening = asyncio.create_task(chat.listen(hear))
    await stand.until(chat.ready)
    stand.server.gateway.close(4004)
    with pytest.raises(Refused, match="token"):
        await listening
    assert not chat.ready()
