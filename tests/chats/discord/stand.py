"""The real room on a loopback Discord: adapters that are closed again, and bots that listen."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import pytest

from bot.chats.discord import DiscordChat
from bot.chats.discord.marks import Mark, mark_of
from bot.chats.discord.places import address_of, place_of
from bot.core.messages import View
from bot.core.ports import Hear
from bot.quiz.ids import Address, Place, Ref
from bot.testing.platforms import Point
from tests.loopback.discord import DiscordServer
from tests.loopback.discord.entities import Channel, Message


class Crash(BaseException):
    """The process ends here."""


class CrashingChat(DiscordChat):
    """Ends once a publication is back."""

    async def publish(self, place: Place, view: View, *, key: str, under: Ref | None = None) -> Ref:
        await super().publish(place, view, key=key, under=under)
        raise Crash


class Stand:
    """A server and the adapters that were made for it. Keeps the protocol `Platform`."""

    def __init__(self, server: DiscordServer) -> None:
        self.server = server
        self.daily = server.channel("daily")
        self.slept: list[float] = []
        """What the supervisor waited."""
        self._rooms = AsyncExitStack()
        self._crash = False

    @property
    def place(self) -> Place:
        """The channel of the daily question."""
        return self.at(self.daily)

    def at(self, channel: Channel) -> Place:
        """A channel as a place."""
        return place_of(channel.guild_id or None, channel.id)

    def somebody(self, name: str) -> Address:
        """A new member."""
        return address_of(self.server.person(name).user.id)

    def chat(self, **options: Any) -> DiscordChat:
        """An adapter that knows nothing yet, as after a restart."""
        kind, self._crash = CrashingChat if self._crash else DiscordChat, False
        given = {"connect": self.server.connector, "sleep": self._sleep, "pause": 0.0, **options}
        chat = kind(self.server.token, **given)
        self._rooms.push_async_callback(chat.close)
        return chat

    def interrupt(self, point: Point) -> None:
        """The next publication ends there."""
        if point is Point.AFTER:
            self._crash = True
        else:
            what = "drop" if point is Point.BEFORE else "drop-after"
            self.server.faults.next("POST /channels/{id}/messages", what)

    def count(self, key: str) -> int:
        """How many public messages carry a key."""
        return sum(marked(one) == mark_of(key) for one in self.messages())

    def messages(self) -> list[Message]:
        """Everything everybody can read."""
        world = self.server.world
        places = [*(one for guild in world.guilds.values() for one in guild.channels.values()), *world.directs.values()]
        return [one for place in places for one in place.messages.values() if one.viewer is None]

    @asynccontextmanager
    async def listening(self, hear: Hear, chat: DiscordChat | None = None) -> AsyncIterator[DiscordChat]:
        """A bot that people reach; it drains at the end."""
        chat = chat or self.chat()
        task = asyncio.create_task(chat.listen(hear))
        await self.until(lambda: chat.ready() or task.done())
        try:
            yield chat
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def until(self, look: Any) -> None:
        """Until something is true; ten seconds of real time at most, which only a broken test spends."""
        async with asyncio.timeout(10):
            while not look():
                await asyncio.sleep(0)

    async def close(self) -> None:
        await self._rooms.aclose()

    async def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await asyncio.sleep(0)


def marked(message: Message) -> Mark | None:
    """The mark in a message's components, as they lie at Discord."""
    for one in message.components:
        if one["type"] == 17:
            return Mark(first=one["id"], second=one["components"][0]["id"])
    return None


@pytest.fixture
async def stand(discord_server: DiscordServer) -> AsyncIterator[Stand]:
    """The room's stand on a running server."""
    made = Stand(discord_server)
    yield made
    await made.close()
