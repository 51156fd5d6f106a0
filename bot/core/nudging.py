"""Reminding, privately and only those who asked for it, that a question closes soon which their streak needs."""

import asyncio
import logging
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core import labels, ownwords
from bot.core.errands import Done, Errand, ErrandKind, ErrandState, NotYet
from bot.core.languages import say, speaking
from bot.core.pages import Action, Page, Style
from bot.core.records import Community, Member, Round, RoundState
from bot.core.world import World
from bot.quiz.errors import ChatTrouble, Gone, Refused
from bot.quiz.ids import chat_of
from bot.quiz.rulings import Voided

log = logging.getLogger(__name__)

LEAD = timedelta(hours=2)
"""So long before a question closes; at half its time, where it is open for less than twice as long."""
AT_ONCE = 8


def nudge(community: Community, one: Round) -> Errand:
    """One for all of a round's people, whatever places it is asked in."""
    return Errand(community=community.id, occasion=one.key, kind=ErrandKind.NUDGE, due=moment(one), round=one.id)


def moment(one: Round) -> datetime:
    """When people are reminded of a round."""
    return one.closes - min(LEAD, (one.closes - one.opens) / 2)


async def remind(world: World, community: Community, errand: Errand, one: Round) -> Done:
    """Write to everybody whose streak is at stake, once each; who takes no messages is passed over.

    Raises:
        ChatTrouble: somebody could not be reached just now.
        NotYet: the round's end was moved.
    """
    now = world.clock.now()
    if one.state is not RoundState.OPEN or now >= one.closes or isinstance(one.ruling, Voided):
        return Done(state=ErrandState.SKIPPED)
    if now < moment(one):
        raise NotYet(moment(one))
    few = asyncio.Semaphore(AT_ONCE)

    async def reached(member: Member) -> ChatTrouble | None:
        async with few:
            return await _write(world, community, errand, one, member)

    troubles = await asyncio.gather(*map(reached, await world.profiles.at_stake(one.id)))
    if trouble := next(filter(None, troubles), None):
        raise trouble
    return Done()


async def _write(world: World, community: Community, errand: Errand, one: Round, member: Member) -> ChatTrouble | None:
    """Through the first of their chats that takes private messages from us."""
    mine = await world.profiles.preferences(member.address)
    for address in await world.identities.addresses(member.id):
        chat = world.chats.get(chat_of(address))
        if chat is None:
            continue
        try:
            place = await chat.private(address)
            with speaking(mine.locale or community.schedule.language):
                page = await _page(world, community, one, member, mine.zone or community.schedule.zone)
                await chat.publish(place, page, key=f"{errand.key}:{member.id}")
        except (Gone, Refused) as trouble:
            log.info("nudge.refused", extra={"community": community.id, "trouble": str(trouble)})
        except ChatTrouble as trouble:
            return trouble
        else:
            return None
    return None


async def _page(world: World, community: Community, one: Round, member: Member, zone: str) -> Page:
    streak = await world.boards.streak(community.id, member.id)
    sentence = ownwords.NUDGE_WITH_REST if streak.rests else ownwords.NUDGE
    closes = f"{one.closes.astimezone(ZoneInfo(zone)):%H:%M} ({zone})"
    text = say(sentence, title=world.title_of(one), at=closes, streak=streak.current)
    answer = Action(label=say(labels.ANSWER), name="answer", style=Style.PRIMARY)
    settings = Action(label=say(labels.SETTINGS), name="settings")
    return Page(title=say(labels.STREAK_AT_STAKE), text=text, actions=(answer, settings))
