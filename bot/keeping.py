"""`askling backup`, `restore`, `export` and `erase`: what an operator does with the database beside the running bot."""

from asyncio import to_thread
from collections.abc import Mapping
from datetime import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from bot import config, logs
from bot.clocks import SystemClock
from bot.core.exporting import answered_in, as_csv, as_jsonl
from bot.living import stopped_by_sigterm
from bot.nightly import every_night, name_of, until
from bot.quiz.errors import StoreTrouble
from bot.quiz.ids import Address
from bot.store.sqlite import SQLiteStore, backups


async def back_up(to: Path | None) -> str:
    """Back the database up; without a name, into a folder `backups` beside it, named for the moment."""
    database = config.load().database
    moment = SystemClock().now()
    to = to or database.parent / "backups" / name_of(database, moment)
    rows = await to_thread(backups.back_up, database, to)
    return f"{to} holds {_told(rows)}, and was restored to a temporary place to prove it."


async def back_up_daily(folder: Path | None, at: time, keep: int) -> None:
    """Back the database up every night until SIGTERM; without a folder, into `backups` beside it."""
    settings = config.load()
    logs.set_up(settings.log_level, secrets=config.secrets(settings))
    database = settings.database

    async def back_up(database: Path, to: Path) -> None:
        await to_thread(backups.back_up, database, to)

    with stopped_by_sigterm() as stop:
        nights = every_night(
            database, folder or database.parent / "backups", at, keep, clock=SystemClock(), back_up=back_up
        )
        await until(stop, nights)


async def check_backup(file: Path) -> str:
    """Prove a backup."""
    rows = await to_thread(backups.prove, file)
    return f"{file} can be restored: {_told(rows)}. Nothing was changed."


async def restore_backup(file: Path) -> str:
    """Restore a backup over the database of the settings."""
    database = config.load().database
    done = await backups.restore(file, database)
    said = [f"{database} holds {_told(done.rows)} again."]
    if done.aside:
        said.append(f"What was there before is {done.aside}.")
    if done.erased_again is None:
        said.append("It could not be read, so erase again whoever was erased since the backup: askling erase PERSON.")
    elif done.erased_again:
        said.append(f"People erased since the backup and erased again: {done.erased_again}.")
    return " ".join(said)


async def export_answers(place: str | None, shape: str, to: TextIO) -> None:
    """Print what people answered in a community, from a copy, so that a running bot is not disturbed.

    Raises:
        StoreTrouble: there is no database, or no such place in it.
    """
    database = config.load().database
    if not database.exists():
        raise StoreTrouble(
            f"There is no database at {database}, so there is nothing to export. Look at ASKLING_DATABASE."
        )
    with TemporaryDirectory(prefix="askling-") as folder:
        copy = Path(folder) / "askling.sqlite"
        await to_thread(backups.back_up, database, copy)
        async with SQLiteStore.open(copy) as store:
            communities = await store.communities()
            found = [one for one in communities if place in {None, *one.places}]
            if len(found) != 1:
                raise StoreTrouble(
                    f"Say which place: {', '.join(one.place for one in communities) or 'there is none'}."
                )
            answers = await answered_in(found[0], agenda=store, ledger=store, corrections=store)
    (as_csv if shape == "csv" else as_jsonl)(answers, to)


async def erase_person(person: str) -> str:
    """Erase somebody by their address.

    Raises:
        StoreTrouble: nobody is known by it, or a bot is running (there, people erase themselves).
    """
    database = config.load().database
    if not database.exists():
        raise StoreTrouble(f"There is no database at {database}, so nobody is known. Look at ASKLING_DATABASE.")
    async with SQLiteStore.open(database) as store:
        if not await store.erase(Address(person), now=SystemClock().now()):
            raise StoreTrouble(f"Nobody is known as {person}. An address has its chat in front: console:ada.")
    return f"{person} is erased. Backups made before still know them; a restore erases them again."


def _told(rows: Mapping[str, int]) -> str:
    named = {"submission": "answers", "member": "people", "round": "questions asked", "community": "communities"}
    return ", ".join(f"{rows.get(table, 0)} {name}" for table, name in named.items())
