"""Community packs: banks beside the built-in one, with names of their own, and live only once they are proved here."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.bank.checking import check
from bot.bank.folders import load
from bot.bank.problems import Problem
from bot.bank.sheets import Sheet
from bot.core.contributions import OWN
from bot.core.ports import Judge
from bot.quiz.ids import QuestionId
from bot.quiz.pythons import Version
from bot.quiz.questions import Question

_NO_NAME = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Admitted:
    """What of the packs may be asked, and why the rest may not."""

    questions: tuple[Question, ...] = ()
    problems: tuple[Problem, ...] = ()


async def admit(folders: Sequence[Path], judge: Judge, version: Version) -> Admitted:
    """Execute every key of the packs in the jail; a question with a problem stays out.

    Raises:
        JudgeTrouble: nothing could be executed.
    """
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    for name, folder in _named(folders, problems):
        some, unread = load(folder)
        sheets += [_inside(name, sheet) for sheet in some]
        problems += [replace(problem, file=f"{name}/{problem.file}") for problem in unread]
    report = await check(sheets, judge, (version,), unread=problems)
    bad = {problem.file for problem in report.problems}
    return Admitted(tuple(sheet.question for sheet in sheets if sheet.file not in bad), report.problems)


def _named(folders: Sequence[Path], problems: list[Problem]) -> list[tuple[str, Path]]:
    """Packs by name; of two with one name the second stays out, because its questions could not be told apart."""
    named: dict[str, Path] = {}
    for folder in folders:
        name = _NO_NAME.sub("-", folder.resolve().name.casefold()).strip("-") or "pack"
        if name == OWN:
            what = f"the pack {folder} has the name of what communities write themselves"
            problems.append(Problem(name, 1, what, "Rename its folder."))
            continue
        if name in named:
            what = f"the pack {folder} has the name of {named[name]}"
            problems.append(Problem(name, 1, what, "Rename the folder of one of the two."))
            continue
        named[name] = folder
    return list(named.items())


def _inside(name: str, sheet: Sheet) -> Sheet:
    question = sheet.question
    return replace(
        sheet,
        file=f"{name}/{sheet.file}",
        question=replace(
            question,
            id=QuestionId(f"{name}/{question.id}"),
            aliases=tuple(QuestionId(f"{name}/{old}") for old in question.aliases),
        ),
    )
