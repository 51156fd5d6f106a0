"""For moderators, as plain text in their own zone: schedules, the days ahead, and what was done."""

from datetime import datetime
from typing import assert_never

from bot.core import labels
from bot.core.languages import say
from bot.core.messages import AuditRow, AuditView
from bot.core.notation import at, called, outline, pinned
from bot.core.outlooks import QueueRow, QueueView, ScheduleView


def worded(view: QueueView | ScheduleView | AuditView) -> str:
    """The view in words."""
    match view:
        case QueueView():
            return queue(view)
        case ScheduleView():
            return schedule(view)
        case AuditView():
            return audit(view)
        case _:
            assert_never(view)


def queue(view: QueueView) -> str:
    """The next days, a line each."""
    lines = [view.schedule, say(labels.TIMES_IN, zone=view.zone) + ":"]
    lines += [_row(row, view.zone) for row in view.rows] or [say(labels.NOTHING_OPENS)]
    lines.append(say(labels.UNUSED, unused=view.unused))
    return "\n".join([*lines, *(f"! {note}" for note in view.notes)])


def schedule(view: ScheduleView) -> str:
    """The schedule and the next moments, in its zone and in the moderator's."""
    lines = [f"{at(moment, view.zone)}{_mine(moment, view)}" for moment in view.moments]
    lines = lines or [say(labels.NOTHING_TO_COME)]
    return "\n".join([view.schedule, *lines, *(f"! {note}" for note in view.notes)])


def audit(view: AuditView) -> str:
    """The latest acts, what came of each under it."""
    return "\n".join([say(labels.TIMES_IN, zone=view.zone) + ":", *(_act(row, view.zone) for row in view.rows)])


def _row(row: QueueRow, zone: str) -> str:
    return f"{at(row.opens, zone)}  {row.question}  ({outline(row)}){pinned(row)}"


def _act(row: AuditRow, zone: str) -> str:
    because = f" ({row.why})" if row.why else ""
    return f"{at(row.at, zone)}  {called(row.who)}: {row.what}{because}" + f"\n    {row.result}" * bool(row.result)


def _mine(moment: datetime, view: ScheduleView) -> str:
    return "" if view.mine == view.zone else f" {view.zone} = {at(moment, view.mine)} {view.mine}"
