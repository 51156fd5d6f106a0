"""`askling judge --batch`: many snippets from a file of JSON lines, one line of JSON out for each, in order."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from itertools import zip_longest
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.core.ports import Judge
from bot.quiz.grading import shown
from bot.quiz.pythons import Version
from bot.quiz.runs import Job, Probe, Returned, Run, Silent
from bot.quiz.values import same
from bot.quiz.verdicts import Outcome

AHEAD = 32
"""Rows taken up before the first of them is done; the judge's own queue decides how many run."""
_NOTHING = Silent(reason="no answer")


class Row(BaseModel):
    """One snippet, the expressions to evaluate, and what they should give as JSON; that is compared outside."""

    model_config = ConfigDict(extra="ignore", strict=True)

    id: str | int
    code: str
    calls: list[str] | None = None
    expected: list[Any] = []
    stdin: str = ""
    isolate: bool = False


async def judge_rows(
    lines: Iterable[str], judge: Judge, python: Version | None, say: Callable[[dict[str, Any]], None]
) -> None:
    """Judge rows as they come and say what became of each; one that cannot be read is `refused` with its reason.

    Raises:
        JudgeTrouble: the judge itself could not work.
    """
    ahead: deque[asyncio.Task[dict[str, Any]]] = deque()
    async with asyncio.TaskGroup() as group:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                ahead.append(group.create_task(_judge_row(number, line, judge, python)))
            if len(ahead) >= AHEAD:
                say(await ahead.popleft())
        for task in ahead:
            say(await task)


async def _judge_row(number: int, line: str, judge: Judge, python: Version | None) -> dict[str, Any]:
    try:
        row = Row.model_validate_json(line)
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, one['loc'])) or 'row'}: {one['msg']}" for one in error.errors())
        return _told(None, Run(outcome=Outcome.REFUSED, detail=f"line {number}: {faults}"))
    probes = tuple(Probe(call=call) for call in row.calls or ())
    run = await judge.run(Job(source=row.code, probes=probes, stdin=row.stdin, isolate=row.isolate, python=python))
    told = _told(row.id, run)
    if row.calls is not None:
        told["cases"] = _cases(row, run)
        if run.outcome is Outcome.PASSED and not all(case["passed"] for case in told["cases"]):
            told["outcome"] = str(Outcome.WRONG)
    return told


def _cases(row: Row, run: Run) -> list[dict[str, Any]]:
    cases = []
    for reply, expected in zip_longest(run.replies, row.expected[: len(run.replies)], fillvalue=_NOTHING):
        got = reply.value if isinstance(reply, Returned) else _NOTHING
        passed = got is not _NOTHING and expected is not _NOTHING and same(expected, got)
        cases.append({"passed": passed, "got": shown(reply)})
    return cases


def _told(id: str | int | None, run: Run) -> dict[str, Any]:  # noqa: A002 - the row's own word
    return {
        "id": id,
        "outcome": str(run.outcome),
        "stdout": run.stdout,
        "stderr": run.stderr,
        "seconds": round(run.seconds, 4),
        "cpu_seconds": round(run.cpu_seconds, 4),
        "detail": run.detail,
    }
