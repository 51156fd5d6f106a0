"""Socket Mode: tickets, sockets, and which of them gets an envelope."""

import asyncio
import json
import random
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from aiohttp import WSMsgType, web

from tests.loopback.slack.acks import Ack
from tests.loopback.slack.faults import Kind
from tests.loopback.slack.memory import keep, note
from tests.loopback.slack.wire import DRAIN, SOCKETS, TICKET, Json

if TYPE_CHECKING:
    from tests.loopback.slack.server import Slack

LIFE = 18_060
"""What `approximate_connection_time` says, in seconds."""


@dataclass(slots=True, eq=False)
class Link:
    """One open socket."""

    socket: web.WebSocketResponse
    request: web.Request
    draining: bool = False
    """It had its notice."""
    deaf: bool = False
    """Nothing moves on it, whatever is sent."""
    mute: bool = False
    """It gets no envelopes."""
    got: list[Json] = field(default_factory=list)
    """The envelopes it was given."""

    async def send(self, message: Json) -> None:
        if not self.deaf:
            await self.socket.send_str(json.dumps(message))

    def reset(self) -> None:
        """The connection ends without a closing word."""
        if self.request.transport:
            self.request.transport.abort()


class Links:
    """All sockets of the app. Envelopes go to any of them, by seeded chance."""

    def __init__(self, slack: "Slack", *, seed: int) -> None:
        self._slack = slack
        self._chance = random.Random(seed)
        self._tickets: dict[str, datetime] = {}
        self._acks: dict[str, asyncio.Future[Ack]] = {}
        self.open: list[Link] = []
        self.dials = 0
        """How often somebody dialled, with whatever outcome."""
        self.drained_get_envelopes = False
        """Whether a socket still gets envelopes after its notice; which is real is not documented."""

    # ---- opening ----------------------------------------------------------------------------------------

    def ticket(self) -> str:
        """A fresh address: good for one dial, for a while."""
        name = self._slack.mint.secret("ticket")
        self._tickets[name] = self._slack.clock.now()
        return f"{self._slack.address.replace('http', 'ws', 1)}/link/?ticket={name}&app_id={self._slack.app.id}"

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """A dial."""
        self.dials += 1
        born = self._tickets.pop(request.query.get("ticket", ""), None)
        fault = self._slack.faults.take("link")
        if fault and fault.kind is Kind.REFUSED:
            return web.Response(status=503)
        stale = born is None or self._slack.clock.now() - born > TICKET
        if stale or (fault and fault.kind is Kind.DEAD_TICKET):
            return web.Response(status=404)
        return await self._serve(request, fault.kind if fault else None)

    async def _serve(self, request: web.Request, fault: Kind | None) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(autoping=False)
        await socket.prepare(request)
        link = Link(socket, request)
        if len(self.open) >= SOCKETS:
            await link.send({"type": "disconnect", "reason": "too_many_websockets", "debug_info": {"host": "loopback"}})
            await socket.close()
            return socket
        link.mute = fault is Kind.NO_HELLO
        self.open.append(link)
        try:
            if not link.mute:
                await link.send(self._hello())
            link.deaf = fault is Kind.BLACK_HOLE
            self._slack.changes.tell()
            await self._listen(link)
        finally:
            if link in self.open:
                self.open.remove(link)
            self._slack.changes.tell()
        return socket

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self.open),
            "debug_info": {"host": "loopback", "build_number": 1, "approximate_connection_time": LIFE},
            "connection_info": {"app_id": self._slack.app.id},
        }

    async def _listen(self, link: Link) -> None:
        async for message in link.socket:
            if link.deaf:
                continue
            if message.type is WSMsgType.PING:
                await link.socket.pong(message.data)
            elif message.type is WSMsgType.TEXT:
                self._heard(json.loads(message.data))

    def _heard(self, message: Json) -> None:
        waiting = self._acks.pop(str(message.get("envelope_id")), None)
        if waiting and not waiting.done():
            waiting.set_result(Ack(message.get("payload")))

    # ---- envelopes --------------------------------------------------------------------------------------

    def choose(self) -> Link | None:
        """A socket for the next envelope."""
        usable = [link for link in self.open if not link.mute and (not link.draining or self.drained_get_envelopes)]
        return self._chance.choice(usable) if usable else None

    async def send(self, envelope: Json) -> asyncio.Future[Ack] | None:
        """The acknowledgement to come, or None when there is no socket."""
        link = self.choose()
        if link is None:
            return None
        waiting: asyncio.Future[Ack] = asyncio.get_running_loop().create_future()
        keep(self._acks, envelope["envelope_id"], waiting, self._slack.most)
        note(link.got, envelope, self._slack.most)
        fault = self._slack.faults.take("envelope")
        with suppress(ConnectionError):  # it died under the envelope: nobody will acknowledge
            if fault is None or fault.kind is Kind.DROP_AFTER:
                await link.send(envelope)
        if fault:
            link.reset()
        return waiting

    # ---- ending -----------------------------------------------------------------------------------------

    async def refresh(self, link: Link | None = None, *, reason: str = "refresh_requested") -> None:
        """Give notice to a socket (the oldest); it closes after `DRAIN` on the platform's clock.

        Reasons: `warning` (ten seconds before), `refresh_requested`, `link_disabled`.
        """
        link = link or next(one for one in self.open if not one.draining)
        link.draining = reason != "warning"
        await link.send({"type": "disconnect", "reason": reason, "debug_info": {"host": "loopback"}})
        if reason != "warning":
            self._slack.start(self._end(link))

    async def _end(self, link: Link) -> None:
        await self._slack.clock.sleep_until(self._slack.clock.now() + DRAIN)
        await link.socket.close()

    def cut(self) -> None:
        """Reset every connection, as a network that went away."""
        for link in list(self.open):
            link.reset()

    async def close(self) -> None:
        """Say goodbye to all."""
        for link in list(self.open):
            link.deaf = False
            await link.socket.close()
