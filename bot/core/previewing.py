"""The days ahead, for moderators: what will be asked, what is running out, what they should know."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise

from bot.core import deskwords, words
from bot.core.errands import ErrandKind
from bot.core.languages import available, explained, language_of, named, say
from bot.core.messages import (
    Answer,
    Command,
    Note,
    Show,
)
from bot.core.noting import untold
from bot.core.outlooks import QueueRow, QueueView, ScheduleView
from bot.core.posting import asked
from bot.core.records import Community
from bot.core.world import World
from bot.quiz.errors import BankTrouble
from bot.quiz.queues import FEW, Coming, queue
from bot.quiz.schedules import upcoming
from bot.quiz.selection import unused
from bot.quiz.setups import spelled

MOMENTS = 3
NOTES = timedelta(days=15)
"""So far back notes that could not be told are shown, and dates are known to be taken."""


async def coming(world: World, community: Community) -> tuple[Coming, ...]:
    """What opens in the next 14 days, exactly.

    Raises:
        BankTrouble: there is nothing to ask.
    """
    now = world.clock.now()
    return queue(
        community.schedule,
        world.bank.questions(community.id),
        asked(await world.agenda.rounds(community.id)),
        after=now,
        seed=community.seed,
        versions=world.versions,
        taken=await taken(world, community, now),
    )


async def taken(world: World, community: Community, now: datetime) -> frozenset[date]:
    """Nominal dates that had their opening or were skipped: a date has one, however the schedule is changed."""
    errands = await world.outbox.errands(community.id, since=now - NOTES)
    openings = [one.occasion for one in errands if one.kind is ErrandKind.OPEN and "+" not in one.occasion]
    return frozenset(map(date.fromisoformat, openings))


async def preview(world: World, community: Community, deed: Command) -> Answer:
    """`queue`: the next 14 days."""
    try:
        ahead = await coming(world, community)
    except BankTrouble as trouble:
        return Show(Note(explained(trouble)))
    left = unused(
        world.bank.questions(community.id),
        asked(await world.agenda.rounds(community.id)),
        versions=world.versions,
        source=community.schedule.source,
    )
    notes = await untold(world, community, since=world.clock.now() - NOTES)
    few = [say(words.FEW_LEFT, left=left)] if left < FEW else []
    return Show(
        QueueView(
            schedule=spelled(community.schedule),
            zone=deed.who.zone or community.schedule.zone,
            rows=tuple(map(_row, ahead)),
            unused=left,
            notes=(*notes, *_same_topic(community, ahead), *few),
        )
    )


def _row(one: Coming) -> QueueRow:
    question = one.question
    return QueueRow(
        opens=one.slot.opens,
        question=question.id,
        title=question.title,
        topic=question.topic,
        level=question.level,
        kind=question.kind,
        pinned=one.pinned,
    )


def _same_topic(community: Community, ahead: Sequence[Coming]) -> list[str]:
    """Where the pool is too small for the rule of topics: the first day that breaks it."""
    for before, one in pairwise(ahead):
        wished = one.pinned or before.pinned or community.schedule.source.theme_on(one.slot.date)
        if not wished and one.question.subject == before.question.subject:
            return [say(words.SAME_TOPIC, topic=one.question.subject, day=one.slot.date)]
    return []


async def shown(world: World, community: Community, deed: Command) -> ScheduleView:
    """A schedule, and the next moments it means, also in the moderator's own zone."""
    now = world.clock.now()
    gone = await taken(world, community, now)
    slots = [slot for slot in upcoming(community.schedule, now, MOMENTS + 1) if slot.date not in gone]
    return ScheduleView(
        schedule=spelled(community.schedule),
        moments=tuple(slot.opens for slot in slots[:MOMENTS]),
        zone=community.schedule.zone,
        mine=deed.who.zone or community.schedule.zone,
        notes=_other_language(community, deed),
    )


def _other_language(community: Community, deed: Command) -> tuple[str, ...]:
    """Whoever speaks another language than everybody reads here is told how to change that."""
    mine = language_of(deed.who.locale)
    public = community.schedule.language
    if mine not in available() or mine == public:
        return ()
    return (say(deskwords.OTHER_LANGUAGE, public=named(public), mine=mine, named=named(mine)),)
