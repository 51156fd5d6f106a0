"""Where somebody is looking, and how something is shown to them alone there, at once or later."""

import logging
from dataclasses import dataclass, field
from typing import Protocol

from bot.chats.slack.calling import Api
from bot.chats.slack.editors import modal
from bot.chats.slack.marks import Slip
from bot.chats.slack.render import Drawn
from bot.chats.slack.rich import Json
from bot.core import labels
from bot.core.languages import say
from bot.core.pages import Document
from bot.quiz.errors import Busy, ChatTrouble, Gone, Refused
from bot.quiz.ids import Place

log = logging.getLogger(__name__)


class Surface(Protocol):
    """Somebody's screen, as far as we may draw on it."""

    api: Api
    place: Place
    user: str

    def at_once(self, drawn: Drawn) -> Json | None:
        """The acknowledgement that shows it; None when it has to be shown afterwards."""
        ...

    def opens(self, view: Json) -> Json | None:
        """The acknowledgement that opens a modal; None when it has to be opened afterwards."""
        ...

    @property
    def modal(self) -> bool:
        """Whether something has to stand there while they wait: a modal that is not answered closes."""
        ...

    @property
    def can_open(self) -> bool:
        """Whether a modal can be opened from here at all."""
        ...

    def acknowledged(self) -> None:
        """It was acknowledged already: nothing is shown or opened in the acknowledgement any more."""
        ...

    async def show(self, drawn: Drawn) -> None:
        """Show it now."""
        ...

    async def open(self, view: Json) -> None:
        """Open a modal now."""
        ...


@dataclass(kw_only=True)
class Beside:
    """Beside a conversation: after a command, or a press on a message. Only they see what is said."""

    api: Api
    place: Place
    user: str
    trigger: str = ""
    url: str = ""
    thread: str = ""
    command: bool = False
    """Whether the acknowledgement itself can carry a message."""
    modal: bool = field(default=False, init=False)

    @property
    def can_open(self) -> bool:
        """With a trigger."""
        return bool(self.trigger)

    def at_once(self, drawn: Drawn) -> Json | None:
        """In the acknowledgement of a command; nobody would tell us if Slack did not know a block in it."""
        if not self.command or (drawn.newest and not self.api.plain):
            return None
        return _fitting(self.api, drawn).message(response_type="ephemeral")

    def opens(self, view: Json) -> Json | None:  # noqa: ARG002 - as the protocol says
        """Never at once."""
        return None

    def acknowledged(self) -> None:
        """As it is after a press."""
        self.command = False

    async def show(self, drawn: Drawn) -> None:
        """Through the response_url; by other ways when that is used up."""
        if self.url:
            try:
                body = _fitting(self.api, drawn).message(response_type="ephemeral", replace_original=False)
                await self.api.respond(self.url, body | ({"thread_ts": self.thread} if self.thread else {}))
            except Busy:
                log.info("slack.response_url_spent")
            else:
                return
        await tell(self.api, self.place, self.user, drawn, thread=self.thread)

    async def open(self, view: Json) -> None:
        """With the trigger."""
        await self.api.call("views.open", trigger_id=self.trigger, view=view)


@dataclass(kw_only=True)
class Inside:
    """Inside a modal: what is said takes its place."""

    api: Api
    place: Place
    user: str
    view: str
    """The modal's id."""
    submission: bool = False
    """Whether the acknowledgement can replace it."""
    can_open: bool = field(default=True, init=False)

    @property
    def modal(self) -> bool:
        """A submission that is acknowledged with nothing closes the modal."""
        return self.submission

    def at_once(self, drawn: Drawn) -> Json | None:
        """In the acknowledgement of a submission."""
        return self.opens(shown(drawn.plain if drawn.newest else _fitting(self.api, drawn), self.place))

    def opens(self, view: Json) -> Json | None:
        """In the place of what they see."""
        return {"response_action": "update", "view": view} if self.submission else None

    def acknowledged(self) -> None:
        """As it is after a press."""
        self.submission = False

    async def show(self, drawn: Drawn) -> None:
        """In the same modal; where they have closed it, beside the conversation."""
        await _in_a_modal(self, drawn)

    async def open(self, view: Json) -> None:
        """In the place of what they see."""
        await self.api.call("views.update", view_id=self.view, view=view)


@dataclass(kw_only=True)
class Above:
    """From the home, the shortcuts menu or over an editor: what is said comes up as a modal."""

    api: Api
    place: Place
    user: str
    trigger: str
    on_top: bool = False
    """Over another modal, which is there again when this one is closed."""
    opened: str = ""
    modal: bool = field(default=False, init=False)
    can_open: bool = field(default=True, init=False)

    def at_once(self, drawn: Drawn) -> Json | None:  # noqa: ARG002 - as the protocol says
        """Never at once."""
        return None

    def opens(self, view: Json) -> Json | None:  # noqa: ARG002 - as the protocol says
        """Never at once."""
        return None

    def acknowledged(self) -> None:
        """It always is before."""

    async def show(self, drawn: Drawn) -> None:
        """As a modal; the second time in the same one."""
        await _in_a_modal(self, drawn)

    async def open(self, view: Json) -> None:
        """With the trigger, once; after that the modal is there."""
        if self.opened:
            await self.api.call("views.update", view_id=self.opened, view=view)
        else:
            method = "views.push" if self.on_top else "views.open"
            answer = await self.api.call(method, trigger_id=self.trigger, view=view)
            self.opened = str((answer.get("view") or {}).get("id", ""))


def shown(drawn: Drawn, place: Place) -> Json:
    """A view as a modal with nothing to send."""
    return modal(say(labels.JUST_FOR_YOU), drawn.blocks, Slip(place=place))


async def give(surface: Surface, document: Document) -> None:
    """A file, in the direct conversation with whoever asked for it."""
    opened = await surface.api.call("conversations.open", users=surface.user)
    await surface.api.upload(opened["channel"]["id"], document.name, document.content, document.text)


async def tell(api: Api, place: Place, user: str, drawn: Drawn, *, thread: str = "") -> None:
    """To one person alone: in the conversation where they are, or else directly."""
    channel = place.rpartition(":")[2]
    if channel.startswith(("C", "G")):
        try:
            await api.draw("chat.postEphemeral", drawn, channel=channel, user=user, thread_ts=thread or None)
        except (Gone, Refused):
            log.debug("slack.not_beside")
        else:
            return
    try:
        await api.draw("chat.postMessage", drawn, channel=user)
    except ChatTrouble as trouble:
        log.warning("slack.not_told", extra={"trouble": str(trouble)})


def _fitting(api: Api, drawn: Drawn) -> Drawn:
    """As Slack understands it here."""
    return drawn.plain if api.plain else drawn


async def _in_a_modal(surface: Surface, drawn: Drawn) -> None:
    """As a modal; where there is none any more, beside the conversation."""
    try:
        await surface.api.plainly(drawn, lambda picture: surface.open(shown(picture, surface.place)))
    except Gone:
        await tell(surface.api, surface.place, surface.user, drawn)
