"""`askling judge`: files through the judge, told as plain data; or a judge for a bot elsewhere."""

import asyncio
import signal
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bot import config, logs, supplies
from bot.bank.filebank import FileBank
from bot.batching import judge_rows
from bot.judge.serving import served
from bot.quiz.answers import Answer
from bot.quiz.errors import AnswerMistake, BankTrouble
from bot.quiz.grading import grade, needed
from bot.quiz.ids import QuestionId
from bot.quiz.questions import Question
from bot.quiz.reading import read
from bot.quiz.runs import Job, Run
from bot.quiz.verdicts import Outcome


async def judge_raw(file: Path, python: str | None = None) -> dict[str, Any]:
    """Run a file alone: outcome, stdout, stderr, seconds, layers."""
    source = _text(file)
    if source is None:
        return _told(
            Run(outcome=Outcome.REFUSED, detail=f"{file.name} is not valid UTF-8. Save it again as UTF-8 text.")
        )
    async with supplies.judge_of(_settings(python)) as judge:
        return _told(await judge.run(Job(source=source)))


async def judge_batch(file: Path, python: str | None, say: Callable[[dict[str, Any]], None]) -> None:
    """Run the snippets of a file of JSON lines and say what became of each, in order."""
    settings = _settings(python)
    with file.open(encoding="utf-8", errors="replace") as lines:
        async with supplies.judge_of(settings) as judge:
            await judge_rows(lines, judge, supplies.python_of(settings), say)


async def serve(path: Path, python: str | None) -> None:
    """Be the judge of a bot elsewhere until SIGTERM or SIGINT; what was taken is finished first."""
    settings = _settings(python)
    logs.set_up(settings.log_level, secrets=config.secrets(settings))
    stop = asyncio.Event()
    for one in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(one, stop.set)
    async with supplies.local_judge_of(settings) as judge:
        await judge.layers()  # a machine without the floor is said at the start, not at the first answer
        async with served(judge, path):
            await stop.wait()
            await judge.drain()


async def judge_answer(question: str, file: Path, python: str | None = None) -> dict[str, Any]:
    """Judge a file as an answer to a question: the verdict, case by case.

    Raises:
        BankTrouble: there is no such question.
    """
    settings = _settings(python)
    bank, _ = FileBank.load(settings.questions)
    found = bank.question(QuestionId(question))
    if found is None:
        raise BankTrouble(f"There is no question {question!r} in the bank.")
    version = supplies.python_of(settings)
    try:
        answer = _answer(found, file)
    except AnswerMistake as mistake:
        return {"outcome": str(Outcome.REFUSED), "reasons": [str(mistake)]}
    run = None
    if job := needed(found, answer, version):
        async with supplies.judge_of(settings) as judge:
            run = await judge.run(job)
    verdict = grade(found, answer, version=version, run=run)
    return {**asdict(verdict), "outcome": str(verdict.outcome)}


def _settings(python: str | None) -> config.Settings:
    settings = config.load()
    return settings.model_copy(update={"python": python}) if python else settings


def _answer(question: Question, file: Path) -> Answer:
    source = _text(file)
    if source is None:
        raise AnswerMistake(f"{file.name} is not valid UTF-8. Save it again as UTF-8 text.")
    return read(question, source)


def _text(file: Path) -> str | None:
    try:
        return file.read_bytes().decode()
    except UnicodeDecodeError:
        return None


def _told(run: Run) -> dict[str, Any]:
    return {
        "outcome": str(run.outcome),
        "stdout": run.stdout,
        "stderr": run.stderr,
        "seconds": round(run.seconds, 4),
        "cpu_seconds": round(run.cpu_seconds, 4),
        "layers": list(run.layers),
        "detail": run.detail,
    }
