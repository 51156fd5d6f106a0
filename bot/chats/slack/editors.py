"""What people write in: a question's own editor, and forms. Both are modals."""

from collections.abc import Mapping
from dataclasses import replace

from bot.chats.slack.cards import body
from bot.chats.slack.limits import INPUT, LABEL, OPTION, OPTION_VALUE, OPTIONS, PLACEHOLDER, TITLE, VIEW_BLOCKS, cut
from bot.chats.slack.marks import Mark, Slip, button, row
from bot.chats.slack.prose import runs
from bot.chats.slack.rich import Json, aside, bold, header, paragraph, plain, preformatted, rich, section, text
from bot.core import labels
from bot.core.cards import QuestionCard
from bot.core.forms import Field, Form
from bot.core.languages import say
from bot.core.messages import ANSWER, REVIEW
from bot.core.notation import facts, letter
from bot.quiz.ids import Place
from bot.quiz.questions import Kind

EDITOR, FORM, SHOWN = "editor", "form", "shown"
"""`callback_id` of each modal of ours."""
TRY = "try"
"""Not a command: run what stands in the editor, without handing it in."""
VALUE = "value"
NOTHING: Mapping[str, str] = {}
PICKED, WRITTEN, SPOTTED, LINE, BLANK, FILE = "picked", "written", "error", "line", "blank", "file"
"""`block_id` of each field of an editor; of a form they are the fields' names."""


def editor(card: QuestionCard, to: str, place: Place, draft: Mapping[str, str] = NOTHING) -> Json:
    """The modal of a question: what is asked, and something to answer in that fits its kind.

    Args:
        card: the question, as this learner sees it.
        to: what it is for.
        place: where it was asked for.
        draft: what they typed last, by field.
    """
    title = {"run": labels.TRY_YOUR_CODE, "sprint": labels.SPRINT, REVIEW: labels.REVIEW}.get(to, labels.YOUR_ANSWER)
    submit = labels.RUN if to == "run" else labels.HAND_IN
    kept = Slip(place=place, round=card.round, to=to or ANSWER)
    blocks = [header(card.title), aside(facts(card)), rich(*_asked(card)), *_with(draft, fields(card))]
    if card.examples and to == ANSWER and not card.hosted:
        blocks.append(row(button(say(labels.TRY_IT), Mark(name=TRY, round=card.round))))
    return modal(say(title), blocks, kept, callback=EDITOR, submit=say(submit))


def _with(draft: Mapping[str, str], blocks: list[Json]) -> list[Json]:
    """The fields, with what was typed before."""
    for block in blocks:
        text_ = draft.get(block["block_id"], "")
        if text_ and block["element"]["type"] in {"plain_text_input", "number_input"}:
            block["element"]["initial_value"] = text_[:INPUT]
    return blocks


def modal(title: str, blocks: list[Json], kept: Slip, *, callback: str = SHOWN, submit: str = "") -> Json:
    """A modal of ours."""
    view: Json = {
        "type": "modal",
        "callback_id": callback,
        "title": plain(title, TITLE),
        "close": plain(say(labels.CLOSE), TITLE),
        "private_metadata": kept.dumps(),
        "blocks": blocks[:VIEW_BLOCKS],
    }
    return view | ({"submit": plain(submit, TITLE)} if submit else {})


def _asked(card: QuestionCard) -> list[Json]:
    """The question without what the fields show themselves."""
    own = card.kind in {Kind.FUNCTION, Kind.FIX} and len(card.given) <= INPUT
    shown = body(replace(card, options=(), given="" if own else card.given))
    return shown if _short(card) else shown + _lettered(card)


def _lettered(card: QuestionCard) -> list[Json]:
    out: list[Json] = []
    for at, one in enumerate(card.options):
        head = bold(f"{letter(at)}  ")
        if "\n" in one.strip():
            out += [section(head), preformatted(one, python=True)]
        else:
            out.append(section(head, *runs(one), text("\n")))
    return out


def _short(card: QuestionCard) -> bool:
    """Whether every option fits beside its button."""
    return all(len(one) <= OPTION and "\n" not in one and "**" not in one for one in card.options)


def fields(card: QuestionCard) -> list[Json]:
    """What is answered in, by kind."""
    match card.kind:
        case Kind.CHOICE:
            return [_choice(card)]
        case Kind.OUTPUT:
            return [field(WRITTEN, say(labels.PRINTED), written(lines=True))]
        case Kind.ERROR:
            last = len(card.program.splitlines()) or 1
            number = {"type": "number_input", "action_id": VALUE, "is_decimal_allowed": False}
            bounds = {"min_value": "1", "max_value": str(last)}
            return [
                field(SPOTTED, say(labels.EXCEPTION), written(hint="TypeError")),
                field(LINE, say(labels.LINE), number | bounds),
            ]
        case Kind.FUNCTION | Kind.FIX:
            given = card.given if len(card.given) <= INPUT else ""
            return [
                field(WRITTEN, say(labels.CODE), written(lines=True, value=given), optional=True),
                field(FILE, say(labels.FILE), _file(), optional=True),
            ]
        case Kind.ORDER:
            return [field(WRITTEN, say(labels.IN_ORDER), written(hint="c a b"))]
        case Kind.FILL:
            numbers = range(1, card.blanks + 1)
            return [field(f"{BLANK}:{at}", say(labels.BLANK, number=at), written()) for at in numbers]
        case Kind.OPEN:
            return [field(WRITTEN, say(labels.OWN_WORDS), written(lines=True))]


def _choice(card: QuestionCard) -> Json:
    """Each option keeps its own number, wherever it stands in this learner's order."""
    order = card.order or tuple(range(len(card.options)))
    shown = [one.replace("`", "") for one in card.options] if _short(card) else _letters(len(card.options))
    options = [
        {"text": plain(one, OPTION), "value": str(at)} for one, at in list(zip(shown, order, strict=True))[:OPTIONS]
    ]
    kind = "checkboxes" if card.many else "radio_buttons"
    label = labels.CHOOSE_ALL if card.many else labels.CHOOSE_ONE
    return field(PICKED, say(label), {"type": kind, "action_id": VALUE, "options": options})


def _letters(number: int) -> list[str]:
    return [say(labels.LETTER, letter=letter(at)) for at in range(number)]


def _file() -> Json:
    return {"type": "file_input", "action_id": VALUE, "filetypes": ["py", "txt"], "max_files": 1}


def written(*, lines: bool = False, value: str = "", hint: str = "", most: int = INPUT) -> Json:
    """Something to write in."""
    element: Json = {"type": "plain_text_input", "action_id": VALUE, "multiline": lines, "max_length": min(most, INPUT)}
    element |= {"initial_value": value[:INPUT]} if value else {}
    return element | ({"placeholder": plain(hint, PLACEHOLDER)} if hint else {})


def field(name: str, label: str, element: Json, *, optional: bool = False) -> Json:
    """A field with its label."""
    return {
        "type": "input",
        "block_id": name,
        "label": plain(label, LABEL),
        "element": element,
        **({"optional": True} if optional else {}),
    }


def form(asked: Form, place: Place) -> Json:
    """The modal of a form."""
    kept = Slip(place=place, form=asked.name, about=asked.about)
    blocks = [_field(one) for one in asked.fields]
    return modal(asked.title, blocks, kept, callback=FORM, submit=asked.submit or say(labels.HAND_IN))


def _field(one: Field) -> Json:
    if not one.options:
        element = written(lines=one.lines, value=one.value, hint=one.hint, most=one.most)
        return field(one.name, one.label, element, optional=not one.required)
    options = [
        {"text": plain(label, OPTION), "value": cut(value, OPTION_VALUE)} for value, label in one.options[:OPTIONS]
    ]
    chosen = next((option for option in options if option["value"] == one.value), None)
    element = {"type": "radio_buttons", "action_id": VALUE, "options": options}
    element |= {"initial_option": chosen} if chosen else {}
    return field(one.name, one.label, element, optional=not one.required)


def waiting(place: Place) -> Json:
    """While the verdict is found."""
    return modal(say(labels.YOUR_ANSWER), [paragraph(text(say(labels.JUDGING)))], Slip(place=place))
