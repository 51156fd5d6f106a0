"""A modal on somebody's screen, with the rules their client keeps."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from tests.loopback.discord.choosing import Pick, chosen
from tests.loopback.discord.components import SELECTS, Kind, texts
from tests.loopback.discord.entities import Attachment
from tests.loopback.discord.errors import Json
from tests.loopback.discord.interactions import Did, Interaction
from tests.loopback.discord.rest.calls import Upload
from tests.loopback.discord.screens import NotThere

if TYPE_CHECKING:
    from tests.loopback.discord.acts import Act
    from tests.loopback.discord.people import Person

Value = str | bool | Upload | Pick | Sequence[str] | Sequence[Pick] | Sequence[Upload] | None


class OpenModal:
    """An open modal: labels, what was filled in, and a button to submit it."""

    def __init__(self, interaction: Interaction, person: "Person") -> None:
        assert interaction.modal
        self.interaction = interaction
        self.person = person
        self.title: str = interaction.modal["title"]
        self._tree: list[Json] = interaction.modal["components"]
        self._values: dict[str, Value] = {}

    @property
    def text(self) -> str:
        """Title, text displays, labels and their descriptions."""
        notes = [str(one[key]) for one in self._tree for key in ("label", "description") if one.get(key)]
        return "\n".join([self.title, *texts(self._tree), *notes])

    @property
    def labels(self) -> list[str]:
        return list(self._fields())

    def field(self, label: str) -> Json:
        """The component behind a label; NotThere when there is none."""
        fields = self._fields()
        if label not in fields:
            raise NotThere(f"the modal {self.title!r} has no {label!r}, only {list(fields)}")
        return fields[label]

    def options(self, label: str) -> list[str]:
        """Labels of the options behind a label."""
        return [one["label"] for one in self.field(label).get("options") or []]

    def _fields(self) -> dict[str, Json]:
        found: dict[str, Json] = {}
        for one in self._tree:
            if one["type"] == Kind.LABEL:
                found[one["label"]] = one["component"]
            for inner in one.get("components") or []:
                found[inner.get("label") or ""] = inner
        return found

    def fill(self, values: "dict[str, Value]") -> "OpenModal":
        """Fill in by label: text, an option's label, a list of labels, True or False, files.

        Raises:
            NotThere: the client refuses it: no such label or option, too long, too many.
        """
        for label, value in values.items():
            self._allowed(label, self.field(label), value)
            self._values[label] = value
        return self

    async def submit(self, *, wait: bool = True) -> "Act":
        """Press Submit; the modal closes when the bot answers, and stays open when it does not.

        Raises:
            NotThere: something required is empty or too short.
        """
        if self.person.modal is not self:
            raise NotThere(f"the modal {self.title!r} is no longer open")
        resolved: Json = {}
        tree = [self._submitted(one, resolved) for one in self._tree]
        data: Json = {"custom_id": (self.interaction.modal or {})["custom_id"], "components": tree}
        if resolved:
            data["resolved"] = resolved
        return await self.person.submitted(self, Did.MODAL, data, wait=wait)

    def dismiss(self) -> None:
        """Close it; the bot hears nothing."""
        self.person.modal = None

    def _submitted(self, one: Json, resolved: Json) -> Json:
        base = {"type": one["type"], "id": one["id"]}
        if one["type"] == Kind.LABEL:
            return base | {"component": self._value(one["label"], one["component"], resolved)}
        if one["type"] == Kind.ACTION_ROW:
            return base | {
                "components": [self._value(each.get("label") or "", each, resolved) for each in one["components"]]
            }
        return base

    def _value(self, label: str, field: Json, resolved: Json) -> Json:
        base = {"type": field["type"], "id": field["id"], "custom_id": field["custom_id"]}
        reader = _READERS[Kind(field["type"])]
        return base | reader(self, label, field, self._values.get(label), resolved)

    def _allowed(self, label: str, field: Json, value: Value) -> None:
        """What a client stops while one fills in."""
        if isinstance(value, str) and field["type"] == Kind.TEXT_INPUT:
            limit = field.get("max_length") or 4000
            if len(value) > limit:
                raise NotThere(f"{label!r} takes {limit} characters, not {len(value)}")
            if "\n" in value and field["style"] == 1:
                raise NotThere(f"{label!r} has one line only")
        if field["type"] in (Kind.RADIO_GROUP, Kind.CHECKBOX_GROUP, Kind.STRING_SELECT):
            chosen(field, _listed(value), self.person.server.world, {})
        if field["type"] == Kind.CHECKBOX and not isinstance(value, bool):
            raise NotThere(f"{label!r} is a checkbox: say True or False")


def _listed(value: Value) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, Sequence) and not isinstance(value, str) else [value]


def _text(modal: OpenModal, label: str, field: Json, value: Value, resolved: Json) -> Json:
    del modal, resolved
    text = str(value if value is not None else field.get("value") or "")
    if not text and field.get("required", True):
        raise NotThere(f"{label!r} is required")
    if text and len(text) < (field.get("min_length") or 0):
        raise NotThere(f"{label!r} needs {field['min_length']} characters")
    return {"value": text}


def _radio(modal: OpenModal, label: str, field: Json, value: Value, resolved: Json) -> Json:
    values = _several(modal, label, field, value, resolved)["values"]
    return {"value": values[0] if values else None}


def _several(modal: OpenModal, label: str, field: Json, value: Value, resolved: Json) -> Json:
    defaults = [one["value"] for one in field.get("options") or [] if one.get("default")]
    values = defaults if value is None else chosen(field, _listed(value), modal.person.server.world, resolved)
    if not values and field.get("required", True):
        raise NotThere(f"{label!r} is required")
    return {"values": values}


def _checkbox(modal: OpenModal, label: str, field: Json, value: Value, resolved: Json) -> Json:
    del modal, label, resolved
    return {"value": bool(field.get("default")) if value is None else bool(value)}


def _files(modal: OpenModal, label: str, field: Json, value: Value, resolved: Json) -> Json:
    files = [one for one in _listed(value) if isinstance(one, Upload)]
    least = field.get("min_values", 1) if field.get("required", True) else 0
    if not least <= len(files) <= field.get("max_values", 1):
        raise NotThere(f"{label!r} takes {least} to {field.get('max_values', 1)} files, not {len(files)}")
    kept: list[Attachment] = [modal.person.upload(one) for one in files]
    if kept:
        from tests.loopback.discord import payloads

        resolved.setdefault("attachments", {}).update({str(one.id): payloads.attachment(one) for one in kept})
    return {"values": [str(one.id) for one in kept]}


_READERS: dict[Kind, Callable[[OpenModal, str, Json, Value, Json], Json]] = {
    Kind.TEXT_INPUT: _text,
    Kind.RADIO_GROUP: _radio,
    Kind.CHECKBOX_GROUP: _several,
    Kind.CHECKBOX: _checkbox,
    Kind.FILE_UPLOAD: _files,
    **dict.fromkeys(SELECTS, _several),
}
