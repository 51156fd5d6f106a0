"""`askling questions stats`: how many questions there are, of what kind, level and topic, and what is missing."""

from collections import Counter
from pathlib import Path

from bot.bank.coverage import coverage
from bot.bank.folders import find_bank, load, load_contents
from bot.checking.words import in_rows
from bot.quiz.errors import QuestionMistake

PLAN = {1: 18, 2: 28, 3: 28, 4: 18, 5: 8}
"""Percent of the bank that each level should have."""


def stats(bank: Path | None) -> tuple[dict[str, object], str]:
    """The numbers for programs, and for people.

    Raises:
        QuestionMistake: there is no bank.
    """
    sheets, problems = load(bank)
    home, _ = find_bank(bank) if bank else (None, "")
    if not sheets and problems:
        raise QuestionMistake(str(problems[0]))
    from importlib.resources import files

    contents, _ = load_contents(home or files("questions"))
    covered = coverage(contents, sheets)
    live = [sheet.question for sheet in sheets if sheet.question.live]
    levels = Counter(question.level for question in live)
    statuses = Counter(sheet.status for sheet in sheets)
    told: dict[str, object] = {
        "questions": len(sheets),
        "status": dict(statuses),
        "kinds": dict(Counter(str(question.kind) for question in live)),
        "levels": {str(level): levels[level] for level in PLAN},
        "topics": {one.topic.id: one.questions for one in covered},
        "rows_missing": [row for one in covered for row in one.missing],
        "problems": len(problems),
    }
    shares = [
        f"level {level}: {levels[level]} ({100 * levels[level] / (len(live) or 1):.0f} %, planned {share} %)"
        for level, share in PLAN.items()
    ]
    counts = ", ".join(f"{number} {status}" for status, number in sorted(statuses.items()))
    return told, "\n".join(
        [in_rows(covered), "", *shares, f"{len(sheets)} questions: {counts}; {len(problems)} problems"]
    )
