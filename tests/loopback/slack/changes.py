"""Waiting for something to become true without sleeping."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 20.0
"""Real seconds after which a test is told what it waited for in vain. Nothing passes by waiting for it."""


class Changes:
    """Wakes those who wait whenever anything in the loopback Slack has changed."""

    def __init__(self) -> None:
        self._changed = asyncio.Event()

    def tell(self) -> None:
        """Something changed."""
        self._changed.set()
        self._changed = asyncio.Event()

    async def until(self, true: Callable[[], T | None], *, what: str = "") -> T:
        """What `true` gives, once that is something."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not (found := true()):
                    await self._changed.wait()
        except TimeoutError:
            raise AssertionError(f"waited {PATIENCE:.0f} real seconds in vain for {what or true}") from None
        return found
