"""Backups of one file, and the proof that one can be restored: by restoring it."""

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.quiz.errors import StoreTrouble
from bot.store.sqlite.flushing import settle
from bot.store.sqlite.locking import locked
from bot.store.sqlite.migrating import history, migrations
from bot.store.sqlite.store import SQLiteStore
from bot.store.sqlite.troubles import in_words

_STEP = 500
"""Pages a step. A writer waits 0.2 s at most where one step of the whole would keep it waiting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What came of a restore."""

    rows: Mapping[str, int]
    """How many of each table."""
    aside: Path | None
    """Where the database that was there before is kept."""
    erased_again: int | None
    """People who were erased since the backup was made; None when the old database could not tell."""


def back_up(database: Path, to: Path) -> Mapping[str, int]:
    """Copy a database, also one that a bot is writing to, into a file of its own, and prove that it can be restored.

    Returns:
        How many rows of each table it holds.

    Raises:
        StoreTrouble: it cannot be read or written, or is damaged; there is no half of a backup then.
    """
    if not database.is_file():
        raise StoreTrouble(f"There is no database at {database}, so there is nothing to back up.")
    if to.exists():
        raise StoreTrouble(f"{to} is there already. Choose another name; a backup is never overwritten.")
    making = to.with_name(f"{to.name}.part")
    with _told(to):
        to.parent.mkdir(parents=True, exist_ok=True)
        making.unlink(missing_ok=True)
        try:
            with _told(database):
                _copy(database, making)
            rows = prove(making)
            settle(making, to)
        finally:
            making.unlink(missing_ok=True)
    return rows


def prove(backup: Path) -> Mapping[str, int]:
    """Restore a backup to a temporary place, and look at every page and row there.

    Returns:
        How many rows of each table it holds.

    Raises:
        StoreTrouble: it is no backup of askling, of a newer one, or damaged.
    """
    with _told(backup), TemporaryDirectory(prefix="askling-") as folder:
        copy = Path(folder) / "askling.sqlite"
        shutil.copyfile(backup, copy)
        with closing(sqlite3.connect(copy)) as raw:
            found = raw.execute("pragma integrity_check(1)").fetchone()[0]
            if found != "ok":
                raise StoreTrouble(f"{backup} is damaged: {found}. Use an older backup.")
            if raw.execute("pragma foreign_key_check").fetchone():
                raise StoreTrouble(f"{backup} is damaged: an answer belongs to nobody. Use an older backup.")
            history(raw, migrations())
            rows = _rows(raw)
        with closing(sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as raw:
            if _rows(raw) != rows:
                raise StoreTrouble(f"{backup} changed while it was looked at. Is something writing to it?")
    if "submission" not in rows:
        raise StoreTrouble(f"{backup} is not a database of askling. Choose another file.")
    return rows


async def restore(backup: Path, database: Path) -> Restored:
    """Put a backup in the place of a database, which is kept aside; whoever was erased since is erased again.

    Raises:
        StoreTrouble: a bot is running on the database, or the backup cannot be used; nothing was changed.
    """
    with locked(database):
        rows = prove(backup)
        part = database.with_name(f"{database.name}.part")
        with _told(database):
            _remove(part)
            shutil.copyfile(backup, part)
        buried = _tombstones(database)
        try:
            async with SQLiteStore.open(part) as store:
                again = await store.erase_again(buried or {})
            with _told(database):
                aside = _put_aside(database)
                settle(part, database)
        finally:
            _remove(part)
    return Restored(rows=rows, aside=aside, erased_again=None if buried is None else again)


def _copy(database: Path, making: Path) -> None:
    with (
        closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(making)) as target,
    ):
        source.backup(target, pages=_STEP, sleep=0.01)
        target.execute("pragma journal_mode = delete")  # one file, whole in itself


def _rows(raw: sqlite3.Connection) -> dict[str, int]:
    names = [row[0] for row in raw.execute("select name from sqlite_master where type = 'table' order by name")]
    return {name: raw.execute(f'select count(*) from "{name}"').fetchone()[0] for name in names}  # noqa: S608


def _tombstones(database: Path) -> dict[str, int] | None:
    """Of the database that is about to be replaced; None when it cannot tell any more."""
    if not database.exists():
        return {}
    try:
        with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as raw:
            if not raw.execute("select 1 from sqlite_master where name = 'tombstone'").fetchone():
                return {}
            return dict(raw.execute("select address_hash, erased_at from tombstone").fetchall())
    except sqlite3.Error:
        return None


def _put_aside(database: Path) -> Path | None:
    """Give the file a second name; the first one is there, with every answer, until the backup takes it over."""
    if not database.exists():
        return None
    _fold(database)
    names = (database.with_name(f"{database.name}.replaced-{number}") for number in count(1))
    aside = next(name for name in names if not name.exists())
    try:
        aside.hardlink_to(database)
    except OSError:  # file systems without links
        shutil.copyfile(database, aside)
    for end in ("-wal", "-shm"):  # only of a damaged file: its journal goes with it, and must not meet the backup
        part = database.with_name(f"{database.name}{end}")
        if part.exists():
            part.rename(aside.with_name(f"{aside.name}{end}"))
    return aside


def _fold(database: Path) -> None:
    """Write the journal into the file, so that one name holds all of it; a damaged file stays as it is."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(database)) as raw:
        raw.execute("pragma wal_checkpoint(truncate)").fetchone()


def _remove(part: Path) -> None:
    """What a restore made on its way: the copy, its lock, and the snapshot of its migration."""
    for leftover in part.parent.glob(f"{part.name}*"):
        leftover.unlink()


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise in_words(error, path) from error
    except OSError as error:
        raise StoreTrouble(f"{path} cannot be used: {error.strerror}. Nothing was changed.") from error
