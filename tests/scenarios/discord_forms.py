"""Filling in a Discord modal with what is typed on other chats."""

from bot.chats.discord.editors import ERROR, PICK
from tests.loopback.discord import Person
from tests.loopback.discord.errors import Json
from tests.loopback.discord.modals import OpenModal


def fill(person: Person, said: str) -> None:
    """`FIELD: …` of the form they were given, by the field's name; options by their values."""
    assert person.modal is not None, "no form is open"
    name, _, text = said.partition(":")
    label = next(one for one in person.modal.labels if person.modal.field(one)["custom_id"] == name)
    field = person.modal.field(label)
    person.modal.fill({label: _label_of(field, text.strip()) if "options" in field else text.strip()})


def write(modal: OpenModal, said: str) -> OpenModal:
    """An answer, in a question's own editor."""
    first, *others = modal.labels
    field = modal.field(first)
    if field["custom_id"] == PICK:
        picked = [_label_of(field, str("abcdefgh".index(letter))) for letter in said.replace(",", " ").split()]
        return modal.fill({first: picked})
    if field["custom_id"] == ERROR:
        error, _, line = said.partition(" line ")
        return modal.fill({first: error, others[0]: line})
    return modal.fill({first: said})


def _label_of(field: Json, value: str) -> str:
    return next(str(one["label"]) for one in field["options"] if one["value"] == value)
