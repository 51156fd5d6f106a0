"""`askling backup --daily`: a backup every night, proved by restoring it, and the oldest let go."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from bot.core.ports import Clock
from bot.quiz.errors import StoreTrouble

log = logging.getLogger(__name__)

DAY = timedelta(days=1)
AGAIN = timedelta(hours=1)
"""After a backup that failed."""
NOT_YET = timedelta(minutes=1)
"""While there is no database yet."""
STAMP = "%Y%m%d-%H%M%S"
BackUp = Callable[[Path, Path], Awaitable[object]]


def name_of(database: Path, moment: datetime) -> str:
    """What a backup of a moment is called."""
    return f"{database.stem}-{moment:{STAMP}}.sqlite"


async def every_night(database: Path, folder: Path, at: time, keep: int, *, clock: Clock, back_up: BackUp) -> None:
    """Back up at once if the last night was missed, then every night, until cancelled.

    Args:
        database: the bot's.
        folder: where the backups lie.
        at: the time of day, in UTC.
        keep: how many of the newest stay.
        clock: the time.
        back_up: makes one backup and proves it, or raises StoreTrouble.
    """
    while True:
        now = clock.now()
        newest = max(_known(database, folder), default=None)
        due = now if newest is None or now - newest >= DAY else _next(at, now)
        await clock.sleep_until(due)
        if not database.exists():
            await clock.sleep_until(clock.now() + NOT_YET)
        elif not await _back_up(database, folder / name_of(database, clock.now()), back_up):
            await clock.sleep_until(clock.now() + AGAIN)
        else:
            _let_go(database, folder, keep)


async def _back_up(database: Path, to: Path, back_up: BackUp) -> bool:
    try:
        await back_up(database, to)
    except StoreTrouble as trouble:
        log.error("backup.failed", extra={"trouble": str(trouble)})  # noqa: TRY400 - no defect of ours
        return False
    log.info("backup.made", extra={"backup": str(to)})
    return True


def _next(at: time, now: datetime) -> datetime:
    today = datetime.combine(now.date(), at, UTC)
    return today if today > now else today + DAY


def _known(database: Path, folder: Path) -> dict[datetime, Path]:
    """Our own backups by their moment; a file by another name is nobody's to delete."""
    found: dict[datetime, Path] = {}
    for path in folder.glob(f"{database.stem}-*.sqlite"):
        with suppress(ValueError):
            stamp = path.stem.removeprefix(f"{database.stem}-")
            found[datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)] = path
    return found


def _let_go(database: Path, folder: Path, keep: int) -> None:
    known = _known(database, folder)
    for moment in sorted(known)[:-keep]:
        known[moment].unlink(missing_ok=True)
        log.info("backup.let_go", extra={"backup": str(known[moment])})


async def until(stop: asyncio.Event, work: Awaitable[None]) -> None:
    """Work until `stop`; what it is doing then is undone by its own `finally`."""
    told = asyncio.ensure_future(stop.wait())
    working = asyncio.ensure_future(work)
    try:
        await asyncio.wait({told, working}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            working.result()
    finally:
        told.cancel()
        working.cancel()
        await asyncio.gather(told, working, return_exceptions=True)
