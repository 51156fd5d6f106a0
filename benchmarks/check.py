"""The whole bank through the jail against the same jobs in plain interpreters, one process a job and no walls.

    python -m benchmarks.check [--json]

`askling check` is done once on one Python, and every job it sent to the judge is written down. Then the same jobs are
done again, as many at a time, each in a plain `python -c` that loads the source and answers the probes. `ratios` is how
many times longer the plain interpreters take: above 1, the walls cost nothing.
"""

import argparse
import asyncio
import json
import os
import sys
import time
from collections import Counter

from bot.bank.checking import check
from bot.bank.folders import load
from bot.bank.reports import Report
from bot.core.ports import Judge, Waiting
from bot.judge import SubprocessJudge, base_interpreter
from bot.quiz.runs import Job, Run

PLAIN = """\
import json, sys
job = json.load(sys.stdin)
code = compile(job["source"], "submission", "exec", dont_inherit=True)
for probe in job["probes"] or [{}]:
    main = {"__name__": "__main__"}
    try:
        exec(code, main)
        if probe:
            exec(probe["setup"], main)
            print(repr(eval(probe["call"], main))[:400], file=sys.stderr)
    except BaseException as error:
        print(type(error).__name__, file=sys.stderr)
"""
AT_ONCE = os.cpu_count() or 2
PATIENCE = 5.0


class RecordingJudge:
    """Passes jobs on and remembers them."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self.jobs: list[Job] = []
        self.outcomes: Counter[str] = Counter()

    async def run(self, job: Job, *, waiting: Waiting | None = None) -> Run:
        """See the port."""
        self.jobs.append(job)
        run = await self._judge.run(job, waiting=waiting)
        self.outcomes[str(run.outcome)] += 1
        return run


async def measure() -> dict[str, object]:
    """Both ways, one after the other."""
    sheets, problems = load()
    version = (sys.version_info[0], sys.version_info[1])
    async with SubprocessJudge(pythons={version: base_interpreter()}, default=version, at_once=AT_ONCE) as judge:
        recording = RecordingJudge(judge)
        began = time.perf_counter()
        report: Report = await check(sheets, recording, [version], unread=problems, at_once=AT_ONCE)
        jailed = time.perf_counter() - began
    began = time.perf_counter()
    await _plainly(recording.jobs)
    plain = time.perf_counter() - began
    return {
        "python": f"{version[0]}.{version[1]}",
        "questions": report.questions,
        "proved": report.proved,
        "problems": [str(problem) for problem in report.problems],
        "jobs": len(recording.jobs),
        "outcomes": dict(recording.outcomes),
        "at_once": AT_ONCE,
        "seconds": {"jail": round(jailed, 2), "plain": round(plain, 2)},
        "ratios": {"plain / jail": round(plain / jailed, 2)},
    }


async def _plainly(jobs: list[Job]) -> None:
    room = asyncio.Semaphore(AT_ONCE)

    async def one(job: Job) -> None:
        probes = [{"setup": probe.setup, "call": probe.call} for probe in job.probes]
        told = json.dumps({"source": job.source, "probes": probes}).encode()
        async with room:
            process = await asyncio.create_subprocess_exec(
                base_interpreter(), "-I", "-S", "-c", PLAIN,
                stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
            )  # fmt: skip
            try:
                async with asyncio.timeout(PATIENCE):
                    await process.communicate(told)
            except TimeoutError:
                process.kill()
                await process.wait()

    async with asyncio.TaskGroup() as group:
        for job in jobs:
            group.create_task(one(job))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.check", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    as_json = parser.parse_args().json
    told = asyncio.run(measure())
    print(json.dumps(told) if as_json else "\n".join(f"{name}: {value}" for name, value in told.items()))


if __name__ == "__main__":
    main()
