"""Everybody there is, and a room on a real database in which each of them does something."""

import copy
import re
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from bot.app import open_world
from bot.core.hearing import hear
from bot.core.heartbeat import beat
from bot.core.messages import Accept, Answer, Ask, Command, Correct, Deed, Fill, Filled, Person, Show, Submission
from bot.core.records import Community
from bot.core.rehearsing import _number as rehearsal_of
from bot.core.scorecards import CorrectionView
from bot.core.world import World
from bot.quiz.ids import Place, QuestionId, RoundId, SubmissionId
from bot.quiz.lives import Live
from bot.quiz.schedules import Slot
from bot.quiz.setups import changed
from bot.store.sqlite import SQLiteStore
from bot.testing.clocks import FakeClock
from bot.testing.days import MORNING, Day, person
from bot.testing.questions import a_choice, a_coding, an_output
from tests.core.test_leaks import texts

HERE, SECOND = Place("paper:server:here"), Place("paper:server:second")
THERE, NOWHERE = Place("paper:other:there"), Place("paper:ada")
SCHEDULE = "daily 09:00 UTC open=8h reveal=1h pin=2026-11-24:q0,2026-11-25:q1,2026-11-26:q2,2026-11-27:code"
SUGGESTED = {"kind": "output", "prompt": "changed", "program": "print(2)", "answer": "2", "why": "so"}


class Who(Enum):
    """Name, place, and whether their chat calls them a moderator there.

    `VISITOR` is the learner in the place of another community; `ELSEWHERE` moderates that, and names what is of this
    one from there; `DIRECT` is the learner in a place that belongs to nobody.
    """

    STRANGER = "eve", HERE, False
    LEARNER = "ada", HERE, False
    MUTED = "mia", HERE, False
    VISITOR = "ada", THERE, False
    ELSEWHERE = "otto", THERE, True
    MODERATOR = "mo", HERE, True
    DIRECT = "ada", NOWHERE, True

    @property
    def person(self) -> Person:
        name, place, moderator = self.value
        return person(name, moderator=moderator, place=place)

    @property
    def place(self) -> Place:
        return self.value[1]


TOMORROW = MORNING.replace(day=28, hour=9)
_BY_ADA: Mapping[str, Any] = {"who": person("ada"), "place": HERE}


def _code(told: str) -> str:
    found = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", told)
    assert found is not None, told
    return found[0]


@dataclass(kw_only=True)
class Room:
    """A community with three days behind it and a question open, on a real database; another one beside it."""

    world: World
    store: SQLiteStore
    here: Community
    database: Path
    clock: FakeClock
    rounds: dict[str, RoundId] = field(default_factory=dict)
    """`open`, `planned` (nobody was asked it yet), `night`, `preview`."""
    codes: dict[str, str] = field(default_factory=dict)
    """`code` of the last correction shown; `linked`, zoe's; `invited`, told by mo."""

    def meant(self, text: str) -> str:
        """With the code that is meant; where none was given, with one that is none."""
        for name in ("code", "linked", "invited"):
            text = text.replace(f"{{{name}}}", self.codes.get(name, "NONE-KEPT"))
        return text

    async def hears(self, deed: Deed) -> str:
        """Somebody does something; returns all they are shown for it."""
        answered: Answer = await hear(self.world, deed)
        seen: list[object]
        match answered:
            case Accept(then=then):
                seen = [await then()]
            case Show(view=view, then=then):
                seen = [view, await then() if then else None]
            case Ask(card=shown) | Fill(form=shown):
                seen = [shown]
            case Correct(message=message):
                seen = [message]
        for one in seen:
            if isinstance(one, CorrectionView):
                self.codes["code"] = one.code
        return "\n".join(text for one in seen for text in texts(one))

    async def commands(self, name: str, text: str, *, place: Place = HERE, moderator: bool = False) -> str:
        who, word, rest = person(name, moderator=moderator, place=place), *text.partition(" ")[::2]
        return await self.hears(Command(who=who, place=place, name=word, text=rest))

    async def lives(self) -> None:
        """Four mornings, and what people did on them."""
        for day in (24, 25, 26, 27):
            await self.clock.advance_to(MORNING.replace(hour=9, day=day))
            await beat(self.world)
            if day == 24:
                await self.answers("ada", "7")
                await self.answers("mia", "42")
        await self.hears(Filled(**_BY_ADA, id=SubmissionId("s1"), form="suggest", about="", values=SUGGESTED))
        await self.hears(Command(**_BY_ADA, name="report", text="key it is b", round=RoundId(1)))
        await self.commands("mo", "mute paper:mia because", moderator=True)
        told = await self.commands("ada", "link")
        await self.commands("ada-too", f"link {_code(told)} yes")
        self.codes["linked"] = _code(await self.commands("zoe", "link", place=THERE))
        self.codes["invited"] = _code(await self.commands("mo", "invite", moderator=True))
        slot = Slot(date=date(2026, 11, 28), opens=TOMORROW, closes=TOMORROW, reveals=TOMORROW)
        planned = await self.store.plan(self.here.id, "2026-11-28", slot, a_choice("last"))
        self.rounds |= {"planned": planned.id, "open": RoundId(4), "preview": rehearsal_of(QuestionId("last"))}
        self.rounds["night"] = Live(id=1, community=self.here.id, place=HERE, title="", questions=()).round

    async def answers(self, name: str, text: str) -> None:
        await self.hears(Submission(id=SubmissionId(name), who=person(name), place=HERE, answer=text))

    def content(self) -> list[str]:
        """Everything that is written down."""
        with closing(sqlite3.connect(self.database)) as file:
            return sorted(file.iterdump())


_REMEMBERED = ("previews", "paces", "suggesting", "drafts", "invitations", "links")
"""What a world keeps in mind beside its ports."""


@dataclass(frozen=True, kw_only=True)
class Lived:
    """What three days leave behind: ada had the first wrong and mia right, mia is muted, ada suggested and reported."""

    room: Room
    day: Day
    written: bytes


@asynccontextmanager
async def room(folder: Path, *after: str) -> AsyncIterator[Room]:
    """A room in which three days were lived, and then what a moderator does."""
    lived = _lived.get("room") or _lived.setdefault("room", await _live(folder / "lived.sqlite"))
    (folder / "room.sqlite").write_bytes(lived.written)
    day = _new_day()
    day.chat.paper = copy.deepcopy(lived.day.chat.paper)
    await day.clock.advance_to(lived.day.clock.now())
    async with _opened(day, folder / "room.sqlite") as world:
        mind = {name: copy.deepcopy(getattr(lived.room.world, name)) for name in _REMEMBERED}
        made = _room(replace(world, **mind), day, folder / "room.sqlite", lived.room.here)
        made.rounds, made.codes = dict(lived.room.rounds), dict(lived.room.codes)
        for one in after:
            await made.commands("mo", one, moderator=True)
        yield made


_lived: dict[str, Lived] = {}
"""Lived once a process: every room is a copy."""


async def _live(database: Path) -> Lived:
    day = _new_day()
    async with _opened(day, database) as world:
        here = await world.agenda.enrol(HERE, changed(None, SCHEDULE), now=MORNING)
        await world.places.join(here.id, SECOND, now=MORNING)
        await world.agenda.enrol(THERE, changed(None, "daily 21:00 UTC"), now=MORNING)
        made = _room(world, day, database, here)
        await made.lives()
    return Lived(room=made, day=day, written=database.read_bytes())


def _new_day() -> Day:
    asked = [an_output(f"q{at}", topic=f"{'abc'[at]}/x") for at in range(3)]
    day = Day(*asked, replace(a_coding("code"), hints=("add it",)), a_choice("last"))
    day.chat.missing[NOWHERE] = ["Questions are asked in channels only."]
    return day


@asynccontextmanager
async def _opened(day: Day, database: Path) -> AsyncIterator[World]:
    given = day.world
    rooms = open_world(
        database=database,
        bank=given.bank,
        judge=day.judge,
        chats=given.chats,
        clock=day.clock,
        versions=given.versions,
    )
    async with rooms as world:
        yield replace(world, workshop=day.workshop)


def _room(world: World, day: Day, database: Path, here: Community) -> Room:
    assert isinstance(world.agenda, SQLiteStore)
    return Room(world=world, store=world.agenda, here=here, database=database, clock=day.clock)
