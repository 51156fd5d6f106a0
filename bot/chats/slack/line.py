"""Our own Socket Mode line: a fresh address for every dial, a deadline for the hello, a new line before the old ends.

The stock client dials a burnt address for ever, and takes a deaf socket for a healthy one.
"""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import aiohttp

from bot.chats.slack.calling import Api
from bot.chats.slack.followups import Followups
from bot.chats.slack.rich import Json
from bot.core import words
from bot.quiz.errors import Busy, ChatTrouble, Refused

log = logging.getLogger(__name__)

MOST_BYTES = 16 * 1024 * 1024
Send = Callable[[Json], Awaitable[None]]
Attend = Callable[[Json, Send], Coroutine[Any, Any, None]]
"""Called with each envelope and with what sends its acknowledgement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """Seconds; tests are in more of a hurry."""

    hello: float = 10.0
    heartbeat: float = 6.0
    pause: float = 1.0
    """Before the dial after one that failed; doubled each time."""
    longest: float = 30.0
    young: float = 5.0
    """A socket that ends sooner counts as a dial that failed."""
    linger: float = 15.0
    """How long a socket that had its notice is still listened to."""


class Socket:
    """One connection, read until it ends."""

    def __init__(self, wire: aiohttp.ClientWebSocketResponse, attend: Callable[["Socket", Json], None]) -> None:
        self._wire, self._attend = wire, attend
        self.over = asyncio.Event()
        """It had its notice, or it ended: another one is needed."""
        self.reason = ""
        self._born = asyncio.get_running_loop().time()

    @property
    def usable(self) -> bool:
        """Whether it is open and had no notice."""
        return not self._wire.closed and not self.over.is_set()

    @property
    def age(self) -> float:
        """Seconds since its hello."""
        return asyncio.get_running_loop().time() - self._born

    async def read(self) -> None:
        """Hand every envelope on, until the end."""
        try:
            async for message in self._wire:
                said = _json(message)
                if said.get("type") == "disconnect":
                    self.reason = str(said.get("reason", ""))
                    self.over.set()
                elif "envelope_id" in said:
                    self._attend(self, said)
        finally:
            self.over.set()

    async def send(self, said: Json) -> None:
        """Send a message; raises ConnectionError when it cannot."""
        await self._wire.send_str(json.dumps(said))

    async def close(self) -> None:
        """Hang up."""
        with suppress(ConnectionError, TimeoutError):
            await self._wire.close()


class Line:
    """One place in Slack's list of our sockets, kept filled.

    Args:
        api: with the app's token.
        attend: what is done with an envelope.
        attending: in whose keeping each envelope is until it is acknowledged.
        patience: how long things may take.
    """

    def __init__(self, api: Api, attend: Attend, attending: Followups, patience: Patience) -> None:
        self._api, self._attend, self._attending, self._patience = api, attend, attending, patience
        self._readers: dict[Socket, asyncio.Task[None]] = {}
        self.others: list[Line] = []
        """The lines an acknowledgement can go through when its own has died."""

    @property
    def open(self) -> bool:
        """Whether a socket said hello and had no notice since."""
        return any(socket.usable for socket in self._readers)

    async def run(self) -> None:
        """Until cancelled; what was begun is acknowledged before it ends.

        Raises:
            Refused: Slack lets nobody in until a person has changed something.
        """
        failures = 0
        before: Socket | None = None
        try:
            while True:
                socket = await self._dial_again(failures)
                if before in self._readers:
                    self._attending.start(self._let_go(before))
                await socket.over.wait()
                if socket.reason == "link_disabled":
                    raise Refused(words.SLACK_SOCKET_OFF)
                failures = 1 if socket.age < self._patience.young and not socket.reason else 0
                before = socket
        finally:
            await self._end()

    async def knock(self) -> None:
        """Open a socket, hear its hello and hang up.

        Raises:
            Refused, Busy, ClientError, TimeoutError, OSError: it could not be opened.
        """
        await (await self._dial()).close()

    async def _dial_again(self, failures: int) -> Socket:
        """A socket that has said hello, after as many dials as that takes."""
        while True:
            if failures:
                await asyncio.sleep(min(self._patience.longest, self._patience.pause * 2 ** (failures - 1)))
            try:
                return await self._dial()
            except Refused:
                raise
            except (ChatTrouble, aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
                failures = min(failures + 1, 10)
                log.warning("slack.line_down", extra={"trouble": str(error) or type(error).__name__})
                if isinstance(error, Busy):
                    await asyncio.sleep(min(error.seconds, self._patience.longest) * self._patience.pause)

    async def _dial(self) -> Socket:
        answer = await self._api.call("apps.connections.open")
        async with asyncio.timeout(self._patience.hello):
            wire = await self._api.wire.session.ws_connect(
                answer["url"], heartbeat=self._patience.heartbeat, max_msg_size=MOST_BYTES
            )
            try:
                _check_hello(_json(await wire.receive()))
            except BaseException:
                await wire.close()
                raise
        socket = Socket(wire, self._heard)
        reader = self._readers[socket] = asyncio.create_task(socket.read())
        reader.add_done_callback(lambda _: self._readers.pop(socket, None))
        log.info("slack.line_open")
        return socket

    def _heard(self, socket: Socket, envelope: Json) -> None:
        async def send(ack: Json) -> None:
            await self._send(socket, ack)

        self._attending.start(self._attend(envelope, send))

    async def _send(self, socket: Socket, ack: Json) -> None:
        """Through the socket it came by, or through any other when that has died."""
        spare = [one for line in [self, *self.others] for one in line._readers if one.usable]  # noqa: SLF001 - our own kind
        for one in [socket, *spare]:
            with suppress(ConnectionError):
                await one.send(ack)
                return
        log.warning("slack.unacknowledged")

    async def _let_go(self, socket: Socket) -> None:
        """Listen to what still comes through an old socket, then hang up."""
        reader = self._readers.get(socket)
        if reader:
            await asyncio.wait({reader}, timeout=self._patience.linger)
        await socket.close()

    async def _end(self) -> None:
        """Take nothing in any more, acknowledge what was taken, hang up."""
        sockets = list(self._readers)
        for reader in self._readers.values():
            reader.cancel()
        await self._attending.drain()
        for socket in sockets:
            await socket.close()


def _check_hello(said: Json) -> None:
    if said.get("type") != "hello":
        raise Busy("A socket began with {said} and not with hello.", said=said.get("reason") or said, seconds=1)


def _json(message: aiohttp.WSMessage) -> Json:
    """What was said; nothing for what is no JSON object."""
    if message.type is not aiohttp.WSMsgType.TEXT:
        return {}
    with suppress(ValueError):
        said = json.loads(message.data)
        if isinstance(said, dict):
            return said
    return {}
