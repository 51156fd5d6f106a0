"""A backup every night, the missed one at once, and the oldest let go."""

import asyncio
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.nightly import every_night, name_of, until
from bot.quiz.errors import StoreTrouble
from bot.testing.clocks import FakeClock

EVENING = datetime(2026, 11, 24, 20, tzinfo=UTC)


class Nights:
    """A database, its backups, and time."""

    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock(EVENING)
        self.database, self.folder = folder / "askling.sqlite", folder / "backups"
        self.database.touch()
        self.folder.mkdir()
        self.fails = 0

    async def back_up(self, database: Path, to: Path) -> None:
        assert database == self.database
        if self.fails:
            self.fails -= 1
            raise StoreTrouble("The disk is full.")
        to.touch()

    def begin(self, keep: int = 14) -> asyncio.Task[None]:
        work = every_night(self.database, self.folder, time(3, 30), keep, clock=self.clock, back_up=self.back_up)
        return asyncio.create_task(work)

    async def pass_time(self, span: timedelta) -> None:
        for _ in range(5):
            await asyncio.sleep(0)
        await self.clock.advance(span)

    @property
    def made(self) -> list[str]:
        return sorted(file.stem.removeprefix("askling-") for file in self.folder.iterdir())


@pytest.fixture
def nights(tmp_path: Path) -> Nights:
    return Nights(tmp_path)


async def end(work: asyncio.Task[None]) -> None:
    work.cancel()
    await asyncio.gather(work, return_exceptions=True)


async def test_the_first_is_made_at_once_and_then_one_a_night(nights: Nights) -> None:
    work = nights.begin()
    await nights.pass_time(timedelta(days=2))
    await end(work)
    assert nights.made == ["20261124-200000", "20261125-033000", "20261126-033000"]


async def test_a_restart_in_between_makes_none_and_a_missed_night_is_made_up_for(nights: Nights) -> None:
    (nights.folder / name_of(nights.database, EVENING - timedelta(hours=10))).touch()
    work = nights.begin()
    await nights.pass_time(timedelta(hours=1))
    await end(work)
    assert nights.made == ["20261124-100000"]
    await nights.clock.advance(timedelta(days=2))
    work = nights.begin()
    await nights.pass_time(timedelta(0))
    await end(work)
    assert nights.made == ["20261124-100000", "20261126-210000"]


async def test_only_the_newest_are_kept_and_no_file_of_anybody_else_is_touched(nights: Nights) -> None:
    (nights.folder / "askling-by-hand.sqlite").touch()
    work = nights.begin(keep=2)
    await nights.pass_time(timedelta(days=4))
    await end(work)
    assert nights.made == ["20261127-033000", "20261128-033000", "by-hand"]


async def test_one_that_failed_is_tried_again_in_an_hour(nights: Nights) -> None:
    nights.fails = 2
    work = nights.begin()
    await nights.pass_time(timedelta(hours=2, minutes=1))
    await end(work)
    assert nights.made == ["20261124-220000"]


async def test_before_there_is_a_database_it_waits_for_one(nights: Nights) -> None:
    nights.database.unlink()
    work = nights.begin()
    await nights.pass_time(timedelta(minutes=3))
    assert nights.made == []
    nights.database.touch()
    await nights.pass_time(timedelta(minutes=1))
    await end(work)
    assert nights.made == ["20261124-200400"]


async def test_it_works_until_it_is_stopped(nights: Nights) -> None:
    stop = asyncio.Event()
    work = every_night(nights.database, nights.folder, time(3, 30), 1, clock=nights.clock, back_up=nights.back_up)
    working = asyncio.create_task(until(stop, work))
    await nights.pass_time(timedelta(hours=1))
    assert not working.done()
    stop.set()
    await working
