"""Sentences for moderators: written down with what they are about, published once, and kept where nobody can post."""

from datetime import datetime

from bot.core import words
from bot.core.errands import Errand, ErrandKind, ErrandState
from bot.core.languages import say
from bot.core.messages import Note
from bot.core.records import Community
from bot.core.world import World
from bot.quiz.ids import Place


def note(community: Community, occasion: str, text: str, *, now: datetime) -> Errand:
    """A sentence to be told once an occasion."""
    return Errand(community=community.id, occasion=occasion, kind=ErrandKind.NOTE, due=now, text=text)


def where(community: Community) -> Place:
    """Where a community's moderators are told."""
    return Place(community.schedule.tell) if community.schedule.tell else community.place


async def tell(world: World, community: Community, errand: Errand) -> None:
    """Publish a note."""
    place = where(community)
    told = Note(say(words.TO_MODERATORS, text=errand.text))
    await world.chat_at(place).publish(place, told, key=errand.key)


async def untold(world: World, community: Community, *, since: datetime) -> tuple[str, ...]:
    """Notes that could not be published where they belong, oldest first."""
    errands = await world.outbox.errands(community.id, since=since)
    return tuple(one.text for one in errands if (one.kind, one.state) == (ErrandKind.NOTE, ErrandState.SKIPPED))
