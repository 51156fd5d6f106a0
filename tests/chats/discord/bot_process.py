"""The whole bot in a process of its own, on a loopback Discord: port, token, authority and database as arguments."""

import asyncio
import sys
from pathlib import Path

import aiohttp

from bot import app, config
from bot.chats.discord import DiscordChat
from bot.chats.discord.connection import connector
from tests.loopback.discord import tls


async def live(port: int, token: str, authority: Path, database: Path) -> None:
    """Until SIGTERM."""
    trust = tls.trusting()
    trust.load_verify_locations(authority)

    def connect() -> aiohttp.BaseConnector:
        return connector(resolver=tls.Resolver(port), ssl=trust)

    settings = config.Settings(database=database, grace_seconds=10)
    chat = DiscordChat(token, connect=connect, pause=0.0)
    try:
        await app.run(settings, {"discord": chat})
    finally:
        await chat.close()


if __name__ == "__main__":
    asyncio.run(live(int(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4])))
