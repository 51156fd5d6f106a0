"""A transcript on the loopback Slack: the real slack-bolt, and everybody at a screen of their own."""

import asyncio
from collections.abc import Mapping
from contextlib import AsyncExitStack
from functools import partial

from bot.chats.slack import SlackChat, opened
from bot.chats.slack.inbox import address_of, place_of
from bot.core.hearing import hear
from bot.core.ports import Chat
from bot.core.world import World
from bot.quiz.ids import Address, Place
from bot.testing.clocks import FakeClock
from tests.chats.slack.rooms import config_for, reached
from tests.loopback.slack import Person, Slack, readable
from tests.scenarios.payloads import Payload, of_slack


class SlackStage:
    """Keeps the protocol `Stage`; `await ready()` before the play begins."""

    def __init__(self, slack: Slack, transport: str) -> None:
        assert isinstance(slack.clock, FakeClock)
        self.clock = slack.clock
        self._slack, self._transport = slack, transport
        self._people: dict[str, Person] = {}
        self._walked = 0, 0
        self._rooms = AsyncExitStack()

    async def ready(self) -> None:
        """A bot that knows nothing yet."""
        self._rooms = AsyncExitStack()
        config = config_for(self._slack, self._transport)
        self._chat: SlackChat = await self._rooms.enter_async_context(opened(config, self.clock))

    @property
    def chats(self) -> Mapping[str, Chat]:
        return {"slack": self._chat}

    @property
    def place(self) -> Place:
        """Where questions are asked."""
        return place_of(self._slack.home.id, self._slack.general.id)

    async def opens(self, world: World) -> None:
        self._listening = asyncio.create_task(self._chat.listen(partial(hear, world)))
        await reached(self._slack, self._chat, self._listening, self._transport)

    async def closes(self) -> None:
        self._listening.cancel()
        await asyncio.gather(self._listening, return_exceptions=True)
        await self._rooms.aclose()
        await self.ready()

    async def says(self, who: str, text: str) -> str:
        person = self._person(who)
        if person.modal:
            await person.closes(everything=True)
        before = len(person.messages())
        command = text.removeprefix("/quiz-admin ").removeprefix("/quiz ")
        await person.types(f"/quiz {command}")
        await self._slack.until(lambda: person.modal or len(person.messages()) > before, what=f"an answer to {text}")
        shown = [one for one in person.messages()[before:] if one.only == person.id]
        return "\n".join([person.modal_text, *map(readable, shown)])

    async def speaks(self, who: str, locale: str) -> None:
        self._person(who, locale)

    async def public(self) -> list[str]:
        return [readable(one) for one in self._slack.general.messages]

    def sent(self) -> list[Payload]:
        (calls, acks), acknowledged = self._walked, len(self._slack.deliveries.acks)
        self._walked = len(self._slack.calls), acknowledged
        return of_slack(self._slack, calls, acks)

    def address(self, who: str) -> Address:
        return address_of(self._slack.home.id, self._person(who).id)

    def _person(self, who: str, locale: str = "en-GB") -> Person:
        if who not in self._people:
            self._people[who] = self._slack.person(who.title(), admin=who == "mo", locale=locale)
        return self._people[who]
