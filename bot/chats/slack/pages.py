"""Pages, lists for moderators, notes: everything that is a title, some facts and the next steps."""

from collections.abc import Sequence
from datetime import datetime
from typing import assert_never

from bot.chats.slack.limits import BUTTONS
from bot.chats.slack.marks import Mark, button, pressed, row
from bot.chats.slack.prose import prose, runs, said
from bot.chats.slack.rich import Json, aside, bold, code, header, listed, paragraph, preformatted, rich, section, text
from bot.core import labels
from bot.core.languages import say
from bot.core.messages import AuditRow, AuditView, HelpView, Note
from bot.core.notation import at, called, outline, pinned
from bot.core.outlooks import QueueRow, QueueView, ScheduleView
from bot.core.pages import Document, Page, Row

SHORTCUTS = {
    "today": labels.TODAY,
    "me": labels.MY_PROGRESS,
    "board": labels.BOARD,
    "review": labels.REVIEW,
    "settings": labels.SETTINGS,
    "privacy": labels.PRIVACY,
    "suggest": labels.SUGGEST,
}
"""Commands that need nothing behind them, as buttons under the help."""


Paged = HelpView | QueueView | ScheduleView | AuditView | Page | Document | Note


def drawn(view: Paged) -> list[Json]:
    """The view as blocks."""
    match view:
        case HelpView():
            return help_(view)
        case QueueView():
            return queue(view)
        case ScheduleView():
            return schedule(view)
        case AuditView():
            return audit(view)
        case Page():
            return page(view)
        case Document():
            return document(view)
        case Note():
            return note(view)
        case _:
            assert_never(view)


def page(view: Page) -> list[Json]:
    """Title, sentences, rows and the next steps."""
    blocks = [header(view.title)]
    blocks += [rich(*prose_lines(view.text))] if view.text.strip() else []
    for one in view.rows:
        blocks += _row(one)
    return blocks + ([row(*map(pressed, view.actions))] if view.actions else [])


def prose_lines(written: str) -> list[Json]:
    """Paragraphs of our own words, in which lines stay lines."""
    if "```" in written:
        return prose(written)
    return [section(*said(written))]


def _row(one: Row) -> list[Json]:
    """People's words: never read as markup."""
    told = [bold(one.text), *([text(f"\n{one.detail}")] if one.detail else [])]
    code_ = [preformatted(one.code, python=True)] if one.code.strip() else []
    return [rich(section(*told), *code_), *([row(*map(pressed, one.actions))] if one.actions else [])]


def document(view: Document) -> list[Json]:
    """What a file is; the file itself comes beside it."""
    return [paragraph(*said(view.text), text("\n"), code(view.name))]


def note(view: Note) -> list[Json]:
    """Sentences."""
    return [rich(*prose_lines(view.text))]


def help_(view: HelpView) -> list[Json]:
    """What people may ask, with buttons for what needs nothing more."""
    items = [[code(name.replace("/quiz-admin ", "")), text("  "), *runs(meaning)] for name, meaning in view.commands]
    known = {name.partition(" ")[0] for name, _ in view.commands}
    buttons = [button(say(label), Mark(name=name)) for name, label in SHORTCUTS.items() if name in known]
    topics = [row(*map(pressed, view.actions))] if view.actions else []
    return [rich(listed(items)), *([row(*buttons[:BUTTONS])] if buttons else []), *topics]


def queue(view: QueueView) -> list[Json]:
    """The next days, a line each."""
    blocks = [paragraph(code(view.schedule)), aside(say(labels.TIMES_IN, zone=view.zone))]
    rows = [_coming(one, view.zone) for one in view.rows]
    blocks.append(rich(listed(rows)) if rows else paragraph(text(say(labels.NOTHING_OPENS))))
    return [*blocks, aside(say(labels.UNUSED, unused=view.unused)), *(paragraph(*said(one)) for one in view.notes)]


def _coming(one: QueueRow, zone: str) -> list[Json]:
    told = f" {one.title} · {outline(one)}{pinned(one)}"
    return [bold(at(one.opens, zone)), text("  "), code(one.question), text(told)]


def schedule(view: ScheduleView) -> list[Json]:
    """The schedule and the next moments, in its zone and in the moderator's."""
    rows = [[text(_moment(one, view))] for one in view.moments]
    coming = listed(rows) if rows else section(text(say(labels.NOTHING_TO_COME)))
    return [rich(section(code(view.schedule)), coming), *(paragraph(*said(one)) for one in view.notes)]


def _moment(one: datetime, view: ScheduleView) -> str:
    mine = "" if view.mine == view.zone else f" = {at(one, view.mine)} {view.mine}"
    return f"{at(one, view.zone)} {view.zone}{mine}"


def audit(view: AuditView) -> list[Json]:
    """The latest acts, what came of each under it."""
    return [aside(say(labels.TIMES_IN, zone=view.zone)), rich(listed(_act(one, view.zone) for one in view.rows))]


def _act(one: AuditRow, zone: str) -> Sequence[Json]:
    why = f" ({one.why})" if one.why else ""
    told = [bold(f"{at(one.at, zone)}  {called(one.who)}: "), code(one.what), text(f"{why}\n{one.result}".rstrip())]
    return told if why or one.result else told[:2]
