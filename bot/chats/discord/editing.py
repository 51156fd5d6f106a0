"""Changing what was published: one edit a message at a time, and of those that wait only the latest is made.

An edit that uses up Discord's bucket returns only when the bucket is full again, so nobody's press ever waits for one.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import discord

from bot.chats.discord.drawing import drawing
from bot.chats.discord.marks import Mark, mark_on
from bot.chats.discord.patience import patiently
from bot.chats.discord.places import message_at
from bot.chats.discord.rest import CALL_SECONDS, Rest
from bot.chats.discord.sheets import Sheet
from bot.chats.discord.troubles import ARCHIVED, troubles
from bot.core import words
from bot.quiz.errors import Refused
from bot.quiz.ids import Ref

Edit = Callable[[Ref, Sheet], Awaitable[None]]


@dataclass(slots=True)
class _Waiting:
    """The next edit of one message, and who waits for it."""

    sheet: Sheet
    done: asyncio.Future[None] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class Edits:
    """Makes edits, the last one of each message winning."""

    def __init__(self, edit: Edit) -> None:
        self._edit = edit
        self._next: dict[Ref, _Waiting] = {}
        self._busy: dict[Ref, asyncio.Task[None]] = {}

    async def make(self, ref: Ref, sheet: Sheet) -> None:
        """Return when the message shows this, or something later.

        Raises:
            ChatTrouble: it could not be changed.
        """
        waiting = self._next.get(ref)
        if waiting is None:
            waiting = self._next[ref] = _Waiting(sheet)
        waiting.sheet = sheet
        if ref not in self._busy:
            self._busy[ref] = asyncio.create_task(self._work(ref), name=f"edits of {ref}")
        await asyncio.shield(waiting.done)

    async def _work(self, ref: Ref) -> None:
        while waiting := self._next.pop(ref, None):
            try:
                await self._edit(ref, waiting.sheet)
            except Exception as trouble:  # noqa: BLE001 - whoever waits for it is told
                _end(waiting.done, trouble)
            else:
                _end(waiting.done, None)
        del self._busy[ref]


def _end(done: asyncio.Future[None], trouble: Exception | None) -> None:
    if trouble is None:
        done.set_result(None)
    else:
        done.set_exception(trouble)
        done.exception()  # or asyncio would say that nobody looked at it, when the one who waited was cancelled


async def edit(rest: Rest, ref: Ref, sheet: Sheet) -> None:
    """Change one message; it keeps the mark of its key, and an archived thread is opened for it.

    Raises:
        ChatTrouble: it could not be changed.
    """
    client = await rest.client()
    channel, number = message_at(ref)
    message = client.get_partial_messageable(channel).get_partial_message(number)
    with troubles():
        mark = await patiently(_mark(message), CALL_SECONDS)
    drawn = drawing(sheet, mark)
    with troubles():
        try:
            await patiently(_edit(message, drawn.view), CALL_SECONDS)
        except discord.RateLimited:  # longer than any bucket: it is one of the edits of old messages that are counted
            raise Refused(words.DISCORD_OLD_EDITS) from None
        except discord.HTTPException as error:
            if error.code != ARCHIVED:
                raise
            await patiently(_open(client, channel), CALL_SECONDS)
            await patiently(_edit(message, drawn.view), CALL_SECONDS)


async def _mark(message: discord.PartialMessage) -> Mark | None:
    return mark_on(await message.fetch())


async def _edit(message: discord.PartialMessage, view: discord.ui.LayoutView) -> None:
    await message.edit(view=view, allowed_mentions=discord.AllowedMentions.none())


async def _open(client: discord.Client, channel: int) -> None:
    thread = await client.fetch_channel(channel)
    if isinstance(thread, discord.Thread):
        await thread.edit(archived=False)
