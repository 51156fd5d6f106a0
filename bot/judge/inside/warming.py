"""What the zygote does once so that no learner waits for it: loading common modules, and walking the whole path.

A rehearsal makes the pages and caches that a job will touch; the first traceback alone costs 7 to 12 ms unwarmed.
"""

from __future__ import annotations

import io
import json
import sys

from .stage import play, wait_for_threads

TYPE_CHECKING = False  # `typing` is not worth its import time in a zygote
if TYPE_CHECKING:
    from typing import Any

MODULES = """collections itertools functools math re json dataclasses typing random string datetime decimal fractions
    heapq bisect operator copy enum abc contextlib statistics textwrap time traceback io types inspect asyncio
    threading queue array concurrent.futures.thread""".split()
_PLAIN = 'def f(x):\n    return [x, {x: (x,)}]\nprint(f(1), f"{2:>3}", sum(range(3)))\n', ["f(1)", 'f("a")']
_FAILING = "def g(x):\n    return x + None\n", ["g(1)", "1 / 0"]
_JOBS = {
    name: json.dumps({"source": source, "probes": [{"setup": "", "call": call} for call in calls]})
    for name, (source, calls) in {"plain": _PLAIN, "failing": _FAILING}.items()
}


def load_modules() -> None:
    """What lessons use most; each is inherited by every child.

    But not ssl, which asyncio would load and does without: OpenSSL's pages make every fork 0.08 ms longer.
    """
    sys.modules["ssl"] = None  # type: ignore[assignment]  # the import system's own sign for "not here"
    for name in MODULES:
        __import__(name)
    del sys.modules["ssl"]


def rehearse() -> None:
    """One ordinary job, its output going nowhere."""
    _walk(_JOBS["plain"])


def rehearse_with_an_error() -> None:
    """Both kinds of job, once in the zygote."""
    _walk(_JOBS["failing"])
    _walk(_JOBS["plain"])


def _walk(line: str) -> None:
    stage, main = sys.stdout, sys.modules["__main__"]
    sys.stdout = io.StringIO()
    job: dict[str, Any] = json.loads(line)
    try:
        play(job["source"], [], _say_nothing, leave=wait_for_threads)
        play(job["source"], job["probes"], _say_nothing, leave=wait_for_threads)
    finally:
        sys.stdout, sys.modules["__main__"] = stage, main


def _say_nothing(message: dict[str, object]) -> None:
    json.dumps(message).encode()
