"""What somebody reads while they wait: their place in the queue, changed in place, the latest only."""

import asyncio
import logging

import discord

from bot.chats.discord.drawing import drawing
from bot.chats.discord.render import rendered
from bot.chats.discord.reply import Late, Reply
from bot.core.messages import View

log = logging.getLogger(__name__)


class Meanwhile:
    """One edit at a time; what comes during it waits, and of several the last is shown."""

    def __init__(self, reply: Reply) -> None:
        self._reply = reply
        self._next: View | None = None
        self._busy: asyncio.Task[None] | None = None

    def tell(self, view: View) -> None:
        """Show this soon."""
        self._next = view
        if self._busy is None or self._busy.done():
            self._busy = asyncio.create_task(self._work(), name="place in the queue")

    async def end(self) -> None:
        """Nothing more is told; returns once nothing is on its way, so that what follows is not overwritten."""
        self._next = None
        if self._busy is not None:
            await self._busy

    async def _work(self) -> None:
        while (view := self._next) is not None:
            self._next = None
            try:
                await self._reply.show(drawing(rendered(view)))
            except (Late, discord.HTTPException) as error:
                log.debug("discord.queue_not_told", extra={"why": str(error)})
