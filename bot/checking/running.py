"""Loads what is asked for, proves it, prints what was found."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from bot import config
from bot.bank.checking import check
from bot.bank.coverage import TopicCoverage, coverage
from bot.bank.folders import find_bank, lies_in, load, load_contents
from bot.bank.problems import Problem
from bot.bank.reports import Checked, Report
from bot.bank.sheets import Sheet
from bot.bank.topics import FILE
from bot.checking.changes import changed
from bot.checking.watching import saved
from bot.checking.words import in_rows, in_words
from bot.core.ports import Judge
from bot.judge import SubprocessJudge, interpreters
from bot.quiz.errors import BankTrouble
from bot.quiz.pythons import Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked for on the command line."""

    paths: tuple[Path, ...] = ()
    """Banks, folders or files of them; none is the operator's bank, or the one that ships."""
    extra: tuple[Path, ...] = ()
    """Pythons beside those that are found."""
    since: str = ""
    """Only what changed since this revision."""
    watch: bool = False
    as_json: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    """What was read, and what of the curriculum it covers when it is a whole bank."""

    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...]
    covered: tuple[TopicCoverage, ...] = ()


async def report_on(asked: Asked) -> int:
    """Check what was asked for and print what was found. Returns the exit code: 0 without problems."""
    settings = config.load()
    roots: Sequence[Traversable] = asked.paths or (settings.questions or files("questions"),)
    pythons = interpreters(asked.extra)
    async with SubprocessJudge(pythons=pythons, at_once=settings.judge_at_once) as judge:
        code = await _report(_found(roots, asked.since), judge, tuple(pythons), as_json=asked.as_json)
        if asked.watch:
            await _watch(roots, judge, tuple(pythons), as_json=asked.as_json)
    return code


async def _watch(roots: Sequence[Traversable], judge: Judge, versions: tuple[Version, ...], *, as_json: bool) -> None:
    bank, _ = find_bank(roots[0])
    if not isinstance(bank, Path):
        raise BankTrouble("There is no folder to watch. Name the bank you are writing in.")
    async for written in saved(bank):
        await _report(_found(written, ""), judge, versions, as_json=as_json)


def _found(roots: Sequence[Traversable], since: str) -> _Found:
    """Each bank is read once, however many of its files are asked for."""
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    covered: tuple[TopicCoverage, ...] = ()
    for bank, parts in _by_bank(roots).items():
        some, unread = load(bank)
        wanted = _wanted(bank, since) if since else None

        def asked(file: str, parts: list[str] = parts, wanted: frozenset[str] | None = wanted) -> bool:
            return any(lies_in(file, part) for part in parts) and (wanted is None or file in wanted)

        sheets += [sheet for sheet in some if asked(sheet.file)]
        problems += [problem for problem in unread if asked(problem.file) or problem.file == FILE]
        if parts == [""] and not since:
            covered += coverage(load_contents(bank)[0], some)
    return _Found(tuple(sheets), tuple(problems), covered)


def _by_bank(roots: Sequence[Traversable]) -> dict[Traversable, list[str]]:
    """What is asked for of each bank; a path that is in none stands for itself, so that `load` says so."""
    found: dict[Traversable, list[str]] = {}
    for root in roots:
        bank, inside = find_bank(root)
        found.setdefault(bank or root, []).append(inside)
    return found


def _wanted(bank: Traversable, since: str) -> frozenset[str] | None:
    if not isinstance(bank, Path):
        raise BankTrouble(f"{bank} is no folder that git could know. Check without --changed.")
    return changed(bank, since)


async def _report(found: _Found, judge: Judge, versions: tuple[Version, ...], *, as_json: bool) -> int:
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        bar = progress.add_task("executing keys", total=len(found.sheets))
        told: Callable[[Checked], None] = lambda _: progress.advance(bar)  # noqa: E731 - a one-line listener
        report = await check(found.sheets, judge, versions, unread=found.problems, told=told)
    _print(report, found.covered, as_json=as_json)
    return 1 if report.problems else 0


def _print(report: Report, covered: tuple[TopicCoverage, ...], *, as_json: bool) -> None:
    if as_json:
        rows = {one.topic.id: {"kinds": dict(one.kinds), "missing": list(one.missing)} for one in covered}
        print(json.dumps({**report.as_json(), "coverage": rows}, ensure_ascii=False))  # noqa: T201
        return
    if covered:
        print(in_rows(covered), end="\n\n")  # noqa: T201
    print(in_words(report))  # noqa: T201
