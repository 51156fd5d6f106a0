"""Looking at a database from outside, also while a bot runs on it: nothing is written, nothing is locked."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path

from bot.quiz.errors import StoreTrouble
from bot.store.sqlite.migrating import history, migrations
from bot.store.sqlite.store import SQLiteStore
from bot.store.sqlite.troubles import in_words

OLDEST = (3, 35, 0)
"""The first SQLite with `returning`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What a database looks like."""

    problem: str
    """What `quick_check` found first; empty when nothing."""
    journal: str
    migrations: int
    newest: int
    """The newest migration there is."""


def look(path: Path) -> Looked:
    """Look at every page of a database.

    Raises:
        StoreTrouble: it cannot be read, is no database, or was written by a newer askling.
    """
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as raw:
            found = raw.execute("pragma quick_check(1)").fetchone()[0]
            journal = raw.execute("pragma journal_mode").fetchone()[0]
            applied = history(raw, migrations())
    except sqlite3.Error as error:
        raise in_words(error, path) from error
    return Looked(
        problem="" if found == "ok" else str(found),
        journal=str(journal),
        migrations=len(applied),
        newest=len(migrations()),
    )


def engine() -> tuple[int, int, int]:
    """The version of SQLite."""
    return sqlite3.sqlite_version_info[:3]


@asynccontextmanager
async def reading(path: Path) -> AsyncIterator[SQLiteStore]:
    """A store that only reads, beside the bot that writes.

    Raises:
        StoreTrouble: it cannot be read, or is of an older shape.
    """
    seen = look(path)
    if seen.migrations < seen.newest:
        raise StoreTrouble(f"{path} is of an older shape; `askling run` brings it forward.")
    async with SQLiteStore.only_reading(path) as store:
        yield store
