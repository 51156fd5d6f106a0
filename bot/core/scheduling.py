"""What moderators do to a schedule: set it up, stop it and go on, and keep a question open longer."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace

from bot.core import words
from bot.core.auditing import record
from bot.core.founding import begin, schedule_text, told_at
from bot.core.languages import explained, language_named, say
from bot.core.messages import Answer, Command, Note, Show
from bot.core.notation import at_in
from bot.core.outlooks import ScheduleView
from bot.core.permitting import lacking
from bot.core.previewing import preview, shown
from bot.core.records import Community, RoundState
from bot.core.referring import day_meant, known_topics, question_meant
from bot.core.rescheduling import edit
from bot.core.revealing import show_card
from bot.core.wishing import WISHES
from bot.core.world import World
from bot.quiz import options
from bot.quiz.errors import BankTrouble, ChatTrouble, ScheduleMistake
from bot.quiz.schedules import Schedule
from bot.quiz.sentences import Sentence
from bot.quiz.setups import changed


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
        return Show(await _checked(world, community, deed))
    text = schedule_text(world, text)

    def change(before: Schedule) -> Schedule:
        after = changed(before, text)
        if after.tell != before.tell:
            after = replace(after, tell=told_at(deed, after.tell))
        language_named(after.language)
        source = after.source
        theme = [source.theme.topic] if source.theme else []
        for _, question in set(source.pins) - set(before.source.pins):
            question_meant(world, community, question)
        known_topics(world, community, [*source.pack, *source.bans, *theme, *(topic for topic, _ in source.weights)])
        return after

    return Show(await _checked(world, await edit(world, community, deed, change), deed))


async def _checked(world: World, community: Community, deed: Command) -> ScheduleView:
    """The schedule, and what people must change before it can be kept."""
    view = await shown(world, community, deed)
    return replace(view, notes=(*view.notes, *await lacking(world, community.schedule, community.places)))


async def _pause(world: World, community: Community, deed: Command) -> Answer:
    until = day_meant(world, community, deed.text.strip()) if deed.text.strip() else options.FOR_EVER
    after = await edit(world, community, deed, lambda before: replace(before, paused_until=until))
    return Show(await shown(world, after, deed))


async def _resume(world: World, community: Community, deed: Command) -> Answer:
    after = await edit(world, community, deed, lambda before: replace(before, paused_until=None))
    return Show(await _checked(world, after, deed))


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
    said = Sentence(words.EXTENDED, title=question.title, at=at_in(longer.closes, community.schedule.zone))
    await record(world, community, deed, said)
    return Show(Note(explained(said)))


_ACTS: dict[str, Callable[[World, Community, Command], Awaitable[Answer]]] = {
    "setup": _setup,
    "queue": preview,
    "pause": _pause,
    "resume": _resume,
    "extend": _extend,
    **WISHES,
}
COMMANDS = tuple(_ACTS)
