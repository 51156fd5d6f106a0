from collections.abc import AsyncIterator

import pytest

from tests.loopback.slack import Slack, judged


@pytest.fixture
async def slack() -> AsyncIterator[Slack]:
    """A loopback Slack; the test ends with nothing a judge objects to."""
    async with judged(Slack()) as server:
        yield server
