from collections.abc import AsyncIterator

import pytest

from tests.chats.slack.rooms import TRANSPORTS, Room, running
from tests.loopback.slack import Person, Slack, judged


@pytest.fixture
async def slack() -> AsyncIterator[Slack]:
    """A loopback Slack whose judges have nothing against what we sent."""
    async with judged(Slack()) as server:
        yield server


@pytest.fixture(params=TRANSPORTS)
async def room(slack: Slack, request: pytest.FixtureRequest) -> AsyncIterator[Room]:
    """A bot in it, over sockets and over HTTP."""
    async with running(Room(slack, transport=request.param)) as one:
        yield one


@pytest.fixture
def ada(slack: Slack) -> Person:
    """An admin of the workspace."""
    return slack.person("Ada", admin=True, tz="Europe/Berlin", locale="en-GB")


@pytest.fixture
def ben(slack: Slack) -> Person:
    return slack.person("Ben", tz="America/New_York")
