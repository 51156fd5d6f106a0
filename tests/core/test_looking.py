"""Who leaves is hidden from the boards of the community they left, and comes back with all they earned."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core import looking
from bot.core.heartbeat import beat
from bot.core.scorecards import BoardView, ProgressView
from bot.quiz.errors import Busy, Refused
from bot.quiz.ids import Address, Place
from bot.quiz.setups import changed
from bot.testing.chats import PaperChat
from bot.testing.days import MORNING, PLACE, Day
from bot.testing.questions import an_output

SLATE, OTHER = Place("slate:T1:C1"), Place("paper:other")
MANY = [an_output(f"q{at}", topic=f"{'abc'[at % 3]}/x") for at in range(30)]
ADA = Address("paper:ada")


class Counting(PaperChat):
    """Counts who it is asked about; a place of another chat is none of its business."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Address] = []
        self.trouble: Exception | None = None
        self.slow = False

    async def present(self, place: Place, address: Address) -> bool:
        assert place.partition(":")[0] == address.partition(":")[0]
        self.asked.append(address)
        if self.slow:
            await asyncio.Event().wait()
        if self.trouble is not None:
            raise self.trouble
        return await super().present(place, address)


async def a_class() -> tuple[Day, Counting, Counting]:
    """Three people on paper and a place on a slate; everybody has answered and been looked at."""
    day, paper, slate = Day(*MANY), Counting(), Counting()
    day.world = replace(day.world, chats={"paper": paper, "slate": slate})
    community = await day.store.enrol(PLACE, changed(None, "daily 09:00 UTC"), now=MORNING)
    await day.store.join(community.id, SLATE, now=MORNING)
    await day.at(9)
    for name in ("ada", "ben", "cleo"):
        await day.verdict(name, "42")
    await day.at(10)
    return day, paper, slate


async def board(day: Day, place: Place = PLACE) -> Sequence[str]:
    view = await day.asks("cleo", "board", place=place)
    assert isinstance(view, BoardView)
    return [row.name for row in view.rows]


async def test_who_leaves_is_hidden_and_who_returns_is_back() -> None:
    day, paper, _ = await a_class()
    paper.left.add(ADA)
    await day.at(12, day=25)
    assert await board(day) == ["ben", "cleo"]
    mine = await day.asks("ada", "me")
    assert isinstance(mine, ProgressView)
    assert mine.points == 10
    paper.left.clear()
    await day.at(13, day=26)
    assert await board(day) == ["ada", "ben", "cleo"]


async def test_who_answers_is_back_at_once() -> None:
    day, paper, _ = await a_class()
    paper.left.add(ADA)
    await day.at(9, day=25)
    await day.at(12, day=25)
    assert await board(day) == ["ben", "cleo"]
    await day.verdict("ada", "42")
    assert await board(day) == ["ada", "ben", "cleo"]


async def test_nobody_is_looked_for_twice_a_day() -> None:
    day, paper, _ = await a_class()
    assert len(paper.asked) == 3
    for hour in range(11, 20):
        await day.at(hour)
    assert len(paper.asked) == 3
    await day.at(10, day=25)
    assert len(paper.asked) == 3
    await day.at(11, day=25)
    assert len(paper.asked) == 6


async def test_it_is_looked_at_every_place_and_address_of_a_person() -> None:
    day, paper, slate = await a_class()
    code = (await day.note("ada", "link")).partition("/quiz link ")[2][:9]
    await day.note("ada", "link", f"{code} yes", place=SLATE)
    paper.left.add(ADA)
    await day.at(12, day=25)
    assert await board(day) == ["ada", "ben", "cleo"]
    slate.left.add(Address("slate:ada"))
    await day.at(13, day=26)
    assert await board(day) == ["ben", "cleo"]


async def test_leaving_one_community_hides_nobody_in_another() -> None:
    day, paper, _ = await a_class()

    async def only_here(place: Place, address: Address) -> bool:
        return (place, address) != (PLACE, ADA)

    await day.store.enrol(OTHER, changed(None, "daily 09:00 UTC"), now=day.clock.now())
    await day.at(9, day=25)
    await day.verdict("ada", "42", place=OTHER)
    paper.present = only_here  # type: ignore[method-assign]
    await day.at(12, day=26)
    assert await board(day) == ["ben", "cleo"]
    assert await board(day, OTHER) == ["ada"]


@pytest.mark.parametrize("trouble", [Refused("I may not look."), Busy("Wait.", seconds=60)])
async def test_where_a_chat_cannot_tell_nobody_is_hidden_and_nobody_comes_back(trouble: Exception) -> None:
    day, paper, _ = await a_class()
    paper.left.add(ADA)
    await day.at(12, day=25)
    paper.trouble = trouble
    paper.left = {Address("paper:ben")}
    await day.at(13, day=26)
    assert await board(day) == ["ben", "cleo"]
    paper.trouble = None
    await day.at(14, day=27)
    assert await board(day) == ["ada", "cleo"]


async def test_a_chat_that_is_not_connected_hides_nobody() -> None:
    day, paper, slate = await a_class()
    paper.left.add(ADA)
    day.world = replace(day.world, chats={"slate": slate})
    await day.at(12, day=25)
    day.world = replace(day.world, chats={"paper": paper, "slate": slate})
    assert await board(day) == ["ada", "ben", "cleo"]


async def test_a_chat_that_is_slow_to_tell_holds_up_no_question(monkeypatch: pytest.MonkeyPatch) -> None:
    day, paper, _ = await a_class()
    monkeypatch.setattr(looking, "LOOK_SECONDS", 0.01)
    paper.slow = True
    await day.clock.advance_to(MORNING.replace(hour=9, day=26))
    async with asyncio.timeout(5):
        await beat(day.world)
    (community,) = await day.store.communities()
    assert len(await day.store.rounds(community.id)) == 2
    paper.slow = False
    paper.left.add(ADA)
    await beat(day.world)
    assert await board(day) == ["ben", "cleo"]


async def test_many_people_are_looked_for_little_by_little() -> None:
    day, paper, _ = await a_class()
    for at in range(60):
        await day.verdict(f"p{at}", "42")
    paper.asked.clear()
    for beats in (25, 50, 60):
        await beat(day.world)
        assert len(paper.asked) == beats
    await day.clock.advance(timedelta(minutes=1))
    await beat(day.world)
    assert len(paper.asked) == 60


async def test_who_hides_themselves_is_not_looked_for_and_stays_hidden() -> None:
    day, paper, _ = await a_class()
    await day.note("ada", "privacy", "hidden")
    paper.asked.clear()
    await day.at(12, day=25)
    assert ADA not in paper.asked
    assert await board(day) == ["ben", "cleo"]
