"""How the bot lives: its heart beats and its chats listen, until they end or it is told to stop; then it drains."""

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial

from bot.core.draining import Doorkeeper
from bot.core.hearing import hear
from bot.core.heartbeat import beat_for_ever
from bot.core.ports import Chat, Hear
from bot.core.world import World
from bot.quiz.errors import Busy, Refused, Trouble

log = logging.getLogger(__name__)

AGAIN = timedelta(seconds=30)
"""When a chat that failed is tried again, unless its platform names another time."""
TELLING_SECONDS = 4.0
"""Of the grace, kept for telling those who still wait, and again for the chats to hang up."""
Stopped = asyncio.Event
Listening = asyncio.Task[Trouble | None]


@contextmanager
def stopped_by_sigterm() -> Iterator[Stopped]:
    """An event that SIGTERM sets."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    try:
        yield stop
    finally:
        loop.remove_signal_handler(signal.SIGTERM)


def _plain(_chat: str, hear: Hear) -> Hear:
    return hear


async def live(
    world: World,
    stop: Stopped,
    *,
    grace: timedelta,
    give_up: Callable[[], Awaitable[None]],
    ear: Callable[[str, Hear], Hear] = _plain,
) -> None:
    """Until `stop`, or until every chat has ended by itself; then finish what was begun, and return within `grace`.

    Args:
        world: the ports; its chats are listened to.
        stop: set when the bot shall end.
        grace: how long that may take.
        give_up: called shortly before its end if somebody still waits for a verdict: ends the judge, so that they
            are told that their answer is written down.
        ear: wraps what each chat is given to tell deeds to.

    Raises:
        Trouble: every chat refused to let us in; the first one's.
    """
    keeper = Doorkeeper(partial(hear, world))
    heart = asyncio.create_task(beat_for_ever(world, stop), name="heart")
    chats = [
        asyncio.create_task(_attend(world, name, chat, ear(name, keeper.hear)), name=f"chat {name}")
        for name, chat in world.chats.items()
    ]
    try:
        await _until_the_end(heart, chats, stop)
        stop.set()
        await _drain(keeper, heart, chats, grace, give_up)
    finally:
        await _end(heart, *chats)
    refusals = [one.result() for one in chats if not one.cancelled()]
    if refusals and all(refusals) and len(refusals) == len(chats):
        raise next(filter(None, refusals))


async def _until_the_end(heart: asyncio.Task[None], chats: list[Listening], stop: Stopped) -> None:
    """Until stopped or until all chats have ended; a defect in any of them is raised here."""
    told = asyncio.create_task(stop.wait())
    pending: set[asyncio.Task[None] | Listening] = {heart, *chats}
    try:
        while not told.done() and (not chats or pending & {*chats}):
            done, _ = await asyncio.wait({*pending, told}, return_when=asyncio.FIRST_COMPLETED)
            for one in done & pending:
                pending.discard(one)
                one.result()
    finally:
        told.cancel()


async def _drain(
    keeper: Doorkeeper,
    heart: asyncio.Task[None],
    chats: list[Listening],
    grace: timedelta,
    give_up: Callable[[], Awaitable[None]],
) -> None:
    log.info("bot.stopping", extra={"grace": grace.total_seconds()})
    keeper.close()
    empty = asyncio.create_task(keeper.empty())
    try:
        if (await asyncio.wait({empty, heart}, timeout=max(0.0, grace.total_seconds() - 2 * TELLING_SECONDS)))[1]:
            log.warning("bot.gave_up_waiting")
            await give_up()
            await asyncio.wait({empty, heart}, timeout=TELLING_SECONDS)
        for one in chats:
            one.cancel()
        await asyncio.wait({empty, heart, *chats}, timeout=TELLING_SECONDS)
    finally:
        empty.cancel()
    log.info("bot.stopped")


async def _end(*tasks: asyncio.Task[None] | Listening) -> None:
    for one in tasks:
        one.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def _attend(world: World, name: str, chat: Chat, hear: Hear) -> Trouble | None:
    """Listen to one chat until it ends; again after trouble. Returns why it will never let us in.

    A defect is raised where this is the only chat: then there is nothing to go on for.
    """
    while True:
        wait = AGAIN
        try:
            await chat.listen(hear)
        except Refused as trouble:
            log.error("chat.refused", extra={"chat": name, "trouble": str(trouble)})  # noqa: TRY400 - no defect of ours
            return trouble
        except Trouble as trouble:
            log.warning("chat.away", extra={"chat": name, "trouble": str(trouble)})
            wait = timedelta(seconds=trouble.seconds) if isinstance(trouble, Busy) else AGAIN
        except Exception:
            if len(world.chats) == 1:
                raise
            log.exception("chat.broken", extra={"chat": name})
        else:
            return None
        await world.clock.sleep_until(world.clock.now() + wait)
