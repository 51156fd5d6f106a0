"""Where a request comes in and its answer goes out: faults, token, limits, endpoint, journal."""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from aiohttp import web

from tests.loopback.discord.errors import Refusal, form
from tests.loopback.discord.faults import Fault, answer, limited
from tests.loopback.discord.rest import applications, bodies, callbacks, channels, guilds, threads, webhooks
from tests.loopback.discord.rest.calls import TABLE, Call, Endpoint

if TYPE_CHECKING:
    from tests.loopback.discord.server import DiscordServer

ENDPOINTS = (applications, callbacks, channels, guilds, threads, webhooks)
_BASE = "/api/v10"
_TOKENLESS = ("/interactions/", "/webhooks/{webhook_id}/{webhook_token}", "/gateway")


@dataclass(slots=True, kw_only=True)
class Exchange:
    """One request and its answer, for tests to read and the spec to judge."""

    method: str
    template: str
    params: dict[str, str]
    query: dict[str, str]
    body: Any = None
    files: tuple[str, ...] = ()
    strays: tuple[str, ...] = ()
    status: int = 0
    answer: Any = None
    """The true answer, also when a fault hid it."""
    fault: str | None = None

    def __str__(self) -> str:
        return f"{self.method} {self.template} → {self.status}"


async def handle(server: "DiscordServer", request: web.BaseRequest) -> web.StreamResponse:
    """Answer one REST request."""
    path = request.rel_url.raw_path.replace("%40", "@")  # discord.js writes @original and @me so
    found = TABLE.find(request.method, path.removeprefix(_BASE)) if path.startswith(_BASE) else None
    if found is None:
        server.unknown.append(f"{request.method} {request.path}")
        return answer(404, {"message": "404: Not Found", "code": 0})
    route, params = found
    params = {name: unquote(value) for name, value in params.items()}
    fault = server.faults.take(route.method, route.template)
    if fault and fault.kind == "slow":
        server.advance(fault.seconds)
        fault = None
    exchange = Exchange(
        method=route.method,
        template=route.template,
        params=params,
        query=dict(request.query),
        fault=fault.what if fault else None,
    )
    server.journal.append(exchange)
    if fault and not fault.after:
        return await fault.answer(server, request)
    return await _answered(server, request, route.endpoint, exchange, fault)


async def _answered(
    server: "DiscordServer", request: web.BaseRequest, endpoint: Endpoint, exchange: Exchange, fault: Fault | None
) -> web.StreamResponse:
    headers, early = server.limits.visit(exchange.method, exchange.template, exchange.params)
    if early is not None:
        exchange.status = 429
        told = limited(early, "user")
        exchange.answer = {"retry_after": early}
        told.headers.update(headers)
        return told
    try:
        exchange.status, exchange.answer = await _done(server, request, endpoint, exchange)
    except Refusal as refusal:
        exchange.status, exchange.answer = refusal.status, refusal.told
    server.world.changed()
    if fault:
        return await fault.answer(server, request)
    return answer(exchange.status, exchange.answer, dict(headers))


async def _done(
    server: "DiscordServer", request: web.BaseRequest, endpoint: Endpoint, exchange: Exchange
) -> tuple[int, Any]:
    """Read the body, look at the token, ask the endpoint."""
    free = exchange.template.startswith(_TOKENLESS) and exchange.template != "/gateway/bot"
    if not free and request.headers.get("Authorization") != f"Bot {server.token}":
        raise Refusal(0)
    body = await bodies.read(request)
    exchange.body, exchange.strays = body.json, body.strays
    exchange.files = tuple(one.filename for one in body.uploads.values())
    call = Call(
        server=server,
        method=exchange.method,
        template=exchange.template,
        params=exchange.params,
        query=exchange.query,
        body=json.loads(json.dumps(body.json)),
        uploads=body.uploads,
        strays=body.strays,
    )
    try:
        return await endpoint(call)
    except (KeyError, TypeError, ValueError, AttributeError) as mistake:
        raise form({"body": ("BASE_TYPE_REQUIRED", f"The form is broken: {mistake!r}")}) from mistake
