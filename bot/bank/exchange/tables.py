"""CSV: one question a row, for spreadsheets. Every kind survives the journey there and back."""

import csv
import io
from collections.abc import Iterable

from bot.bank.exchange.items import Item, ItemAnswer
from bot.quiz.errors import QuestionMistake

MOST = 18
"""Answers a row has room for: nine right and nine wrong fillings are the most a question can have."""
_FACTS = ("id", "topic", "kind", "level", "title", "prompt", "program", "why", "sources", "right")
_ANSWERS = tuple(name for at in range(1, MOST + 1) for name in (f"answer {at}", f"why {at}"))


def write_csv(items: Iterable[Item]) -> str:
    """A table with a heading; `right` holds the numbers of the right answers."""
    out = io.StringIO()
    rows = csv.DictWriter(out, [*_FACTS, *_ANSWERS])
    rows.writeheader()
    rows.writerows(map(_row, items))
    return out.getvalue()


def read_csv(text: str) -> tuple[Item, ...]:
    """The items of a table; columns may be missing or in another order.

    Raises:
        QuestionMistake: a row without a prompt or an answer, or numbers that are none.
    """
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        return tuple(_item(row, line) for line, row in enumerate(rows, 2))
    except csv.Error as error:
        raise QuestionMistake(
            f"row {rows.line_num}: this is no CSV ({error}). Save the table as CSV, in UTF-8."
        ) from None


def _row(item: Item) -> dict[str, object]:
    if len(item.answers) > MOST:
        raise QuestionMistake(f"{item.id} has {len(item.answers)} answers; a row of the table has room for {MOST}.")
    row: dict[str, object] = {name: getattr(item, name) for name in _FACTS if name not in ("sources", "right")}
    row["sources"] = " ".join(item.sources)
    row["right"] = " ".join(str(at) for at, one in enumerate(item.answers, 1) if one.right)
    for at, one in enumerate(item.answers, 1):
        row[f"answer {at}"], row[f"why {at}"] = one.text, one.why
    return row


def _item(row: dict[str, str | None], line: int) -> Item:
    def cell(name: str) -> str:
        return row.get(name) or ""

    numbers = cell("right").replace(",", " ").split()
    answers = tuple(
        ItemAnswer(text=cell(f"answer {at}"), right=str(at) in numbers, why=cell(f"why {at}"))
        for at in range(1, MOST + 1)
        if cell(f"answer {at}")
    )
    if not cell("prompt") or not answers:
        raise QuestionMistake(
            f"row {line}: there is no `prompt` or no `answer 1`. The columns are {', '.join(_FACTS)}."
        )
    level = cell("level") or "1"
    if not level.isdecimal():
        raise QuestionMistake(f"row {line}: the level is {level!r}. Write a number from 1 to 5.")
    return Item(
        id=cell("id"),
        topic=cell("topic"),
        kind=cell("kind") or "choice",
        level=int(level),
        title=cell("title"),
        prompt=cell("prompt"),
        program=cell("program"),
        answers=answers,
        why=cell("why"),
        sources=tuple(cell("sources").split()),
    )
