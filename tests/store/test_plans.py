"""How SQLite goes about the statements that are asked for all day."""

import sqlite3
from pathlib import Path

import pytest

from bot.store.database import statements
from bot.store.sqlite.migrating import migrations
from bot.store.sqlite.running import bound


@pytest.fixture
def raw(tmp_path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(tmp_path / "askling.sqlite")
    for step in migrations():
        connection.executescript(step.sql)
    return connection


def plan(raw: sqlite3.Connection, name: str) -> list[str]:
    statement = statements()[name]
    text, values = bound(name, tuple(range(statement.count("$"))))
    return [row[3] for row in raw.execute(f"explain query plan {text}", values)]


@pytest.mark.parametrize("name", ["board_top", "board_above", "board_before", "board_after", "board_next"])
def test_a_board_is_read_from_its_covering_index_in_its_own_order(raw: sqlite3.Connection, name: str) -> None:
    told = plan(raw, name)
    assert any("USING COVERING INDEX score_rank" in step for step in told), told
    assert not [step for step in told if "SCAN" in step or "TEMP B-TREE" in step]


@pytest.mark.parametrize(
    "name",
    [
        "board_score",
        "submission",
        "score_days",
        "streak",
        "streak_step",
        "streak_later",
        "score_month",
        "settled_of",
    ],
)
def test_what_every_answer_asks_is_found_by_an_index(raw: sqlite3.Connection, name: str) -> None:
    told = plan(raw, name)
    assert told
    assert not [step for step in told if "SCAN" in step or "TEMP B-TREE" in step]


def test_whether_a_letter_waits_is_found_by_an_index_with_every_command(raw: sqlite3.Connection) -> None:
    told = plan(raw, "letters")
    assert any("USING INDEX letter_for" in step for step in told), told
    assert not [step for step in told if "SCAN" in step]


@pytest.mark.parametrize(
    ("name", "index"),
    [("errand_claim", "errand_waiting"), ("errand_next", "errand_waiting"), ("errand_openings", "errand_opening")],
)
def test_what_every_heartbeat_asks_does_not_grow_with_the_years(raw: sqlite3.Connection, name: str, index: str) -> None:
    told = plan(raw, name)
    assert any(f"USING INDEX {index}" in step for step in told), told
    assert not [step for step in told if "SCAN errand" in step]
