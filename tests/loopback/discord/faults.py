"""One-shot faults: what goes wrong once, at a place a test names."""

import asyncio
import json
import re
import socket
import struct
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

from tests.loopback.discord.errors import MESSAGES, Json, Refusal, form

if TYPE_CHECKING:
    from tests.loopback.discord.server import DiscordServer

_HTML = b"<html><head><title>Error</title></head><body>cloudflare</body></html>"
_NESTED = {"components.0.components.1.label": ("BASE_TYPE_MAX_LENGTH", "Must be 80 or fewer in length.")}
_LIMITS = {"429": "user", "429-global": "global", "429-shared": "shared"}
GATEWAY_MOMENTS = {"handshake", "identify", "resume", "heartbeat", "guild_create"}
_KINDS = re.compile(
    r"(?:5\d\d|401|drop|reset|hang|html|garbage|\d{5,6})(?:-after|-before)?|slow|429(?:-global|-shared|-cloudflare)?"
    r"|close-\d{4}|op9-(?:true|false)|no-ack|withhold"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """`what` goes wrong (see docs/contributors/loopback-discord.md), with `seconds` for those that last."""

    what: str
    seconds: float = 0.0

    @property
    def after(self) -> bool:
        """Whether the request has its effect before it goes wrong."""
        return self.what.endswith("-after")

    @property
    def kind(self) -> str:
        return self.what.removesuffix("-after").removesuffix("-before")

    async def answer(self, server: "DiscordServer", request: web.BaseRequest) -> web.StreamResponse:
        """What the client gets instead of the true answer."""
        kind = self.kind
        if kind == "hang":
            with suppress(TimeoutError):
                async with asyncio.timeout(self.seconds or None):
                    await server.stopping.wait()
        if kind in ("hang", "drop", "reset"):
            cut(request, reset=kind == "reset")
            return web.Response(status=500)
        if kind == "429-cloudflare":
            return web.Response(status=429, body=_HTML, headers={"Content-Type": "text/html", "Retry-After": "1"})
        if kind in _LIMITS:
            return limited(self.seconds, _LIMITS[kind])
        if kind in ("html", "garbage"):
            return _nonsense(kind)
        return self._status(kind)

    def _status(self, kind: str) -> web.Response:
        if kind == "401":
            return answer(401, {"message": "401: Unauthorized", "code": 0})
        if int(kind) in MESSAGES:
            refusal = form(_NESTED) if kind == "50035" else Refusal(int(kind))
            if refusal.status == 429:
                return limited(self.seconds, "user", refusal.told)
            return answer(refusal.status, refusal.told)
        return web.Response(status=int(kind), body=_HTML, headers={"Content-Type": "text/html"})


def _nonsense(kind: str) -> web.Response:
    if kind == "html":
        return web.Response(status=200, body=_HTML, headers={"Content-Type": "text/html"})
    return web.Response(status=200, body=b'{"id": "12', headers={"Content-Type": "application/json"})


def answer(status: int, body: Json | list[Json] | None, headers: dict[str, str] | None = None) -> web.Response:
    """An answer of Discord's: the type is exactly `application/json`, and it came through their proxy."""
    told = {"Via": "1.1 google", "Content-Type": "application/json", **(headers or {})}
    if body is None:
        del told["Content-Type"]
        return web.Response(status=status, headers=told)
    return web.Response(status=status, body=json.dumps(body).encode(), headers=told)


def limited(seconds: float, scope: str, told: Json | None = None) -> web.Response:
    """A 429 of a scope: user, global or shared."""
    body = {
        "message": "You are being rate limited.",
        **(told or {}),
        "retry_after": seconds,
        "global": scope == "global",
    }
    headers = {"Retry-After": str(max(1, round(seconds))), "X-RateLimit-Scope": scope}
    if scope == "global":
        headers["X-RateLimit-Global"] = "true"
    return answer(429, body, headers)


def cut(request: web.BaseRequest, *, reset: bool) -> None:
    """End the TCP connection without an answer; with `reset`, by RST."""
    transport = request.transport
    if transport is None:
        return
    if reset and (raw := transport.get_extra_info("socket")):
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()


class Faults:
    """Faults that wait for their place to be visited, each once, in the order they were asked for."""

    def __init__(self) -> None:
        self._waiting: dict[str, list[Fault]] = {}

    def next(self, place: str, what: str, *, times: int = 1, seconds: float = 0.0) -> None:
        """The next `times` visits of a place go wrong.

        Args:
            place: `"POST /channels/{id}/messages"` (any names in the braces) or `"GATEWAY identify"`.
            what: for instance `"502-after"`; the page in docs lists them.
            seconds: of a 429, or of server time for "slow", or of real time for "hang" (0: for ever).
        """
        if not _KINDS.fullmatch(what) or (place.startswith("GATEWAY ") and place.split()[1] not in GATEWAY_MOMENTS):
            raise ValueError(f"there is no fault {what!r} at {place!r}")
        self._waiting.setdefault(_plain(place), []).extend([Fault(what=what, seconds=seconds)] * times)

    def take(self, method: str, template: str) -> Fault | None:
        """The fault of this visit, if any."""
        waiting = self._waiting.get(_plain(f"{method} {template}"))
        return waiting.pop(0) if waiting else None

    def left(self) -> dict[str, list[str]]:
        """Places that were never visited: a test that planted a fault may ask that none is left."""
        return {place: [one.what for one in waiting] for place, waiting in self._waiting.items() if waiting}


def _plain(place: str) -> str:
    return re.sub(r"\{\w+\}", "{}", place)
