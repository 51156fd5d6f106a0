"""The port an engine keeps, so that each statement is written once: text with `$1 … $n`, called by its name."""

import re
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Protocol, TypeVar

Result = TypeVar("Result")
Row = Mapping[str, Any]


class Run(Protocol):
    """Runs one named statement inside a unit of work."""

    def __call__(self, name: str, /, *values: object) -> Awaitable[Sequence[Row]]:
        """The statement's rows; `values` are its $1 to $n."""
        ...


Unit = Callable[[Run], Coroutine[Any, Any, Result]]
"""A unit of work: an async function that awaits statements and nothing else. An engine may run it a second time."""


class Database(Protocol):
    """One engine. Raises only StoreTrouble, and what a unit of work raises itself."""

    async def read(self, name: str, /, *values: object) -> Sequence[Row]:
        """The rows of one statement, as of the last commit."""
        ...

    async def write(self, unit: Unit[Result]) -> Result:
        """Run a unit of work: all of it is on the disk when this returns, nothing of it when this raises.

        A caller that is cancelled does not know which of the two happened, and disturbs nobody else.
        """
        ...


async def write_one(database: Database, name: str, /, *values: object) -> Sequence[Row]:
    """A unit of work that is one statement."""

    async def unit(run: Run) -> Sequence[Row]:
        return await run(name, *values)

    return await database.write(unit)


@cache
def statements() -> Mapping[str, str]:
    """Every statement of `queries/*.sql` by its name."""
    named: dict[str, str] = {}
    for file in (files("bot.store") / "queries").iterdir():
        parts = re.split(r"^-- name: (\w+)\n", file.read_text("utf-8"), flags=re.MULTILINE)[1:]
        named |= dict(zip(parts[::2], parts[1::2], strict=True))
    return named
