"""Where a transcript is played: the real core, store, bank and judge, and one chat; only the clock is ours."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from bot.app import open_world
from bot.bank.filebank import FileBank
from bot.core.heartbeat import beat, wake
from bot.core.ports import Chat
from bot.core.world import World
from bot.judge import SubprocessJudge, base_interpreter
from bot.quiz.ids import Address
from bot.testing.clocks import FakeClock
from tests.scenarios.payloads import Payload
from tests.scenarios.transcripts import Step, found, reads, said
from tests.scenarios.walking import Walk

MORNING = datetime(2026, 11, 23, 8, tzinfo=UTC)
PYTHON = (3, 11)
MODERATOR = "mo"
TYPING = timedelta(seconds=3)
"""Nobody says two things at once; and Slack takes one change of a message in that time."""
_OWN = ("answer", "review", "report", "run", "sprint", "fill")
"""Words behind which people say something of their own."""
_TOLD = ("clock", "locale", "bot", "nobody reads")


class Stage(Protocol):
    """One chat with people in it."""

    patience: float
    """Seconds in which everything is shown that comes of what was done; only a failing step waits for them."""

    @property
    def chats(self) -> Mapping[str, Chat]:
        """What the bot is given; new after `restart`."""
        ...

    async def opens(self, world: World) -> None:
        """The bot is there, for the first time or again; people reach it."""
        ...

    async def closes(self) -> None:
        """The bot ends."""
        ...

    async def says(self, who: str, text: str) -> str:
        """Somebody says something; returns what they alone are shown for it, as `alone` does.

        `fill FIELD: …` and `send` are about the form they were given. `mo` is a moderator.
        """
        ...

    def alone(self, who: str) -> str:
        """What they alone are shown by now for what they said last, and what they could press: `▶ board week`."""
        ...

    async def speaks(self, who: str, locale: str) -> None:
        """Somebody's chat speaks a language with them; said before anything of theirs."""
        ...

    def public(self) -> list[str]:
        """What everybody can read now, a text a message."""
        ...

    def sent(self) -> list[Payload]:
        """What the bot sent since this was asked last, as it went over the wire."""
        ...

    def address(self, who: str) -> Address:
        """Who somebody is to the bot."""
        ...


@dataclass(slots=True)
class Play:
    """One transcript on one stage."""

    stage: Stage
    clock: FakeClock
    database: Path
    judge: SubprocessJudge
    bank: FileBank
    walk: Walk = field(default_factory=Walk)

    async def run(self, script: list[Step]) -> None:
        """Play it; a step that does not happen is an AssertionError with its line."""
        kept: dict[str, str] = {}
        for part in _parts(script):
            async with self._bot() as world:
                for step in part:
                    await self._step(world, step, kept)
                    await self.walks(world, step)

    async def walks(self, world: World, step: Step) -> None:
        """Look at all that was sent meanwhile."""
        if step.who not in _TOLD and not step.to and step.who != MODERATOR:
            word, *rest = step.text.split(maxsplit=1)
            self.walk.said(self.stage.address(step.who), rest[0] if rest and word in _OWN else "")
        await self._look(world)

    async def _look(self, world: World) -> None:
        await self.walk.look(world, self.stage.sent(), {self.stage.address(MODERATOR)})

    @asynccontextmanager
    async def _bot(self) -> AsyncIterator[World]:
        async with AsyncExitStack() as rooms:
            world = await rooms.enter_async_context(
                open_world(
                    database=self.database,
                    bank=self.bank,
                    judge=self.judge,
                    chats=self.stage.chats,
                    clock=self.clock,
                    versions=(PYTHON,),
                )
            )
            await wake(world)
            await self.stage.opens(world)
            rooms.push_async_callback(self.stage.closes)
            yield world
            await self._look(world)

    async def _step(self, world: World, step: Step, kept: dict[str, str]) -> None:
        match step.who:
            case "clock":
                await self.clock.advance_to(datetime.strptime(step.text, "%Y-%m-%d %H:%M").replace(tzinfo=UTC))
                await self._beats(world)
            case "locale":
                await self.stage.speaks(*step.text.split())
            case "bot":
                kept |= await self._finds(step, self.stage.public)
            case "nobody reads":
                everything = self.stage.public()
                assert not any(reads(text, step.text) for text in everything), _missing(step, everything)
            case _ if step.to:
                kept |= await self._finds(step, lambda: [self.stage.alone(step.to)])
            case who:
                await self.clock.advance(TYPING)
                await self.stage.says(who, said(step.text, kept))

    async def _beats(self, world: World) -> None:
        """The heart beats; a chat that waits for its turn with the platform meanwhile gets the seconds it waits for."""
        task = asyncio.create_task(beat(world))
        while not task.done():
            await asyncio.sleep(0)
            if self.clock.wakes_within(TYPING):
                await self.clock.advance(TYPING)
        await task

    async def _finds(self, step: Step, look: Callable[[], list[str]]) -> dict[str, str]:
        """Words that are kept of what the step wants, once one of the texts has it."""
        with suppress(TimeoutError):
            async with asyncio.timeout(self.stage.patience):
                while True:
                    for text in look():
                        if (kept := found(text, step.text)) is not None:
                            return kept
                    await asyncio.sleep(0)
        raise AssertionError(_missing(step, look()))


def _parts(script: list[Step]) -> list[list[Step]]:
    parts: list[list[Step]] = [[]]
    for step in script:
        if step.who == "restart":
            parts.append([])
        else:
            parts[-1].append(step)
    return parts


def _missing(step: Step, shown: list[str]) -> str:
    return f"line {step.number}: {step.who}> {step.text}\nshown instead:\n" + "\n---\n".join(shown)


@asynccontextmanager
async def playing(stage: Stage, folder: Path, clock: FakeClock | None = None) -> AsyncIterator[Play]:
    """A play on a stage, before it begins; `clock` where the stage's platform goes by the same one."""
    bank, _ = FileBank.load(None)
    async with SubprocessJudge(pythons={PYTHON: base_interpreter()}, default=PYTHON) as judge:
        yield Play(
            stage=stage, clock=clock or FakeClock(MORNING), database=folder / "play.sqlite", judge=judge, bank=bank
        )
