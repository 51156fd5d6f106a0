"""The Web API's door: reads a request, lets faults happen, checks the token, answers as Slack does."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from aiohttp import web

from tests.loopback.slack.calls import METHODS, Call
from tests.loopback.slack.faults import Fault, Kind
from tests.loopback.slack.memory import note
from tests.loopback.slack.wire import Failed, Json

if TYPE_CHECKING:
    from tests.loopback.slack.server import Slack

PAGE = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"
APP_LEVEL = frozenset({"apps.connections.open"})
"""Methods that take the app's token, not a bot's."""
TOKENLESS = frozenset({"oauth.v2.access"})


class WebApi:
    """Everything under `/api/`."""

    def __init__(self, slack: "Slack") -> None:
        self._slack = slack

    async def answer(self, request: web.Request) -> web.StreamResponse:
        call = await self._read(request)
        note(self._slack.calls, call, self._slack.most)
        self._slack.changes.tell()
        return await respond(self._slack, request, call.method, lambda: self._done(call), call)

    async def _read(self, request: web.Request) -> Call:
        args: Json = dict(request.query)
        as_json = request.content_type == "application/json"
        if as_json:
            body = await request.json() if request.can_read_body else {}
            args |= body
        elif request.method == "POST":
            args |= dict(await request.post())
        token = request.headers.get("Authorization", "").removeprefix("Bearer ") or str(args.pop("token", ""))
        if token.startswith("Basic "):
            args["basic"], token = token, ""
        return Call(
            slack=self._slack,
            method=request.match_info["method"],
            args=args,
            at=self._slack.clock.now(),
            verb=request.method,
            as_json=as_json,
            token=token,
        )

    async def _done(self, call: Call) -> web.Response:
        headers = {}
        try:
            self._authorise(call)
            if call.installation:
                headers["x-oauth-scopes"] = ",".join(sorted(call.installation.scopes))
            self._slack.judge(call)
            self._slack.rates.spend(call)
            call.answer = {"ok": True} | await METHODS[call.method](call)
        except Failed as failure:
            call.answer = failure.answer
        self._slack.changes.tell()
        if call.answer.get("error") == "ratelimited":
            return web.json_response(call.answer, status=429, headers={"Retry-After": str(call.answer.pop("after"))})
        return web.json_response(call.answer, headers=headers)

    def _authorise(self, call: Call) -> None:
        if call.method not in METHODS:
            raise Failed("unknown_method", req_method=call.method)
        if call.method in TOKENLESS:
            return
        if not call.token:
            raise Failed("not_authed")
        if call.method in APP_LEVEL:
            if call.token != self._slack.app.app_token:
                raise Failed("invalid_auth" if not call.token.startswith("xoxb-") else "not_allowed_token_type")
            return
        call.installation = self._slack.installations.get(call.token)
        if call.installation is None:
            raise Failed("not_allowed_token_type" if call.token.startswith("xapp-") else "invalid_auth")
        if call.installation.dead:
            raise Failed(call.installation.dead)


Done = Callable[[], Awaitable[web.StreamResponse]]


async def respond(
    slack: "Slack", request: web.Request, name: str, done: Done, call: Call | None = None
) -> web.StreamResponse:
    """What `done` answers, unless a fault befalls the request."""
    fault = slack.faults.take(name)
    if fault is None:
        return await done()
    if call:
        call.fault = fault.kind
    match fault.kind:
        case Kind.SLOW:
            await slack.clock.sleep_until(slack.clock.now() + timedelta(seconds=fault.seconds))
            return await done()
        case Kind.DROP_AFTER:
            await done()
            return _hung_up(request)
        case Kind.DROP_BEFORE:
            return _hung_up(request)
        case _:
            return _failure(fault)


def _failure(fault: Fault) -> web.Response:
    if fault.kind is Kind.LIMITED:
        return web.json_response(fault.answer, status=429, headers={"Retry-After": f"{fault.seconds:g}"})
    if fault.kind is Kind.GONE:
        return web.json_response(fault.answer, status=404)
    if fault.kind is Kind.BROKEN:
        return web.Response(status=500, text="Internal Server Error")
    if fault.kind is Kind.HTML:
        return web.Response(text=PAGE, content_type="text/html")
    return web.json_response(fault.answer)


def _hung_up(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response()
