"""What a moderator ruled on a question that was asked: another key, or out of the game."""

import json
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.quiz import answers
from bot.quiz.answers import Picked, Spotted, Typed
from bot.quiz.errors import AnswerMistake, CorrectionMistake
from bot.quiz.questions import Question
from bot.quiz.reading import read
from bot.quiz.tasks import Choice, Crash, Output, Printed


class Credit(StrEnum):
    """What those who answered a voided question get for it."""

    FULL = "full"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Voided:
    """The question is out of the game: no try at it is graded, and nobody has missed it."""

    credit: Credit


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """This is the right answer, whatever the question's file says."""

    answer: answers.Answer


Ruling = Voided | Rekeyed
"""Where there is none, the question is graded as its file in the bank has it."""


def ruled(question: Question, ruling: Ruling | None) -> Question:
    """The question as it stands after a ruling; grading, hints and the reveal go by it."""
    task = question.task
    match ruling:
        case Rekeyed(answer=Picked(options=right)) if isinstance(task, Choice):
            options = tuple(replace(option, right=at in right) for at, option in enumerate(task.options))
            return replace(question, task=Choice(options=options))
        case Rekeyed(answer=Typed(text=text)) if isinstance(task, Output):
            return replace(question, task=replace(task, keys=(Printed(text=text),)))
        case Rekeyed(answer=Spotted(error=error, line=line)) if isinstance(task, Crash):
            return replace(question, task=replace(task, error=error, line=line))
        case _:
            return question


def new_key(question: Question, text: str) -> Rekeyed | None:
    """Read what a moderator says is right, as a learner would answer it; None (`bank`) is its file as it is now.

    Raises:
        CorrectionMistake: it is no option, or a question of this kind can only be mended in its file.
    """
    if text.strip().casefold() == "bank":
        return None
    task = question.task
    if not isinstance(task, Choice | Output | Crash):
        raise CorrectionMistake(
            "The key of this question is run, not written down. Mend its file, restart the bot, and say `rekey bank`."
        )
    if isinstance(task, Choice):  # any number of options can turn out to be right
        question = replace(question, task=Choice(options=tuple(replace(one, right=True) for one in task.options)))
    try:
        return Rekeyed(read(question, text))
    except AnswerMistake as mistake:
        raise CorrectionMistake("That cannot be the key. {mistake}", mistake=mistake) from None


def dumps(ruling: Ruling) -> str:
    """One line for the store."""
    match ruling:
        case Voided(credit=credit):
            return json.dumps({"voided": credit})
        case Rekeyed(answer=answer):
            return json.dumps({"rekeyed": answers.dumps(answer)})


def loads(line: str) -> Ruling:
    """Read back what `dumps` wrote."""
    match json.loads(line):
        case {"voided": str(credit)}:
            return Voided(Credit(credit))
        case {"rekeyed": str(answer)}:
            return Rekeyed(answers.loads(answer))
        case other:
            raise ValueError(f"not a ruling: {other!r}")
