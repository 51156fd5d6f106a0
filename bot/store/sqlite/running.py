"""Units of work in the thread of a connection, where no statement ever waits."""

import re
import sqlite3
from collections.abc import Coroutine, Sequence
from functools import cache
from typing import Any, TypeVar

from bot.store.database import Row, Run, statements

Result = TypeVar("Result")


def running_on(connection: sqlite3.Connection) -> Run:
    """What a unit of work is handed."""

    async def run(name: str, /, *values: object) -> Sequence[Row]:
        rows: Sequence[Any] = connection.execute(*bound(name, values)).fetchall()
        return rows

    return run


def bound(name: str, values: tuple[object, ...]) -> tuple[str, Sequence[object]]:
    """A statement as sqlite3 takes it fastest: `?` instead of `$n`, and a value for each of them."""
    text, order = _prepared(name)
    return text, values if order is None else [values[at] for at in order]


@cache
def _prepared(name: str) -> tuple[str, tuple[int, ...] | None]:
    """The text, and which value stands where; None where they come in order, each once."""
    text = statements()[name]
    order = tuple(int(number) - 1 for number in re.findall(r"\$(\d+)", text))
    return re.sub(r"\$\d+", "?", text), None if order == tuple(range(len(order))) else order


def finished(unit: Coroutine[Any, Any, Result]) -> Result:
    """Run a unit of work to its end, which takes one step and no event loop."""
    try:
        unit.send(None)
    except StopIteration as end:
        result: Result = end.value
        return result
    unit.close()
    raise RuntimeError("A unit of work may await statements only.")
