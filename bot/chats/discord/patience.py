"""Waiting for Discord no longer than is sensible, without breaking the library off in the middle of a call.

A cancelled call would leave discord.py's flag for the global rate limit down for ever (2.7.1), so one that takes too
long goes on by itself; everything we send is idempotent, so that does no harm.
"""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")
_going_on: set[asyncio.Task[Any]] = set()


async def patiently(call: Coroutine[Any, Any, T], seconds: float) -> T:
    """What a call returns.

    Raises:
        TimeoutError: it takes longer; it goes on, and nobody hears what comes of it.
    """
    task = asyncio.ensure_future(call)
    _going_on.add(task)
    task.add_done_callback(_over)
    done, _ = await asyncio.wait({task}, timeout=seconds)
    if not done:
        raise TimeoutError(f"Discord did not answer within {seconds:g} s")
    return task.result()


def _over(task: asyncio.Task[Any]) -> None:
    _going_on.discard(task)
    if not task.cancelled():
        task.exception()  # or asyncio would say that nobody looked at it
