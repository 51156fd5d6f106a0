from tests.chats.discord.stand import stand
from tests.loopback.discord.fixtures import discord_server

__all__ = ["discord_server", "stand"]
