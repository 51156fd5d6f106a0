"""What a community wrote itself, put into its pool: as the store has it, read anew at every start."""

import logging
from dataclasses import replace

from bot.core.contributions import FILE, Suggestion, SuggestionState
from bot.core.world import World
from bot.quiz.ids import CommunityId
from bot.quiz.questions import Question

log = logging.getLogger(__name__)


async def stock_all(world: World) -> None:
    """The bot starts: every community has its own questions again."""
    for community in await world.agenda.communities():
        await stock(world, community.id)


async def stock(world: World, community: CommunityId) -> None:
    """A community's pool holds what its moderators approved."""
    pooled = [one for one in await world.inbox.suggestions(community) if one.state.pooled]
    world.bank.admit(community, [question for one in pooled if (question := pooled_question(world, one))])


def pooled_question(world: World, one: Suggestion) -> Question | None:
    """The question of a suggestion, under its own id; None when the format has changed since, which is logged."""
    reading = world.workshop.read({FILE: one.text}, id=one.question, topic=one.topic)
    if reading.question is None:
        log.warning("community.unreadable", extra={"question": one.question, "problem": reading.mistakes[0].text})
        return None
    return replace(reading.question, live=one.state is not SuggestionState.RETIRED)
