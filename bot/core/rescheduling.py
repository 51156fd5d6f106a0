"""Changing a schedule: read, changed, written back, and written down who did it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.auditing import record
from bot.core.errands import ErrandState
from bot.core.messages import Command
from bot.core.posting import LOOK_BACK, opening
from bot.core.previewing import taken
from bot.core.records import Community
from bot.core.world import World
from bot.quiz.schedules import Schedule, due
from bot.quiz.setups import spelled


async def edit(world: World, community: Community, deed: Command, change: Callable[[Schedule], Schedule]) -> Community:
    """Read, change, write back and write down who did it; wishes for days that are over are forgotten."""
    async with world.edits:
        current = await world.community(community.id)
        now, before = world.clock.now(), current.schedule
        yesterday = before.local_date(now) - timedelta(days=1)
        after = change(before)
        after = replace(
            after,
            skips=frozenset(day for day in after.skips if day >= yesterday),
            source=replace(after.source, pins=tuple(pin for pin in after.source.pins if pin[0] >= yesterday)),
        )
        await _let_pass(world, current, after, now)
        edited = await world.agenda.enrol(community.place, after, now=now)
    world.stirred.set()
    await record(world, community, deed, spelled(after))
    return edited


async def _let_pass(world: World, community: Community, after: Schedule, now: datetime) -> None:
    """Moments that only the change puts into the past are neither caught up with nor missed."""
    before = {slot.date for slot in due(community.schedule, now - LOOK_BACK, now)}
    gone = before | await taken(world, community, now)
    slots = [slot for slot in due(after, now - LOOK_BACK, now) if slot.date not in gone]
    if slots:
        await world.outbox.add(*(replace(opening(community, slot), state=ErrandState.SKIPPED) for slot in slots))
