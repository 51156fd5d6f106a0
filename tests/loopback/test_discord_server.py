"""The loopback Discord, with the real discord.py as its client: logging in, and a learner's way."""

import aiohttp
import discord
import pytest

from tests.loopback.discord import DiscordServer, NotThere, Reply
from tests.loopback.discord.rest import doorway
from tests.loopback.discord.rest.calls import TABLE
from tests.loopback.discord.spec import document
from tests.loopback.discord_bots import Bot, ask, running


@pytest.fixture
async def bot(discord_server: DiscordServer) -> Bot:
    return Bot(discord_server)


async def test_discord_py_logs_in_over_a_compressed_gateway_and_sees_its_guild(
    discord_server: DiscordServer, bot: Bot
) -> None:
    daily = discord_server.channel("daily")
    async with running(bot):
        assert bot.user
        assert bot.user.id == discord_server.world.bot.id
        assert [guild.name for guild in bot.guilds] == ["Study Hall"]
        assert str(bot.get_channel(daily.id)) == "daily"
        assert discord_server.gateway.compressed == [True]
        assert (await bot.application_info()).name == "askling"


async def test_nothing_but_discord_can_be_reached(discord_server: DiscordServer) -> None:
    async with aiohttp.ClientSession(connector=discord_server.connector()) as session:
        with pytest.raises(aiohttp.ClientConnectorError, match="knows no example"):
            await session.get("https://example.com/")


async def test_a_wrong_token_is_refused_by_rest_and_by_the_gateway(discord_server: DiscordServer, bot: Bot) -> None:
    stranger = Bot(discord_server)
    with pytest.raises(discord.LoginFailure):
        await stranger.login("wrong")
    await stranger.close()
    await bot.login(discord_server.token)
    bot.http.token = "wrong"
    with pytest.raises(discord.ConnectionClosed, match="4004"):
        await bot.connect()
    await bot.close()


async def test_sessions_that_may_still_be_started_are_counted(discord_server: DiscordServer, bot: Bot) -> None:
    async with running(bot):
        _, told = await ask(discord_server, "GET", "/gateway/bot")
        assert told["session_start_limit"]["remaining"] == 999


async def test_a_privileged_intent_that_is_switched_off_ends_with_4014(discord_server: DiscordServer) -> None:
    bot = Bot(discord_server, discord.Intents(guilds=True, message_content=True, guild_messages=True))
    with pytest.raises(discord.PrivilegedIntentsRequired):
        async with running(bot):
            pass


async def test_every_answer_has_exactly_the_content_type_discord_py_asks_for(discord_server: DiscordServer) -> None:
    async with (
        aiohttp.ClientSession(connector=discord_server.connector()) as session,
        session.get("https://discord.com/api/v10/gateway") as answer,
    ):
        assert answer.headers["Content-Type"] == "application/json"


async def test_every_endpoint_is_one_of_discords_own() -> None:
    file = document.path()
    if file is None:
        pytest.skip(f"{document.NAME} is not here (SHARED_DATA)")
    assert doorway.ENDPOINTS
    routes = [(one.method, one.template) for one in TABLE.routes]
    assert [one for one in routes if document.document(file).operation(*one) is None] == []


async def test_a_command_a_button_and_a_modal_lead_to_a_private_answer(discord_server: DiscordServer, bot: Bot) -> None:
    discord_server.channel("daily")
    ada, bo = discord_server.person("Ada"), discord_server.person("Bo")

    @bot.tree.command(name="quiz", description="Today's question")
    async def quiz(interaction: discord.Interaction, topic: str = "any") -> None:
        button: discord.ui.Button[discord.ui.LayoutView] = discord.ui.Button(label="Answer", custom_id="answer")
        view = discord.ui.LayoutView(timeout=None)
        view.add_item(discord.ui.Container(discord.ui.TextDisplay(f"About {topic}"), discord.ui.ActionRow(button)))
        await interaction.response.send_message(view=view)

    async def pressed(interaction: discord.Interaction) -> None:
        modal = discord.ui.Modal(title="Your answer", custom_id="form", timeout=None)
        modal.add_item(discord.ui.Label(text="Code", component=discord.ui.TextInput(custom_id="code", max_length=50)))
        await interaction.response.send_modal(modal)

    async def submitted(interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        said = interaction.data["components"][0]["component"]["value"]  # type: ignore[index, typeddict-item]
        await interaction.edit_original_response(content=f"You said {said}")
        await interaction.followup.send("More", ephemeral=True)

    bot.handlers |= {"answer": pressed, "form": submitted}
    async with running(bot):
        act = await ada.use("/quiz", topic="lists")
        assert act.replied is Reply.MESSAGE
        assert "About lists" in bo.sees("About").text
        act = await ada.press("Answer")
        assert act.modal.labels == ["Code"]
        act = await act.modal.fill({"Code": "print(1)"}).submit()
        told = await act.answer("You said")
        assert told.text == "You said print(1)"
        assert told.private
        assert (await ada.reads("More")).private
        assert ada.modal is None
        with pytest.raises(NotThere):
            bo.sees("You said")
