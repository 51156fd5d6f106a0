"""Bringing a database to today's shape: numbered, checksummed, forward-only, all in one transaction.

A released step is never edited; what changes gets the next number. A database that holds data is copied beside itself
before its first new step.
"""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from bot.quiz.errors import StoreTrouble
from bot.store.database import Unit
from bot.store.sqlite.flushing import settle
from bot.store.sqlite.running import finished, running_on

_TABLE = """
create table if not exists migration (
    version bigint primary key, name text not null, sha256 text not null, applied_at bigint
)
"""
_NOW = "cast(strftime('%s', 'now') as integer) * 1000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """One step."""

    version: int
    name: str
    sql: str

    @property
    def sha256(self) -> str:
        """What it was when it was applied."""
        return sha256(self.sql.encode()).hexdigest()


def migrations() -> tuple[Migration, ...]:
    """Every step this version of askling knows, in order."""
    folder = files("bot.store.sqlite") / "migrations"
    found = [file for file in folder.iterdir() if file.name.endswith(".sql")]
    return tuple(
        Migration(version=int(file.name[:4]), name=file.name, sql=file.read_text("utf-8"))
        for file in sorted(found, key=lambda file: file.name)
    )


def migrate(connection: sqlite3.Connection, path: Path, known: tuple[Migration, ...], derive: Unit[None]) -> None:
    """Apply what is missing, after a snapshot; what is derived from the data is derived anew.

    Raises:
        StoreTrouble: the database was written by a newer askling, or a step it went through was edited since.
    """
    applied = history(connection, known)
    missing = [step for step in known if step.version not in applied]
    if not missing:
        return
    if applied:
        _snapshot(connection, path.with_name(f"{path.name}.before-{missing[0].version:04}"))
    connection.execute("begin immediate")
    try:
        _make_table(connection)
        for step in missing:
            _apply(connection, step)
        finished(derive(running_on(connection)))
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise


def history(connection: sqlite3.Connection, known: tuple[Migration, ...]) -> Mapping[int, str]:
    """The steps a database went through, by their number; none for a new one.

    Raises:
        StoreTrouble: one of them is not known here, or was edited since.
    """
    tables = connection.execute("select name from sqlite_master where type = 'table' and name = 'migration'")
    if tables.fetchone() is None:
        return {}
    applied = dict(map(tuple, connection.execute("select version, sha256 from migration").fetchall()))
    _check(applied, known)
    return applied


def _check(applied: Mapping[int, str], known: tuple[Migration, ...]) -> None:
    by_version = {step.version: step for step in known}
    newer = [version for version in applied if version not in by_version]
    if newer:
        raise StoreTrouble(
            f"This database was written by a newer askling (migration {max(newer)}). "
            "Upgrade askling, or restore a backup made before the upgrade."
        )
    for version, digest in applied.items():
        if by_version[version].sha256 != digest:
            raise StoreTrouble(
                f"Migration {by_version[version].name} was edited after it was applied to this database. "
                "Install an unchanged askling; nothing was touched."
            )


def _snapshot(connection: sqlite3.Connection, beside: Path) -> None:
    """Whole or not there: the copy is made under another name first."""
    making = beside.with_name(f"{beside.name}.part")
    making.unlink(missing_ok=True)
    with closing(sqlite3.connect(making)) as copy:
        connection.backup(copy)
    settle(making, beside)


def _make_table(connection: sqlite3.Connection) -> None:
    connection.execute(_TABLE)
    columns = {row[1] for row in connection.execute("pragma table_info(migration)")}
    if "applied_at" not in columns:  # databases of the first release did not keep it
        connection.execute("alter table migration add column applied_at bigint")


def _apply(connection: sqlite3.Connection, step: Migration) -> None:
    for statement in _statements(step.sql):
        connection.execute(statement)
    row = (step.version, step.name, step.sha256)
    connection.execute(f"insert into migration (version, name, sha256, applied_at) values (?, ?, ?, {_NOW})", row)  # noqa: S608


def _statements(sql: str) -> list[str]:
    """executescript() would commit first, so the statements are taken one by one."""
    statements, pending = [], ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            statements.append(pending)
            pending = ""
    return statements
