"""Nobody talks about an open question in a thread of ours: it comes with the answer, whatever happens before."""

from pathlib import Path

import pytest

from bot.testing.clocks import FakeClock
from tests.scenarios.discord_stage import on_discord
from tests.scenarios.slack_stage import on_slack
from tests.scenarios.stages import MORNING, playing
from tests.scenarios.transcripts import steps

DISCUSS = "talk about the question in this thread"
DAY = f"""
```chat
clock> 2026-11-23 20:00
mo> /quiz-admin setup daily 09:00 UTC open=12h reveal=1h thread=yes pin=2026-11-24:agrees-with-everybody
clock> 2026-11-24 09:00
ben> answer True True False
bot (ben)> ✓ Right
nobody reads> {DISCUSS}
mo> /quiz-admin extend 1h
clock> 2026-11-24 21:00
nobody reads> {DISCUSS}
mo> /quiz-admin close
nobody reads> {DISCUSS}
clock> 2026-11-24 21:30
dan> answer True True False
bot (dan)> ✓ Right … late
nobody reads> {DISCUSS}
restart>
nobody reads> {DISCUSS}
clock> 2026-11-24 23:00
bot> The answer: Agrees with everybody
bot> {DISCUSS}
```
"""


@pytest.fixture
def script(tmp_path: Path) -> Path:
    (file := tmp_path / "discussion.md").write_text(DAY, "utf-8")
    return file


async def test_on_discord_the_thread_is_made_with_the_answer(script: Path, tmp_path: Path) -> None:
    async with on_discord(FakeClock(MORNING)) as stage:
        async with playing(stage, tmp_path, stage.clock) as play:
            await play.run(steps(script))
        server = stage.stand.server
        (made,) = server.requests("POST", "/threads")
        answer = [one for one in server.requests("PATCH", "/messages/{message_id}") if "The answer" in str(one.body)]
        assert server.journal.index(answer[0]) < server.journal.index(made)


@pytest.mark.parametrize("transport", ["socket", "http"])
async def test_on_slack_nothing_is_said_below_the_question_before_the_answer(
    script: Path, tmp_path: Path, transport: str
) -> None:
    async with on_slack(FakeClock(MORNING), transport) as stage:
        async with playing(stage, tmp_path, stage.clock) as play:
            await play.run(steps(script))
        below = [one for one in stage.slack.called("chat.postMessage") if one.args.get("thread_ts")]
        assert [DISCUSS in str(one.args) for one in below] == [True]
