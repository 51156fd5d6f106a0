"""Proves a bank: every claim of every question, on every Python present, a few at a time."""

import asyncio
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.bank.duplicates import duplicates
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


SEEDS = (0, 1)
"""Hash seeds: what holds with both does not hang on the order of a set."""


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to run a question."""

    version: Version
    seed: int = 0


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
        checked = await _check_one(sheet, judge, order, gate)
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
        alike=tuple(duplicates(sheets)),
        versions=order,
        missing=tuple(version for version in PROMISED if version not in order),
    )


async def _check_one(sheet: Sheet, judge: Judge, versions: Sequence[Version], gate: asyncio.Semaphore) -> Checked:
    fitting = [version for version in versions if version in sheet.question.python and sheet.status != "retired"]
    ways = [_Way(version, seed) for version in fitting for seed in SEEDS]

    async def tried(way: _Way) -> tuple[Problem, ...]:
        async with gate:
            return await prove(Trial(sheet, judge, way.version, seed=way.seed, deep=way == ways[0]))

    async with asyncio.TaskGroup() as group:
        tasks = {way: group.create_task(tried(way)) for way in ways}
    return Checked(
        sheet=sheet,
        versions=tuple(fitting),
        problems=_merged({way: task.result() for way, task in tasks.items()}),
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


def _merged(found: dict[_Way, tuple[Problem, ...]]) -> tuple[Problem, ...]:
    """One problem for all ways it shows in, and the versions at the end of its text."""
    where: dict[Problem, list[_Way]] = {}
    for way, problems in found.items():
        for problem in problems:
            where.setdefault(problem, []).append(way)
    return tuple(Problem(one.file, one.line, _on(one.text, ways), one.fix) for one, ways in where.items())


def _on(text: str, ways: Sequence[_Way]) -> str:
    """`… on Python 3.11 and 3.12`; a hash seed is named when it takes one to see the problem."""
    seed = min(way.seed for way in ways)
    versions = _joined(spelled([way.version for way in ways if way.seed == seed]))
    if seed:
        return f"{text} on Python {versions} when PYTHONHASHSEED is {seed}"
    return f"{text} on Python {versions}"


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
