"""A Socket Mode client of a few lines on the real aiohttp, which does only what a test tells it."""

import asyncio
from dataclasses import dataclass, field
from typing import Self

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from tests.loopback.slack import Slack
from tests.loopback.slack.wire import Json


@dataclass(slots=True, eq=False)
class Line:
    """One socket, and everything it ever said."""

    socket: aiohttp.ClientWebSocketResponse
    said: list[Json] = field(default_factory=list)

    async def hears(self) -> Json:
        """The next message."""
        message: Json = await self.socket.receive_json(timeout=20)
        self.said.append(message)
        return message

    async def acks(self, envelope: Json, **payload: object) -> None:
        answer: Json = {"envelope_id": envelope["envelope_id"]}
        await self.socket.send_json(answer | ({"payload": payload} if payload else {}))

    async def ended(self) -> bool:
        """Whether the next thing is the end."""
        return (await self.socket.receive(timeout=20)).type in {
            aiohttp.WSMsgType.CLOSE,
            aiohttp.WSMsgType.CLOSED,
            aiohttp.WSMsgType.CLOSING,
            aiohttp.WSMsgType.ERROR,
        }


class Lines:
    """Opens lines; `async with`."""

    def __init__(self, slack: Slack) -> None:
        self._slack = slack
        self._open: list[Line] = []
        """Kept: aiohttp closes a socket nobody holds."""

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession()
        return self

    async def __aexit__(self, *_: object) -> None:
        await asyncio.gather(*(line.socket.close() for line in self._open))
        await self._session.close()

    async def address(self) -> str:
        client = AsyncWebClient(base_url=self._slack.base_url)
        return str((await client.apps_connections_open(app_token=self._slack.app.app_token))["url"])

    async def dial(self, address: str = "", *, autoping: bool = True) -> Line:
        line = Line(await self._session.ws_connect(address or await self.address(), autoping=autoping))
        self._open.append(line)
        return line

    async def open(self) -> Line:
        """A line that has said hello."""
        line = await self.dial()
        assert (await line.hears())["type"] == "hello"
        return line
