"""The loopback Discord, with the real discord.py as its client."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

import discord
import pytest
from discord import app_commands

from tests.loopback.discord import DiscordServer, NotThere, Reply

Handler = Callable[[discord.Interaction], Awaitable[None]]


class Bot(discord.Client):
    """A plain client; handlers of components by custom_id."""

    def __init__(self, server: DiscordServer, intents: discord.Intents) -> None:
        super().__init__(
            intents=intents, connector=server.connector(), max_messages=None, chunk_guilds_at_startup=False
        )
        self.tree = app_commands.CommandTree(self)
        self.handlers: dict[str, Handler] = {}
        self._connection.guild_ready_timeout = 0.01

    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """No five seconds of waiting before a second IDENTIFY."""

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        data: Any = interaction.data
        if data.get("custom_id") in self.handlers:
            await self.handlers[data["custom_id"]](interaction)


@asynccontextmanager
async def running(server: DiscordServer, bot: Bot) -> AsyncIterator[Bot]:
    task = asyncio.create_task(bot.start(server.token))
    ready = asyncio.create_task(bot.wait_until_ready())
    await asyncio.wait({task, ready}, return_when=asyncio.FIRST_COMPLETED)
    if task.done():
        await task
    try:
        yield bot
    finally:
        await bot.close()
        with suppress(asyncio.CancelledError):
            await task


@pytest.fixture
async def bot(discord_server: DiscordServer) -> Bot:
    return Bot(discord_server, discord.Intents(guilds=True))


async def test_discord_py_logs_in_over_a_compressed_gateway_and_sees_its_guild(
    discord_server: DiscordServer, bot: Bot
) -> None:
    daily = discord_server.channel("daily")
    async with running(discord_server, bot):
        assert bot.user
        assert bot.user.id == discord_server.world.bot.id
        assert [guild.name for guild in bot.guilds] == ["Study Hall"]
        assert str(bot.get_channel(daily.id)) == "daily"
        assert discord_server.gateway.compressed == [True]


async def test_a_command_a_button_and_a_modal_lead_to_a_private_answer(discord_server: DiscordServer, bot: Bot) -> None:
    discord_server.channel("daily")
    ada = discord_server.person("Ada")
    bo = discord_server.person("Bo")

    @bot.tree.command(name="quiz", description="Today's question")
    async def quiz(interaction: discord.Interaction, topic: str = "any") -> None:
        view = discord.ui.LayoutView(timeout=None)
        button: discord.ui.Button[discord.ui.LayoutView] = discord.ui.Button(label="Answer", custom_id="answer")
        view.add_item(discord.ui.Container(discord.ui.TextDisplay(f"About {topic}"), discord.ui.ActionRow(button)))
        await interaction.response.send_message(view=view)

    async def ask(interaction: discord.Interaction) -> None:
        modal = discord.ui.Modal(title="Your answer", custom_id="form", timeout=None)
        modal.add_item(discord.ui.Label(text="Code", component=discord.ui.TextInput(custom_id="code", max_length=50)))
        await interaction.response.send_modal(modal)

    async def take(interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        data: Any = interaction.data
        said = data["components"][0]["component"]["value"]
        await interaction.edit_original_response(content=f"You said {said}")
        await interaction.followup.send("More", ephemeral=True)

    bot.handlers |= {"answer": ask, "form": take}
    async with running(discord_server, bot):
        act = await ada.use("/quiz", topic="lists")
        assert act.replied is Reply.MESSAGE
        assert "About lists" in bo.sees("About").text
        act = await ada.press("Answer")
        assert act.modal.labels == ["Code"]
        with pytest.raises(NotThere, match="takes 50 characters"):
            act.modal.fill({"Code": "x" * 51})
        act = await act.modal.fill({"Code": "print(1)"}).submit()
        told = await act.answer("You said")
        assert told.text == "You said print(1)"
        assert told.private
        assert (await ada.reads("More")).private
        assert ada.modal is None
        with pytest.raises(NotThere):
            bo.sees("You said")
