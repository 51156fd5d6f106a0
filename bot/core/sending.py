"""Carrying out errands: claimed with a lease, done, and recorded only by whoever still holds the claim."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial

from bot.core.delivering import deliver, show_again
from bot.core.errands import Done, Errand, ErrandState, NotYet, Overtaken, TooLate
from bot.core.failing import given_up, missed
from bot.core.records import RoundState
from bot.core.world import World
from bot.quiz.errors import BankTrouble, Busy, ChatTrouble, Gone, Refused, StoreTrouble, Trouble
from bot.quiz.ids import CommunityId

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=2)
"""How long one worker may take; then another may take over."""
AT_ONCE = 8
"""So many places are served side by side: at nine o'clock, a slow chat does not make the last one wait."""
SEND_SECONDS = 60.0
"""A worker gives up well before its lease does, so that two never wait for the same platform."""
AGAIN, BROKEN, SOON = timedelta(seconds=30), timedelta(minutes=5), timedelta(seconds=1)
"""When the next try comes: after trouble, after a defect, and at the earliest."""


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
        self._lines: defaultdict[tuple[CommunityId, int], asyncio.Lock] = defaultdict(asyncio.Lock)
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
                async with self._lines[errand.community, errand.seat]:
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
        done, held = await _recorded(world, errand)
    except Overtaken:
        log.warning("errand.overtaken", extra=context)
        return False
    except NotYet as later:
        await world.outbox.postpone(errand, later.until)
        return False
    except StoreTrouble:
        raise
    except (Trouble, TimeoutError) as trouble:
        log.warning("errand.troubled", extra={**context, "trouble": str(trouble) or "the chat did not answer"})
        await world.outbox.postpone(errand, world.clock.now() + _wait(trouble))
        return False
    except Exception:  # a defect that one community meets must not silence the others
        log.exception("errand.broken", extra=context)
        await world.outbox.postpone(errand, world.clock.now() + BROKEN)
        return False
    if not held:
        log.warning("errand.overtaken", extra=context)
        with suppress(ChatTrouble):
            await show_again(world, errand)
    elif done.move is not None and done.state is ErrandState.DONE:
        late = (world.clock.now() - errand.due).total_seconds()
        _report(done.move.state, {**context, "late": round(late, 3)})
    return held


async def _recorded(world: World, errand: Errand) -> tuple[Done, bool]:
    """Do it and write down how it ended; False when another worker has taken over."""
    community = next((one for one in await world.agenda.communities() if one.id == errand.community), None)
    if community is None:  # its last place has left it
        return (done := Done(state=ErrandState.SKIPPED)), await _finish(world, errand, done)
    try:
        async with asyncio.timeout(SEND_SECONDS):
            done = await deliver(world, community, errand)
    except (BankTrouble, Gone, Refused) as trouble:
        return await _ended(world, errand, partial(given_up, world, community, errand, trouble))
    except TooLate:
        return await _ended(world, errand, partial(missed, world, community, errand))
    return done, await _finish(world, errand, done)


async def _ended(world: World, errand: Errand, how: Callable[[], Awaitable[Done]]) -> tuple[Done, bool]:
    """One place after the other, so that the last one that goes without knows that it is the last."""
    async with world.edits:
        done = await how()
        return done, await _finish(world, errand, done)


async def _finish(world: World, errand: Errand, done: Done) -> bool:
    return await world.outbox.finish(errand, done.state, move=done.move, then=done.then)


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
