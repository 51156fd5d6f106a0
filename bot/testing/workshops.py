"""A workshop that believes what it is told."""

import json
from collections.abc import Iterable, Mapping

from bot.core.contributions import FILE, Findings, Mistake, Reading, Twin
from bot.quiz.errors import JudgeTrouble
from bot.quiz.ids import QuestionId
from bot.quiz.questions import Question
from bot.quiz.tasks import Output, Printed

UNREADABLE, WRONG = "unreadable", "wrong"
"""Programs that hold these words cannot be read, or do not hold."""


class PaperWorkshop:
    """Keeps the port `Workshop` without knowing the bank's format: a file is the form's values as JSON."""

    def __init__(self) -> None:
        self.away = False
        """Set it, and nothing can be executed until it is unset."""

    def begin(self, text: str) -> Mapping[str, str]:
        """All of it is the prompt."""
        return {FILE: text} if text.startswith("{") else {"prompt": text}

    def read(self, values: Mapping[str, str], *, id: QuestionId, topic: str) -> Reading:  # noqa: A002 - the port's word
        """A question about output, from the prompt on."""
        values = json.loads(values[FILE]) if values.get(FILE) else values
        text = json.dumps(dict(values))
        if UNREADABLE in values.get("program", ""):
            return Reading(text=text, mistakes=(Mistake(field="program", line=2, text="no Python", fix="Mend it."),))
        question = Question(
            id=id,
            topic=topic,
            title=values.get("prompt", "").partition("\n")[0],
            level=2,
            prompt=values.get("prompt", ""),
            task=Output(keys=(Printed(text=values.get("answer", "")),)),
            why=values.get("why", ""),
            program=values.get("program", ""),
        )
        return Reading(text=text, question=question)

    async def prove(self, values: Mapping[str, str], *, lane: str, learner: str) -> Findings:  # noqa: ARG002
        """It holds, unless it says itself that it does not."""
        if self.away:
            raise JudgeTrouble("The judge is away.")
        wrong = WRONG in values.get("program", "")
        mistakes = (Mistake(field="answer", line=1, text="that is not printed", fix="Look again."),) * wrong
        return Findings(versions=("3.11",), proved=not wrong, mistakes=mistakes)

    async def twins(self, question: Question, others: Iterable[Question]) -> tuple[Twin, ...]:
        """Those that ask the same."""
        return tuple(Twin(question=one.id, why="the prompt") for one in others if one.prompt == question.prompt)
