"""What a verdict costs, beside what a bare process costs and what others pay: `python -m benchmarks.judge [--json]`.

Everything is measured in turns in one run; `ratios` are of medians, times are milliseconds. A verdict's time is that of
a judge with a child parked, as a learner meets it; what a child costs before and after is in the verdicts a second.
"""

import asyncio
import json
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from bot.judge import SubprocessJudge, base_interpreter
from bot.judge.inside.warming import MODULES
from bot.judge.pool import SPARE
from bot.quiz.runs import Job, Probe
from bot.quiz.verdicts import Outcome

SOURCE = "print(sum(range(1000)))"
TEN_CASES = Job(
    source="def f(n):\n    return sum(range(n))\n", probes=tuple(Probe(call=f"f({n})") for n in range(100, 1100, 100))
)
AT_ONCE = 2
FULL_HOUSE = AT_ONCE + SPARE
ROUNDS, EACH = 8, 20
SECONDS_OF_FLOW = 2.0

Series = dict[str, list[float]]


class Forker:
    """The warm interpreter of `benchmarks.forker`."""

    def __init__(self) -> None:
        arguments = [base_interpreter(), "-I", "-S", Path(__file__).with_name("forker.py"), *MODULES]
        self._process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.ask(1)
        self.hear()

    def ask(self, times: int) -> None:
        """Begin so many forks."""
        assert self._process.stdin
        self._process.stdin.write(f"{times}\n")
        self._process.stdin.flush()

    def hear(self) -> list[float]:
        """The seconds of each, once all are done."""
        assert self._process.stdout
        seconds: list[float] = json.loads(self._process.stdout.readline())
        return seconds

    def close(self) -> None:
        """End it."""
        self._process.communicate()


@contextmanager
def forkers(count: int) -> Iterator[list[Forker]]:
    """So many of them."""
    made = [Forker() for _ in range(count)]
    try:
        yield made
    finally:
        for one in made:
            one.close()


def spawned(*command: object) -> float:
    """Seconds of one process from its start to its output and end."""
    started = time.perf_counter()
    subprocess.run([*map(str, command)], capture_output=True, check=True)
    return time.perf_counter() - started


async def timed(act: Callable[[], Awaitable[None]]) -> float:
    """Seconds of one call."""
    started = time.perf_counter()
    await act()
    return time.perf_counter() - started


async def in_turns(judge: SubprocessJudge, forker: Forker) -> Series:
    """Seconds of everything that happens one at a time, a few of each in turn."""

    async def verdict() -> None:
        assert (await judge.run(Job(source=SOURCE))).stdout == "499500\n"

    async def ten_cases() -> None:
        assert (await judge.run(TEN_CASES)).outcome is Outcome.PASSED

    async def several(act: Callable[[], Awaitable[None]]) -> list[float]:
        seconds = []
        for _ in range(EACH):
            while zygote.parked < FULL_HOUSE:
                await asyncio.sleep(0.0005)
            seconds.append(await timed(act))
        return seconds

    plain = [base_interpreter(), "-I", "-S", "-c", SOURCE]
    bwrap = shutil.which("bwrap")
    series: Series = {"verdict": [], "fork_exit": [], "plain": [], "ten_cases": []} | ({"bwrap": []} if bwrap else {})
    await verdict()
    zygote = await judge.zygote()
    for _ in range(ROUNDS):
        series["verdict"] += await several(verdict)
        forker.ask(EACH)
        series["fork_exit"] += forker.hear()
        series["plain"] += [spawned(*plain) for _ in range(EACH)]
        series["ten_cases"] += await several(ten_cases)
        if bwrap:
            series["bwrap"] += [spawned(bwrap, "--unshare-all", "--ro-bind", "/", "/", *plain) for _ in range(EACH)]
    return series


async def flow(in_flight: int) -> float:
    """Verdicts a second with so many in flight."""
    async with SubprocessJudge(at_once=in_flight) as judge:
        await judge.run(Job(source=SOURCE))
        end = time.perf_counter() + SECONDS_OF_FLOW

        async def one_after_the_other() -> int:
            count = 0
            while time.perf_counter() < end:
                await judge.run(Job(source=SOURCE))
                count += 1
            return count

        started = time.perf_counter()
        counts = await asyncio.gather(*(one_after_the_other() for _ in range(in_flight)))
        return sum(counts) / (time.perf_counter() - started)


def forks_a_second(two: list[Forker], times: int = 800) -> float:
    """Of two bare fork loops side by side."""
    started = time.perf_counter()
    for one in two:
        one.ask(times)
    for one in two:
        one.hear()
    return len(two) * times / (time.perf_counter() - started)


async def memory_of_parked_child() -> float | None:
    """Private MiB of one; None where /proc does not tell."""
    async with SubprocessJudge(at_once=1) as judge:
        zygote = await judge.zygote()
        await judge.run(Job(source=SOURCE))
        await judge.run(Job(source=SOURCE))
        sizes = [size for child in sorted(zygote.processes())[1:] if (size := _private_kib(child))]
    return round(statistics.median(sizes) / 1024, 2) if sizes else None


def _private_kib(pid: int) -> int:
    try:
        rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(row.split()[1]) for row in rows if row.startswith("Private_"))


async def first_verdict() -> float:
    """Seconds from nothing to the first verdict."""
    started = time.perf_counter()
    async with SubprocessJudge() as judge:
        await judge.run(Job(source=SOURCE))
        return time.perf_counter() - started


async def measure() -> dict[str, Any]:
    """All figures."""
    with forkers(2) as two:
        async with SubprocessJudge(at_once=AT_ONCE) as judge:
            series = await in_turns(judge, two[0])
            layers = await judge.layers()
        flows: dict[int, float] = {}
        loops = []
        for in_flight in (1, 2, 8):
            loops.append(forks_a_second(two))
            flows[in_flight] = await flow(in_flight)
        fork_loops = statistics.median(loops)
    medians = {name: statistics.median(seconds) for name, seconds in series.items()}
    ratios = {
        "verdict_over_fork_exit": medians["verdict"] / medians["fork_exit"],
        "plain_over_verdict": medians["plain"] / medians["verdict"],
        "ten_cases_over_fork_exit": medians["ten_cases"] / medians["fork_exit"],
        "throughput_over_fork_loop": flows[2] / fork_loops,
    }
    if "bwrap" in medians:
        ratios["bwrap_over_verdict"] = medians["bwrap"] / medians["verdict"]
    return {
        "python": sys.version.split()[0],
        "layers": layers,
        "ratios": {name: round(value, 3) for name, value in ratios.items()},
        "milliseconds": {name: _spread(seconds) for name, seconds in series.items()},
        "per_second": {f"{count} in flight": round(rate) for count, rate in flows.items()}
        | {"two fork loops": round(fork_loops)},
        "parked_child_mib": await memory_of_parked_child(),
        "first_verdict_ms": round(statistics.median([await first_verdict() for _ in range(5)]) * 1000, 1),
    }


def _spread(seconds: list[float]) -> dict[str, float]:
    return {
        "median": round(statistics.median(seconds) * 1000, 2),
        "p95": round(statistics.quantiles(seconds, n=20)[-1] * 1000, 2),
    }


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
def main(as_json: bool) -> None:
    """Measure the judge beside bare processes."""
    figures = asyncio.run(measure())
    if as_json:
        click.echo(json.dumps(figures))
        return
    for name, value in figures.items():
        click.echo(f"{name}: {value}")


if __name__ == "__main__":
    main()
