"""HTTP mode: Slack posts what people do to an address of ours. The same listeners as over sockets."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import Self

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.async_app import AsyncBoltRequest
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.response import BoltResponse
from slack_sdk.signature import SignatureVerifier

from bot.chats.slack.desk import Desk
from bot.chats.slack.installing import INSTALL, REDIRECT
from bot.chats.slack.serving import Step

PATH = "/slack/events"
MOST_BYTES = 4 * 1024 * 1024


class Door:
    """The server, and what it hands over to.

    Args:
        desk: answers requests.
        begin: starts what follows once an answer is on the wire.
        secret: the signing secret; with none, nothing of Slack's is taken here.
        flow: how people install us, if they may.
    """

    def __init__(
        self,
        desk: Desk,
        begin: Callable[[tuple[Step, ...]], None],
        *,
        secret: str,
        flow: AsyncOAuthFlow | None = None,
    ) -> None:
        self._desk, self._begin, self._secret, self._flow = desk, begin, secret, flow
        self._verifier = SignatureVerifier(secret) if secret else None
        self.port = 0

    @asynccontextmanager
    async def open(self, host: str, port: int) -> AsyncIterator[Self]:
        """Serve; port 0 takes any that is free."""
        app = web.Application(client_max_size=MOST_BYTES)
        if self._secret:
            app.router.add_post(PATH, self._answer)
        if self._flow:
            app.router.add_get(INSTALL, partial(_page, self._flow.handle_installation))
            app.router.add_get(REDIRECT, partial(_page, self._flow.handle_callback))
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=3)
        await runner.setup()
        try:
            await web.TCPSite(runner, host, port).start()
            self.port = int(runner.addresses[0][1])
            yield self
        finally:
            await runner.cleanup()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        raw, headers = await request.read(), dict(request.headers)
        # bolt checks this as well, but reads the body first: a stranger could fill our log with what it cannot read.
        if not self._signed(raw, headers):
            return web.Response(status=401)
        text = raw.decode(errors="replace")
        reply = await self._desk.dispatch(
            lambda: AsyncBoltRequest(body=text, query=request.query_string, headers=dict(headers))
        )
        response = web.Response(status=reply.status, text=reply.body, content_type=reply.content_type)
        await response.prepare(request)
        await response.write_eof()
        self._begin(reply.later)
        return response

    def _signed(self, raw: bytes, headers: dict[str, str]) -> bool:
        try:
            return self._verifier is not None and self._verifier.is_valid_request(raw, headers)
        except ValueError:  # a time stamp that is no number
            return False


async def _page(
    handle: Callable[[AsyncBoltRequest], Awaitable[BoltResponse]], request: web.Request
) -> web.StreamResponse:
    made = AsyncBoltRequest(body="", query=request.query_string, headers=dict(request.headers))
    return await to_aiohttp_response(await handle(made))
