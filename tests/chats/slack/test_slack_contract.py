"""The law of `Chat`, kept by the room on Slack over either transport."""

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.chats.slack import SlackChat
from bot.chats.slack.calling import TIMEOUT, Wire
from bot.core.messages import View
from bot.quiz.ids import Address, Place, Ref
from bot.testing.chat_contract import LastingChatContract
from bot.testing.platforms import Point
from tests.chats.slack.rooms import TRANSPORTS, config_for
from tests.loopback.slack import Slack


class Crashed(Exception):
    """The bot ended in the middle of what it did."""


class SlackPlatform:
    """A hold on the loopback Slack, as the contract wants one."""

    def __init__(self, slack: Slack, transport: str, session: aiohttp.ClientSession) -> None:
        self.slack, self._transport = slack, transport
        self._wire = Wire(session=session, clock=slack.clock, base_url=slack.base_url)
        self.point: Point | None = None

    def chat(self) -> SlackChat:
        return Mortal(self, self._transport, self._wire)

    def interrupt(self, point: Point) -> None:
        self.point = point

    def count(self, key: str) -> int:
        channels = self.slack.home.channels.values()
        keys = [(one.metadata or {}).get("event_payload", {}).get("key") for it in channels for one in it.messages]
        return keys.count(key)


class Mortal(SlackChat):
    """The adapter, of a bot that may end in the middle of a publication."""

    def __init__(self, platform: SlackPlatform, transport: str, wire: Wire) -> None:
        super().__init__(config_for(platform.slack, transport), wire)
        self._platform = platform

    async def publish(self, place: Place, view: View, *, key: str, under: Ref | None = None) -> Ref:
        platform, point = self._platform, self._platform.point
        platform.point = None
        if point is Point.BEFORE:
            raise Crashed
        work = asyncio.create_task(super().publish(place, view, key=key, under=under))
        if point is Point.DURING:
            await platform.slack.until(lambda: platform.count(key))
            work.cancel()
            raise Crashed
        ref = await work
        if point is Point.AFTER:
            raise Crashed
        return ref


class TestSlackChat(LastingChatContract):
    @pytest.fixture(params=TRANSPORTS)
    async def platform(self, slack: Slack, request: pytest.FixtureRequest) -> AsyncIterator[SlackPlatform]:
        self.place = Place(f"slack:{slack.home.id}:{slack.general.id}")
        self.address = Address(f"slack:{slack.home.id}:{slack.person('Ada').id}")
        async with aiohttp.ClientSession(timeout=TIMEOUT) as session:
            yield SlackPlatform(slack, request.param, session)
