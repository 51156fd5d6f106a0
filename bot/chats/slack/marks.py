"""What a button or a form of ours carries, to know again what it was for: short JSON, never a secret."""

import json
from dataclasses import dataclass

from bot.chats.slack.limits import ACCESSIBLE, BUTTON, VALUE, cut
from bot.chats.slack.rich import Json, plain
from bot.core.pages import Action, Style
from bot.quiz.ids import Place, RoundId

EDIT = "edit"
"""Not a command: open the editor, for one of EDITS. With anything else behind it, it is the command `edit s12`."""
EDITS = ("", "run", "sprint")
"""What an editor that a button opens is for; empty for an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A wish: a command by its name, or `edit`, and for which question."""

    name: str
    text: str = ""
    """What follows the command's name; with `edit`, what the editor is for."""
    round: RoundId | None = None

    def dumps(self) -> str:
        """For a button's value."""
        return cut(json.dumps([self.name, self.text, self.round], ensure_ascii=False), VALUE)


def mark(value: str) -> Mark:
    """Read a button's value back.

    Raises:
        ValueError: it is none of ours.
    """
    match json.loads(value):
        case [str(name), str(text), int() | None as number]:
            return Mark(name=name, text=text, round=None if number is None else RoundId(number))
        case _:
            raise ValueError("no mark of ours")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What a modal or a home keeps for us while it is open (`private_metadata`)."""

    place: Place
    form: str = ""
    """The name of the form; empty for a question's own editor."""
    about: str = ""
    round: RoundId | None = None
    to: str = ""
    """What an editor is for."""

    def dumps(self) -> str:
        """As text."""
        return json.dumps([self.place, self.form, self.about, self.round, self.to], ensure_ascii=False)


def slip(text: str) -> Slip | None:
    """Read it back; None when it is none of ours."""
    try:
        kept = json.loads(text or "null")
    except ValueError:
        return None
    match kept:
        case [str(place), str(form), str(about), int() | None as number, str(to)]:
            at = None if number is None else RoundId(number)
            return Slip(place=Place(place), form=form, about=about, round=at, to=to)
        case _:
            return None


def button(label: str, wish: Mark, *, style: Style = Style.PLAIN, spoken: str = "") -> Json:
    """A button; `spoken` is what a screen reader says instead of its label."""
    return {
        "type": "button",
        "action_id": "",
        "text": plain(label, BUTTON),
        "value": wish.dumps(),
        **({} if style is Style.PLAIN else {"style": style.value}),
        **({"accessibility_label": cut(spoken, ACCESSIBLE)} if spoken else {}),
    }


def pressed(action: Action, *, round: RoundId | None = None) -> Json:  # noqa: A002 - the noun's own word
    """The button of an action."""
    return button(action.label, Mark(name=action.name, text=action.text, round=round), style=action.style)


def row(*buttons: Json) -> Json:
    """Buttons side by side, each with an id of its own in the row."""
    numbered = [one | {"action_id": f"do:{at}"} for at, one in enumerate(buttons)]
    return {"type": "actions", "elements": numbered}
