"""What people must change at their chat before a schedule can be kept."""

from collections.abc import Collection

from bot.core import deskwords
from bot.core.languages import explained, say
from bot.core.world import World
from bot.quiz.errors import ChatTrouble
from bot.quiz.ids import Place
from bot.quiz.schedules import Schedule


async def lacking(world: World, schedule: Schedule, places: Collection[Place]) -> tuple[str, ...]:
    """A sentence for each thing that is missing: in the places of a community, and where its notes go."""
    told = [one for place in places for one in await _at(world, place, thread=schedule.thread)]
    if schedule.tell and schedule.tell not in places:
        notes = await _at(world, Place(schedule.tell))
        told += [say(deskwords.NOTES_NOT_ALLOWED), *notes] if notes else []
    return tuple(told)


async def _at(world: World, place: Place, *, thread: bool = False) -> list[str]:
    try:
        return list(await world.chat_at(place).lacks(place, thread=thread))
    except ChatTrouble as trouble:  # nobody knows what is missing, and that is told as well
        return [explained(trouble)]
