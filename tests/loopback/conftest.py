from collections.abc import AsyncIterator

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from tests.loopback.discord.fixtures import discord_server
from tests.loopback.slack import Slack, judged
from tests.loopback.slack.judges.papers import answer_objections, scope_objections

__all__ = ["discord_server"]


@pytest.fixture
async def slack() -> AsyncIterator[Slack]:
    """A loopback Slack; the test ends with nothing a judge objects to, and with answers that Slack documents."""
    async with judged(Slack()) as server:
        yield server
    assert [told for call in server.calls for told in scope_objections(call.method, call.scopes)] == []
    errors = {(call.method, call.answer["error"]) for call in server.calls if "error" in call.answer}
    assert [told for method, error in errors for told in answer_objections(method, error)] == []


@pytest.fixture
def client(slack: Slack) -> AsyncWebClient:
    """The bot's own, of slack_sdk, which tries nothing twice."""
    return AsyncWebClient(token=slack.installation.token, base_url=slack.base_url, retry_handlers=[])
