"""What becomes of an errand that cannot be done until a person acts: it is given up, and moderators are told.

While another place of the community has what was to be shown, or still may get it, only the one place goes without.
Where none has, the schedule waits for a person.
"""

import logging
from dataclasses import replace
from datetime import timedelta

from bot.core import unionwords, words
from bot.core.delivering import round_of
from bot.core.errands import Done, Errand, ErrandKind, ErrandState, Move, NotYet
from bot.core.noting import note
from bot.core.records import Community, RoundState
from bot.core.world import World
from bot.quiz.errors import BankTrouble, Trouble
from bot.quiz.options import FOR_EVER
from bot.quiz.sentences import Sentence

log = logging.getLogger(__name__)

TOMORROW = timedelta(days=1)
"""When an answer that one place lacks is tried again by itself."""
LAST_TRY = timedelta(days=14)


async def missed(world: World, community: Community, errand: Errand) -> Done:
    """A question came too late to be asked in a place. Call it while holding `World.edits`."""
    log.warning("question.missed", extra={"community": community.id, "slots": 1})
    now = world.clock.now()
    if await _had_elsewhere(world, errand):
        text = Sentence(unionwords.MISSED_THERE, day=errand.occasion, place=community.place_of(errand.seat))
        told = note(community, f"missed-{errand.occasion}@{errand.seat}", text, now=now)
        return _told(told, await _excused(world, community, errand))
    told = note(community, f"missed-{errand.occasion}", Sentence(words.MISSED, days=errand.occasion), now=now)
    return _told(told, await _over(world, community, errand))


async def given_up(world: World, community: Community, errand: Errand, trouble: Trouble) -> Done:
    """A person must change something first. Call it while holding `World.edits`.

    Raises:
        NotYet: an answer that only this place lacks is tried again by itself.
    """
    log.warning("errand.given_up", extra={"community": community.id, "errand": errand.key, "trouble": str(trouble)})
    if errand.kind not in (ErrandKind.OPEN, ErrandKind.REVEAL, ErrandKind.CORRECT):
        return Done(state=ErrandState.SKIPPED)
    here = errand.kind is ErrandKind.CORRECT or await _had_elsewhere(world, errand)
    if here and not isinstance(trouble, BankTrouble):
        return await _without(world, community, errand, trouble)
    # An answer that could not be shown can be shown later by hand: its round stays closed.
    move = await _over(world, community, errand) if errand.kind is ErrandKind.OPEN else None
    current = await world.community(community.id)
    paused = replace(current.schedule, paused_until=FOR_EVER)
    await world.agenda.enrol(community.place, paused, now=world.clock.now())
    text = Sentence(words.GAVE_UP[errand.kind.value], day=errand.occasion, trouble=trouble)
    return _told(note(community, f"gave-up-{errand.occasion}-{errand.kind}", text, now=world.clock.now()), move)


async def _without(world: World, community: Community, errand: Errand, trouble: Trouble) -> Done:
    """One place goes without; the others, the round and the schedule go on."""
    now, kind = world.clock.now(), errand.kind
    day = errand.occasion.partition(":")[0]
    text = Sentence(unionwords.NOT_THERE[kind.value], day=day, place=community.place_of(errand.seat), trouble=trouble)
    told = note(community, f"gave-up-{errand.occasion}-{kind}@{errand.seat}", text, now=now)
    if kind is ErrandKind.REVEAL and now < errand.due + LAST_TRY:
        await world.outbox.add(told)
        raise NotYet(now + TOMORROW)
    return _told(told, await _excused(world, community, errand) if kind is ErrandKind.OPEN else None)


async def _had_elsewhere(world: World, errand: Errand) -> bool:
    """Whether another place has it, or still may get it."""
    others = await world.outbox.errands(errand.community, since=errand.due - LAST_TRY)
    return any(
        (one.occasion, one.kind) == (errand.occasion, errand.kind)
        and one.seat != errand.seat
        and one.state is not ErrandState.SKIPPED
        for one in others
    )


async def _excused(world: World, community: Community, errand: Errand) -> Move | None:
    """People of one place could not answer the question, so it breaks nobody's streak."""
    one = await round_of(world, community, errand)
    return Move(round=one.id, state=RoundState.PLANNED, excused=True) if one else None


async def _over(world: World, community: Community, errand: Errand) -> Move | None:
    """The round of an errand that is given up is over; nobody saw it, so no streak misses it."""
    one = await round_of(world, community, errand)
    return Move(round=one.id, state=RoundState.REVEALED) if one else None


def _told(told: Errand, move: Move | None = None) -> Done:
    return Done(state=ErrandState.SKIPPED, move=move, then=[told])
