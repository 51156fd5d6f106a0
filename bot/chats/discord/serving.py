"""One deed at the front desk, and its answer in Discord's idiom: a modal or a private message, at once or later."""

import asyncio
from collections.abc import Awaitable, Mapping
from contextvars import copy_context
from typing import assert_never

from bot.chats.discord.cards import RUN
from bot.chats.discord.drafts import Drafts, Key
from bot.chats.discord.drawing import drawing
from bot.chats.discord.editors import editor, filling
from bot.chats.discord.meanwhile import Meanwhile
from bot.chats.discord.pages import Numbers, told
from bot.chats.discord.places import user_at
from bot.chats.discord.render import NO_NUMBERS, rendered
from bot.chats.discord.reply import Reply
from bot.chats.discord.sheets import Button
from bot.chats.discord.tags import Open, Reopen
from bot.core import labels, words
from bot.core.languages import say, speak, spoken
from bot.core.messages import ANSWER, Accept, Answer, Ask, Correct, Deed, Fill, Show, Then, VerdictView, View
from bot.core.pages import Style
from bot.core.ports import Hear
from bot.core.queueing import telling

HEAR_SECONDS = 1.5
"""What the front desk may take before an interaction is acknowledged without knowing its answer."""


class Serving:
    """Hears and shows.

    Args:
        hear: the front desk.
        drafts: what people wrote before.
        numbers: of our commands at Discord, by name; filled in when they are known.
        seconds: how long the front desk may take before `thinking …` is shown.
    """

    def __init__(
        self, hear: Hear, drafts: Drafts, *, numbers: Numbers = NO_NUMBERS, seconds: float = HEAR_SECONDS
    ) -> None:
        self._hear, self.drafts, self._numbers, self._seconds = hear, drafts, numbers, seconds

    async def serve(
        self, deed: Deed, reply: Reply, *, page: bool = False, again: Button | None = None, key: Key | None = None
    ) -> None:
        """Have a deed heard, and show what is answered.

        Args:
            deed: what somebody did.
            reply: to them.
            page: they pressed on a page of their own, and what comes of it takes its place.
            again: opens their form once more, where their input cannot be used.
            key: of their draft, which has served its purpose once the answer is right.

        Raises:
            Late: nobody can be shown anything any more.
        """
        answer = await self._heard(deed, reply)
        match answer:
            case Accept(then=then):
                await reply.defer(update=page)
                await self._show(await self._waited(then, reply, page=page), reply, key=key)
            case Show(view=view, then=then):
                await self._show(view, reply, page=page, key=key)
                if then is not None:
                    await reply.also(drawing(rendered(await then(), self._numbers)))
            case Ask() | Fill():
                await self._open(answer, deed, reply)
            case Correct(message=message):
                await reply.show(drawing(told(message, again)))
            case _:
                assert_never(answer)

    async def reopen(self, key: Key, reply: Reply) -> None:
        """A form once more, with what was written in it."""
        form = self.drafts.form(key)
        if form is None:
            await reply.show(drawing(told(say(words.OLD_FORM))))
        else:
            await reply.open(filling(form, self.drafts.written(key)))

    async def _heard(self, deed: Deed, reply: Reply) -> Answer:
        context = copy_context()
        hearing = asyncio.create_task(_awaited(self._hear(deed)), context=context)
        try:
            if not (await asyncio.wait({hearing}, timeout=self._seconds))[0]:
                await reply.defer()
            answer = await hearing
            speak(context.run(spoken))  # they may have set another language than Discord's
            return answer
        finally:
            hearing.cancel()

    async def _waited(self, then: Then, reply: Reply, *, page: bool) -> View:
        """What slow work comes to; meanwhile they are told their place in the queue, unless that would hide a page."""
        if page:
            return await then()
        telling_them = Meanwhile(reply)
        try:
            with telling(telling_them.tell):
                return await then()
        finally:
            await telling_them.end()

    async def _show(self, view: View, reply: Reply, *, page: bool = False, key: Key | None = None) -> None:
        if key is not None and isinstance(view, VerdictView) and view.verdict.right:
            self.drafts.forget(key)
        await reply.show(drawing(rendered(view, self._numbers)), update=page)

    async def _open(self, answer: Ask | Fill, deed: Deed, reply: Reply) -> None:
        """Open an editor or a form; where it is too late for one, a button that opens it."""
        user = user_at(deed.who.address) or 0
        tag: Open | Reopen
        if isinstance(answer, Ask):
            card, to = answer.card, answer.to
            modal = editor(card, to, self._draft(user, str(card.round), to))
            tag = Open(round=card.round, to=to)
        else:
            form = answer.form
            self.drafts.given((user, form.name, form.about), form)
            modal, tag = filling(form), Reopen(name=form.name, about=form.about)
        if not await reply.open(modal):
            late = Button(label=say(labels.OPEN_IT), tag=tag, style=Style.PRIMARY)
            await reply.show(drawing(told(say(words.READY_NOW), late)))

    def _draft(self, user: int, one: str, to: str) -> Mapping[str, str]:
        """What they wrote here last; what was only tried so far is handed in, and the other way round."""
        found = (self.drafts.written((user, one, purpose)) for purpose in (to, RUN, ANSWER))
        return next(filter(None, found), {})


async def _awaited(hearing: Awaitable[Answer]) -> Answer:
    return await hearing
