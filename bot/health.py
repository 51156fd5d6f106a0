"""`askling health`: whether what runs in this container is well, without a port."""

import asyncio
from datetime import timedelta
from pathlib import Path

from bot import config, doors
from bot.clocks import SystemClock
from bot.judge import SocketJudge, level_of, scratch_of
from bot.quiz.errors import JudgeTrouble
from bot.quiz.runs import Job
from bot.quiz.verdicts import Outcome
from bot.vitals import Vitals, file_of

JUDGE_SECONDS = 8.0
FRESH = timedelta(hours=26)
"""How old the newest of the nightly backups may be."""


async def of_bot(*, alive_only: bool = False) -> tuple[str, ...]:
    """What ails the bot on the database of the settings; empty when it is well.

    Args:
        alive_only: do not ask whether its chats are connected.
    """
    settings = config.load()
    path = file_of(settings.database)
    try:
        vitals = Vitals.read(path.read_text("utf-8"))
    except FileNotFoundError:
        return (f"No bot is running on {settings.database}, or it is just starting.",)
    except (OSError, ValueError) as error:
        return (f"{path} cannot be read: {error}.",)
    if vitals.left_behind:
        return ("The bot was killed, and is not there again yet.",)
    if (ailments := vitals.ailments(SystemClock().now())) or alive_only:
        return ailments
    if not vitals.chats and settings.chats != (doors.NONE,):
        return ("No chat is run: set a token, or ASKLING_CHATS=none if that is what you want.",)
    return vitals.unreachable()


async def of_judge(socket: Path) -> tuple[tuple[str, ...], str]:
    """What ails a judge behind a socket, nothing when it just ran a snippet; and what stands around learners' code."""
    try:
        async with asyncio.timeout(JUDGE_SECONDS), SocketJudge(socket, pauses=()) as judge:
            run = await judge.run(Job(source="print(6 * 7)"))
    except TimeoutError:
        return (f"The judge at {socket} did not answer within {JUDGE_SECONDS:.0f} seconds.",), ""
    except JudgeTrouble as trouble:
        return (str(trouble),), ""
    if run.outcome is not Outcome.PASSED:
        return (f"The judge at {socket} said: {run.outcome} {run.detail}",), ""
    return (), f"sandbox level: {level_of(run.layers).word}; {scratch_of(run.layers) or 'no scratch folder'}"


def of_backups(folder: Path) -> tuple[str, ...]:
    """What ails the nightly backups in a folder; empty when the newest is fresh."""
    made = [file.stat().st_mtime for file in folder.glob("*.sqlite")]
    if not made:
        return (f"There is no backup in {folder}.",)
    age = timedelta(seconds=SystemClock().now().timestamp() - max(made))
    return () if age <= FRESH else (f"The newest backup in {folder} is {age.total_seconds() / 3600:.0f} hours old.",)
