"""Notices what is saved in a folder: by size and time of change, twice a second."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

PAUSE_SECONDS = 0.5

Stamps = dict[Path, tuple[int, int]]


async def saved(folder: Path, sleep: Callable[[float], Awaitable[object]] = asyncio.sleep) -> AsyncIterator[list[Path]]:
    """The files that were written since the last look, whenever there are some; for ever."""
    before = _stamps(folder)
    while True:
        await sleep(PAUSE_SECONDS)
        now = _stamps(folder)
        if written := sorted(path for path, stamp in now.items() if before.get(path) != stamp):
            yield written
        before = now


def _stamps(folder: Path) -> Stamps:
    found: Stamps = {}
    for path in folder.rglob("*.md"):
        try:
            told = path.stat()
        except OSError:  # it was removed while we looked
            continue
        found[path] = told.st_mtime_ns, told.st_size
    return found
