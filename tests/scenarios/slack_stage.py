"""A transcript on the loopback Slack: the real slack-bolt, and everybody at a screen of their own."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial

from bot.chats.slack import SlackChat, opened
from bot.chats.slack.inbox import address_of, place_of
from bot.chats.slack.marks import mark
from bot.core import labels
from bot.core.hearing import hear
from bot.core.ports import Chat
from bot.core.world import World
from bot.quiz.ids import Address, Place
from bot.testing.clocks import FakeClock
from tests.chats.slack.rooms import config_for, reached
from tests.loopback.slack import Person, Slack, judged, readable
from tests.loopback.slack.blocks import controls, options
from tests.loopback.slack.wire import Json
from tests.loopback.slack.workspaces import Message
from tests.scenarios.payloads import Payload, of_slack


class SlackStage:
    """Keeps the protocol `Stage`; `await ready()` before the play begins."""

    patience = 10.0

    def __init__(self, slack: Slack, transport: str) -> None:
        assert isinstance(slack.clock, FakeClock)
        self.clock = slack.clock
        self.slack, self._transport = slack, transport
        self._people: dict[str, Person] = {}
        self._walked = 0, 0
        self._before: dict[str, int] = {}
        self._rooms = AsyncExitStack()

    async def ready(self) -> None:
        """A bot that knows nothing yet."""
        self._rooms = AsyncExitStack()
        config = config_for(self.slack, self._transport)
        self._chat: SlackChat = await self._rooms.enter_async_context(opened(config, self.clock))

    @property
    def chats(self) -> Mapping[str, Chat]:
        return {"slack": self._chat}

    @property
    def place(self) -> Place:
        """Where questions are asked."""
        return place_of(self.slack.home.id, self.slack.general.id)

    async def opens(self, world: World) -> None:
        self._listening = asyncio.create_task(self._chat.listen(partial(hear, world)))
        await reached(self.slack, self._chat, self._listening, self._transport)

    async def closes(self) -> None:
        self._listening.cancel()
        await asyncio.gather(self._listening, return_exceptions=True)
        await self._rooms.aclose()
        await self.ready()

    async def says(self, who: str, text: str) -> str:
        person = self._person(who)
        if text.startswith("fill "):
            await _fills(person, text.removeprefix("fill "))
            return ""
        before, form = len(person.messages()), person.modal_text
        self._before[who] = before
        if text == "send":
            await person.submits()
        else:
            if person.modal:
                await person.closes(everything=True)
            form = ""
            command = text.removeprefix("/quiz-admin ").removeprefix("/quiz ")
            await person.types(f"/quiz {command}")
        await self.slack.until(
            lambda: len(person.messages()) > before or _told(person, form), what=f"an answer to {text}"
        )
        return self.alone(who)

    def alone(self, who: str) -> str:
        person = self._person(who)
        shown = [one for one in person.messages()[self._before.get(who, 0) :] if one.only == person.id]
        modal = person.modal.content["blocks"] if person.modal else []
        return "\n".join([person.modal_text, *_buttons(modal), *map(_readable, shown)])

    async def speaks(self, who: str, locale: str) -> None:
        self._person(who, locale)

    def public(self) -> list[str]:
        return [readable(one) for one in self.slack.general.messages]

    def sent(self) -> list[Payload]:
        (calls, acks), acknowledged = self._walked, len(self.slack.deliveries.acks)
        self._walked = len(self.slack.calls), acknowledged
        return of_slack(self.slack, calls, acks)

    def address(self, who: str) -> Address:
        return address_of(self.slack.home.id, self._person(who).id)

    def _person(self, who: str, locale: str = "en-GB") -> Person:
        if who not in self._people:
            self._people[who] = self.slack.person(who.title(), admin=who == "mo", locale=locale)
        return self._people[who]


def _told(person: Person, form: str) -> bool:
    """Whether a modal says something else than before, and not that the answer is being found."""
    return person.modal_text not in ("", form) and labels.JUDGING not in person.modal_text


async def _fills(person: Person, said: str) -> None:
    """`FIELD: …` of the form they were given, by the field's name; options by their values."""
    assert person.modal is not None, "no form is open"
    name, _, text = said.partition(":")
    control = next(one for one in controls(person.modal.content["blocks"]) if one.block_id == name)
    option = next((one for one in options(control.element) if one["value"] == text.strip()), None)
    if option is not None:
        await person.chooses(option["text"]["text"], under=control.label)
    else:
        await person.fills(control.label, text.strip())


def _readable(message: Message) -> str:
    return "\n".join([readable(message), *_buttons(message.blocks)])


def _buttons(blocks: list[Json]) -> list[str]:
    """What they would say."""
    marks = [mark(one.element["value"]) for one in controls(blocks) if one.element.get("value")]
    return [f"▶ {one.name} {one.text}" for one in marks]


@asynccontextmanager
async def on_slack(clock: FakeClock, transport: str = "socket") -> AsyncIterator[SlackStage]:
    """A Slack of its own, whose judges have nothing to object in the end."""
    async with judged(Slack(clock)) as slack:
        stage = SlackStage(slack, transport)
        await stage.ready()
        yield stage
