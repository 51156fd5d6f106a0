"""Schedules and the days ahead as plain text, in the moderator's own zone."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.outlooks import QueueRow, QueueView, ScheduleView


def queue(view: QueueView) -> str:
    """The next days, a line each."""
    lines = [view.schedule, f"times in {view.zone}:"]
    lines += [_row(row, view.zone) for row in view.rows] or ["Nothing opens in the next 14 days."]
    lines.append(f"{view.unused} unused questions are left.")
    return "\n".join([*lines, *(f"! {note}" for note in view.notes)])


def schedule(view: ScheduleView) -> str:
    """The schedule and the next moments, in its zone and in the moderator's."""
    lines = [f"{at(moment, view.zone)}{_mine(moment, view)}" for moment in view.moments]
    return "\n".join([view.schedule, *(lines or ["No question is to come: it is paused, or its days never come."])])


def at(moment: datetime, zone: str) -> str:
    """`Tue 2026-11-24 09:00`."""
    return f"{moment.astimezone(ZoneInfo(zone)):%a %Y-%m-%d %H:%M}"


def _row(row: QueueRow, zone: str) -> str:
    pinned = " · pinned" if row.pinned else ""
    return f"{at(row.opens, zone)}  {row.question}  ({row.topic} · {row.kind} · level {row.level}){pinned}"


def _mine(moment: datetime, view: ScheduleView) -> str:
    return "" if view.mine == view.zone else f" {view.zone} = {at(moment, view.mine)} {view.mine}"
