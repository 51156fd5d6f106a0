"""What the doctor finds at Discord, with the fix."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import discord
import pytest

from bot.chats.discord.examining import shape
from bot.chats.discord.permissions import INVITED, NEEDED, invitation
from bot.core.messages import Answer, Deed, Note, Show
from bot.core.ports import Completes, Examines
from tests.chats.discord.stand import Stand


async def hear(_: Deed) -> Answer:
    return Show(Note("heard"))


async def found(stand: Stand) -> dict[str, tuple[bool, str]]:
    return {name: (held, told) for name, held, told in await stand.chat().examine({})}


async def test_a_bot_that_runs_has_nothing_to_mend(stand: Stand) -> None:
    async with stand.listening(hear) as chat:
        assert isinstance(chat, Examines)
        assert isinstance(chat, Completes)
    tried = await found(stand)
    assert all(held for held, _ in tried.values()), tried
    assert "askling" in tried["token"][1]
    assert tried["servers"][1] == "Study Hall"


async def test_commands_of_another_version_are_told(stand: Stand) -> None:
    held, told = (await found(stand))["commands"]
    assert not held
    assert "askling run" in told


async def test_few_sessions_are_told_before_the_token_is_lost(stand: Stand) -> None:
    stand.server.gateway.starts_left = 3
    held, told = (await found(stand))["sessions"]
    assert not held
    assert told.startswith("3 starts are left")


async def test_a_bot_in_no_server_is_given_its_invitation(stand: Stand) -> None:
    stand.server.world.remove_guild(stand.server.guild)
    held, told = (await found(stand))["servers"]
    assert not held
    assert re.search(r"https://discord\.com/oauth2/authorize\?client_id=\d+", told)


@pytest.mark.parametrize("token", ["", " a.b.c", '"a.b.c"', "Bot a.b.c", "abc", "a..c", "a.b.c.d"])
def test_what_is_no_token_is_told_by_its_looks(token: str) -> None:
    told = shape(token)
    assert "ASKLING_DISCORD_TOKEN" in told
    assert "a.b.c" not in told


def test_what_looks_like_a_token_is_tried() -> None:
    assert shape("MTIz.GabcDE.x-y_z") == ""


def test_the_invitation_asks_for_exactly_what_is_needed() -> None:
    query = parse_qs(urlsplit(invitation(42)).query)
    assert query["client_id"] == ["42"]
    assert set(query["scope"][0].split()) == {"bot", "applications.commands"}
    asked = discord.Permissions(int(query["permissions"][0]))
    assert all(getattr(asked, name) for name in NEEDED)
    assert asked == INVITED
    named = {name for name, on in asked if on}
    assert not named & {"administrator", "manage_guild", "manage_messages", "mention_everyone", "manage_roles"}


def test_the_page_for_operators_has_the_same_invitation() -> None:
    page = (Path(__file__).parents[3] / "docs/operators/discord.md").read_text("utf-8")
    assert invitation(42).replace("client_id=42", "client_id=YOUR_APPLICATION_ID") in page
    assert all(told in page for told in NEEDED.values())
