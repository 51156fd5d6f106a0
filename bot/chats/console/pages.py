"""Pages, files and forms as plain text; a form is filled in by lines `name: text` and sent by an empty word `send`."""

from collections.abc import Iterable
from textwrap import indent
from typing import assert_never

from bot.core import typed
from bot.core.forms import Form
from bot.core.languages import say
from bot.core.messages import Note
from bot.core.pages import Action, Document, Page, Row


def worded(view: Page | Document) -> str:
    """The view in words."""
    match view:
        case Page():
            return page(view)
        case Document():
            return f"{view.text}\n--- {view.name} ---\n{view.content.rstrip()}\n{say(typed.END_OF, name=view.name)}"
        case _:
            assert_never(view)


def page(view: Page) -> str:
    """Title, sentences, rows, and what to type for each next step."""
    parts = [view.title, *[view.text] * bool(view.text), *map(_row, view.rows)]
    return "\n".join([*parts, *map(action, view.actions)])


def asked(form: Form) -> Note:
    """What a form asks for, and how it is filled in here."""
    lines = [form.title]
    for field in form.fields:
        lines.append(f"  {field.name}: {field.label}" + say(typed.LEFT_OUT) * (not field.required))
        lines += [f"      {value} = {label}" for value, label in field.options]
        lines += [indent(field.value, "      | ")] * bool(field.value)
    return Note("\n".join([*lines, f"▶ {say(typed.FILL, name=form.fields[0].name)}"]))


def _row(row: Row) -> str:
    lines = [f"• {row.text}", *[indent(row.detail, "  ")] * bool(row.detail)]
    lines += [indent(row.code.rstrip(), "      ")] * bool(row.code)
    return "\n".join([*lines, *(indent(action(one), "  ") for one in row.actions)])


def action(one: Action) -> str:
    """What to type for a next step."""
    return f"▶ {one.name} {one.text}".rstrip() + f"  ({one.label})"


def steps(actions: Iterable[Action]) -> list[str]:
    """What to type for next steps that explain themselves, in one line; none where there are none."""
    texts: dict[str, list[str]] = {}
    for one in actions:
        texts.setdefault(one.name, []).append(one.text)
    told = [f"{name} {'|'.join(given)}".rstrip() for name, given in texts.items()]
    return ["▶ " + " · ".join(told)] if told else []
