"""The form in which a question is written, and how the mistakes in it are said."""

from collections.abc import Iterable, Mapping

from bot.core import deskwords
from bot.core.contributions import FILE, KINDS, Mistake
from bot.core.forms import Field, Form
from bot.core.languages import say
from bot.core.retelling import of_questions

MOST_CHARS = 3000
"""Of a field: what every chat's form takes."""
MOST_MISTAKES = 12


def form(name: str, title: str, values: Mapping[str, str], *, about: str = "") -> Form:
    """The form, filled in as far as something is known; of a whole file it has a single field."""
    if values.get(FILE):
        whole = Field(name=FILE, label=say(deskwords.FILE), value=values[FILE], lines=True, most=MOST_CHARS)
        return Form(name=name, title=title, fields=(whole,), about=about, submit=say(deskwords.SEND))
    kinds = tuple((kind, say(deskwords.KINDS[kind])) for kind in KINDS)
    fields = (
        Field(name="kind", label=say(deskwords.KIND), value=values.get("kind", "output"), options=kinds),
        _lines("prompt", deskwords.PROMPT, deskwords.PROMPT_HINT, values),
        _lines("program", deskwords.PROGRAM, deskwords.PROGRAM_HINT, values, required=False),
        _lines("answer", deskwords.ANSWER, deskwords.ANSWER_HINT, values, required=False),
        _lines("why", deskwords.WHY, deskwords.WHY_HINT, values, required=False),
    )
    return Form(name=name, title=title, fields=fields, about=about, submit=say(deskwords.SEND))


def fits(values: Mapping[str, str]) -> bool:
    """Whether what was written can be shown in the form."""
    return all(len(text) <= MOST_CHARS for text in values.values())


def _lines(name: str, label: str, hint: str, values: Mapping[str, str], *, required: bool = True) -> Field:
    return Field(
        name=name,
        label=say(label),
        hint=say(hint),
        value=values.get(name, ""),
        lines=True,
        required=required,
        most=MOST_CHARS,
    )


def told(mistakes: Iterable[Mistake]) -> tuple[str, ...]:
    """A sentence each."""
    return tuple(map(_told, tuple(mistakes)[:MOST_MISTAKES]))


def _told(one: Mistake) -> str:
    text, fix = of_questions(one.text), of_questions(one.fix)
    if place := _place(one):
        return say(deskwords.MISTAKE, place=place, text=text, fix=fix)
    return say(deskwords.MISTAKE_AT_ALL, text=f"{text[:1].upper()}{text[1:]}", fix=fix)


def _place(one: Mistake) -> str:
    if one.field:
        field = say(deskwords.FIELDS[one.field])
        return say(deskwords.PLACE_FIELD, field=field, line=one.line) if one.line else field
    return say(deskwords.PLACE_LINE, line=one.line) if one.line else ""
