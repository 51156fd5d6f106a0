"""The roof: the only module that knows every room. It puts them together and owns how long they live."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from bot import __version__
from bot.bank.workshop import BankWorkshop
from bot.clocks import SystemClock
from bot.config import Settings
from bot.core.cards import QuestionCard
from bot.core.heartbeat import beat, wake
from bot.core.installations import Installs
from bot.core.messages import Note
from bot.core.ports import Bank, Chat, Clock, Completes, Judge
from bot.core.posting import card, full_key
from bot.core.records import RoundState
from bot.core.world import World
from bot.crons import in_words
from bot.judge import SocketJudge, SubprocessJudge
from bot.living import live, stopped_by_sigterm
from bot.monitoring import Metrics
from bot.observing import counted, observed
from bot.quiz.errors import JudgeTrouble
from bot.quiz.ids import Place
from bot.quiz.pythons import Version
from bot.quiz.schedules import Schedule
from bot.quiz.setups import changed
from bot.spacing import spaced
from bot.store.sqlite import SQLiteStore
from bot.supplies import bank_of, demanding, judge_of, versions_of
from bot.vitals import Pulse, file_of, keep_telling

log = logging.getLogger(__name__)

CONSOLE = Place("console")


def schedule_of(settings: Settings) -> Schedule:
    """The schedule the operator chose; its own options win over the settings beside it."""
    hours = f"open={settings.open_hours}h catch-up={settings.catch_up_hours}h"
    return changed(changed(None, f"daily 00:00 UTC {hours}"), settings.schedule)


@asynccontextmanager
async def open_world(
    *,
    database: Path,
    bank: Bank,
    judge: Judge,
    chats: Mapping[str, Chat],
    clock: Clock,
    versions: tuple[Version, ...],
    keep_sources: timedelta = timedelta(days=30),
    wrote: Callable[[float], None] = lambda _: None,
) -> AsyncIterator[World]:
    """All rooms, put together over one database; closed in the opposite order."""
    async with SQLiteStore.open(database, wrote=wrote) as store:
        yield World(
            agenda=store,
            places=store,
            identities=store,
            ledger=store,
            boards=store,
            corrections=store,
            sprints=store,
            lives=store,
            recalls=store,
            profiles=store,
            dossiers=store,
            spaced=spaced,
            outbox=store,
            watch=store,
            privacy=store,
            inbox=store,
            installations=store,
            bank=bank,
            workshop=BankWorkshop(judge, versions),
            judge=judge,
            clock=clock,
            chats=chats,
            versions=versions,
            keep_sources=keep_sources,
            cron=in_words,
        )


async def run(settings: Settings, chats: Mapping[str, Chat]) -> None:
    """The bot: ask, hear, judge and rank in these chats, until all of them end or SIGTERM comes.

    Args:
        settings: what the operator chose.
        chats: by the first part of their places; none at all keeps the schedule and waits for SIGTERM.

    Raises:
        Trouble: the store cannot be opened, or no chat lets us in.
    """
    metrics = Metrics(__version__)
    async with judge_of(settings) as judge, AsyncExitStack() as rooms:
        stop = rooms.enter_context(stopped_by_sigterm())
        rooms.enter_context(counted(metrics))
        bank, problems = await bank_of(settings, judge)
        world = await rooms.enter_async_context(
            open_world(
                database=settings.database,
                bank=bank,
                judge=metrics.judge(demanding(settings, judge)),
                chats=chats,
                clock=SystemClock(),
                versions=await versions_of(settings, judge),
                keep_sources=timedelta(days=settings.keep_source_days),
                wrote=metrics.wrote,
            )
        )
        for chat in chats.values():
            if isinstance(chat, Completes):
                chat.completes(world.pool_at)
            if isinstance(chat, Installs) and world.installations is not None:
                chat.installs(world.installations)
        pulse = Pulse(world.watch)
        world = replace(world, watch=pulse)
        await rooms.enter_async_context(observed(metrics, settings, world, pulse))
        await _begin(world, settings, len(problems))
        await rooms.enter_async_context(
            _beside(_warm_up(judge), keep_telling(world, pulse, file_of(settings.database)))
        )
        grace = timedelta(seconds=settings.grace_seconds)
        await live(world, stop, grace=grace, give_up=judge.stop, ear=metrics.hear)


@asynccontextmanager
async def _beside(*work: Coroutine[object, object, None]) -> AsyncIterator[None]:
    """Run these meanwhile; they are cancelled afterwards."""
    tasks = [asyncio.create_task(one) for one in work]
    try:
        yield
    finally:
        for one in tasks:
            one.cancel()
        for ended in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(ended, Exception):
                log.error("bot.broken", exc_info=ended)


async def _begin(world: World, settings: Settings, problems: int) -> None:
    """What is done before anybody is heard: a console is greeted, and what is due is sent."""
    if problems:
        log.warning("bank.problems", extra={"problems": problems})
    if not world.chats:
        log.warning("bot.headless")
    console = world.chats.get(CONSOLE)
    if console is not None and await world.community_at(CONSOLE) is None:
        # a moderator's later `setup` is not undone by a restart
        await world.agenda.enrol(CONSOLE, schedule_of(settings), now=world.clock.now())
    if console is not None and problems:
        notice = f"{problems} problems keep questions out of the bank; `askling check` lists them."
        await console.publish(CONSOLE, Note(notice), key="problems")
    await wake(world)
    if console is not None:
        await beat(world)
        await _show_what_is_open(world, console)


async def _warm_up(judge: SubprocessJudge | SocketJudge) -> None:
    """Have the judge ready before the first answer, and say what stands around it."""
    try:
        log.info("judge.ready", extra={"layers": await judge.layers()})
    except JudgeTrouble as trouble:
        log.warning("judge.away", extra={"trouble": str(trouble)})


async def _show_what_is_open(world: World, chat: Chat) -> None:
    """A console forgets what it showed before it was closed, so the open question is shown again."""
    community = await world.community_at(CONSOLE)
    one = await world.latest(community, RoundState.OPEN) if community else None
    question = world.question_of(one) if one else None
    if community is None or one is None or question is None:
        return
    view: QuestionCard = card(one, question, world.version_for(question))
    # The same key as the post itself: in the process that posted it, this shows nothing twice.
    await chat.publish(CONSOLE, view, key=full_key(one, community.seat_of(CONSOLE)))
