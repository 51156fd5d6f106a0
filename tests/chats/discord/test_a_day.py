"""A day in a community on the loopback Discord: what people press is what is really on their screens."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial

import pytest

from bot.core.hearing import hear
from bot.core.heartbeat import beat
from bot.core.world import World
from bot.testing.days import Day
from tests.chats.discord.stand import Stand
from tests.loopback.discord import Person, Reply


class StudyHall:
    """The game on fakes, the room and its Discord real."""

    def __init__(self, stand: Stand) -> None:
        self.stand, self.day = stand, Day()
        self.mo = self.joins("Mo", "manage_guild")

    def joins(self, name: str, *permissions: str, locale: str = "en-US") -> Person:
        """Somebody new, who looks at the channel."""
        return self.stand.server.person(name, *permissions, locale=locale).go(self.stand.daily)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[World]:
        """A bot that was just started."""
        chat = self.stand.chat()
        world = replace(self.day.world, chats={"discord": chat})
        async with self.stand.listening(partial(hear, world), chat):
            yield world

    async def at(self, world: World, hour: int, day: int = 24) -> None:
        """The clock shows this hour, and the heart beats."""
        await self.day.clock.advance_to(self.day.clock.now().replace(hour=hour, day=day))
        await beat(world)


@pytest.fixture
def hall(stand: Stand) -> StudyHall:
    return StudyHall(stand)


async def test_a_day_from_setup_to_the_board_with_a_restart_in_between(hall: StudyHall) -> None:
    ada, ben = hall.joins("Ada"), hall.joins("Ben")
    async with hall.open() as world:
        act = await hall.mo.use("/quiz-admin setup", days="daily", at="09:00", zone="UTC", open="12h", reveal="1h")
        assert (await act.answer("daily 09:00 UTC")).private
        await hall.at(world, 9)
        card = ada.sees("Open until")
        assert card.buttons == ["Answer", "Hint", "Report", "My progress"]
        act = await ada.press("Answer")
        assert act.replied is Reply.MODAL
        right, wrong = sorted(act.modal.options("Choose one"))[:2]  # each person has an order of their own
        act = await act.modal.fill({"Choose one": wrong}).submit()
        assert "tries left" in (await act.answer()).text
    async with hall.open() as world:
        act = await ada.press("Answer", on=card)
        act = await act.modal.fill({"Choose one": right}).submit()
        assert "Right" in (await act.answer()).text
        act = await ben.press("Answer", on=card)
        act = await act.modal.fill({"Choose one": right}).submit()
        assert "rank 1 of 2" in (await act.answer("Right")).text
        act = await (await ben.press("Answer", on=card)).modal.fill({"Choose one": right}).submit()
        assert "solved this one already" in (await act.answer()).text
        await hall.at(world, 21)
        assert "This question is closed." in card.text
        await hall.at(world, 22)
        assert "2 of 2 solved it" in card.text
        act = await ada.use("/quiz board")
        assert "Ben" in (await act.answer("Ada")).text
    assert hall.stand.slept == []
