"""The real slack-bolt at the loopback Slack, over either transport."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from tests.loopback.slack import Installation, Slack


def bolt_app(slack: Slack, installation: Installation | None = None) -> AsyncApp:
    by = installation or slack.installation
    client = AsyncWebClient(token=by.token, base_url=slack.base_url)
    return AsyncApp(client=client, signing_secret=slack.app.signing_secret, process_before_response=True)


@asynccontextmanager
async def over_socket(app: AsyncApp, slack: Slack) -> AsyncIterator[None]:
    handler = AsyncSocketModeHandler(app, slack.app.app_token, web_client=AsyncWebClient(base_url=slack.base_url))
    await handler.connect_async()  # type: ignore[no-untyped-call]
    await slack.until(lambda: slack.links.open, what="a socket")
    try:
        yield
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]


@asynccontextmanager
async def over_http(app: AsyncApp, slack: Slack) -> AsyncIterator[None]:
    async def events(request: web.Request) -> web.StreamResponse:
        return await to_aiohttp_response(await app.async_dispatch(await to_bolt_request(request)))

    door = web.Application()
    door.router.add_post("/slack/events", events)
    runner = web.AppRunner(door, access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    slack.app.request_url = "http://{}:{}/slack/events".format(*runner.addresses[0][:2])
    try:
        yield
    finally:
        await runner.cleanup()


TRANSPORTS = {"socket": over_socket, "http": over_http}
