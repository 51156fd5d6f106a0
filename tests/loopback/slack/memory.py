"""Remembering what happened, without growing for ever when a benchmark runs."""

from typing import TypeVar

T = TypeVar("T")
V = TypeVar("V")


def note(items: list[T], one: T, most: int) -> None:
    """Write one thing down; beyond `most` the older half is forgotten."""
    items.append(one)
    if len(items) > most:
        del items[: -(most // 2 or 1)]


def keep(table: dict[str, V], name: str, one: V, most: int) -> None:
    """The same for what has a name."""
    table[name] = one
    if len(table) > most:
        for old in list(table)[: -(most // 2 or 1)]:
            del table[old]
