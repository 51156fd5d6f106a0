"""`askling judge`: one file through the judge, told as plain data."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from bot import app, config
from bot.bank.filebank import FileBank
from bot.quiz.answers import Answer
from bot.quiz.errors import AnswerMistake, BankTrouble
from bot.quiz.grading import grade, needed
from bot.quiz.ids import QuestionId
from bot.quiz.questions import Question
from bot.quiz.reading import read
from bot.quiz.runs import Job, Run
from bot.quiz.verdicts import Outcome


async def judge_raw(file: Path) -> dict[str, Any]:
    """Run a file alone: outcome, stdout, stderr, seconds, layers."""
    source = _text(file)
    if source is None:
        return _told(
            Run(outcome=Outcome.REFUSED, detail=f"{file.name} is not valid UTF-8. Save it again as UTF-8 text.")
        )
    async with app.judge_of(config.load()) as judge:
        return _told(await judge.run(Job(source=source)))


async def judge_answer(question: str, file: Path) -> dict[str, Any]:
    """Judge a file as an answer to a question: the verdict, case by case.

    Raises:
        BankTrouble: there is no such question.
    """
    settings = config.load()
    bank, _ = FileBank.load(settings.questions)
    found = bank.question(QuestionId(question))
    if found is None:
        raise BankTrouble(f"There is no question {question!r} in the bank.")
    python = app.python_of(settings)
    try:
        answer = _answer(found, file)
    except AnswerMistake as mistake:
        return {"outcome": str(Outcome.REFUSED), "reasons": [str(mistake)]}
    run = None
    if job := needed(found, answer, python):
        async with app.judge_of(settings) as judge:
            run = await judge.run(job)
    verdict = grade(found, answer, version=python, run=run)
    return {**asdict(verdict), "outcome": str(verdict.outcome)}


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
        "layers": list(run.layers),
        "detail": run.detail,
    }
