"""What the zygote does once so that no learner waits for it: loading common modules, and walking the whole path.

A rehearsal makes the pages and caches that a job will touch; the first traceback alone costs 7 to 12 ms unwarmed.
"""

from __future__ import annotations

import io
import json
import sys

from .stage import play

MODULES = """collections itertools functools math re json dataclasses typing random string datetime decimal fractions
    heapq bisect operator copy enum abc contextlib statistics textwrap time traceback io types inspect asyncio
    threading queue array concurrent.futures.thread""".split()
_PLAIN = ('def f(x):\n    return [x, {x: (x,)}]\nprint(f(1), f"{2:>3}", sum(range(3)))\n', ["f(1)", 'f("a")'])
_FAILING = ("def g(x):\n    return x + None\n", ["g(1)", "1 / 0"])


def load_modules() -> None:
    """What lessons use most; each is inherited by every child."""
    for name in MODULES:
        __import__(name)


def rehearse() -> None:
    """One ordinary job, its output going nowhere."""
    _walk(*_PLAIN)


def rehearse_with_an_error() -> None:
    """Both kinds of job, once in the zygote."""
    _walk(*_FAILING)
    _walk(*_PLAIN)


def _walk(source: str, calls: list[str]) -> None:
    stage, main = sys.stdout, sys.modules["__main__"]
    sys.stdout = io.StringIO()
    try:
        for probes in ([], [{"setup": "", "call": call} for call in calls]):
            play(source, probes, 0, json.dumps, leave=_stay)
    finally:
        sys.stdout, sys.modules["__main__"] = stage, main


def _stay() -> None:
    """Exit functions run once only, so a rehearsal leaves them alone."""
