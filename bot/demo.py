"""One whole day, headless, on the real core, judge and SQLite; only the clock is handed in."""

import io
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from bot.app import CONSOLE, open_world
from bot.bank.filebank import FileBank
from bot.chats.console import ConsoleChat
from bot.core.hearing import hear
from bot.core.heartbeat import beat
from bot.core.world import World
from bot.judge import SubprocessJudge, base_interpreter
from bot.quiz.errors import BankTrouble
from bot.quiz.ids import QuestionId
from bot.quiz.setups import parse
from bot.testing.clocks import FakeClock

QUESTION = QuestionId("fair-shares")
MORNING = datetime(2026, 11, 24, 8, tzinfo=UTC)
SESSION = "demo"
BENS_MESSAGE = 2
"""Ben's is the second answer of the day, so its second delivery has this number again."""

_LAZY = """\
ada> answer
```python
def fair_shares(cents, people):
    return [round(cents / people)] * people
```
"""
_RIGHT = """\
{who}> answer
```python
def fair_shares(cents, people):
    if people < 1:
        raise ValueError(people)
    share, left_over = divmod(cents, people)
    return [share + 1] * left_over + [share] * (people - left_over)
```
"""
_ENDLESS = """\
cleo> answer
```python
def fair_shares(cents, people):
    while sum(shares := [cents // people] * people) < cents:
        pass
    return shares
```
"""
_DAY = (_LAZY, "ben> hint\n", _RIGHT.format(who="ben"), _ENDLESS, _RIGHT.format(who="ada"))
_EVENING = ("ada> board\n", "ben> me\n")


async def play(out: TextIO) -> None:
    """Play the day and write the transcript.

    Raises:
        Trouble: a room could not do its part; the transcript ends there.
    """
    bank, _ = FileBank.load(None)
    if bank.question(QUESTION) is None:
        raise BankTrouble(f"The built-in bank has no question {QUESTION}.")
    clock, python = FakeClock(MORNING), (3, 11)
    with TemporaryDirectory(prefix="askling-demo-") as folder:
        async with (
            SubprocessJudge(pythons={python: base_interpreter()}, default=python) as judge,
            open_world(
                database=Path(folder) / "demo.sqlite",
                bank=bank,
                judge=judge,
                chats={"console": _console("", out)},
                clock=clock,
                versions=(python,),
            ) as world,
        ):
            await _day(world, clock, out)


async def _day(world: World, clock: FakeClock, out: TextIO) -> None:
    schedule = parse(f"daily 09:00 UTC open=12h pin={MORNING.date()}:{QUESTION}")
    await world.agenda.enrol(CONSOLE, schedule, now=clock.now())
    await _at(world, clock, out, 9)
    await _says(world, "".join(_DAY), out)
    out.write("\n--- the platform delivers ben's message a second time ---\n")
    await _says(world, _RIGHT.format(who="ben"), out, first=BENS_MESSAGE)
    await _at(world, clock, out, 21)
    await _says(world, "".join(_EVENING), out)


async def _at(world: World, clock: FakeClock, out: TextIO, hour: int) -> None:
    await clock.advance_to(MORNING.replace(hour=hour))
    out.write(f"\n--- {clock.now():%A %H:%M} UTC ---\n")
    chat = _console("", out)
    await beat(replace(world, chats={"console": chat}))


async def _says(world: World, lines: str, out: TextIO, *, first: int = 1) -> None:
    """Let people type; `first` numbers the first answer, so that a second delivery has the first one's id."""
    chat = _console(lines, out, first=first)
    await chat.listen(partial(hear, replace(world, chats={"console": chat})))


def _console(lines: str, out: TextIO, *, first: int = 1) -> ConsoleChat:
    return ConsoleChat(stdin=io.BytesIO(lines.encode()), stdout=out, session=SESSION, first=first, echo=True)
