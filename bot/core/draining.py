"""Stopping without breaking anybody off: whoever is being served is served to the end, and nobody new is let in."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from bot.core import words
from bot.core.languages import say, speaking
from bot.core.messages import Accept, Answer, Deed, Note, Show, Then, View
from bot.core.ports import Hear


class Doorkeeper:
    """Stands before a `Hear`, counts who is inside, and at the end says to newcomers that the bot is stopping."""

    def __init__(self, hear: Hear) -> None:
        self._hear = hear
        self._inside = 0
        self._closing = False
        self._empty = asyncio.Event()
        self._empty.set()

    async def hear(self, deed: Deed) -> Answer:
        """Answer one deed; see the port."""
        if self._closing:
            with speaking(deed.who.locale):
                return Show(Note(say(words.STOPPING)))
        with self._entered():
            answer = await self._hear(deed)
        match answer:
            case Accept(then=then):
                return Accept(partial(self._finish, then))
            case Show(view=view, then=then) if then is not None:
                return Show(view, partial(self._finish, then))
            case _:
                return answer

    def close(self) -> None:
        """Let nobody in any more; what was answered already goes on."""
        self._closing = True

    async def empty(self) -> None:
        """Return when nobody is inside."""
        await self._empty.wait()

    async def _finish(self, then: Then) -> View:
        with self._entered():
            return await then()

    @contextmanager
    def _entered(self) -> Iterator[None]:
        self._inside += 1
        self._empty.clear()
        try:
            yield
        finally:
            self._inside -= 1
            if not self._inside:
                self._empty.set()
