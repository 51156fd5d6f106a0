"""What each kind of errand does in the place it is for. Whoever carries one out records afterwards how it ended."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import date

from bot.core import words
from bot.core.errands import Done, Errand, ErrandKind, ErrandState, Move, NotYet, Overtaken, TooLate
from bot.core.languages import say, speaking
from bot.core.messages import Note
from bot.core.notation import at_in
from bot.core.noticing import notice
from bot.core.noting import tell
from bot.core.nudging import remind
from bot.core.posting import endings, low_pool, plan, publish
from bot.core.records import Community, Round, RoundState
from bot.core.revealing import show_answer, show_card, show_closed, show_ruled
from bot.core.world import World
from bot.quiz.ids import Place
from bot.quiz.rulings import Voided

AtPlace = Callable[[World, Community, Errand, Place], Awaitable[Done]]


async def deliver(world: World, community: Community, errand: Errand) -> Done:
    """Do what an errand says.

    Raises:
        Trouble: it was not possible; BankTrouble, Gone and Refused when it will not be until a person acts.
        TooLate: it was to open a question, and has come too late for it.
        NotYet: its moment was moved.
        Overtaken: its lease has ended, and nothing was sent.
    """
    with speaking(community.schedule.language):
        return await _delivered(world, community, errand)


async def _delivered(world: World, community: Community, errand: Errand) -> Done:
    if errand.kind is ErrandKind.NOTE:
        check_lease(world, errand)
        await tell(world, community, errand)
        return Done()
    if errand.kind is ErrandKind.NOTICE:
        await notice(world, community, await _round(world, community, errand))
        return Done()
    if errand.kind is ErrandKind.NUDGE:
        check_lease(world, errand)
        return await remind(world, community, errand, await _round(world, community, errand))
    place = community.place_of(errand.seat)
    if place is None:  # it has left the community
        return Done(state=ErrandState.SKIPPED)
    return await _ACTS[errand.kind](world, community, errand, place)


async def show_again(world: World, errand: Errand) -> None:
    """An end was moved while it was being shown: the card says again until when the question is open."""
    community = await world.community(errand.community)
    one, place = await round_of(world, community, errand), community.place_of(errand.seat)
    if errand.kind is ErrandKind.CLOSE and one is not None and one.state is RoundState.OPEN and place is not None:
        await show_card(world, community, one, place)


def check_lease(world: World, errand: Errand) -> None:
    """Just before anything leaves the house: a worker that slept through its lease sends nothing.

    What is in flight when the lease ends, only the platform can recognise: that is the promise of `Chat.publish`.
    """
    if errand.lease is None or world.clock.now() >= errand.lease:
        raise Overtaken


async def _open(world: World, community: Community, errand: Errand, place: Place) -> Done:
    now = world.clock.now()
    one = await round_of(world, community, errand)
    new = one is None or one.state is RoundState.PLANNED
    # After a first try people may have seen the question, so only the first one can come too late.
    if new and errand.fence == 1 and now - errand.due > community.schedule.catch_up:
        raise TooLate
    if one is None:
        slot = community.schedule.slot(date.fromisoformat(errand.occasion))
        one = await plan(world, community, slot, key=errand.occasion)
    if one.state.over or now >= one.closes:
        raise TooLate
    check_lease(world, errand)
    ref = await publish(world, community, one, place, errand.seat)
    follow = endings(community, one, errand.seat) + await low_pool(world, community)
    return Done(move=Move(round=one.id, state=RoundState.OPEN, ref=ref, place=place), then=follow)


async def round_of(world: World, community: Community, errand: Errand) -> Round | None:
    """The round an errand is about; None while it is not planned."""
    rounds = await world.agenda.rounds(community.id)
    return next((one for one in rounds if errand.round == one.id or errand.occasion == one.key), None)


async def _round(world: World, community: Community, errand: Errand) -> Round:
    rounds = await world.agenda.rounds(community.id)
    return next(one for one in rounds if one.id == errand.round)


async def _remind(world: World, community: Community, errand: Errand, place: Place) -> Done:
    one = await _round(world, community, errand)
    voided = isinstance(one.ruling, Voided)
    if voided or one.state is not RoundState.OPEN or world.clock.now() >= one.closes:
        return Done(state=ErrandState.SKIPPED)
    check_lease(world, errand)
    await _say(world, one, errand, place, say(words.REMINDER, at=at_in(one.closes, community.schedule.zone)))
    return Done()


async def _close(world: World, community: Community, errand: Errand, place: Place) -> Done:
    one = await _round(world, community, errand)
    if world.clock.now() < one.closes:
        raise NotYet(one.closes)
    if one.state is not RoundState.REVEALED:  # in a place that was slower, the answer may stand there already
        check_lease(world, errand)
        await show_closed(world, community, one, place)
    return Done(move=Move(round=one.id, state=RoundState.CLOSED))


async def _reveal(world: World, community: Community, errand: Errand, place: Place) -> Done:
    one = await _round(world, community, errand)
    if world.clock.now() < one.reveals:
        raise NotYet(one.reveals)
    check_lease(world, errand)
    await show_answer(world, community, one, place)
    look = Errand(community=community.id, occasion=one.key, kind=ErrandKind.NOTICE, due=one.reveals, round=one.id)
    return Done(move=Move(round=one.id, state=RoundState.REVEALED), then=[look])


async def _correct(world: World, community: Community, errand: Errand, place: Place) -> Done:
    one = await _round(world, community, errand)
    check_lease(world, errand)
    await show_ruled(world, community, one, place)
    await _say(world, one, errand, place, errand.text)
    return Done()


async def _say(world: World, one: Round, errand: Errand, place: Place, text: str) -> None:
    under = (await world.places.posts(one.id)).get(place)
    await world.chat_at(place).publish(place, Note(text), key=errand.key, under=under)


_ACTS: Mapping[ErrandKind, AtPlace] = {
    ErrandKind.OPEN: _open,
    ErrandKind.REMIND: _remind,
    ErrandKind.CLOSE: _close,
    ErrandKind.REVEAL: _reveal,
    ErrandKind.CORRECT: _correct,
}
