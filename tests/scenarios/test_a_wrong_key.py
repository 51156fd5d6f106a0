"""A day on which the key was wrong, as the console shows it: the real console, core and SQLite; only the clock is ours."""

import io
import re
from dataclasses import replace
from functools import partial
from pathlib import Path

from bot.chats.console import ConsoleChat
from bot.core.hearing import hear
from bot.core.heartbeat import beat
from bot.core.world import World
from bot.quiz.ids import Place
from bot.quiz.setups import parse
from bot.store.sqlite import SQLiteStore
from bot.testing.days import MORNING, Day
from bot.testing.questions import a_choice

PLACE = Place("console")

NOON = """\
ada> privacy alias Night Owl
bot (only ada sees this)> Boards show you as ~Night Owl~, in everything you ever earned. `privacy public` shows ada again.
ada> a
bot (only ada sees this)> ✓ Right
  why 0
     +10  level 1
  You have 10 points, rank 1 of 1

  Because of choice.
  ▶ guessed · me
ben> b
bot (only ben sees this)> ✗ Not yet
  why 1
      +1  for taking part, once a day
  You have 1 point, rank 2 of 2 · 4 tries left
  ▶ answer · hint · me
cleo> c
bot (only cleo sees this)> ✗ Not yet
  why 2
      +1  for taking part, once a day
  You have 1 point, rank 2 of 3 · 4 tries left
  ▶ answer · hint · me
board
bot (only mo sees this)> All time
    1. ~Night Owl~  10
    2. ben  1
    2. cleo  1
  Winner: ~Night Owl~
  ▶ board today|week|season|streak|sprint|topics|all text
rekey d
bot (only mo sees this)> That cannot be the key. There is no option d. The options are A to C.
rekey b
bot (only mo sees this)> The right answer to “The choice question” of 2026-11-24 becomes: B. option 1
  2 scores change, 2 ranks.
    ben: 1 → 10 points, rank 2 → 1
    ~Night Owl~: 10 → 1 point, rank 1 → 2
  Nothing is changed yet. `confirm CODE` does exactly this.
dan> b
bot (only dan sees this)> ✗ Not yet
  why 1
      +1  for taking part, once a day
  You have 1 point, rank 2 of 4 · 4 tries left
  ▶ answer · hint · me
"""
EVENING = """\
confirm CODE
bot (only mo sees this)> The ledger has changed since that preview, so nothing was done. It would do this now:
  The right answer to “The choice question” of 2026-11-24 becomes: B. option 1
  3 scores change, 4 ranks.
    ben: 1 → 10 points, rank 2 → 1
    dan: 1 → 10 points, rank 2 → 1
    cleo: 1 point, rank 2 → 3
    ~Night Owl~: 10 → 1 point, rank 1 → 3
  Nothing is changed yet. `confirm CODE` does exactly this.
"""
NIGHT = """\
confirm CODE
bot> The key of “The choice question” of 2026-11-24 was corrected, and every answer was scored anew. \
3 scores change, 4 ranks.
bot (only mo sees this)> Done. 3 scores change, 4 ranks. A note told everybody.
board
bot (only mo sees this)> All time
    1. ben  10
    1. dan  10
    3. cleo  1
    3. ~Night Owl~  1
  Winner: ben, dan
  ▶ board today|week|season|streak|sprint|topics|all text
ben> me why
bot (only ben sees this)> The choice question (2026-11-24): 10 points
     +10  level 1
  This season: 10 points; days played: 1 (the best 20 count).
ada> me why
bot (only ada sees this)> The choice question (2026-11-24): 1 point
      +1  for taking part, once a day
  This season: 1 point; days played: 1 (the best 20 count).
"""


async def test_a_wrong_key_is_found_at_noon_and_mended_at_night(tmp_path: Path) -> None:
    async with SQLiteStore.open(tmp_path / "askling.sqlite") as store:
        world = await a_console_room(store)
        code = "CODE"
        for script in (NOON, EVENING, NIGHT):
            shown = await played(world, typed(script).replace("CODE", code))
            assert re.sub(r"confirm [0-9a-f]{6}", "confirm CODE", shown) == script
            code = (re.findall(r"confirm ([0-9a-f]{6})` does", shown) or [code])[-1]


async def a_console_room(store: SQLiteStore) -> World:
    """The tests' study room on a real file, at nine o'clock, with its question asked."""
    day = Day(a_choice())
    world = replace(day.world, agenda=store, ledger=store, boards=store, corrections=store, sprints=store)
    world = replace(world, outbox=store, watch=store)
    await world.agenda.enrol(PLACE, parse("daily 09:00 UTC"), now=MORNING)
    await day.clock.advance_to(MORNING.replace(hour=9))
    await beat(replace(world, chats={"console": ConsoleChat(stdin=io.BytesIO(), stdout=io.StringIO())}))
    return world


def typed(script: str) -> str:
    """What people say in a transcript; the rest is the bot's."""
    return "".join(line for line in script.splitlines(keepends=True) if not re.match(r"bot[ >]| |\n", line))


async def played(world: World, lines: str) -> str:
    """The whole transcript when these lines are typed."""
    out = io.StringIO()
    chat = ConsoleChat(stdin=io.BytesIO(lines.encode()), stdout=out, me="mo", session=lines[:20], echo=True)
    await chat.listen(partial(hear, replace(world, chats={"console": chat})))
    return out.getvalue()
