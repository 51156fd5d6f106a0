"""What people answered, as flat rows for other programs."""

import csv
import json
from collections.abc import Mapping, Sequence
from typing import TextIO

from bot.core.ports import Agenda, Ledger
from bot.core.records import Community
from bot.core.scorekeeping import Corrections
from bot.quiz.answers import dumps

COLUMNS = ("id", "at", "date", "question", "topic", "member", "name", "answer", "late", "attempt", "outcome", "points")


async def answered_in(
    community: Community, *, agenda: Agenda, ledger: Ledger, corrections: Corrections
) -> Sequence[Mapping[str, object]]:
    """One row an answer, oldest first; `outcome` is empty while it waits for its verdict."""
    rounds = {one.id: one for one in await agenda.rounds(community.id)}
    names = {one.id: one.name for one in await corrections.people(community.id)}
    rows = []
    for entry in await ledger.history(community.id):
        one, settled = rounds[entry.round], entry.settlement
        values = (
            entry.id,
            entry.at.isoformat(),
            one.date.isoformat(),
            one.question,
            one.topic,
            entry.member,
            names.get(entry.member, ""),
            dumps(entry.answer),
            entry.late,
            settled.attempt if settled else 0,
            str(settled.verdict.outcome) if settled else "",
            entry.points,
        )
        rows.append(dict(zip(COLUMNS, values, strict=True)))
    return rows


def as_jsonl(rows: Sequence[Mapping[str, object]], to: TextIO) -> None:
    """One JSON object a line."""
    to.writelines(json.dumps(row, ensure_ascii=True) + "\n" for row in rows)


def as_csv(rows: Sequence[Mapping[str, object]], to: TextIO) -> None:
    """Comma-separated, with a header; no cell can be taken for a formula by a spreadsheet."""
    sheet = csv.DictWriter(to, COLUMNS, lineterminator="\n")
    sheet.writeheader()
    for row in rows:
        sheet.writerow({name: _inert(value) for name, value in row.items()})


def _inert(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value[:1] in "=+-@\t\r" and value else value
