"""Pytest fixtures; a conftest imports the ones it wants."""

from collections.abc import AsyncIterator

import pytest

from tests.loopback.discord.server import DiscordServer
from tests.loopback.discord.spec import document


@pytest.fixture
async def discord_server() -> AsyncIterator[DiscordServer]:
    """A running server; in the end nothing the bot sent or we answered may be wrong by Discord's own document.

    Where that document is absent, our own rules judge alone, and the end of the test is told as skipped.
    """
    async with DiscordServer() as server:
        yield server
    if problems := server.problems():
        pytest.fail("\n".join(problems))
    if document.path() is None:
        pytest.skip(f"{document.NAME} is not here (SHARED_DATA): judged by our own rules alone")
