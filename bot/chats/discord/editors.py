"""What people write in: a modal for a question's card, and for a form. What comes back is read by `inbox`."""

from collections.abc import Mapping
from typing import Any

import discord
from discord import ui

from bot.chats.discord import limits, markup
from bot.chats.discord.cards import body
from bot.chats.discord.sheets import Code, Sheet, Text, drawn, fitted
from bot.chats.discord.tags import Editor, Sent, spelled
from bot.core import labels
from bot.core.cards import QuestionCard
from bot.core.forms import Field, Form
from bot.core.languages import say
from bot.core.messages import ANSWER
from bot.quiz.questions import Kind

PICK, TEXT, ERROR, LINE, BLANK, CODE, FILE = "pick", "text", "error", "line", "blank", "code", "file"
"""The custom_ids of the fields of an editor; blanks are numbered from 0."""
QUESTION_CHARS = 1800
"""Of the question, repeated above the fields: on a phone the editor covers the card."""
BLANKS = limits.MODAL_PARTS - 1
Item = ui.Item[Any]
Draft = Mapping[str, str]


def editor(card: QuestionCard, to: str = ANSWER, draft: Draft | None = None) -> ui.Modal:
    """The editor of a question, with what was written in it before."""
    items = [ui.TextDisplay(_question(card)), *_fields(card, draft or {})]
    return _modal(markup.unmarked(card.title), spelled(Editor(round=card.round, to=to)), items)


def filling(form: Form, draft: Draft | None = None) -> ui.Modal:
    """A form."""
    items = [_field(one, (draft or {}).get(one.name, one.value)) for one in form.fields]
    return _modal(form.title, spelled(Sent(name=form.name, about=form.about)), items)


def _modal(title: str, custom_id: str, items: list[Item]) -> ui.Modal:
    modal = ui.Modal(title=limits.cut(title, limits.MODAL_TITLE), custom_id=custom_id, timeout=None)
    for one in items[: limits.MODAL_PARTS]:
        modal.add_item(one)
    modal.stop()  # or the library would keep it, and give one person's text to another
    return modal


def _question(card: QuestionCard) -> str:
    pieces = fitted(Sheet(pieces=body(card)), QUESTION_CHARS).pieces
    return "\n".join(drawn(one) for one in pieces if isinstance(one, Text | Code))


def _fields(card: QuestionCard, draft: Draft) -> list[Item]:
    match card.kind:
        case Kind.CHOICE:
            return [_picking(card)]
        case Kind.OUTPUT:
            return [_input(labels.PRINTED, TEXT, draft, lines=True)]
        case Kind.ERROR:
            return [_input(labels.EXCEPTION, ERROR, draft), _input(labels.LINE, LINE, draft)]
        case Kind.FUNCTION | Kind.FIX:
            return [_coding(card, draft), _uploading()]
        case Kind.ORDER:
            return [_input(labels.IN_ORDER, TEXT, draft)]
        case Kind.FILL if card.blanks <= BLANKS:
            return [_blank(at, draft) for at in range(card.blanks)]
        case Kind.FILL:
            return [_input(labels.BLANKS_A_LINE, TEXT, draft, lines=True)]
        case Kind.OPEN:
            return [_input(labels.OWN_WORDS, TEXT, draft, lines=True)]


def _picking(card: QuestionCard) -> Item:
    """The options in this learner's own order; what comes back is each option's position in the question."""
    order = card.order or tuple(range(len(card.options)))
    options = tuple((str(at), text) for at, text in zip(order, card.options, strict=True))
    label = say(labels.CHOOSE_ALL if card.many else labels.CHOOSE_ONE)
    return _label(label, _choices(options, many=card.many), description=_cut_ones(options))


def _cut_ones(options: tuple[tuple[str, str], ...]) -> str:
    """Options that are too long for a label stand whole on the card."""
    return say(labels.WHOLE_ON_THE_CARD) if any(len(text) > limits.OPTION for _, text in options) else ""


def _choices(
    options: tuple[tuple[str, str], ...], *, many: bool = False, custom_id: str = PICK, chosen: str = ""
) -> Item:
    shown = [(value, limits.cut(markup.unmarked(text), limits.OPTION)) for value, text in options]
    if not 2 <= len(shown) <= limits.GROUP:
        menu = [discord.SelectOption(label=text, value=value, default=value == chosen) for value, text in shown]
        return ui.Select(custom_id=custom_id, options=menu[: limits.OPTIONS], max_values=len(shown) if many else 1)
    if many:
        boxes = [discord.CheckboxGroupOption(label=text, value=value) for value, text in shown]
        return ui.CheckboxGroup(custom_id=custom_id, options=boxes, max_values=len(boxes))
    radio = [discord.RadioGroupOption(label=text, value=value, default=value == chosen) for value, text in shown]
    return ui.RadioGroup(custom_id=custom_id, options=radio)


def _coding(card: QuestionCard, draft: Draft) -> Item:
    given = card.given if len(card.given) <= limits.INPUT else ""
    return _label(
        say(labels.CODE),
        ui.TextInput(
            custom_id=CODE,
            style=discord.TextStyle.paragraph,
            default=draft.get(CODE, given) or None,
            required=False,
            max_length=limits.INPUT,
        ),
    )


def _uploading() -> Item:
    return _label(say(labels.FILE), ui.FileUpload(custom_id=FILE, required=False, min_values=0, max_values=1))


def _blank(at: int, draft: Draft) -> Item:
    return _input(labels.BLANK, f"{BLANK}{at}", draft, number=at + 1)


def _input(label: str, custom_id: str, draft: Draft, *, lines: bool = False, **values: object) -> Item:
    return _label(
        say(label, **values),
        ui.TextInput(
            custom_id=custom_id,
            style=discord.TextStyle.paragraph if lines else discord.TextStyle.short,
            default=draft.get(custom_id) or None,
            max_length=limits.INPUT,
        ),
    )


def _field(field: Field, value: str) -> Item:
    if field.options:
        return _label(field.label, _choices(field.options, custom_id=field.name, chosen=value), description=field.hint)
    most = min(field.most, limits.INPUT)
    return _label(
        field.label,
        ui.TextInput(
            custom_id=field.name,
            style=discord.TextStyle.paragraph if field.lines else discord.TextStyle.short,
            default=value[:most] or None,
            placeholder=limits.cut(field.hint, limits.PLACEHOLDER) or None,
            required=field.required,
            max_length=most,
        ),
    )


def _label(text: str, component: Item, *, description: str = "") -> Item:
    return ui.Label(
        text=limits.cut(text, limits.LABEL),
        description=limits.cut(description, limits.DESCRIPTION) or None,
        component=component,
    )
