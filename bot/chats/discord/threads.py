"""A thread for the discussion, once the answer is shown. Without it the answer is still shown."""

import logging
from typing import Final

import discord

from bot.chats.discord import limits, markup
from bot.chats.discord.patience import patiently
from bot.chats.discord.places import message_at
from bot.chats.discord.rest import CALL_SECONDS, Rest
from bot.chats.discord.troubles import HAS_THREAD, troubles
from bot.core import labels
from bot.core.cards import RevealCard
from bot.core.languages import say
from bot.core.messages import View
from bot.quiz.errors import ChatTrouble
from bot.quiz.ids import Ref

log = logging.getLogger(__name__)

OPEN_MINUTES: Final = 4320
"""Of silence, before Discord puts the thread away."""


async def discuss(rest: Rest, ref: Ref, view: View) -> None:
    """Open the thread under a revealed card, where moderators wish for one and there is none."""
    if not isinstance(view, RevealCard) or not view.question.thread:
        return
    channel, number = message_at(ref)
    if channel == number:  # the first message of a post in a forum: people talk below it anyway
        return
    try:
        client = await rest.client()
        with troubles():
            await patiently(_opened(client, channel, number, view.title), CALL_SECONDS)
    except ChatTrouble as trouble:
        log.warning("discord.no_thread", extra={"trouble": str(trouble)})


async def _opened(client: discord.Client, channel: int, number: int, title: str) -> None:
    here = await client.fetch_channel(channel)
    if not isinstance(here, discord.TextChannel):
        return
    name = limits.cut(markup.unmarked(title), limits.THREAD_NAME)
    try:
        thread = await here.get_partial_message(number).create_thread(name=name, auto_archive_duration=OPEN_MINUTES)
    except discord.HTTPException as error:
        if error.code == HAS_THREAD:
            return
        raise
    await thread.send(say(labels.DISCUSS))
