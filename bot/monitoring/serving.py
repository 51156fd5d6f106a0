"""/healthz, /readyz and /metrics over HTTP, for those who watch many services."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST

from bot.monitoring.metrics import Metrics
from bot.quiz.errors import SettingsMistake

Ailments = Callable[[], Sequence[str]]
"""What ails the bot right now, a sentence each."""


@asynccontextmanager
async def served(
    metrics: Metrics, *, host: str, port: int, alive: Ailments, ready: Ailments
) -> AsyncIterator[tuple[str, int]]:
    """Serve meanwhile; yields the address, for a port of 0.

    Raises:
        SettingsMistake: nobody can listen there.
    """
    runner = web.AppRunner(_application(metrics, alive, ready), access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            raise SettingsMistake(f"ASKLING_METRICS: {host}:{port} cannot be used: {error.strerror}.") from error
        taken = runner.addresses[0]
        yield str(taken[0]), int(taken[1])
    finally:
        await runner.cleanup()


def _application(metrics: Metrics, alive: Ailments, ready: Ailments) -> web.Application:
    async def numbers(_request: web.Request) -> web.Response:
        return web.Response(body=metrics.text(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def healthz(_request: web.Request) -> web.Response:
        return _told(alive())

    async def readyz(_request: web.Request) -> web.Response:
        return _told((*alive(), *ready()))

    application = web.Application()
    application.add_routes(
        [web.get("/metrics", numbers), web.get("/healthz", healthz), web.get("/readyz", readyz)],
    )
    return application


def _told(ailments: Sequence[str]) -> web.Response:
    return web.Response(text="\n".join(ailments) or "ok", status=503 if ailments else 200)
