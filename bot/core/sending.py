"""Carrying out errands: claimed with a lease, done, and recorded only by whoever still holds the claim."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.core import words
from bot.core.errands import Errand, ErrandKind, ErrandState, Move
from bot.core.languages import explained, say
from bot.core.messages import Note
from bot.core.noting import note, tell
from bot.core.posting import at_utc, endings, low_pool, plan, publish
from bot.core.records import Community, Round, RoundState
from bot.core.revealing import show_answer, show_closed
from bot.core.world import World
from bot.quiz.errors import BankTrouble, Busy, Gone, Refused, StoreTrouble, Trouble
from bot.quiz.ids import CommunityId
from bot.quiz.options import FOR_EVER
from bot.quiz.rulings import Voided

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=2)
"""How long one worker may take; then another may take over."""
AT_ONCE = 8
"""So many places are served side by side: at nine o'clock, a slow chat does not make the last one wait."""
SEND_SECONDS = 60.0
"""A worker gives up well before its lease does, so that two never wait for the same platform."""
AGAIN, BROKEN, SOON = timedelta(seconds=30), timedelta(minutes=5), timedelta(seconds=1)
"""When the next try comes: after trouble, after a defect, and at the earliest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """How an errand ended."""

    state: ErrandState = ErrandState.DONE
    move: Move | None = None
    then: Sequence[Errand] = ()


class Overtaken(Exception):
    """The lease ran out before anything was sent: another worker has taken over, or will."""


async def send_due(world: World, *, community: CommunityId | None = None, key: str | None = None) -> int:
    """Carry out all that is due (of one community, or one errand). Returns how many errands ended.

    Raises:
        StoreTrouble: something could not be recorded; the rest was done all the same.
    """
    crew = Crew(world, community, key)
    async with asyncio.TaskGroup() as group:
        group.create_task(crew.work(group))
    if crew.trouble is not None:
        raise crew.trouble
    return crew.ended


class Crew:
    """Workers, as many as there is work for: places are served side by side, one place's errands in their order."""

    def __init__(self, world: World, community: CommunityId | None, key: str | None) -> None:
        self._world, self._community, self._key = world, community, key
        self._lines: defaultdict[CommunityId, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._workers = 1
        self.ended = 0
        self.trouble: StoreTrouble | None = None

    async def work(self, group: asyncio.TaskGroup) -> None:
        """Claim and carry out until nothing is left; call in one more worker for each claim, up to AT_ONCE."""
        try:
            while errand := await self._claim():
                if self._workers < AT_ONCE:
                    self._workers += 1
                    group.create_task(self.work(group))
                async with self._lines[errand.community]:
                    self.ended += await _carry_out(self._world, errand)
        except StoreTrouble as trouble:
            self.trouble = trouble
        finally:
            self._workers -= 1

    async def _claim(self) -> Errand | None:
        now = self._world.clock.now()
        return await self._world.outbox.claim(now, now + LEASE, community=self._community, key=self._key)


async def _carry_out(world: World, errand: Errand) -> bool:
    context: dict[str, object] = {"community": errand.community, "errand": errand.key}
    try:
        done = await _done(world, errand)
    except Overtaken:
        log.warning("errand.overtaken", extra=context)
        return False
    except (Trouble, TimeoutError) as trouble:
        log.warning("errand.troubled", extra={**context, "trouble": str(trouble) or "the chat did not answer"})
        await world.outbox.postpone(errand, world.clock.now() + _wait(trouble))
        return False
    except Exception:  # a defect that one community meets must not silence the others
        log.exception("errand.broken", extra=context)
        await world.outbox.postpone(errand, world.clock.now() + BROKEN)
        return False
    held = await world.outbox.finish(errand, done.state, move=done.move, then=done.then)
    if not held:
        log.warning("errand.overtaken", extra=context)
    elif done.move is not None and done.state is ErrandState.DONE:
        late = (world.clock.now() - errand.due).total_seconds()
        _report(done.move.state, {**context, "late": round(late, 3)})
    return held


async def _done(world: World, errand: Errand) -> Done:
    community = await world.community(errand.community)
    try:
        async with asyncio.timeout(SEND_SECONDS):
            return await _ACTS[errand.kind](world, community, errand)
    except (BankTrouble, Gone, Refused) as trouble:
        return await _give_up(world, community, errand, trouble)


def _wait(trouble: Exception) -> timedelta:
    """As long as the platform asks for, and never less than a second."""
    return max(timedelta(seconds=trouble.seconds), SOON) if isinstance(trouble, Busy) else AGAIN


def _report(entered: RoundState, context: dict[str, object]) -> None:
    match entered:
        case RoundState.OPEN:
            log.info("question.posted", extra=context)
        case RoundState.CLOSED:
            log.info("question.closed", extra=context)
        case RoundState.REVEALED:
            log.info("question.revealed", extra=context)


def _check_lease(world: World, errand: Errand) -> None:
    """Just before anything leaves the house: a worker that slept through its lease sends nothing.

    What is in flight when the lease ends, only the platform can recognise: that is the promise of `Chat.publish`.
    """
    if errand.lease is None or world.clock.now() >= errand.lease:
        raise Overtaken


async def _open(world: World, community: Community, errand: Errand) -> Done:
    now = world.clock.now()
    # After a first try people may have seen the question, so only the first one can come too late.
    if errand.fence == 1 and now - errand.due > community.schedule.catch_up:
        return await _missed(world, community, errand)
    planned = await _planned(world, community, errand)
    if now >= planned.closes:
        return await _missed(world, community, errand)
    _check_lease(world, errand)
    ref = await publish(world, community, planned)
    follow = endings(community, planned) + await low_pool(world, community)
    return Done(move=Move(round=planned.id, state=RoundState.OPEN, ref=ref), then=follow)


async def _missed(world: World, community: Community, errand: Errand) -> Done:
    log.warning("question.missed", extra={"community": community.id, "slots": 1})
    text = say(words.MISSED, days=errand.occasion)
    told = note(community, f"missed-{errand.occasion}", text, now=world.clock.now())
    return Done(state=ErrandState.SKIPPED, move=await _over(world, community, errand), then=[told])


async def _over(world: World, community: Community, errand: Errand) -> Move | None:
    """The round of an errand that is given up is over; nobody saw it, so no streak misses it."""
    rounds = await world.agenda.rounds(community.id)
    one = next((one for one in rounds if one.key == errand.occasion), None)
    return Move(round=one.id, state=RoundState.REVEALED) if one else None


async def _planned(world: World, community: Community, errand: Errand) -> Round:
    if errand.round is not None:
        return await _round(world, community, errand)
    slot = community.schedule.slot(date.fromisoformat(errand.occasion))
    return await plan(world, community, slot, key=errand.occasion)


async def _round(world: World, community: Community, errand: Errand) -> Round:
    rounds = await world.agenda.rounds(community.id)
    return next(one for one in rounds if one.id == errand.round)


async def _remind(world: World, community: Community, errand: Errand) -> Done:
    one = await _round(world, community, errand)
    voided = isinstance(one.ruling, Voided)
    if voided or one.state is not RoundState.OPEN or world.clock.now() >= one.closes:
        return Done(state=ErrandState.SKIPPED)
    _check_lease(world, errand)
    told = Note(say(words.REMINDER, at=at_utc(one.closes)))
    await world.chat_at(community.place).publish(community.place, told, key=errand.key, under=one.ref)
    return Done()


async def _close(world: World, community: Community, errand: Errand) -> Done:
    one = await _round(world, community, errand)
    if one.state is RoundState.OPEN:
        _check_lease(world, errand)
        await show_closed(world, community, one)
    return Done(move=Move(round=one.id, state=RoundState.CLOSED))


async def _reveal(world: World, community: Community, errand: Errand) -> Done:
    one = await _round(world, community, errand)
    _check_lease(world, errand)
    await show_answer(world, community, one)
    return Done(move=Move(round=one.id, state=RoundState.REVEALED))


async def _tell(world: World, community: Community, errand: Errand) -> Done:
    _check_lease(world, errand)
    await tell(world, community, errand)
    return Done()


_ACTS: dict[ErrandKind, Callable[[World, Community, Errand], Awaitable[Done]]] = {
    ErrandKind.OPEN: _open,
    ErrandKind.REMIND: _remind,
    ErrandKind.CLOSE: _close,
    ErrandKind.REVEAL: _reveal,
    ErrandKind.NOTE: _tell,
}


async def _give_up(world: World, community: Community, errand: Errand, trouble: Trouble) -> Done:
    """A person must change something first: the schedule waits for them, and moderators are told."""
    log.warning("errand.given_up", extra={"community": community.id, "errand": errand.key, "trouble": str(trouble)})
    if errand.kind not in (ErrandKind.OPEN, ErrandKind.REVEAL):
        return Done(state=ErrandState.SKIPPED)
    # An answer that could not be shown can be shown later by hand: its round stays closed.
    move = await _over(world, community, errand) if errand.kind is ErrandKind.OPEN else None
    async with world.edits:
        current = await world.community(community.id)
        paused = replace(current.schedule, paused_until=FOR_EVER)
        await world.agenda.enrol(community.place, paused, now=world.clock.now())
    text = say(words.GAVE_UP[errand.kind.value], day=errand.occasion, trouble=explained(trouble))
    warning = note(community, f"gave-up-{errand.occasion}-{errand.kind}", text, now=world.clock.now())
    return Done(state=ErrandState.SKIPPED, move=move, then=[warning])
