"""What moderators wish of single days and of topics: pins, swaps, skips, bans, and the theme of a week."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import date

from bot.core import words
from bot.core.languages import say
from bot.core.messages import Answer, Command
from bot.core.posting import asked
from bot.core.previewing import coming, preview
from bot.core.records import Community
from bot.core.referring import coming_on, date_meant, day_meant, question_meant, topic_meant
from bot.core.rescheduling import edit
from bot.core.world import World
from bot.quiz import options
from bot.quiz.errors import ScheduleMistake
from bot.quiz.ids import QuestionId
from bot.quiz.schedules import Schedule
from bot.quiz.selection import pick, unused
from bot.quiz.sources import Source, Theme


async def _pin(world: World, community: Community, deed: Command) -> Answer:
    name, *when = deed.text.split() or [""]
    question = question_meant(world, community, name)
    return await _pinned(world, community, deed, await date_meant(world, community, when), question)


async def _swap(world: World, community: Community, deed: Command) -> Answer:
    when, *names = deed.text.split() or [""]
    one = await coming_on(world, community, [when] if when else [])
    if names:
        return await _pinned(world, community, deed, one.slot.date, question_meant(world, community, names[0]))
    history = asked(await world.agenda.rounds(community.id))
    history += [other.asked for other in await coming(world, community) if other.slot.date < one.slot.date]
    others = [question for question in world.bank.questions(community.id) if question.id != one.question.id]
    other = pick(
        others,
        history,
        day=one.slot.date,
        seed=community.seed,
        versions=world.versions,
        source=community.schedule.source,
    )
    return await _pinned(world, community, deed, one.slot.date, other.id)


async def _pinned(world: World, community: Community, deed: Command, day: date, question: QuestionId) -> Answer:
    def change(before: Schedule) -> Schedule:
        pins = dict(before.source.pins) | {day: question}
        return replace(before, source=replace(before.source, pins=tuple(sorted(pins.items()))))

    return await preview(world, await edit(world, community, deed, change), deed)


async def _skip(world: World, community: Community, deed: Command) -> Answer:
    day = await date_meant(world, community, deed.text.split()[:1])
    after = await edit(world, community, deed, lambda before: replace(before, skips=before.skips | {day}))
    return await preview(world, after, deed)


async def _ban(world: World, community: Community, deed: Command) -> Answer:
    topic = topic_meant(world, community, deed.text)
    return await _source(world, community, deed, lambda source: replace(source, bans=source.bans | {topic}))


async def _allow(world: World, community: Community, deed: Command) -> Answer:
    topic = topic_meant(world, community, deed.text)
    return await _source(world, community, deed, lambda source: replace(source, bans=source.bans - {topic}))


async def _theme(world: World, community: Community, deed: Command) -> Answer:
    name, *when = deed.text.split() or [""]
    if name.casefold() in ("", "off", "none"):
        return await _source(world, community, deed, lambda source: replace(source, theme=None))
    topic = topic_meant(world, community, name)
    day = day_meant(world, community, when[0]) if when else await date_meant(world, community, [])
    theme = Theme(topic=topic, monday=options.monday_of(day))
    return await _source(world, community, deed, lambda source: replace(source, theme=theme))


async def _source(world: World, community: Community, deed: Command, change: Callable[[Source], Source]) -> Answer:
    """Change the wishes, unless nothing could be asked any more."""

    def checked(before: Schedule) -> Schedule:
        after = replace(before, source=change(before.source))
        if not unused(world.bank.questions(community.id), [], versions=world.versions, source=after.source):
            raise ScheduleMistake(say(words.NOTHING_LEFT))
        return after

    return await preview(world, await edit(world, community, deed, checked), deed)


WISHES: Mapping[str, Callable[[World, Community, Command], Awaitable[Answer]]] = {
    "pin": _pin,
    "swap": _swap,
    "skip": _skip,
    "ban": _ban,
    "allow": _allow,
    "theme": _theme,
}
