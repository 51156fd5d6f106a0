"""Proves a bank: every claim of every question, on every Python present, a few at a time."""

import asyncio
import os
from collections.abc import Callable, Sequence

from bot.bank.problems import Problem
from bot.bank.proving import Trial, prove
from bot.bank.reports import Checked, Report, spelled
from bot.bank.sheets import ChoiceProof, EssayProof, Sheet
from bot.core.ports import Judge
from bot.quiz.errors import JudgeTrouble
from bot.quiz.pythons import Version
from bot.quiz.tasks import Ordering, Output

PROMISED: tuple[Version, ...] = ((3, 11), (3, 12), (3, 13))
"""Pythons every key has to hold on; those that are not present are named in the report."""


def _quiet(_: Checked) -> None:
    """Tell nobody."""


async def check(
    sheets: Sequence[Sheet],
    judge: Judge,
    versions: Sequence[Version],
    *,
    unread: Sequence[Problem] = (),
    told: Callable[[Checked], None] = _quiet,
    at_once: int = os.cpu_count() or 2,
) -> Report:
    """Execute every key through the judge.

    Args:
        sheets: what to prove, as `folders.load` returned it.
        judge: runs everything, authors' code included, in the jail.
        versions: the Pythons the judge has.
        unread: the problems that came with the sheets; they go into the report.
        told: hears of each question as soon as it is done, for a progress bar.
        at_once: how many runs may be under way.

    Raises:
        JudgeTrouble: the judge could not work; `NoFloor` when this machine cannot hold code safely.
    """
    gate = asyncio.Semaphore(at_once)
    order = tuple(sorted(set(versions)))

    async def one(sheet: Sheet) -> Checked:
        async with gate:
            checked = await _check_one(sheet, judge, order)
        told(checked)
        return checked

    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(one(sheet)) for sheet in sheets]
    except* JudgeTrouble as troubles:
        raise _first(troubles) from None
    return Report(
        checked=tuple(task.result() for task in tasks),
        unread=tuple(unread),
        versions=order,
        missing=tuple(version for version in PROMISED if version not in order),
    )


async def _check_one(sheet: Sheet, judge: Judge, versions: Sequence[Version]) -> Checked:
    fitting = [version for version in versions if version in sheet.question.python and sheet.status != "retired"]
    found = {version: await prove(Trial(sheet, judge, version)) for version in fitting}
    return Checked(
        sheet=sheet,
        versions=tuple(fitting),
        problems=_merged(found),
        remark=_remark(sheet, fitting),
        not_checked=_keys_not_checked(sheet, fitting),
    )


def _remark(sheet: Sheet, fitting: Sequence[Version]) -> str:
    if sheet.status == "retired":
        return "retired"
    if not fitting:
        return f"no Python here is {sheet.question.python}"
    if isinstance(sheet.proof, ChoiceProof) and not (sheet.proof.check or sheet.proof.asserts):
        return "rests on its sources"
    if isinstance(sheet.proof, EssayProof):
        return "graded by people"
    return ""


def _merged(found: dict[Version, tuple[Problem, ...]]) -> tuple[Problem, ...]:
    """One problem for all versions it shows on, and the versions at the end of its text."""
    where: dict[Problem, list[Version]] = {}
    for version, problems in found.items():
        for problem in problems:
            where.setdefault(problem, []).append(version)
    return tuple(
        Problem(one.file, one.line, f"{one.text} on Python {_joined(spelled(versions))}", one.fix)
        for one, versions in where.items()
    )


def _joined(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _keys_not_checked(sheet: Sheet, versions: Sequence[Version]) -> tuple[str, ...]:
    task = sheet.question.task
    if not isinstance(task, Output | Ordering):
        return ()
    return tuple(str(key.python) for key in task.keys if not any(version in key.python for version in versions))


def _first(troubles: BaseExceptionGroup[JudgeTrouble]) -> JudgeTrouble:
    first = troubles.exceptions[0]
    return _first(first) if isinstance(first, BaseExceptionGroup) else first
