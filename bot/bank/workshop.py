"""The port Workshop: a community's own questions, read by the bank's rules and proved in the same jail."""

import asyncio
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from bot.bank.checking import check
from bot.bank.duplicates import twins
from bot.bank.problems import Problem
from bot.bank.reading import read_sheet
from bot.bank.reports import spelled
from bot.bank.sheets import Sheet
from bot.bank.sketches import Sketch, is_file, parted, sketched
from bot.core.contributions import FILE, TOPIC, Findings, Mistake, Reading, Twin
from bot.core.ports import Judge, Waiting
from bot.quiz.ids import QuestionId
from bot.quiz.pythons import Version
from bot.quiz.questions import Question
from bot.quiz.runs import Job, Run

LONGEST = 16_000
"""Characters of a question; the longest of the bank has 5,000."""
MOST_TWINS = 3
_ON_LINE = re.compile(r"\bon line (\d+)")


class BankWorkshop:
    """Keeps the port.

    Args:
        judge: runs everything.
        versions: the Pythons it has.
    """

    def __init__(self, judge: Judge, versions: Sequence[Version]) -> None:
        self._judge, self._versions = judge, versions

    def begin(self, text: str) -> Mapping[str, str]:
        """See the port."""
        if is_file(text):
            return {FILE: text}
        prompt, program = parted(text)
        return {"prompt": prompt, "program": program}

    def read(self, values: Mapping[str, str], *, id: QuestionId, topic: str) -> Reading:  # noqa: A002 - the port's word
        """See the port."""
        sketch, sheet, mistakes = _read(values)
        if sheet is None or mistakes:
            return Reading(text=sketch.text, mistakes=mistakes)
        # Old ids would let it stand for a question of the bank.
        question = replace(sheet.question, id=id, topic=topic, aliases=(), live=True)
        return Reading(text=sketch.text, question=question)

    async def prove(self, values: Mapping[str, str], *, lane: str, learner: str) -> Findings:
        """See the port."""
        sketch, sheet, mistakes = await asyncio.to_thread(_read, values)
        if sheet is None or mistakes:
            return Findings(mistakes=mistakes)
        judge = _InALane(self._judge, lane, learner)
        report = await check([replace(sheet, status="live")], judge, self._versions, at_once=1)
        (checked,) = report.checked
        return Findings(
            versions=tuple(spelled(checked.versions)),
            proved=checked.proved,
            mistakes=tuple(_mistake(sketch, problem) for problem in checked.problems),
        )

    async def twins(self, question: Question, others: Iterable[Question]) -> tuple[Twin, ...]:
        """See the port. Hundreds of programs are compared: nobody waits for that."""
        found = await asyncio.to_thread(twins, question, tuple(others))
        return tuple(Twin(question=other.id, why=what) for other, what in found[:MOST_TWINS])


class _InALane:
    """The judge, as one person of one community meets it: they wait for their turn, and so does what they wrote."""

    def __init__(self, judge: Judge, lane: str, learner: str) -> None:
        self._judge, self._lane, self._learner = judge, lane, learner

    async def run(self, job: Job, *, waiting: Waiting | None = None) -> Run:
        """See the port Judge."""
        return await self._judge.run(replace(job, lane=self._lane, learner=self._learner), waiting=waiting)


def _read(values: Mapping[str, str]) -> tuple[Sketch, Sheet | None, tuple[Mistake, ...]]:
    if (size := sum(map(len, values.values()))) > LONGEST:
        fix = f"{LONGEST} are the most for a question."
        return Sketch(), None, (Mistake(field="", line=0, text=f"it has {size} characters", fix=fix),)
    sketch = sketched(values)
    if sketch.mistakes:
        return sketch, None, tuple(sketch.mistakes)
    sheet, problems = read_sheet(sketch.text, file=f"{TOPIC}/new.md", vouched=True)
    return sketch, sheet, tuple(_mistake(sketch, problem) for problem in problems)


def _mistake(sketch: Sketch, problem: Problem) -> Mistake:
    field, line = sketch.place(problem.line)
    text, fix = (_ON_LINE.sub(partial(_named, sketch), said) for said in (problem.text, problem.fix))
    return Mistake(field=field, line=line, text=text, fix=fix)


def _named(sketch: Sketch, found: re.Match[str]) -> str:
    """A line of the file as one of the form, where there is a form."""
    field, line = sketch.place(int(found[1]))
    return f"on line {line} of the {field}" if field and line else found[0]
