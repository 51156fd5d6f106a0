"""Answering one deed on one screen: at once in the acknowledgement where that is possible, afterwards where not."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial

from bot.chats.slack.drafts import Drafts
from bot.chats.slack.editors import editor, form, waiting
from bot.chats.slack.followups import Followups
from bot.chats.slack.inbox import first_field
from bot.chats.slack.marks import Mark, button, row
from bot.chats.slack.prose import said
from bot.chats.slack.render import Drawn, drawn, worded
from bot.chats.slack.rich import Json, paragraph
from bot.chats.slack.surfaces import Surface, give
from bot.core import words
from bot.core.forms import Form
from bot.core.languages import explained, say, speaking, spoken
from bot.core.messages import Accept, Answer, Ask, Command, Correct, Deed, Fill, Note, Show, View
from bot.core.pages import Document
from bot.core.ports import Hear
from bot.core.queueing import telling
from bot.quiz.errors import ChatTrouble, Trouble

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """Seconds of the three that Slack gives us."""

    verdict: float = 0.4
    """In which most answers are judged: they need no second message then, and no call of ours."""
    hearing: float = 1.0
    """For the use cases to say anything at all; a store in trouble may take longer."""
    person: float = 1.0
    """For users.info, when somebody comes for the first time."""


FEW = 8
"""So many may wait for a verdict at once and still be waited for before the acknowledgement."""
Work = Callable[[], Awaitable[View]]
Step = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Handled:
    """What is acknowledged with, and what is done, in this order, once that is on the wire."""

    ack: Json | None = None
    later: tuple[Step, ...] = ()

    def __add__(self, other: "Handled") -> "Handled":
        return Handled(self.ack or other.ack, self.later + other.later)


class Serving:
    """Hears deeds and shows what is said to them.

    Args:
        hear: the use cases.
        followups: in whose keeping slow work is.
        patience: how long is waited before Slack is answered.
    """

    def __init__(self, hear: Hear, followups: Followups, patience: Waits) -> None:
        self._hear, self._followups, self._patience = hear, followups, patience
        self._waiting = 0
        self.drafts = Drafts()

    async def serve(self, deed: Deed, surface: Surface, view: Json | None = None) -> Handled:
        """Answer a deed.

        Args:
            deed: what somebody did.
            surface: where they look.
            view: the modal they sent, if they sent one.
        """
        hearing = self._followups.task(self._heard(deed))
        await asyncio.wait({hearing}, timeout=self._patience.hearing)
        if hearing.done():
            return await self._told(hearing.result(), deed, surface, view)
        with speaking(deed.who.locale):
            ack = surface.opens(waiting(surface.place)) if surface.modal else None
        surface.acknowledged()
        return Handled(ack, (partial(self._late, hearing, deed, surface),))

    async def _heard(self, deed: Deed) -> tuple[Answer, str]:
        """What is said to a deed, and in which language: what they set for themselves goes before what Slack says."""
        with speaking(deed.who.locale):
            return await self._answer(deed), spoken()

    async def _told(self, heard: tuple[Answer, str], deed: Deed, surface: Surface, view: Json | None) -> Handled:
        answer, locale = heard
        with speaking(locale):
            handled = await self._served(answer, deed, surface, view)
        return Handled(handled.ack, tuple(partial(_in, locale, step) for step in handled.later))

    async def _late(self, hearing: "asyncio.Task[tuple[Answer, str]]", deed: Deed, surface: Surface) -> None:
        """The use cases took so long that Slack had to be answered before them."""
        log.warning("slack.late")
        for step in (await self._told(await asyncio.shield(hearing), deed, surface, None)).later:
            await step()

    async def heard(self, deed: Deed) -> View | None:
        """What is shown at once to a command; None when it is a form or takes time."""
        answer = await self._answer(deed)
        return answer.view if isinstance(answer, Show) else None

    async def _served(self, answer: Answer, deed: Deed, surface: Surface, view: Json | None) -> Handled:
        match answer:
            case Accept(then=then):
                return await self._accepted(then, surface)
            case Show(view=now, then=then):
                return _shown(now, surface) + Handled(None, (partial(_finish, then, surface),) if then else ())
            case Ask(card=card, to=to):
                own = editor(card, to, surface.place, self.drafts.of(deed.who.address, card.round))
                return _opened(own, surface, drawn(card.as_asked))
            case Fill(form=asked):
                return _opened(form(asked, surface.place), surface, _instead(asked, deed))
            case Correct(message=message):
                return _corrected(message, surface, view)

    async def _answer(self, deed: Deed) -> Answer:
        try:
            return await self._hear(deed)
        except Trouble as trouble:
            return Show(Note(explained(trouble)))
        except Exception:
            log.exception("slack.broken")
            return Show(Note(say(words.BROKEN)))

    async def _accepted(self, then: Work, surface: Surface) -> Handled:
        queue = Queue(surface)
        work = self._followups.task(_outcome(then, queue))
        self._waiting += 1
        work.add_done_callback(self._waited)
        # Where many wait already, nobody's verdict is a matter of moments.
        await asyncio.wait({work}, timeout=self._patience.verdict if self._waiting <= FEW else 0)
        if work.done():
            return _shown(work.result(), surface)

        async def result() -> View:
            async with queue.told():
                return await asyncio.shield(work)

        ack = surface.opens(waiting(surface.place)) if surface.modal else None
        return Handled(ack, (partial(_finish, result, surface),))

    def _waited(self, _: "asyncio.Task[View]") -> None:
        self._waiting -= 1


class Queue:
    """The place somebody has in the judge's queue, shown where they wait; only the latest, one at a time."""

    def __init__(self, surface: Surface) -> None:
        self._surface, self._latest, self._changed = surface, Note(""), asyncio.Event()

    def tell(self, view: View) -> None:
        """There is news."""
        if isinstance(view, Note):
            self._latest = view
            self._changed.set()

    @asynccontextmanager
    async def told(self) -> AsyncIterator[None]:
        """Show it meanwhile, in a modal; elsewhere nothing can be replaced."""
        news = asyncio.create_task(self._tell()) if self._surface.modal else None
        try:
            yield
        finally:
            if news:
                news.cancel()
                await asyncio.gather(news, return_exceptions=True)

    async def _tell(self) -> None:
        while True:
            await self._changed.wait()
            self._changed.clear()
            await _show(self._surface, drawn(self._latest))


async def _in(locale: str, step: Step) -> None:
    with speaking(locale):
        await step()


async def _outcome(work: Work, queue: Queue | None = None) -> View:
    """What came of it, whatever came of it."""
    try:
        with telling(queue.tell if queue else None):
            return await work()
    except Trouble as trouble:
        return Note(explained(trouble))
    except Exception:
        log.exception("slack.broken")
        return Note(say(words.BROKEN))


async def _finish(work: Work, surface: Surface) -> None:
    """Do it, then show what came of it."""
    view = await _outcome(work)
    await _show(surface, drawn(view))
    if isinstance(view, Document):
        await _give(surface, view)


def _shown(view: View, surface: Surface) -> Handled:
    picture = drawn(view)
    ack = surface.at_once(picture)
    handled = Handled(ack) if ack else Handled(None, (partial(_show, surface, picture),))
    return handled + Handled(None, (partial(_give, surface, view),) if isinstance(view, Document) else ())


def _opened(view: Json, surface: Surface, instead: Drawn) -> Handled:
    """A modal; where none can be opened, something that can be pressed."""
    if ack := surface.opens(view):
        return Handled(ack)
    if not surface.can_open:
        return Handled(None, (partial(_show, surface, instead),))
    return Handled(None, (partial(_open, surface, view),))


async def _open(surface: Surface, view: Json) -> None:
    try:
        await surface.open(view)
    except ChatTrouble as trouble:
        log.info("slack.not_opened", extra={"trouble": str(trouble)})
        await _show(surface, drawn(Note(say(words.PRESS_AGAIN))))


def _instead(asked: Form, deed: Deed) -> Drawn:
    """A button that opens the form, for whoever wrote instead of pressing."""
    wish = Mark(name=deed.name, text=deed.text) if isinstance(deed, Command) else Mark(name="help")
    return worded([paragraph(*said(asked.title)), row(button(asked.title, wish))])


def _corrected(message: str, surface: Surface, view: Json | None) -> Handled:
    """The form stays open with a word beside its first field."""
    field = first_field(view) if view and surface.modal else ""
    if field:
        return Handled({"response_action": "errors", "errors": {field: message}})
    return _shown(Note(message), surface)


async def _show(surface: Surface, picture: Drawn) -> None:
    try:
        await surface.show(picture)
    except ChatTrouble as trouble:
        log.warning("slack.not_shown", extra={"trouble": str(trouble)})


async def _give(surface: Surface, document: Document) -> None:
    try:
        await give(surface, document)
    except ChatTrouble as trouble:
        log.warning("slack.not_shown", extra={"trouble": str(trouble)})
        await _show(surface, drawn(Note(explained(trouble))))
