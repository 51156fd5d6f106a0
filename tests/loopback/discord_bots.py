"""Clients for the loopback Discord: the real discord.py, and bare requests."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

import aiohttp
import discord
from discord import app_commands

from tests.loopback.discord import DiscordServer

Handler = Callable[[discord.Interaction], Awaitable[None]]


class Bot(discord.Client):
    """A plain client; handlers of components and modals by custom_id. It counts what it heard."""

    def __init__(self, server: DiscordServer, intents: discord.Intents | None = None, **options: Any) -> None:
        super().__init__(
            intents=intents or discord.Intents(guilds=True),
            connector=server.connector(),
            max_messages=None,
            chunk_guilds_at_startup=False,
            guild_ready_timeout=0.01,
            **options,
        )
        self.server = server
        self.tree = app_commands.CommandTree(self)
        self.handlers: dict[str, Handler] = {}
        self.heard: list[str] = []
        self.connecting: asyncio.Task[None] | None = None

    async def setup_hook(self) -> None:
        if self.tree.get_commands() or self.tree.get_commands(type=discord.AppCommandType.message):
            await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """No five seconds of waiting before a second IDENTIFY."""

    async def on_socket_event_type(self, event: str) -> None:
        self.heard.append(event)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        data: Any = interaction.data
        if data.get("custom_id") in self.handlers:
            await self.handlers[data["custom_id"]](interaction)

    async def hears(self, event: str, times: int = 1) -> None:
        """Wait until an event came so many times."""
        async with asyncio.timeout(10):
            while self.heard.count(event) < times:
                await self.wait_for("socket_event_type")
                await asyncio.sleep(0)


@asynccontextmanager
async def running(bot: Bot) -> AsyncIterator[Bot]:
    """A bot that is ready; an error of its task comes out here."""
    await bot.login(bot.server.token)
    bot.connecting = task = asyncio.create_task(bot.connect())
    ready = asyncio.create_task(bot.wait_until_ready())
    await asyncio.wait({task, ready}, return_when=asyncio.FIRST_COMPLETED)
    ready.cancel()
    try:
        if task.done():
            bot.connecting = None
            await task
        yield bot
    finally:
        await bot.close()
        if bot.connecting:
            with suppress(asyncio.CancelledError):
                await bot.connecting


async def ask(
    server: DiscordServer, method: str, path: str, body: Any = None, *, data: Any = None, token: str | None = None
) -> tuple[int, Any]:
    """One bare request of the bot: status and JSON."""
    headers = {"Authorization": f"Bot {token or server.token}"}
    async with (
        aiohttp.ClientSession(connector=server.connector()) as session,
        session.request(method, f"https://discord.com/api/v10{path}", json=body, data=data, headers=headers) as answer,
    ):
        return answer.status, await answer.json() if answer.status != 204 else None
