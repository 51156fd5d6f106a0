"""Buttons and forms that only moderators are given, made up by a learner: refused, and nothing changes."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest

from bot.chats.discord.tags import Editor, Open, Press, Sent, Tag, spelled
from bot.core.rehearsing import _number as rehearsal_of
from bot.quiz.ids import QuestionId
from tests.chats.discord.test_every_command import FORBIDDEN, Room, room
from tests.core.test_permissions import COMMANDS, FORMS
from tests.loopback.discord import Act
from tests.loopback.discord.interactions import Did, Interaction

__all__ = ["room"]
PREVIEWED = rehearsal_of(QuestionId("third"))


def buttons() -> Iterator[Tag]:
    """Every command of moderators as a button, on a card and on a page."""
    for row in COMMANDS:
        if row.for_moderators:
            number = PREVIEWED if row.round == "preview" else None
            yield Press(name=row.name, text=row.text[:40], round=number)
            yield Press(name=row.name, text=row.text[:40], round=number, page=True)
    yield Open(round=PREVIEWED)


def forms() -> Iterator[tuple[Tag, dict[str, str]]]:
    """Every form of moderators, filled in, and the editor of a preview."""
    for row in FORMS:
        if row.for_moderators:
            yield Sent(name=row.name, about=row.about), dict(row.values)
    yield Editor(round=PREVIEWED), {"text": "a"}


async def _answered(room: Room, did: Did, data: dict[str, Any], cause: Interaction | None = None) -> str:
    """What a learner is told for something that was on nobody's screen."""
    (public, *_) = room.stand.messages()
    begin = room.stand.server.interactions.begin
    forged = begin(did, room.ada.user, room.stand.daily, data, message=public, cause=cause)
    await room.stand.until(lambda: forged.replied is not None)
    return (await Act(forged, room.ada).answer()).text


@pytest.mark.parametrize("tag", list(buttons()), ids=spelled)
async def test_a_made_up_button_does_nothing(room: Room, tag: Tag) -> None:
    before, shown = copy.deepcopy(vars(room.store)), _public(room)
    assert FORBIDDEN in await _answered(room, Did.COMPONENT, {"component_type": 2, "custom_id": spelled(tag)})
    assert vars(room.store) == before
    assert _public(room) == shown


@pytest.mark.parametrize(("tag", "values"), list(forms()))
async def test_a_made_up_form_does_nothing(room: Room, tag: Tag, values: dict[str, str]) -> None:
    own = await room.ada.press("Answer")  # what she may open, and sends back as something else
    before, shown = copy.deepcopy(vars(room.store)), _public(room)
    parts = [{"type": 18, "component": {"type": 4, "custom_id": name, "value": text}} for name, text in values.items()]
    assert FORBIDDEN in await _answered(
        room, Did.MODAL, {"custom_id": spelled(tag), "components": parts}, own.interaction
    )
    assert vars(room.store) == before
    assert _public(room) == shown


def _public(room: Room) -> list[object]:
    return [one.components for one in room.stand.messages()]
