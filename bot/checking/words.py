"""A report and a table for people, as plain text."""

from collections.abc import Sequence

from bot.bank.coverage import TopicCoverage
from bot.bank.reports import Report, spelled
from bot.quiz.questions import Kind


def in_words(report: Report) -> str:
    """Every problem, then the sums, then what was not proved or not checked."""
    lines = [f"{problem}" for problem in report.problems]
    lines.append(
        f"{report.questions} questions, {report.proved} proved by execution on Python "
        f"{', '.join(spelled(report.versions))}; {len(report.problems)} problems"
    )
    lines += [f"not proved: {one.sheet.file} ({one.remark})" for one in report.checked if one.remark]
    lines += [
        f"not checked: {one.sheet.file} for Python {', '.join(one.not_checked)}"
        for one in report.checked
        if one.not_checked
    ]
    lines += [f"not checked: Python {', '.join(spelled(report.missing))} is not here"] * bool(report.missing)
    return "\n".join(lines)


def in_rows(covered: Sequence[TopicCoverage]) -> str:
    """Live questions by topic and kind, then the curriculum rows that have none."""
    width = max(len(one.topic.id) for one in covered)
    heads = [*map(str, Kind), "sum"]
    rows = [" ".join([" " * width, *heads])]
    for one in covered:
        numbers = [one.kinds[kind] or "" for kind in Kind]
        rows.append(_row(one.topic.id.ljust(width), [*numbers, one.questions], heads))
    sums = [sum(one.kinds[kind] for one in covered) for kind in Kind]
    rows.append(_row("all".ljust(width), [*sums, sum(sums)], heads))
    rows += [f"no live question yet: {one.topic.id} {' '.join(one.missing)}" for one in covered if one.missing]
    return "\n".join(rows)


def _row(name: str, numbers: Sequence[object], heads: Sequence[str]) -> str:
    return " ".join([name, *(f"{number:>{len(head)}}" for number, head in zip(numbers, heads, strict=True))])
