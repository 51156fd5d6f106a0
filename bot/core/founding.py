"""A place becomes a community: its first schedule, once everything it needs is allowed there."""

import re
from dataclasses import replace

from bot.core import words
from bot.core.auditing import record
from bot.core.languages import language_named, say
from bot.core.messages import Answer, Command, Note, Show
from bot.core.permitting import lacking
from bot.core.previewing import shown
from bot.core.world import World
from bot.quiz.errors import ScheduleMistake
from bot.quiz.setups import changed, spelled

CRON = "cron:"
_CHANNEL = re.compile(r"<#(?P<id>\w+)(\|[^>]*)?>")


async def begin(world: World, deed: Command) -> Answer:
    """The first schedule of a place makes it a community, once everything it needs is allowed there."""
    after = changed(None, schedule_text(world, deed.text.strip()))
    after = replace(after, tell=told_at(deed, after.tell), language=language_named(after.language))
    if lacks := await lacking(world, after, [deed.place]):
        return Show(Note("\n".join([say(words.NOT_ALLOWED), *lacks])))
    community = await world.agenda.enrol(deed.place, after, now=world.clock.now())
    world.stirred.set()
    await record(world, community, deed, spelled(after))
    return Show(await shown(world, community, deed))


def told_at(deed: Command, tell: str) -> str:
    """Where notes go: a channel of the same server, written as both chats write a mention of one."""
    server, _, _ = deed.place.rpartition(":")
    found = _CHANNEL.fullmatch(tell)
    place = f"{server}:{found['id']}" if found else tell
    if tell and (server.count(":") < 1 or place.rpartition(":")[0] != server):
        raise ScheduleMistake(say(words.TELL))
    return place


def schedule_text(world: World, text: str) -> str:
    """A schedule in words, also where it was given as a cron line."""
    return _in_words(world, text[len(CRON) :]) if text.casefold().startswith(CRON) else text


def _in_words(world: World, text: str) -> str:
    parts = text.split()
    if len(parts) < 6:
        raise ScheduleMistake(say(words.CRON_SHAPE))
    days, at, *rest = world.cron(" ".join(parts[:5])).split()
    return " ".join([days, at, parts[5], "months=", *rest, *parts[6:]])
