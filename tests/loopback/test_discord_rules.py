"""What the loopback Discord refuses beyond Discord's document, and how it says so."""

import aiohttp
import pytest

from tests.loopback.discord import DiscordServer
from tests.loopback.discord.entities import Channel
from tests.loopback.discord.errors import Json
from tests.loopback.discord_bots import ask


@pytest.fixture
def daily(discord_server: DiscordServer) -> Channel:
    return discord_server.channel("daily")


def text(content: str) -> Json:
    return {"type": 10, "content": content}


@pytest.mark.parametrize(
    ("body", "place", "code"),
    [
        ({"content": "x" * 2001}, "content", "BASE_TYPE_MAX_LENGTH"),
        ({"flags": 1 << 15, "components": [{**text("x"), "id": 1 << 31}]}, "components.0.id", "NUMBER_TYPE_MAX"),
        ({"flags": 1 << 15, "content": "x", "components": [text("y")]}, "content", "MESSAGE_CANNOT_USE_LEGACY"),
        (
            {"flags": 1 << 15, "components": [{"type": 17, "components": [text("x")] * 20}] * 2},
            "components",
            "COMPONENT_MAX_TOTAL",
        ),
        ({"flags": 1 << 15, "components": [text("x" * 2001)] * 2}, "components", "COMPONENT_DISPLAYABLE"),
        ({"components": [text("x")]}, "components.0", "UNION_TYPE_CHOICES"),
        (
            {"flags": 1 << 15, "components": [{"type": 13, "file": {"url": "attachment://a"}}]},
            "components.0",
            "UNFURLED",
        ),
        (
            {"components": [{"type": 1, "components": [{"type": 2, "style": 1, "label": "x", "custom_id": "a"}] * 2}]},
            "components.0.components.1.custom_id",
            "COMPONENT_CUSTOM_ID_DUPLICATED",
        ),
        ({"content": "x", "embeds": [{"description": "x" * 4000}] * 2}, "embeds", "MAX_EMBED_SIZE_EXCEEDED"),
    ],
    ids=["content", "id", "legacy", "forty", "text", "flag", "file", "twice", "embeds"],
)
async def test_what_the_document_lets_through_is_refused_with_its_place(
    discord_server: DiscordServer, daily: Channel, body: Json, place: str, code: str
) -> None:
    discord_server.excused += ["refused", "longer than"]
    status, told = await ask(discord_server, "POST", f"/channels/{daily.id}/messages", body)
    assert (status, told["code"]) == (400, 50035)
    spot = told["errors"]
    for step in place.split("."):
        spot = spot[step]
    assert spot["_errors"][0]["code"].startswith(code)


async def test_an_empty_message_is_refused(discord_server: DiscordServer, daily: Channel) -> None:
    discord_server.excused.append("refused")
    _, told = await ask(discord_server, "POST", f"/channels/{daily.id}/messages", {"content": ""})
    assert told["code"] == 50006


async def test_components_v2_stay(discord_server: DiscordServer, daily: Channel) -> None:
    discord_server.excused.append("refused")
    _, made = await ask(
        discord_server, "POST", f"/channels/{daily.id}/messages", {"flags": 1 << 15, "components": [text("x")]}
    )
    _, told = await ask(
        discord_server, "PATCH", f"/channels/{daily.id}/messages/{made['id']}", {"flags": 0, "content": "x"}
    )
    assert told["code"] == 50035


async def test_multipart_that_is_broken_is_refused(discord_server: DiscordServer, daily: Channel) -> None:
    discord_server.excused.append("refused")
    form = aiohttp.FormData()
    form.add_field("payload_json", "{", content_type="application/json")
    status, told = await ask(discord_server, "POST", f"/channels/{daily.id}/messages", data=form)
    assert (status, told["code"]) == (400, 50109)


async def test_commands_keep_their_ids_when_they_are_synced_again(discord_server: DiscordServer) -> None:
    path = f"/applications/{discord_server.world.bot.id}/commands"
    body = [{"name": "quiz", "description": "Today", "type": 1}]
    _, first = await ask(discord_server, "PUT", path, body)
    _, same = await ask(discord_server, "PUT", path, body)
    _, other = await ask(discord_server, "PUT", path, [{**body[0], "description": "The day"}])
    assert (first[0]["id"], first[0]["version"]) == (same[0]["id"], same[0]["version"])
    assert first[0]["id"] == other[0]["id"]
    assert first[0]["version"] != other[0]["version"]


@pytest.mark.parametrize(
    "command",
    [
        {"name": "Quiz", "description": "x"},
        {"name": "quiz", "description": ""},
        {"name": "quiz", "description": "x", "options": [{"type": 3, "name": "a", "description": "x"}] * 26},
        {"name": "quiz", "description": "x" * 101},
    ],
    ids=["capital", "empty", "options", "long"],
)
async def test_a_command_that_discord_would_not_take_is_refused(discord_server: DiscordServer, command: Json) -> None:
    discord_server.excused += ["commands"]
    _, told = await ask(discord_server, "PUT", f"/applications/{discord_server.world.bot.id}/commands", [command])
    assert told["code"] == 50035
