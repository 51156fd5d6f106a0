"""Answering one interaction: acknowledged within three seconds or not at all, and shown once, whatever gets lost."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

import discord
from discord import ui

from bot.chats.discord.drawing import Drawing
from bot.chats.discord.patience import patiently
from bot.chats.discord.troubles import AWAY, UNREADABLE

log = logging.getLogger(__name__)

Interaction = discord.Interaction[Any]
ACKNOWLEDGED = 40060
OVER = (10062, 10015, 10008, 50027)
"""Unknown interaction, unknown webhook, unknown message (it was dismissed), token no longer valid."""
ACK_SECONDS = 2.5
SHOW_SECONDS = 30.0


class Late(Exception):
    """Nobody can be shown anything any more."""


class Reply:
    """What one person is told for one thing they did."""

    def __init__(self, interaction: Interaction) -> None:
        self._interaction = interaction
        self._begun = asyncio.get_running_loop().time()
        self.acknowledged = False

    async def defer(self, *, update: bool = False) -> None:
        """Acknowledge: `thinking …` in a message of its own, or silently where a page will be changed.

        Raises:
            Late: the three seconds are over; they were told that it failed.
        """
        if not self.acknowledged:
            response = self._interaction.response
            await self._first(response.defer() if update else response.defer(ephemeral=True, thinking=True))

    async def open(self, modal: ui.Modal) -> bool:
        """Open a modal; False where it is too late for one, because something was answered before."""
        if self.acknowledged:
            return False
        await self._first(self._interaction.response.send_modal(modal))
        return True

    async def show(self, drawing: Drawing, *, update: bool = False) -> None:
        """Show something to that person alone; in the place of the page they pressed on with `update`.

        Raises:
            Late: nobody can be shown anything any more.
        """
        if not self.acknowledged and await self._first(self._message(drawing, update=update)):
            return
        edit = self._interaction.edit_original_response
        await self._later(edit(view=drawing.view, attachments=drawing.files(), allowed_mentions=drawing.mentions))

    async def also(self, drawing: Drawing) -> None:
        """Show something more, under it."""
        send = self._interaction.followup.send
        files, mentions = drawing.files(), drawing.mentions
        await self._later(send(view=drawing.view, files=files, allowed_mentions=mentions, ephemeral=True, wait=True))

    async def offer(self, names: list[tuple[str, str]]) -> None:
        """Complete what is being typed; too late is too late."""
        choices: list[discord.app_commands.Choice[str]] = [
            discord.app_commands.Choice(name=name, value=value) for name, value in names
        ]
        await self._first(self._interaction.response.autocomplete(choices))

    def _message(self, drawing: Drawing, *, update: bool) -> Coroutine[Any, Any, object]:
        response = self._interaction.response
        if update:
            return response.edit_message(
                view=drawing.view, attachments=drawing.files(), allowed_mentions=drawing.mentions
            )
        files, mentions = drawing.files(), drawing.mentions
        return response.send_message(view=drawing.view, files=files, allowed_mentions=mentions, ephemeral=True)

    async def _first(self, call: Coroutine[Any, Any, object]) -> bool:
        """The first answer; False when it is not known whether this one arrived, or when another did before."""
        arrived = True
        try:
            await patiently(call, ACK_SECONDS)
        except discord.HTTPException as error:
            if error.code in OVER:
                raise Late(str(error)) from None
            if error.code != ACKNOWLEDGED and error.status < 500:
                raise
            arrived = False
        except (*AWAY, *UNREADABLE, discord.InteractionResponded) as error:
            log.warning("discord.lost_answer", extra={"why": str(error) or type(error).__name__})
            arrived = False
        self.acknowledged = True
        milliseconds = round(1000 * (asyncio.get_running_loop().time() - self._begun), 1)
        log.debug("discord.acknowledged", extra={"milliseconds": milliseconds})
        return arrived

    async def _later(self, call: Coroutine[Any, Any, object]) -> None:
        try:
            await patiently(call, SHOW_SECONDS)
        except discord.HTTPException as error:
            if error.code in OVER:
                raise Late(str(error)) from None
            raise
        except AWAY as error:
            raise Late(str(error)) from None
