"""`askling check`: prove the bank, with a progress bar for people and JSON for programs."""

import json
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from bot import config
from bot.bank.checking import check
from bot.bank.folders import load
from bot.bank.reports import Checked, Report, spelled
from bot.judge import SubprocessJudge, interpreters


async def report_on(path: Path | None, extra: tuple[Path, ...], *, as_json: bool) -> int:
    """Check a bank, a folder or a file of one and print what was found. Returns the exit code: 0 without problems."""
    settings = config.load()
    sheets, unread = load(path or settings.questions)
    pythons = interpreters(extra)
    async with SubprocessJudge(pythons=pythons, at_once=settings.judge_at_once) as judge:
        with Progress(console=Console(stderr=True), transient=True) as progress:
            bar = progress.add_task("executing keys", total=len(sheets))
            told: Callable[[Checked], None] = lambda _: progress.advance(bar)  # noqa: E731 - a one-line listener
            report = await check(sheets, judge, tuple(pythons), unread=unread, told=told)
    print(json.dumps(report.as_json(), ensure_ascii=False) if as_json else in_words(report))  # noqa: T201
    return 1 if report.problems else 0


def in_words(report: Report) -> str:
    """The report for people: every problem, then the sums."""
    lines = [f"{problem}" for problem in report.problems]
    lines.append(
        f"{report.questions} questions, {report.proved} proved by execution on Python "
        f"{', '.join(spelled(report.versions))}; {len(report.problems)} problems"
    )
    lines += [f"not proved: {one.sheet.file} ({one.remark})" for one in report.checked if one.remark]
    lines += [
        f"not checked: {one.sheet.file} for Python {', '.join(one.not_checked)}"
        for one in report.checked
        if one.not_checked
    ]
    lines += [f"not checked: Python {', '.join(spelled(report.missing))} is not here"] * bool(report.missing)
    return "\n".join(lines)
