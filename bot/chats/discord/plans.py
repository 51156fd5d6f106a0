"""For moderators: schedules, the days ahead, and what was done. Moments are told in everybody's own zone by Discord."""

from bot.chats.discord import markup
from bot.chats.discord.sheets import Sheet, Text, sheet
from bot.core import labels
from bot.core.languages import say
from bot.core.messages import AuditRow, AuditView
from bot.core.notation import outline, pinned
from bot.core.outlooks import QueueRow, QueueView, ScheduleView


def queue(view: QueueView) -> Sheet:
    """The next days, a line each."""
    rows = [_row(one) for one in view.rows] or [say(labels.NOTHING_OPENS)]
    notes = [f"⚠ {markup.plain(note)}" for note in view.notes]
    return sheet(
        Text(markup.inline(view.schedule)),
        Text("\n".join(rows)),
        Text("\n".join([say(labels.UNUSED, unused=view.unused), *notes])),
    )


def schedule(view: ScheduleView) -> Sheet:
    """The schedule and the next moments it means."""
    moments = [markup.when(one, "F") for one in view.moments] or [say(labels.NOTHING_TO_COME)]
    return sheet(Text(markup.inline(view.schedule)), Text("\n".join([*moments, *map(markup.plain, view.notes)])))


def audit(view: AuditView) -> Sheet:
    """The latest acts, what came of each under it."""
    return sheet(*(Text(_act(one)) for one in view.rows))


def _row(one: QueueRow) -> str:
    what = f"{markup.plain(one.title)} · {outline(one)}{pinned(one)}"
    return f"{markup.when(one.opens, 'f')} {markup.inline(one.question)} {what}"


def _act(one: AuditRow) -> str:
    because = f" ({markup.escaped(one.why)})" if one.why else ""
    result = f"\n{markup.small(markup.plain(one.result))}" if one.result else ""
    return f"{markup.when(one.at)} {markup.name(one.who)}: {markup.inline(one.what)}{because}{result}"
