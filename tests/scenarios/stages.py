"""Where a transcript is played: the real core, store, bank and judge, and one chat; only the clock is ours."""

import asyncio
import io
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Protocol

from bot.app import open_world
from bot.bank.filebank import FileBank
from bot.chats.console import ConsoleChat
from bot.core.hearing import hear
from bot.core.heartbeat import beat, wake
from bot.core.ports import Chat
from bot.core.world import World
from bot.judge import SubprocessJudge, base_interpreter
from bot.quiz.ids import Address
from bot.testing.clocks import FakeClock
from tests.scenarios.payloads import Payload
from tests.scenarios.transcripts import Step, reads
from tests.scenarios.walking import Walk

MORNING = datetime(2026, 11, 23, 8, tzinfo=UTC)
PYTHON = (3, 11)
MODERATOR = "mo"
_TOLD = ("clock", "locale", "bot", "nobody reads")


class Stage(Protocol):
    """One chat with people in it."""

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
        """Somebody says something; returns what they alone are shown for it. `mo` is a moderator."""
        ...

    async def speaks(self, who: str, locale: str) -> None:
        """Somebody's chat speaks a language with them; said before anything of theirs."""
        ...

    async def public(self) -> list[str]:
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
        shown: dict[str, str] = {}
        for part in _parts(script):
            async with self._bot() as world:
                for step in part:
                    await self._step(world, step, shown)
                    await self.walks(world, step)

    async def walks(self, world: World, step: Step) -> None:
        """Look at all that was sent meanwhile."""
        if step.who not in _TOLD and not step.to and step.who != MODERATOR:
            word, _, rest = step.text.partition(" ")
            self.walk.said(self.stage.address(step.who), rest if word in ("answer", "review", "report") else "")
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

    async def _step(self, world: World, step: Step, shown: dict[str, str]) -> None:
        match step.who:
            case "clock":
                await self.clock.advance_to(datetime.strptime(step.text, "%Y-%m-%d %H:%M").replace(tzinfo=UTC))
                await beat(world)
            case "locale":
                await self.stage.speaks(*step.text.split())
            case "bot":
                everything = await self.stage.public()
                assert any(reads(text, step.text) for text in everything), _missing(step, everything)
            case "nobody reads":
                everything = await self.stage.public()
                assert not any(reads(text, step.text) for text in everything), _missing(step, everything)
            case _ if step.to:
                assert reads(shown.get(step.to, ""), step.text), _missing(step, [shown.get(step.to, "")])
            case who:
                shown[who] = await self.stage.says(who, step.text)


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


class ConsoleStage:
    """The real console; each thing that is said is a conversation of its own."""

    def __init__(self) -> None:
        self._out = io.StringIO()
        self._said = self._walked = 0
        self._world: World | None = None
        self._chat = self._console("")

    @property
    def chats(self) -> Mapping[str, Chat]:
        return {"console": self._chat}

    async def opens(self, world: World) -> None:
        self._world = world

    async def closes(self) -> None:
        self._world = None

    async def says(self, who: str, text: str) -> str:
        assert self._world is not None
        self._said += 1
        out = io.StringIO()
        chat = self._console(f"{who}> {_typed(text)}\n", out)
        # A task of its own, as in the bot: what language it speaks there is not what the heart speaks.
        await asyncio.create_task(chat.listen(partial(hear, self._world)))
        return out.getvalue()

    async def speaks(self, who: str, locale: str) -> None:
        """A console has no language of its own: they set theirs."""
        await self.says(who, f"settings language {locale}")

    async def public(self) -> list[str]:
        return self._out.getvalue().split("bot> ")

    def sent(self) -> list[Payload]:
        """What everybody reads is written; what one person reads is their own screen."""
        said, self._walked = self._out.getvalue()[self._walked :], len(self._out.getvalue())
        return [Payload(what="the console", to=None, text=said)] if said else []

    def address(self, who: str) -> Address:
        return Address(f"console:{who}")

    def _console(self, typed: str, out: io.StringIO | None = None) -> ConsoleChat:
        return ConsoleChat(
            stdin=io.BytesIO(typed.encode()), stdout=out or self._out, me="mo", session="s", first=self._said
        )


def _typed(text: str) -> str:
    """On a console, several lines of an answer stand in a block."""
    word, _, rest = text.partition("\n")
    return f"{word}\n```\n{rest}\n```" if rest else text


@asynccontextmanager
async def playing(stage: Stage, folder: Path, clock: FakeClock | None = None) -> AsyncIterator[Play]:
    """A play on a stage, before it begins; `clock` where the stage's platform goes by the same one."""
    bank, _ = FileBank.load(None)
    async with SubprocessJudge(pythons={PYTHON: base_interpreter()}, default=PYTHON) as judge:
        yield Play(
            stage=stage, clock=clock or FakeClock(MORNING), database=folder / "play.sqlite", judge=judge, bank=bank
        )
