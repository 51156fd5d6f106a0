"""The chats, and where and when the next questions come."""

import asyncio
from contextlib import AsyncExitStack
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot import app, doors
from bot.clocks import SystemClock
from bot.config import Settings
from bot.core.installations import Installs
from bot.core.ports import Examines
from bot.core.records import Community
from bot.judge import Finding
from bot.quiz.errors import AsklingError, StoreTrouble
from bot.quiz.ids import Place, chat_of
from bot.quiz.schedules import Schedule, upcoming
from bot.store.sqlite.looking import reading
from bot.testing.views import VIEWS

NEXT = 3
SECONDS = 20.0
"""How long one chat may take to say what it lacks."""


async def examine(settings: Settings) -> list[Finding]:
    """Each chat, what it lacks in each place, and the next occurrences."""
    try:
        communities = await _communities(settings.database)
    except StoreTrouble:  # it is said with the database
        communities = ()
    found = [await _chat(settings, name, communities) for name in doors.names(settings)]
    if not found:
        fix = "set a token" if settings.chats != (doors.NONE,) else "as ASKLING_CHATS=none asks for"
        found = [[Finding(name="chats", held=settings.chats == (doors.NONE,), detail=f"none is run: {fix}")]]
    now = SystemClock().now()
    schedules = [(one.place, one.schedule) for one in communities] or [(Place("new places"), app.schedule_of(settings))]
    return [*(one for some in found for one in some), *(_next(place, schedule, now) for place, schedule in schedules)]


async def _communities(database: Path) -> tuple[Community, ...]:
    if not database.exists():
        return ()
    async with reading(database) as store:
        return await store.communities()


async def _chat(settings: Settings, name: str, communities: tuple[Community, ...]) -> list[Finding]:
    places = [(place, one.schedule.thread) for one in communities for place in one.places if chat_of(place) == name]
    label = f"chat {name}"
    found: list[Finding] = []
    lacking: list[Finding] = []
    try:
        async with asyncio.timeout(SECONDS), AsyncExitStack() as stack:
            chat = await doors.open_one(stack, name, settings)
            if isinstance(chat, Installs) and settings.database.exists():
                chat.installs(await stack.enter_async_context(reading(settings.database)))
            if isinstance(chat, Examines):
                found = [
                    Finding(name=f"{name}: {what}", held=held, detail=told)
                    for what, held, told in await chat.examine(VIEWS)
                ]
                if not all(one.held for one in found[:1]):
                    return found
            for place, thread in places:
                told = await chat.lacks(place, thread=thread)
                lacking += [Finding(name=label, held=False, detail=f"{place}: {one}") for one in told]
    except TimeoutError:
        return [Finding(name=label, held=False, detail=f"did not answer within {SECONDS:.0f} seconds")]
    except AsklingError as trouble:
        return [Finding(name=label, held=False, detail=str(trouble))]
    where = f"{len(places)} places, nothing is lacking" if places else "no place yet; a moderator says `setup` in one"
    return found + (lacking or [Finding(name=label, held=True, detail=where)])


def _next(place: Place, schedule: Schedule, now: datetime) -> Finding:
    zone = ZoneInfo(schedule.zone)
    slots = upcoming(schedule, now, NEXT)
    told = ", ".join(f"{slot.opens.astimezone(zone):%a %d %b %H:%M}" for slot in slots)
    if not slots:
        return Finding(name=f"next in {place}", held=True, detail="nothing: the schedule has ended or is paused")
    return Finding(name=f"next in {place}", held=True, detail=f"{told} ({schedule.zone})")
