"""What is written down about one person, table by table, as plain values."""

import json
from collections.abc import Mapping, Sequence

from bot.quiz.ids import Address
from bot.store import rows
from bot.store.database import Database, Row, statements

_KEPT = "kept_"
_JSON = frozenset({"answer", "verdict", "lines", "memory", "before", "questions", "results", "form", "findings"})
_MOMENTS = frozenset(
    {"received_at", "taken_at", "at", "since", "reached_at", "shown", "lease", "erased_at", "linked_at", "checked_at"}
)
_COUNTED = {"live_answer": frozenset({"at"})}
"""Columns that are numbers, whatever their name says elsewhere."""


class StoredDossiers:
    """The port Dossiers on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def kept(self, address: Address) -> Mapping[str, Sequence[Mapping[str, object]]]:
        """See the port."""
        told: dict[str, list[Mapping[str, object]]] = {}
        for person in await self._database.read("member_of", address):
            for name in sorted(name for name in statements() if name.startswith(_KEPT)):
                table = name.removeprefix(_KEPT)
                told[table] = [_plain(table, row) for row in await self._database.read(name, person["id"])]
        return told


def _plain(table: str, row: Row) -> Mapping[str, object]:
    return {name: _value(table, name, row[name]) for name in row.keys()}  # noqa: SIM118 - a Row of SQLite has no items


def _value(table: str, name: str, value: object) -> object:
    if isinstance(value, str) and name in _JSON:
        return json.loads(value)
    if isinstance(value, int) and name in _MOMENTS - _COUNTED.get(table, frozenset()):
        return rows.moment(value).isoformat()
    return value
