"""The judge of the loopback Discord finds planted mistakes, and is quiet about what is right."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import discord
import pytest

from tests.loopback.discord import DiscordServer, payloads
from tests.loopback.discord.errors import Json
from tests.loopback.discord.spec import document
from tests.loopback.discord_bots import Bot, ask, running

needs_document = pytest.mark.skipif(document.path() is None, reason="Discord's document is not here")


@pytest.fixture
async def server() -> AsyncIterator[DiscordServer]:
    """A server whose problems the test looks at itself."""
    async with DiscordServer() as server:
        server.channel("daily")
        yield server


def row(*components: Json) -> list[Json]:
    return [{"type": 1, "components": list(components)}]


def button(**fields: object) -> Json:
    return {"type": 2, "style": 1, "label": "Answer", "custom_id": "a", **fields}


@needs_document
@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({"contnt": "hello"}, "contnt"),
        ({"content": "hello", "embeds": [{"flags": 0, "titel": "x"}]}, "titel"),
        ({"content": "hello", "embeds": [{"titel": "x"}]}, "titel"),
        ({"components": row(button(label="x" * 81))}, "components/0/components/0/label"),
        ({"components": row(button(colour=3))}, "colour"),
        ({"components": row(button(style="blue"))}, "components/0/components/0/style"),
        ({"content": "hello", "allowed_mentions": {"parse": ["people"]}}, "allowed_mentions"),
        ({"content": 5}, "content"),
        ({"content": "hello", "components": [{"type": 99}]}, "components/0"),
    ],
    ids=["field", "beside a gap", "embed", "label", "button", "style", "mentions", "kind", "type"],
)
async def test_a_mistake_in_a_message_is_named_with_its_place(server: DiscordServer, body: Json, told: str) -> None:
    await ask(server, "POST", f"/channels/{server.channel('daily').id}/messages", body)
    assert any(told in one for one in server.problems()), server.problems()


@needs_document
async def test_a_mistake_in_a_form_with_files_is_found_too(server: DiscordServer) -> None:
    form = aiohttp.FormData()
    form.add_field("payload_json", '{"contnt": "hello"}', content_type="application/json")
    form.add_field("files[0]", b"x", filename="a.txt", content_type="text/plain")
    form.add_field("file", b"x", filename="b.txt", content_type="text/plain")
    await ask(server, "POST", f"/channels/{server.channel('daily').id}/messages", data=form)
    assert any("contnt" in one for one in server.problems())
    assert any("unknown parts ('file',)" in one for one in server.problems())


@needs_document
async def test_a_query_that_discord_does_not_know_is_found(server: DiscordServer) -> None:
    await ask(server, "GET", f"/channels/{server.channel('daily').id}/messages?limt=3")
    assert server.problems() == ["GET /channels/{channel_id}/messages: query limt is not in the document"]


@needs_document
async def test_a_mistake_in_a_command_is_found(server: DiscordServer) -> None:
    commands = [{"name": "quiz", "description": "Today", "type": 1, "optoins": []}]
    await ask(server, "PUT", f"/applications/{server.world.bot.id}/commands", commands)
    assert any("optoins" in one for one in server.problems())


@needs_document
async def test_a_mistake_of_the_server_itself_is_found(server: DiscordServer, monkeypatch: pytest.MonkeyPatch) -> None:
    right = payloads.user
    monkeypatch.setattr(payloads, "user", lambda one: {**right(one), "primary_guild": "none", "public_flags": "0"})
    await ask(server, "GET", "/users/@me")
    assert any("GET /users/@me → 200: public_flags" in one for one in server.problems())


async def test_a_form_that_was_refused_is_a_problem_also_without_the_document(server: DiscordServer) -> None:
    status, told = await ask(
        server, "POST", f"/channels/{server.channel('daily').id}/messages", {"content": "x" * 2001}
    )
    assert (status, told["code"]) == (400, 50035)
    assert told["errors"]["content"]["_errors"][0]["code"] == "BASE_TYPE_MAX_LENGTH"
    assert any("refused" in one for one in server.problems())


async def test_without_the_document_our_own_rules_still_judge(
    server: DiscordServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SHARED_DATA", str(tmp_path))
    assert document.path() is None
    await ask(server, "POST", f"/channels/{server.channel('daily').id}/messages", {"content": "x", "contnt": "y"})
    assert server.problems() == []
    await ask(server, "POST", f"/channels/{server.channel('daily').id}/messages", {"content": ""})
    assert len(server.problems()) == 1


async def test_a_path_nobody_answers_is_a_problem(server: DiscordServer) -> None:
    assert (await ask(server, "GET", "/quizzes"))[0] == 404
    assert server.problems() == ["GET /api/v10/quizzes: no endpoint"]


async def test_what_a_test_does_on_purpose_can_be_excused(server: DiscordServer) -> None:
    await ask(server, "GET", "/quizzes")
    server.excused.append("quizzes")
    assert server.problems() == []


async def test_what_discord_py_sends_is_right(discord_server: DiscordServer) -> None:
    """Everything at once; the fixture judges it."""
    daily = discord_server.channel("daily")
    forum = discord_server.guild.add_channel("talk", kind="forum", tags=["open"])
    bot = Bot(discord_server)

    @bot.tree.command(name="quiz", description="Today's question", nsfw=False)
    @discord.app_commands.default_permissions(manage_guild=True)
    @discord.app_commands.choices(level=[discord.app_commands.Choice(name="Hard", value=3)])
    async def quiz(interaction: discord.Interaction, level: int) -> None: ...

    async with running(bot):
        channel = bot.get_partial_messageable(daily.id, guild_id=discord_server.guild.id)
        await _everything(channel)
        post: Any = await bot.fetch_channel(forum.id)
        await post.create_thread(name="A thing", content="Said", applied_tags=post.available_tags)


async def _everything(channel: discord.PartialMessageable) -> None:
    plain = await channel.send("hello", embed=discord.Embed(title="t", description="d").add_field(name="n", value="v"))
    await plain.edit(content="goodbye")
    view = discord.ui.LayoutView(timeout=None)
    gallery: discord.ui.MediaGallery[discord.ui.LayoutView] = discord.ui.MediaGallery()
    gallery.add_item(media="attachment://a.png", description="A picture")
    select: discord.ui.Select[discord.ui.LayoutView] = discord.ui.Select(placeholder="Topic", custom_id="topic")
    select.add_option(label="Lists")
    thumbnail: discord.ui.Thumbnail[discord.ui.LayoutView] = discord.ui.Thumbnail("https://example.com/a.png")
    view.add_item(
        discord.ui.Container(
            discord.ui.Section("Text", accessory=thumbnail),
            discord.ui.Separator(),
            gallery,
            discord.ui.ActionRow(select),
            accent_color=3,
        )
    )
    card = await channel.send(view=view, file=discord.File(__file__, "a.png"))
    await card.edit(view=view)
    await card.create_thread(name="Under it")
    await card.add_reaction("👍")
    assert [one.id async for one in channel.history(limit=5)] == [card.id, plain.id]
    await plain.delete()
