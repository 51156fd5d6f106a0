from collections.abc import AsyncIterator

import pytest

from tests.loopback.discord.fixtures import discord_server
from tests.loopback.slack import Slack, judged

__all__ = ["discord_server"]


@pytest.fixture
async def slack() -> AsyncIterator[Slack]:
    """A loopback Slack; the test ends with nothing a judge objects to."""
    async with judged(Slack()) as server:
        yield server
