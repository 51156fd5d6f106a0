from collections.abc import AsyncIterator

import pytest

from bot.judge import SubprocessJudge


@pytest.fixture
async def judge() -> AsyncIterator[SubprocessJudge]:
    async with SubprocessJudge() as judge:
        yield judge
