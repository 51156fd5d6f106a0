"""The transcripts of tests/scenarios, played by people of the made-up language; `a-walk.txt` is for the console."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from bot.core.words import COMMANDS, MODERATOR_COMMANDS
from bot.testing.clocks import FakeClock
from tests.languages.pseudo import PSEUDO, strange, texts, unsaid
from tests.loopback.discord import DiscordServer
from tests.loopback.discord.screens import NotThere
from tests.loopback.slack import Slack, judged
from tests.scenarios.discord_stage import DiscordStage
from tests.scenarios.slack_stage import SlackStage
from tests.scenarios.stages import MORNING, Play, playing
from tests.scenarios.test_transcripts import TRANSCRIPTS
from tests.scenarios.transcripts import Step, steps


@asynccontextmanager
async def on(chat: str, folder: Path) -> AsyncIterator[Play]:
    clock = FakeClock(MORNING)
    if chat == "slack":
        async with judged(Slack(clock)) as slack:
            stage = SlackStage(slack, "socket")
            await stage.ready()
            async with playing(stage, folder, clock) as play:
                yield play
    else:
        async with DiscordServer(clock) as server:
            room = DiscordStage(server, clock)
            async with playing(room, folder, clock) as play:
                yield play
            await room.stand.close()


async def read(play: Play, script: list[Step]) -> str:
    """Everything that anybody is shown, from when the community speaks the language."""
    shown: list[str] = []
    known: set[str] = set()
    async with play._bot() as world:
        for step in script:
            if step.who == "clock":
                await play._step(world, step, {})
            elif step.who not in {"bot", "locale", "nobody reads", "restart"} and not step.to:
                if step.who not in known:
                    await play.stage.speaks(step.who, PSEUDO)
                    known.add(step.who)
                text = f"{step.text} language={PSEUDO}" if "setup daily" in step.text else step.text
                with suppress(NotThere):  # a button that is pressed by its English name
                    shown.append(await play.stage.says(step.who, text))
        shown += await play.stage.public()
    return "\n".join(shown)


@pytest.mark.usefixtures("pseudo_spoken")
@pytest.mark.parametrize("chat", ["discord", "slack"])
@pytest.mark.parametrize("file", TRANSCRIPTS, ids=lambda file: file.stem)
async def test_a_transcript_shows_nothing_that_no_catalogue_has(chat: str, file: Path, tmp_path: Path) -> None:
    async with on(chat, tmp_path) as play:
        shown = await read(play, steps(file))
        asked = [one for one in play.bank.questions() if one.title in shown or str(one.id) in shown]
    typed = (f"{step.who}: {step.text.removeprefix('/quiz-admin ')}" for step in steps(file))
    commands = (command for command, _ in (*COMMANDS, *MODERATOR_COMMANDS))
    assert strange("e") in shown
    assert unsaid(shown, [*texts(asked), *typed, *commands, f"en, {PSEUDO}"]) == []
