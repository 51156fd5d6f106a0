"""The bot as it is seen from outside: its events are counted, and where a port was set its numbers are served."""

import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from bot import config
from bot.config import Settings
from bot.core.world import World
from bot.logs import OURS
from bot.monitoring import Counting, Metrics, served
from bot.vitals import Pulse, taken

log = logging.getLogger(__name__)


@contextmanager
def counted(metrics: Metrics) -> Iterator[None]:
    """Count our log events meanwhile."""
    counting, ours = Counting(metrics), logging.getLogger(OURS)
    ours.addHandler(counting)
    try:
        yield
    finally:
        ours.removeHandler(counting)


@asynccontextmanager
async def observed(metrics: Metrics, settings: Settings, world: World, pulse: Pulse) -> AsyncIterator[None]:
    """Serve what the settings ask for, meanwhile.

    Raises:
        SettingsMistake: nobody can listen there.
    """
    metrics.watch(world.chats, lambda: pulse.last.timestamp() if pulse.last else None)
    if not settings.metrics:
        yield
        return
    host, port = config.address(settings.metrics)

    def alive() -> tuple[str, ...]:
        return taken(world, pulse).ailments(world.clock.now())

    def ready() -> tuple[str, ...]:
        return taken(world, pulse).unreachable()

    async with served(metrics, host=host, port=port, alive=alive, ready=ready) as (there, taken_port):
        log.info("metrics.serving", extra={"host": there, "port": taken_port})
        yield
