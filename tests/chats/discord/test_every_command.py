"""Every command that Discord offers is answered by the real core, to whom it is for and to nobody else."""

import copy
from collections.abc import AsyncIterator
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from bot.chats.discord.commands import Sub, Takes
from bot.chats.discord.offered import ADMIN, MODERATORS, QUIZ
from bot.core.hearing import hear
from bot.core.world import World
from bot.testing.days import Day
from bot.testing.questions import a_choice, a_coding
from bot.testing.stores import MemoryStore
from tests.chats.discord.stand import Stand
from tests.loopback.discord import Act, Person, Reply
from tests.loopback.discord.interactions import Did

GIVEN: dict[str, str] = {
    "topic": "names",
    "question": "choice",
    "by": "2h",
    "key": "b",
    "credit": "full",
    "points": "+5",
    "why": "because",
    "code": "ABC",
    "place": "discord:1:2",
}
FORBIDDEN = "Only a moderator can do that here."


class Room:
    """A community with an open question, on fakes; its Discord is real."""

    def __init__(self, stand: Stand, world: World, store: MemoryStore) -> None:
        self.stand, self.world, self.store = stand, world, store
        self.ada = stand.server.person("Ada").go(stand.daily)
        self.mo = stand.server.person("Mo", "manage_guild").go(stand.daily)

    def options(self, sub: Sub) -> dict[str, Any]:
        """Something sensible for each option that is required."""
        wanted = [one for one in sub.options if one.required]
        return {one.name: self.ada.user if one.takes is Takes.PERSON else GIVEN[one.name] for one in wanted}

    async def gives(self, who: Person, path: str, sub: Sub) -> Act:
        """A command, with all it needs."""
        within = f"{sub.within} " if sub.within else ""
        act = await who.use(f"{path} {within}{sub.name}", **self.options(sub))
        if act.replied is not Reply.MODAL:
            await act.answer()
        return act


@pytest.fixture
async def room(stand: Stand) -> AsyncIterator[Room]:
    day = Day(a_choice(), a_coding(), a_choice("third"))
    chat = stand.chat()
    world = replace(day.world, chats={"discord": chat})
    async with stand.listening(partial(hear, world), chat):
        made = Room(stand, world, day.store)
        await (await made.mo.use("/quiz-admin setup", days="daily", at="09:00", zone="UTC")).answer("daily 09:00")
        await (await made.mo.use("/quiz-admin post")).answer("Posted")
        yield made


@pytest.mark.parametrize("sub", QUIZ, ids=lambda one: one.name)
async def test_a_learner_is_answered_alone_and_kindly(room: Room, sub: Sub) -> None:
    before = len(room.stand.messages())
    act = await room.gives(room.ada, "/quiz", sub)
    if act.shown:
        assert act.shown.private
        assert "went wrong" not in act.shown.text
        assert "I do not know" not in act.shown.text
    assert len(room.stand.messages()) == before


@pytest.mark.parametrize("sub", ADMIN, ids=lambda one: one.name)
async def test_a_moderator_is_answered_alone_and_kindly(room: Room, sub: Sub) -> None:
    act = await room.gives(room.mo, "/quiz-admin", sub)
    if act.shown:
        assert act.shown.private
        for said in ("went wrong", "I do not know `", FORBIDDEN):
            assert said not in act.shown.text


@pytest.mark.parametrize("sub", ADMIN, ids=lambda one: one.name)
async def test_a_learner_who_forges_a_moderators_command_does_nothing(room: Room, sub: Sub) -> None:
    shown, before = [one.components for one in room.stand.messages()], copy.deepcopy(vars(room.store))
    given = [{"name": name, "type": 3, "value": str(value)} for name, value in room.options(sub).items()]
    leaf = {"name": sub.name, "type": 1, "options": given}
    options = [{"name": sub.within, "type": 2, "options": [leaf]}] if sub.within else [leaf]
    data = {"id": "1", "name": MODERATORS, "type": 1, "options": options}
    forged = room.stand.server.interactions.begin(Did.COMMAND, room.ada.user, room.stand.daily, data)
    await room.stand.until(lambda: forged.replied is not None)
    act = Act(forged, room.ada)
    assert FORBIDDEN in (await act.answer()).text
    assert [one.components for one in room.stand.messages()] == shown
    assert vars(room.store) == before
