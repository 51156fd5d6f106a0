"""What happens by itself: closing, revealing, posting, and judging what was left over."""

import logging
from datetime import datetime, timedelta

from bot.core.posting import open_due, publish
from bot.core.records import Community, RoundState
from bot.core.revealing import close, reveal
from bot.core.settling import recover
from bot.core.world import World
from bot.quiz.errors import Trouble
from bot.quiz.schedules import next_slot

log = logging.getLogger(__name__)

LONGEST_NAP = timedelta(seconds=30)
"""A stepped clock or a suspended laptop is noticed within this."""


async def beat_for_ever(world: World) -> None:
    """Do what is due, sleep to the next due moment, again; until cancelled."""
    while True:
        wake = await beat(world)
        await world.clock.sleep_until(min(wake, world.clock.now() + LONGEST_NAP))


async def beat(world: World) -> datetime:
    """Do everything that is due now, in every community. Returns the next due moment.

    Trouble in one community is logged and tried again at the next beat; it never stops the others.
    """
    moments = [world.clock.now() + timedelta(days=1)]
    try:
        moments += [await _beat_of(world, community) for community in await world.agenda.communities()]
        await recover(world)
    except Trouble as trouble:
        log.warning("heartbeat.troubled", extra={"trouble": str(trouble)})
    return min(moments)


async def _beat_of(world: World, community: Community) -> datetime:
    try:
        await _end_rounds(world, community)
        await open_due(world, community)
    except Trouble as trouble:
        log.warning("heartbeat.troubled", extra={"community": community.id, "trouble": str(trouble)})
    return await _next_moment(world, community)


async def _end_rounds(world: World, community: Community) -> None:
    """Close and reveal what is over; post what a crash left planned, while it can still be answered."""
    now = world.clock.now()
    for one in await world.agenda.rounds(community.id):
        state = one.state
        if state is RoundState.PLANNED and now < one.closes:
            await publish(world, community, one)
        elif state is RoundState.PLANNED:
            await world.agenda.move(one.id, RoundState.REVEALED)
            log.warning("question.missed", extra={"community": community.id, "round": one.id})
        elif state is RoundState.OPEN and one.closes <= now:
            await close(world, community, one)
            state = RoundState.CLOSED
        if state is RoundState.CLOSED and one.reveals <= now:
            await reveal(world, community, one)


async def _next_moment(world: World, community: Community) -> datetime:
    now = world.clock.now()
    rounds = await world.agenda.rounds(community.id)
    ends = [moment for one in rounds for moment in (one.closes, one.reveals) if moment > now]
    following = next_slot(community.schedule, now)
    return min([*ends, following.opens if following else now + timedelta(days=1)])
