"""Looking for those on the boards: who has left a community's places is hidden there, and is back when they are.

Little by little, with each beat of the heart: nobody is looked for twice a day, and a slow chat holds up nothing.
"""

import asyncio
import logging
from datetime import timedelta

from bot.core.records import Community, Member
from bot.core.world import World
from bot.quiz.errors import Busy, ChatTrouble
from bot.quiz.ids import chat_of

log = logging.getLogger(__name__)

EVERY = timedelta(days=1)
AT_ONCE = 25
"""People a beat; at two beats a minute that is 72,000 a day."""
LOOK_SECONDS = 5.0
"""Of one beat, for all communities; whoever was not reached is looked for in the next."""


async def look_around(world: World) -> None:
    """Look for some of those at whom nobody looked today."""
    try:
        async with asyncio.timeout(LOOK_SECONDS):
            for community in await world.agenda.communities():
                await _look(world, community)
    except (TimeoutError, Busy) as trouble:
        log.info("leavers.later", extra={"trouble": str(trouble) or "the chats took their time"})


async def _look(world: World, community: Community) -> None:
    now = world.clock.now()
    for member in await world.identities.unchecked(community.id, before=now - EVERY, most=AT_ONCE):
        there = await _there(world, community, member)
        await world.identities.presence(community.id, member.id, there=there, now=now)


async def _there(world: World, community: Community, member: Member) -> bool | None:
    """Whether somebody is in any of the places, at any of their addresses; None when not every chat could tell.

    Raises:
        Busy: a chat asks us to wait.
    """
    told: list[bool | None] = []
    for address in await world.identities.addresses(member.id):
        chat = chat_of(address)
        for place in community.places:
            if chat_of(place) != chat:
                continue
            try:
                told.append(await world.chat_at(place).present(place, address))
            except Busy:
                raise
            except ChatTrouble:
                told.append(None)
            if told[-1]:
                return True
    return False if told and None not in told else None
