import pytest

from bot.testing.days import Day


@pytest.fixture
def day() -> Day:
    return Day()
