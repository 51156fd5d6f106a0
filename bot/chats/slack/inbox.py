"""From what Slack delivers to deeds: pure. What is none of ours is None."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace

from bot.chats.slack.editors import BLANK, LINE, PICKED, SPOTTED, TRY, WRITTEN
from bot.chats.slack.marks import EDIT, EDITS, Mark, Slip, mark
from bot.chats.slack.quotes import straight
from bot.chats.slack.rich import Json
from bot.chats.slack.verdicts import GRADE, TICKS
from bot.core.messages import ANSWER, Command, Deed, Filled, Person, Submission, WantsEditor
from bot.quiz.answers import Answer as QuizAnswer
from bot.quiz.answers import Claimed, Picked
from bot.quiz.answers import Filled as FilledBlanks
from bot.quiz.ids import Address, Place, SubmissionId

_LINK = re.compile(r"<(?:https?://|mailto:|tel:)[^|>\s]+\|([^>]*)>|<((?:https?://|mailto:|tel:)[^|>\s]+)>")
_LETTERS = re.compile(r"(?:[A-Za-z]|\d)(?:[\s,]+(?:[A-Za-z]|\d))*")
_ADMIN = ("admin", "quiz-admin", "/quiz-admin")
_CODED = ("answer", "run", "rekey", "sprint")
"""Words behind which code may stand."""


def place_of(team: str, channel: str) -> Place:
    """A channel's name among places."""
    return Place(f"slack:{team}:{channel}")


def address_of(team: str, user: str) -> Address:
    """A person's name among addresses."""
    return Address(f"slack:{team}:{user}")


def known_at(place: Place, who: Person) -> Person:
    """Somebody as they are in a place that a view of ours remembers: who moderates one workspace moderates no other."""
    same = place.split(":")[:2] == who.address.split(":")[:2]
    return who if same else replace(who, moderator=False)


def id_of(team: str, *parts: str) -> SubmissionId:
    """Of an answer: Slack's own names of what carried it."""
    return SubmissionId(":".join(["slack", team, *parts]))


def unescaped(text: str) -> str:
    """What was typed: Slack escapes three characters, and makes links of whatever looks like one."""
    text = _LINK.sub(lambda found: found[1] or found[2] or "", text)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def without_mention(text: str) -> str:
    """What was said behind `@askling`."""
    return re.sub(r"^\s*<@\w+(?:\|[^>]*)?>[\s,:]*", "", text)


def said(text: str, who: Person, place: Place, id: SubmissionId) -> Deed:  # noqa: A002 - the noun's own word
    """A line: `board week`, `answer b`, `admin queue`, a letter, or a fenced block alone."""
    text = unescaped(text).strip()
    word, rest = _first(text)
    if word in _ADMIN:
        text = rest
        word, rest = _first(rest)
    if text.startswith("```") or (_LETTERS.fullmatch(text) and len(word.rstrip(",")) == 1):
        return Submission(id=id, who=who, place=place, answer=straight(text))
    if word == "answer" and rest:
        return Submission(id=id, who=who, place=place, answer=straight(rest))
    if word == "run" and not rest:
        return WantsEditor(who=who, place=place, to="run")
    rest = straight(rest) if word in _CODED else rest
    name = {"": "today", "?": "help"}.get(word, word)
    return Command(who=who, place=place, name=name, text=rest)


def _first(text: str) -> tuple[str, str]:
    parts = text.split(maxsplit=1)
    word = parts[0].casefold() if parts else ""
    return word, text[len(word) :].strip() if parts else ""


def pressed(body: Json, who: Person, place: Place) -> Deed | None:
    """A button of ours."""
    action = (body.get("actions") or [{}])[0]
    if action.get("type") != "button":
        return None
    with suppress(ValueError, TypeError):
        wish = mark(action.get("value", ""))
        return _wish(body, action, wish, who, place)
    return None


def _wish(body: Json, action: Json, wish: Mark, who: Person, place: Place) -> Deed:
    if wish.name == EDIT and wish.text in EDITS:
        return WantsEditor(who=who, place=place, round=wish.round, to=wish.text or ANSWER)
    view = body.get("view") or {}
    if wish.name == TRY and view.get("type") == "modal":  # elsewhere it is the command `try`
        number = id_of(who.address.split(":")[1], str(view.get("id")), str(body.get("trigger_id")))
        tried = answered(values_of(view))
        return Submission(id=number, who=who, place=place, answer=tried, round=wish.round, to="run")
    if wish.name == GRADE:
        claimed = Claimed(frozenset(int(one) for one in _ticked(body)))
        number = id_of(who.address.split(":")[1], str(action.get("action_ts") or body.get("trigger_id")), who.address)
        return Submission(id=number, who=who, place=place, answer=claimed, round=wish.round)
    return Command(who=who, place=place, name=wish.name, text=wish.text, round=wish.round)


def _ticked(body: Json) -> list[str]:
    state = (body.get("view") or body).get("state") or {}
    boxes = (state.get("values") or {}).get(TICKS, {}).get(TICKS, {})
    return [str(one["value"]) for one in boxes.get("selected_options") or []]


def submitted(view: Json, kept: Slip, who: Person, *, source: str | None = None) -> Deed:
    """A modal that was sent; `source` is what stood in the file that came with it."""
    team = who.address.split(":")[1]
    number = id_of(team, view["id"], str(view.get("hash", "")))
    values = values_of(view)
    if kept.form:
        filled = {name: one if isinstance(one, str) else " ".join(one) for name, one in values.items()}
        return Filled(id=number, who=who, place=kept.place, form=kept.form, about=kept.about, values=filled)
    answer = source if source is not None else answered(values)
    return Submission(id=number, who=who, place=kept.place, answer=answer, round=kept.round, to=kept.to)


def answered(values: Mapping[str, str | tuple[str, ...]]) -> str | QuizAnswer:
    """What a question's own editor says."""
    if PICKED in values:
        chosen = values[PICKED]
        return Picked(frozenset(int(one) for one in ((chosen,) if isinstance(chosen, str) else chosen) if one))
    if SPOTTED in values:
        return f"{values[SPOTTED]} line {values.get(LINE, '')}"
    blanks = [name for name in values if name.startswith(f"{BLANK}:")]
    if blanks:
        numbered = sorted(blanks, key=lambda name: int(name.rpartition(":")[2]))
        return FilledBlanks(tuple(straight(str(values[name])) for name in numbered))
    return straight(str(values.get(WRITTEN, "")))


def values_of(view: Json) -> dict[str, str | tuple[str, ...]]:
    """What stands in each field: text, or the values of what was chosen; files are left out."""
    out: dict[str, str | tuple[str, ...]] = {}
    for name, elements in _values(view).items():
        held = next(iter(elements.values()), {})
        if "selected_options" in held:
            out[name] = tuple(str(one["value"]) for one in held["selected_options"] or [])
        elif "selected_option" in held:
            out[name] = str((held["selected_option"] or {}).get("value", ""))
        elif held.get("type") != "file_input":
            out[name] = str(held.get("value") or "")
    return out


def _values(view: Json) -> dict[str, dict[str, Json]]:
    return (view.get("state") or {}).get("values") or {}


def files_of(view: Json) -> list[Json]:
    """The files that came with a modal."""
    held = [one for elements in _values(view).values() for one in elements.values()]
    return [file for one in held for file in one.get("files") or []]


def first_field(view: Json) -> str:
    """Where a correction is written: the first field of a modal."""
    return next((block["block_id"] for block in view.get("blocks", []) if block.get("type") == "input"), "")
