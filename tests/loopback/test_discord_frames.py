"""The gateway frame by frame, with a bare websocket."""

import json
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest

from tests.loopback.discord import DiscordServer
from tests.loopback.discord.errors import Json
from tests.loopback.discord.gateway import sessions

Socket = aiohttp.ClientWebSocketResponse


@asynccontextmanager
async def connected(server: DiscordServer, query: str = "") -> AsyncIterator[Socket]:
    async with (
        aiohttp.ClientSession(connector=server.connector()) as session,
        session.ws_connect(f"wss://gateway.discord.gg/?v=10&encoding=json{query}") as socket,
    ):
        yield socket


def identify(server: DiscordServer, intents: int = 1) -> Json:
    return {"op": 2, "d": {"token": server.token, "intents": intents, "properties": {}}}


def resume(server: DiscordServer, session: str, seq: int) -> Json:
    return {"op": 6, "d": {"token": server.token, "session_id": session, "seq": seq}}


async def heard(socket: Socket, event: str) -> Any:
    while (frame := await socket.receive_json())["t"] != event:
        pass
    return frame


@pytest.mark.parametrize(
    ("frame", "code"),
    [('{"op": 99}', 4001), ("{", 4002), ("[]", 4002), ('{"op": 3, "d": {}}', 4003)],
    ids=["op", "json", "list", "early"],
)
async def test_a_frame_that_is_wrong_closes_with_its_code(discord_server: DiscordServer, frame: str, code: int) -> None:
    async with connected(discord_server) as socket:
        assert (await socket.receive_json())["op"] == 10
        await socket.send_str(frame)
        assert (await socket.receive()).type in (aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED)
        assert socket.close_code == code


async def test_a_second_identify_closes_with_4005(discord_server: DiscordServer) -> None:
    async with connected(discord_server) as socket:
        await socket.send_json(identify(discord_server))
        await heard(socket, "GUILD_CREATE")
        await socket.send_json(identify(discord_server))
        await socket.receive()
        assert socket.close_code == 4005


async def test_frames_may_be_binary_and_need_not_be_compressed(discord_server: DiscordServer) -> None:
    async with connected(discord_server) as socket:
        await socket.send_bytes(json.dumps(identify(discord_server)).encode())
        assert (await heard(socket, "READY"))["s"] == 1


async def test_compressed_frames_are_one_stream(discord_server: DiscordServer) -> None:
    inflate = zlib.decompressobj()
    async with connected(discord_server, "&compress=zlib-stream") as socket:
        await socket.send_json(identify(discord_server))
        frames = [await socket.receive_bytes() for _ in range(3)]
        assert all(frame.endswith(b"\x00\x00\xff\xff") for frame in frames)
        told = [json.loads(inflate.decompress(frame)) for frame in frames]
        assert [one["t"] for one in told] == [None, "READY", "GUILD_CREATE"]


async def test_a_resume_replays_exactly_what_was_missed(discord_server: DiscordServer) -> None:
    async with connected(discord_server) as socket:
        await socket.send_json(identify(discord_server))
        session = (await heard(socket, "READY"))["d"]["session_id"]
        await heard(socket, "GUILD_CREATE")
        await socket.close(code=4000)
    discord_server.guild.add_channel("one")
    discord_server.guild.add_channel("two")
    async with connected(discord_server) as socket:
        await socket.send_json(resume(discord_server, session, 3))
        assert (await socket.receive_json())["op"] == 10
        told = [await socket.receive_json() for _ in range(2)]
        assert [(one["t"], one["s"]) for one in told] == [("CHANNEL_CREATE", 4), ("RESUMED", 5)]
        assert told[0]["d"]["name"] == "two"


async def test_a_session_ends_with_a_goodbye_and_is_unknown_then(discord_server: DiscordServer) -> None:
    async with connected(discord_server) as socket:
        await socket.send_json(identify(discord_server))
        session = (await heard(socket, "READY"))["d"]["session_id"]
        await socket.close(code=1000)
    await discord_server.world.until(lambda: not discord_server.gateway.sessions)
    async with connected(discord_server) as socket:
        await socket.send_json(resume(discord_server, session, 1))
        await socket.receive_json()
        assert await socket.receive_json() == {"op": 9, "d": False, "s": None, "t": None}


@pytest.mark.parametrize("seq", [0, 99], ids=["forgotten", "ahead"])
async def test_a_sequence_nobody_can_replay_closes_with_4007(
    discord_server: DiscordServer, monkeypatch: pytest.MonkeyPatch, seq: int
) -> None:
    monkeypatch.setattr(sessions, "KEPT", 1)
    async with connected(discord_server) as socket:
        await socket.send_json(identify(discord_server))
        session = (await heard(socket, "READY"))["d"]["session_id"]
        await heard(socket, "GUILD_CREATE")
        await socket.close(code=4000)
    async with connected(discord_server) as socket:
        await socket.send_json(resume(discord_server, session, seq))
        await socket.receive_json()
        await socket.receive()
        assert socket.close_code == 4007


async def test_a_heartbeat_is_acknowledged_before_and_after_identify(discord_server: DiscordServer) -> None:
    async with connected(discord_server) as socket:
        await socket.receive_json()
        await socket.send_json({"op": 1, "d": None})
        assert (await socket.receive_json())["op"] == 11


async def test_only_events_of_the_intents_come(discord_server: DiscordServer) -> None:
    discord_server.channel("daily")
    ada = discord_server.person("Ada")
    async with connected(discord_server) as plain, connected(discord_server) as full:
        await plain.send_json(identify(discord_server, 1))
        await full.send_json(identify(discord_server, 1 | 1 << 9))
        await heard(plain, "GUILD_CREATE")
        await heard(full, "GUILD_CREATE")
        ada.says("hello")
        discord_server.guild.add_channel("one")
        assert (await full.receive_json())["t"] == "MESSAGE_CREATE"
        assert (await plain.receive_json())["t"] == "CHANNEL_CREATE"
