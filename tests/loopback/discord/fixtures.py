"""Pytest fixtures; a conftest imports the ones it wants."""

from collections.abc import AsyncIterator

import pytest

from tests.loopback.discord.server import DiscordServer


@pytest.fixture
async def discord_server() -> AsyncIterator[DiscordServer]:
    """A running server."""
    async with DiscordServer() as server:
        yield server
