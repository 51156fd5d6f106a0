"""Whatever table will ever hold something about a person, their export has it and their erasure empties it."""

import json
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.quiz.ids import Address
from bot.store.sqlite import SQLiteStore
from bot.testing.terms import FIRST, Term, a_term, answers

STAYS = {
    "member": "as nobody, without name and address",
    "submission": "as nobody's, without words",
    "act": "the audit log of a community is never cut; its author is nobody then",
    "suggestion": "as nobody's, once its question is in the pool",
}
"""What is left of somebody who was erased."""
OWNERS = {"member_id", "by_member", "one"}
"""Columns that name whom a row is about."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "askling.sqlite"


@pytest.fixture
async def store(file: Path) -> AsyncIterator[SQLiteStore]:
    async with SQLiteStore.open(file) as store:
        yield store


def tables(database: sqlite3.Connection) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Every table that holds something about people, with its columns."""
    named = database.execute("select name from sqlite_master where type = 'table'").fetchall()
    for (table,) in named:
        columns = [(row[1], row[2]) for row in database.execute(f"pragma table_info({table})")]
        names = {name for name, _ in columns}
        if names & OWNERS or table == "member" or "submission_id" in names:
            yield table, columns


def fill(file: Path, term: Term, answer: str) -> set[str]:
    """A row about the first person in every table that can hold one; the ledger's own are there already."""
    ada = term.people[0].id
    known = {"round_id": term.rounds[0].id, "community_id": term.community.id, "submission_id": answer}
    with closing(sqlite3.connect(file)) as database:
        found = dict(tables(database))
        for table, columns in found.items():
            if table not in {"member", "submission", "score", "streak"}:
                row = [known.get(name, ada if name in OWNERS else value(kind)) for name, kind in columns]
                database.execute(f"insert into {table} values ({', '.join('?' * len(row))})", row)  # noqa: S608
        database.commit()
    return set(found)


def value(kind: str) -> object:
    return "[]" if kind.casefold() == "text" else 7


async def lived(store: SQLiteStore, file: Path) -> tuple[Term, set[str]]:
    term = await a_term(store)
    ada, ben = term.people[:2]
    answer = await answers(store, term.rounds[0], ada, 7)
    await answers(store, term.rounds[0], ben, 3)
    return term, fill(file, term, answer)


async def test_an_export_has_every_table_that_knows_somebody(store: SQLiteStore, file: Path) -> None:
    term, known = await lived(store, file)
    kept = await store.kept(term.people[0].address)
    assert set(kept) == known
    assert {table for table, rows in kept.items() if not rows} == set()
    assert json.loads(json.dumps(kept)) == kept


async def test_an_export_has_nothing_of_anybody_else(store: SQLiteStore, file: Path) -> None:
    term, _ = await lived(store, file)
    ada, ben = term.people[:2]
    told = json.dumps(await store.kept(ada.address))
    assert ben.address not in told
    (one,) = (await store.kept(ben.address))["submission"]
    assert (one["points"], one["place"]) == (3, term.community.place)
    assert (await store.kept(ben.address))["recall"] == []
    assert await store.kept(Address("console:nobody")) == {}


async def test_moments_and_what_was_answered_can_be_read(store: SQLiteStore, file: Path) -> None:
    term, _ = await lived(store, file)
    (one,) = (await store.kept(term.people[0].address))["submission"]
    assert one["received_at"] == "2026-11-26T10:00:00+00:00"
    assert one["answer"] == {"code": "x = 1"}
    assert one["question_id"] == term.rounds[0].question


async def test_who_is_erased_is_in_no_table_but_where_nobody_stands(store: SQLiteStore, file: Path) -> None:
    term, known = await lived(store, file)
    ada = term.people[0]
    await store.erase(ada.address, now=FIRST)
    with closing(sqlite3.connect(file)) as database:
        left = set()
        for table, columns in tables(database):
            for owner in {name for name, _ in columns} & OWNERS:
                if database.execute(f"select 1 from {table} where {owner} = ?", [ada.id]).fetchone():  # noqa: S608
                    left.add(table)
        (name, address) = database.execute("select name, address from member where id = ?", [ada.id]).fetchone()
    assert left <= set(STAYS) & known
    assert (name, address) == ("somebody", f"erased:{ada.id}")
    assert await store.kept(ada.address) == {}
