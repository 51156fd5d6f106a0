"""What moderators do to a schedule: set it up, and put a hand on single days."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.core import words
from bot.core.auditing import record
from bot.core.errands import ErrandState
from bot.core.founding import begin, schedule_text, told_at
from bot.core.languages import explained, language_named, say
from bot.core.messages import Answer, Command, Note, Show
from bot.core.notation import at_in
from bot.core.posting import LOOK_BACK, asked, opening
from bot.core.previewing import coming, preview, shown, taken
from bot.core.records import Community, RoundState
from bot.core.revealing import show_card
from bot.core.world import World
from bot.quiz import options
from bot.quiz.errors import BankTrouble, ChatTrouble, ScheduleMistake
from bot.quiz.ids import QuestionId
from bot.quiz.queues import Coming
from bot.quiz.schedules import Schedule, due, upcoming
from bot.quiz.selection import pick, unused
from bot.quiz.setups import changed, spelled
from bot.quiz.sources import Source, Theme
from bot.quiz.spelling import meant

DATES_NAMED = 5
"""So many days to come are named to somebody who chose another one."""


async def schedule(world: World, deed: Command) -> Answer:
    """Every command of COMMANDS; moderators only."""
    if not deed.who.moderator:
        return Show(Note(say(words.ONLY_MODERATORS)))
    community = await world.community_at(deed.place)
    try:
        if deed.name == "setup" and deed.text.strip() and (community is None or deed.place not in community.places):
            return await begin(world, deed)
        if community is None:
            return Show(Note(say(words.NOT_HERE)))
        return await _ACTS[deed.name](world, community, deed)
    except (ScheduleMistake, BankTrouble) as mistake:
        return Show(Note(explained(mistake)))


async def _setup(world: World, community: Community, deed: Command) -> Answer:
    text = deed.text.strip()
    if not text:
        return Show(await shown(world, community, deed))
    text = schedule_text(world, text)

    def change(before: Schedule) -> Schedule:
        after = changed(before, text)
        if after.tell != before.tell:
            after = replace(after, tell=told_at(deed, after.tell))
        language_named(after.language)
        source = after.source
        theme = [source.theme.topic] if source.theme else []
        for _, question in set(source.pins) - set(before.source.pins):
            _question(world, community, question)
        _known_topics(world, community, [*source.pack, *source.bans, *theme, *(topic for topic, _ in source.weights)])
        return after

    return Show(await shown(world, await _edit(world, community, deed, change), deed))


async def _pin(world: World, community: Community, deed: Command) -> Answer:
    name, *when = deed.text.split() or [""]
    question = _question(world, community, name)
    return await _pinned(world, community, deed, await _date(world, community, when), question)


async def _swap(world: World, community: Community, deed: Command) -> Answer:
    when, *names = deed.text.split() or [""]
    one = await _coming_on(world, community, [when] if when else [])
    if names:
        return await _pinned(world, community, deed, one.slot.date, _question(world, community, names[0]))
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

    return await preview(world, await _edit(world, community, deed, change), deed)


async def _skip(world: World, community: Community, deed: Command) -> Answer:
    day = await _date(world, community, deed.text.split()[:1])
    after = await _edit(world, community, deed, lambda before: replace(before, skips=before.skips | {day}))
    return await preview(world, after, deed)


async def _ban(world: World, community: Community, deed: Command) -> Answer:
    topic = _topic(world, community, deed.text)
    return await _source(world, community, deed, lambda source: replace(source, bans=source.bans | {topic}))


async def _allow(world: World, community: Community, deed: Command) -> Answer:
    topic = _topic(world, community, deed.text)
    return await _source(world, community, deed, lambda source: replace(source, bans=source.bans - {topic}))


async def _theme(world: World, community: Community, deed: Command) -> Answer:
    name, *when = deed.text.split() or [""]
    if name.casefold() in ("", "off", "none"):
        return await _source(world, community, deed, lambda source: replace(source, theme=None))
    topic = _topic(world, community, name)
    day = _day(world, community, when[0]) if when else await _date(world, community, [])
    theme = Theme(topic=topic, monday=options.monday_of(day))
    return await _source(world, community, deed, lambda source: replace(source, theme=theme))


async def _source(world: World, community: Community, deed: Command, change: Callable[[Source], Source]) -> Answer:
    """Change the wishes, unless nothing could be asked any more."""

    def checked(before: Schedule) -> Schedule:
        after = replace(before, source=change(before.source))
        if not unused(world.bank.questions(community.id), [], versions=world.versions, source=after.source):
            raise ScheduleMistake(say(words.NOTHING_LEFT))
        return after

    return await preview(world, await _edit(world, community, deed, checked), deed)


async def _pause(world: World, community: Community, deed: Command) -> Answer:
    until = _day(world, community, deed.text.strip()) if deed.text.strip() else options.FOR_EVER
    after = await _edit(world, community, deed, lambda before: replace(before, paused_until=until))
    return Show(await shown(world, after, deed))


async def _resume(world: World, community: Community, deed: Command) -> Answer:
    after = await _edit(world, community, deed, lambda before: replace(before, paused_until=None))
    return Show(await shown(world, after, deed))


async def _extend(world: World, community: Community, deed: Command) -> Answer:
    by = options.span(deed.text.strip())
    if not by:
        raise ScheduleMistake(say(words.BY_NOTHING))
    one = await world.latest(community, RoundState.OPEN)
    question = world.question_of(one) if one else None
    if one is None or question is None:
        return Show(Note(say(words.NOTHING_OPEN)))
    longer = replace(one, closes=one.closes + by, reveals=one.reveals + by)
    await world.agenda.shift(one.id, closes=longer.closes, reveals=longer.reveals)
    for place in community.places:
        with suppress(ChatTrouble):  # the card may say an earlier end; what counts is the end itself
            await show_card(world, community, longer, place)
    said = say(words.EXTENDED, title=question.title, at=at_in(longer.closes, community.schedule.zone))
    await record(world, community, deed, said)
    return Show(Note(said))


_ACTS: dict[str, Callable[[World, Community, Command], Awaitable[Answer]]] = {
    "setup": _setup,
    "queue": preview,
    "pin": _pin,
    "swap": _swap,
    "skip": _skip,
    "ban": _ban,
    "allow": _allow,
    "theme": _theme,
    "pause": _pause,
    "resume": _resume,
    "extend": _extend,
}
COMMANDS = tuple(_ACTS)


async def _edit(world: World, community: Community, deed: Command, change: Callable[[Schedule], Schedule]) -> Community:
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


async def _coming_on(world: World, community: Community, when: Sequence[str]) -> Coming:
    """What opens on a date of the next 14 days, or next."""
    day = await _date(world, community, when)
    found = next((one for one in await coming(world, community) if one.slot.date == day), None)
    if found is None:
        raise ScheduleMistake(say(words.TOO_FAR, day=day))
    return found


async def _date(world: World, community: Community, when: Sequence[str]) -> date:
    """A nominal date on which a question is to open, or the next one."""
    now = world.clock.now()
    gone = await taken(world, community, now)
    slots = upcoming(community.schedule, now, len(gone) + DATES_NAMED)
    ahead = [slot.date for slot in slots if slot.date not in gone][:DATES_NAMED]
    if not ahead:
        raise ScheduleMistake(say(words.NOTHING_COMING))
    if not when:
        return ahead[0]
    day = _day(world, community, when[0])
    if day in gone or not community.schedule.wants(day):
        raise ScheduleMistake(say(words.NOT_COMING, day=day, days=", ".join(map(str, ahead))))
    return day


def _day(world: World, community: Community, text: str) -> date:
    day = options.day(text)
    if day < community.schedule.local_date(world.clock.now()):
        raise ScheduleMistake(say(words.PASSED, day=day))
    return day


def _question(world: World, community: Community, name: str) -> QuestionId:
    if not name:
        raise ScheduleMistake(say(words.WHICH_QUESTION))
    question = world.question_in(community, QuestionId(name))
    if question is None:
        raise ScheduleMistake(say(words.NO_QUESTION, name=name, meant=meant(name, _ids(world, community))))
    if not question.live or not question.python.any_of(world.versions):
        raise ScheduleMistake(say(words.NOT_LIVE, name=name))
    return question.id


def _ids(world: World, community: Community) -> list[str]:
    return [one.id for one in world.bank.questions(community.id)]


def _topic(world: World, community: Community, text: str) -> str:
    name = text.strip().casefold().removeprefix("topic ").strip()
    if not name:
        raise ScheduleMistake(say(words.WHICH_TOPIC))
    return _known_topics(world, community, [name])[0]


def _known_topics(world: World, community: Community, names: Iterable[str]) -> list[str]:
    """These topics, all of which the bank has.

    Raises:
        ScheduleMistake: it lacks one.
    """
    known = {name for one in world.bank.questions(community.id) for name in (one.subject, one.topic)}
    for name in names:
        if name not in known:
            raise ScheduleMistake(say(words.NO_TOPIC, name=name, meant=meant(name, known)))
    return list(names)
