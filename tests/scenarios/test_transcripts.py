from pathlib import Path

import pytest

from bot.testing.clocks import FakeClock
from tests.chats.slack.rooms import TRANSPORTS
from tests.scenarios.console_stage import ConsoleStage
from tests.scenarios.discord_stage import on_discord
from tests.scenarios.slack_stage import on_slack
from tests.scenarios.stages import MORNING, playing
from tests.scenarios.transcripts import reads, steps

HERE = Path(__file__).parent
TRANSCRIPTS = sorted(HERE.glob("*.md"))


@pytest.mark.parametrize("file", TRANSCRIPTS, ids=lambda file: file.stem)
async def test_on_the_console(file: Path, tmp_path: Path) -> None:
    async with playing(ConsoleStage(), tmp_path) as play:
        await play.run(steps(file))


@pytest.mark.parametrize("transport", TRANSPORTS)
@pytest.mark.parametrize("file", TRANSCRIPTS, ids=lambda file: file.stem)
async def test_on_slack(file: Path, transport: str, tmp_path: Path) -> None:
    async with on_slack(FakeClock(MORNING), transport) as stage, playing(stage, tmp_path, stage.clock) as play:
        await play.run(steps(file))


@pytest.mark.parametrize("file", TRANSCRIPTS, ids=lambda file: file.stem)
async def test_on_discord(file: Path, tmp_path: Path) -> None:
    async with on_discord(FakeClock(MORNING)) as stage, playing(stage, tmp_path, stage.clock) as play:
        await play.run(steps(file))


async def test_a_transcript_that_does_not_happen_fails_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "wrong.md"
    file.write_text("# Wrong\n\n```chat\nada> help\nbot (ada)> no such word\n```\n", "utf-8")
    async with playing(ConsoleStage(), tmp_path) as play:
        with pytest.raises(AssertionError, match="line 5: bot"):
            await play.run(steps(file))


def test_pieces_are_found_in_their_order_whatever_the_markup() -> None:
    assert reads("**You** have\n`10 points`, rank 1 of 2", "You have 10 points … rank 1")
    assert not reads("rank 1, 10 points", "10 points … rank 1")
