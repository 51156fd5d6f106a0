"""The one way in: every interaction comes here, is heard once, acknowledged in time, and answered."""

import asyncio
import logging
from collections import OrderedDict
from typing import Any

import discord

from bot.chats.discord import inbox
from bot.chats.discord.completing import Completing
from bot.chats.discord.drawing import drawing
from bot.chats.discord.inbox import Interaction
from bot.chats.discord.pages import told
from bot.chats.discord.reply import Late, Reply
from bot.chats.discord.serving import Serving
from bot.chats.discord.sheets import Button
from bot.chats.discord.tags import Editor, Grades, Menu, Open, Press, Reopen, Sent, Tag, read
from bot.chats.discord.uploads import source
from bot.core import labels, words
from bot.core.languages import explained, say, speaking
from bot.core.pages import Style
from bot.quiz.errors import AnswerMistake, Trouble

log = logging.getLogger(__name__)

REMEMBERED = 4096
"""Interactions that are known to have been heard: a resumed session may deliver one again."""


class Router:
    """From an interaction to its answer."""

    def __init__(self, serving: Serving, completing: Completing) -> None:
        self._serving, self._completing = serving, completing
        self._known: OrderedDict[int, None] = OrderedDict()
        self._inside: dict[asyncio.Task[Any], tuple[Reply, str]] = {}

    async def take(self, interaction: Interaction) -> None:
        """Hear and answer it; never raises, and does nothing the second time."""
        if interaction.id in self._known:
            return
        self._known[interaction.id] = None
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        reply, locale = Reply(interaction), str(interaction.locale)
        task = asyncio.current_task()
        if task is not None:
            self._inside[task] = reply, locale
            task.add_done_callback(lambda done: self._inside.pop(done, None))
        with speaking(locale):
            await self._guarded(interaction, reply)

    async def finish(self, seconds: float) -> None:
        """Let those who are being answered have their answer; tell the others that the bot is being restarted."""
        if self._inside:
            await asyncio.wait(set(self._inside), timeout=seconds)
        left = dict(self._inside)
        for task in left:
            task.cancel()
        await asyncio.gather(*(_break_off(*one) for one in left.values()), return_exceptions=True)

    async def _guarded(self, interaction: Interaction, reply: Reply) -> None:
        try:
            try:
                await self._answer(interaction, reply)
            except Trouble as trouble:
                await reply.show(drawing(told(explained(trouble))))
            except Late:
                raise
            except Exception:
                log.exception("discord.broken")
                await reply.show(drawing(told(say(words.BROKEN))))
        except Late as late:
            log.warning("discord.late", extra={"why": str(late)})
        except Exception:
            log.exception("discord.unanswered")

    async def _answer(self, interaction: Interaction, reply: Reply) -> None:
        data: Any = interaction.data
        match interaction.type:
            case discord.InteractionType.autocomplete:
                await reply.offer(await self._completing.offers(interaction))
            case discord.InteractionType.application_command:
                await self._serving.serve(inbox.asked(interaction), reply)
            case discord.InteractionType.component:
                tag = read(data["custom_id"])
                await self._pressed(_chosen(interaction) if isinstance(tag, Menu) else tag, interaction, reply)
            case discord.InteractionType.modal_submit:
                await self._sent(read(data["custom_id"]), interaction, reply)
            case _:
                return

    async def _pressed(self, tag: Tag | None, interaction: Interaction, reply: Reply) -> None:
        match tag:
            case Press() | Open() | Grades():
                message = interaction.message
                page = isinstance(tag, Press) and tag.page and message is not None and message.flags.ephemeral
                await self._serving.serve(inbox.pressed(tag, interaction), reply, page=page)
            case Reopen(name=name, about=about):
                await self._serving.reopen((interaction.user.id, name, about), reply)
            case _:
                await reply.show(drawing(told(say(words.OLD_FORM))))

    async def _sent(self, tag: Tag | None, interaction: Interaction, reply: Reply) -> None:
        filled = inbox.filling(interaction)
        match tag:
            case Editor(round=one, to=to):
                again = Button(label=say(labels.TRY_AGAIN), tag=Open(round=one, to=to), style=Style.PRIMARY)
                self._serving.drafts.keep(key := (interaction.user.id, str(one), to), filled.texts)
                try:
                    code = await source(filled.file, interaction, reply)
                except AnswerMistake as mistake:
                    await reply.show(drawing(told(explained(mistake), again)))
                    return
                deed = inbox.handed_in(tag, interaction, filled, code)
                await self._serving.serve(deed, reply, again=again, key=key)
            case Sent(name=name, about=about):
                again = Button(label=say(labels.TRY_AGAIN), tag=Reopen(name=name, about=about), style=Style.PRIMARY)
                sent = inbox.sent(tag, interaction, filled)
                self._serving.drafts.keep((interaction.user.id, name, about), sent.values)
                await self._serving.serve(sent, reply, again=again)
            case _:
                await reply.show(drawing(told(say(words.OLD_FORM))))


def _chosen(interaction: Interaction) -> Tag | None:
    """The tag that was chosen from a menu of them."""
    return read(next(iter(inbox.values(interaction)), ""))


async def _break_off(reply: Reply, locale: str) -> None:
    with speaking(locale):
        await reply.show(drawing(told(say(words.BROKEN_OFF))))
