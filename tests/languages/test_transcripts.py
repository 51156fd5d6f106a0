"""The transcripts of tests/scenarios, played by people of the made-up language; on the console there are walks."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.core.ports import Chat
from bot.core.words import COMMANDS, MODERATOR_COMMANDS
from bot.core.world import World
from bot.quiz.ids import Address
from bot.testing.clocks import FakeClock
from tests.languages.pseudo import PSEUDO, STEP, plain, strange, texts, unsaid
from tests.scenarios.payloads import Payload
from tests.scenarios.stages import MORNING, Play, Stage, playing
from tests.scenarios.test_transcripts import TRANSCRIPTS
from tests.scenarios.transcripts import steps
from tests.scenarios.wires import ON

ENGLISH = [file for file in TRANSCRIPTS if "language" not in file.read_text("utf-8")]
"""Those in which nobody chooses one."""


@dataclass(slots=True)
class Strange:
    """A stage on which everybody speaks the made-up language; the play is told in English what they read."""

    inside: Stage
    patience: float
    shown: set[str] = field(default_factory=set)

    @property
    def chats(self) -> Mapping[str, Chat]:
        return self.inside.chats

    async def opens(self, world: World) -> None:
        await self.inside.opens(world)

    async def closes(self) -> None:
        await self.inside.closes()

    async def says(self, who: str, text: str) -> str:
        said = f"{text} language={PSEUDO}" if text.startswith("/quiz-admin setup daily") else text
        return self._read(await self.inside.says(who, said))

    def alone(self, who: str) -> str:
        return self._read(self.inside.alone(who))

    async def speaks(self, who: str, locale: str) -> None:
        """They all speak one."""

    def public(self) -> list[str]:
        return [self._read(text) for text in self.inside.public()]

    def sent(self) -> list[Payload]:
        return self.inside.sent()

    def address(self, who: str) -> Address:
        return self.inside.address(who)

    def _read(self, text: str) -> str:
        self.shown.add(text)
        return plain(text)


@asynccontextmanager
async def on(chat: str, folder: Path) -> AsyncIterator[tuple[Play, Strange]]:
    clock = FakeClock(MORNING)
    async with ON[chat](clock) as inside:
        stage = Strange(inside, inside.patience)
        async with playing(stage, folder, clock) as play:
            yield play, stage


@pytest.mark.usefixtures("pseudo_spoken")
@pytest.mark.parametrize("chat", ["discord", "slack"])
@pytest.mark.parametrize("file", ENGLISH, ids=lambda file: file.stem)
async def test_a_transcript_shows_nothing_that_no_catalogue_has(chat: str, file: Path, tmp_path: Path) -> None:
    async with on(chat, tmp_path) as (play, stage):
        for name in {"somebody", "mo", *(step.who for step in steps(file) if step.who.isalpha())}:
            await stage.inside.speaks(name, PSEUDO)
        await play.run(steps(file))
        shown = STEP.sub("▶ ", "\n".join((*stage.shown, *stage.inside.public())))
        asked = [one for one in play.bank.questions() if one.title in shown or str(one.id) in shown]
    typed = (f"{step.who}: {step.text.removeprefix('/quiz-admin ')}" for step in steps(file))
    commands = (command for command, _ in (*COMMANDS, *MODERATOR_COMMANDS))
    assert strange("e") in shown
    assert unsaid(shown, [*texts(asked), *typed, *commands]) == []
