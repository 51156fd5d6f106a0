"""What happens by itself: opening, reminding, closing, revealing, and judging what was left over."""

import asyncio
import logging
from datetime import datetime, timedelta

from bot.core.digesting import digest_due
from bot.core.forgetting import forget_sources
from bot.core.looking import look_around
from bot.core.pooling import stock_all
from bot.core.posting import lay_out
from bot.core.sending import send_due
from bot.core.settling import recover
from bot.core.world import World
from bot.quiz.errors import Trouble
from bot.quiz.schedules import next_slot

log = logging.getLogger(__name__)

LONGEST_NAP = timedelta(seconds=30)
"""A stepped clock or a suspended laptop is noticed within this."""
AWAY = timedelta(minutes=10)
"""A shorter absence is a restart, not an outage."""


async def wake(world: World) -> None:
    """The bot starts: communities have their own questions again, and its absence breaks nobody's streak."""
    before = await world.watch.pulse(world.clock.now())
    if before is not None:
        await _excuse_absence(world, before)
    await stock_all(world)


async def beat_for_ever(world: World, stop: asyncio.Event) -> None:
    """Do what is due, sleep to the next due moment, again; until `stop`, which ends the sleep and never a beat."""
    while not stop.is_set():
        moment = min(await beat(world), world.clock.now() + LONGEST_NAP)
        await _sleep(world, moment, stop)
        if not stop.is_set():
            await _excuse_absence(world, moment)


async def beat(world: World) -> datetime:
    """Do everything that is due now, in every community. Returns the next due moment.

    Trouble with one errand is logged and tried again later; it never stops the others.
    """
    now = world.clock.now()
    later = now + LONGEST_NAP
    world.stirred.clear()
    try:
        await world.watch.pulse(now)
        latest = await world.outbox.openings()
        communities = await world.agenda.communities()
        for community in communities:
            await lay_out(world, community, latest)
            if digest := await digest_due(world, community):
                await world.outbox.add(*digest)
        await send_due(world)
        await recover(world)
        await forget_sources(world)
        await look_around(world)
        slots = [slot.opens for one in communities if (slot := next_slot(one.schedule, now))]
        errand = await world.outbox.next_moment()
        return min([now + timedelta(days=1), *slots, *([errand] if errand else [])])
    except Trouble as trouble:
        log.warning("heartbeat.troubled", extra={"trouble": str(trouble)})
        return later


async def _sleep(world: World, moment: datetime, stop: asyncio.Event) -> None:
    """Until the moment, until told to stop, or until somebody has changed what is due."""
    either = {
        asyncio.create_task(world.clock.sleep_until(moment)),
        asyncio.create_task(_told(stop)),
        asyncio.create_task(_told(world.stirred)),
    }
    try:
        done, _ = await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        for one in done:
            one.result()
    finally:
        for one in either:
            one.cancel()


async def _told(event: asyncio.Event) -> None:
    await event.wait()


async def _excuse_absence(world: World, since: datetime) -> None:
    now = world.clock.now()
    if now - since < AWAY:
        return
    log.warning("bot.was_away", extra={"since": since.isoformat(), "seconds": int((now - since).total_seconds())})
    try:
        await world.agenda.excuse(since, now)
    except Trouble as trouble:
        log.warning("heartbeat.troubled", extra={"trouble": str(trouble)})
