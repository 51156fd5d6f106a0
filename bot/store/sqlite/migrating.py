"""Bringing a database to today's shape: numbered, checksummed, forward-only, all in one transaction."""

import sqlite3
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files

from bot.quiz.errors import StoreTrouble

_TABLE = """
create table if not exists migration (version bigint primary key, name text not null, sha256 text not null)
"""


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


def migrate(connection: sqlite3.Connection, known: tuple[Migration, ...]) -> None:
    """Apply what is missing.

    Raises:
        StoreTrouble: the database was written by a newer askling, or a step it went through was edited since.
    """
    connection.execute("begin immediate")
    try:
        connection.execute(_TABLE)
        applied = dict(connection.execute("select version, sha256 from migration").fetchall())
        _check(applied, known)
        for step in known:
            if step.version not in applied:
                _apply(connection, step)
        connection.execute("commit")
    except BaseException:
        connection.execute("rollback")
        raise


def _check(applied: dict[int, str], known: tuple[Migration, ...]) -> None:
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


def _apply(connection: sqlite3.Connection, step: Migration) -> None:
    for statement in _statements(step.sql):
        connection.execute(statement)
    row = (step.version, step.name, step.sha256)
    connection.execute("insert into migration (version, name, sha256) values (?, ?, ?)", row)


def _statements(sql: str) -> list[str]:
    """executescript() would commit first, so the statements are taken one by one."""
    statements, pending = [], ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            statements.append(pending)
            pending = ""
    return statements
