"""What a moderator's words refer to: a date to come, a question of the pool, a topic of it.

Each raises ScheduleMistake when there is no such thing, with what may have been meant.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.core import words
from bot.core.languages import say
from bot.core.previewing import coming, taken
from bot.core.records import Community
from bot.core.world import World
from bot.quiz import options
from bot.quiz.errors import ScheduleMistake
from bot.quiz.ids import QuestionId
from bot.quiz.queues import Coming
from bot.quiz.schedules import upcoming
from bot.quiz.spelling import meant

DATES_NAMED = 5
"""So many days to come are named to somebody who chose another one."""


async def coming_on(world: World, community: Community, when: Sequence[str]) -> Coming:
    """What opens on a date of the next 14 days, or next."""
    day = await date_meant(world, community, when)
    found = next((one for one in await coming(world, community) if one.slot.date == day), None)
    if found is None:
        raise ScheduleMistake(say(words.TOO_FAR, day=day))
    return found


async def date_meant(world: World, community: Community, when: Sequence[str]) -> date:
    """A nominal date on which a question is to open, or the next one."""
    now = world.clock.now()
    gone = await taken(world, community, now)
    slots = upcoming(community.schedule, now, len(gone) + DATES_NAMED)
    ahead = [slot.date for slot in slots if slot.date not in gone][:DATES_NAMED]
    if not ahead:
        raise ScheduleMistake(say(words.NOTHING_COMING))
    if not when:
        return ahead[0]
    day = day_meant(world, community, when[0])
    if day in gone or not community.schedule.wants(day):
        raise ScheduleMistake(say(words.NOT_COMING, day=day, days=", ".join(map(str, ahead))))
    return day


def day_meant(world: World, community: Community, text: str) -> date:
    """A date that has not passed."""
    day = options.day(text)
    if day < community.schedule.local_date(world.clock.now()):
        raise ScheduleMistake(say(words.PASSED, day=day))
    return day


def question_meant(world: World, community: Community, name: str) -> QuestionId:
    """A question that can be asked here, by its id."""
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


def topic_meant(world: World, community: Community, text: str) -> str:
    """A topic of the pool, with or without the word `topic` in front."""
    name = text.strip().casefold().removeprefix("topic ").strip()
    if not name:
        raise ScheduleMistake(say(words.WHICH_TOPIC))
    return known_topics(world, community, [name])[0]


def known_topics(world: World, community: Community, names: Iterable[str]) -> list[str]:
    """These topics, all of which the bank has.

    Raises:
        ScheduleMistake: it lacks one.
    """
    known = {name for one in world.bank.questions(community.id) for name in (one.subject, one.topic)}
    for name in names:
        if name not in known:
            raise ScheduleMistake(say(words.NO_TOPIC, name=name, meant=meant(name, known)))
    return list(names)
