"""Units of work in the thread of a connection, where no statement ever waits."""

import sqlite3
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

from bot.store.database import Row, Run, statements

Result = TypeVar("Result")


def running_on(connection: sqlite3.Connection) -> Run:
    """What a unit of work is handed."""

    async def run(name: str, /, *values: object) -> Sequence[Row]:
        rows: Sequence[Any] = connection.execute(statements()[name], numbered(values)).fetchall()
        return rows

    return run


def numbered(values: tuple[object, ...]) -> dict[str, object]:
    """Values as `$1`, `$2`, …: SQLite reads those as names."""
    return {str(at): value for at, value in enumerate(values, start=1)}


def finished(unit: Coroutine[Any, Any, Result]) -> Result:
    """Run a unit of work to its end, which takes one step and no event loop."""
    try:
        unit.send(None)
    except StopIteration as end:
        result: Result = end.value
        return result
    unit.close()
    raise RuntimeError("A unit of work may await statements only.")
