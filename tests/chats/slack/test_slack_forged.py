"""What only moderators may, typed by a plain member, or made up as a button or a form: refused, and nothing changes."""

import copy
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

import pytest

from bot.chats.slack import inbox
from bot.chats.slack.marks import EDIT, Mark, Slip
from bot.core.messages import Command, WantsEditor
from bot.core.messages import Person as Doer
from bot.core.rehearsing import _number as rehearsal_of
from bot.quiz.ids import Address, Place, QuestionId
from bot.testing.questions import a_choice
from tests.chats.slack.rooms import Room, running
from tests.core.test_permissions import COMMANDS, FORMS, Row
from tests.loopback.slack import Person, Slack
from tests.loopback.slack.wire import Json
from tests.scenarios.payloads import of_slack

FORBIDDEN = "Only a moderator can do that here."
PREVIEWED = rehearsal_of(QuestionId("choice"))
OURS = [row for row in COMMANDS if row.for_moderators]
NAMES = [f"{at} {row}" for at, row in enumerate(OURS)]


@dataclass
class Forger:
    """A plain member at a keyboard that sends whatever it likes."""

    room: Room
    slack: Slack
    ben: Person

    async def refused(self, does: Callable[[], Awaitable[object]]) -> None:
        """They are told so, alone, and nothing is written down."""
        before = copy.deepcopy(vars(self.room.day.store))
        calls, acks = len(self.slack.calls), len(self.slack.deliveries.acks)
        await does()
        await self.slack.until(lambda: any(FORBIDDEN in one.text for one in of_slack(self.slack, calls, acks)))
        sent = of_slack(self.slack, calls, acks)
        assert all(one.to is not None for one in sent if FORBIDDEN in one.text), sent
        assert vars(self.room.day.store) == before

    async def again(self, payload: Json) -> None:
        """Deliver a payload as if it were new."""
        payload["trigger_id"] = self.slack.triggers.new(self.ben.id)
        for number, action in enumerate(payload.get("actions", ())):
            action["action_ts"] = f"{float(action['action_ts']) + 60 + number:.6f}"
        await self.slack.deliveries.patient("interaction", payload)

    def last(self, kind: str, on: str = "") -> Json:
        """The latest payload of a kind, to be made another of."""
        known = [one["payload"] for one in self.slack.sent if one["payload"].get("type") == kind]
        return copy.deepcopy([one for one in known if on in (one.get("view") or {"type": ""})["type"]][-1])


@pytest.fixture
async def forger(slack: Slack, ada: Person, ben: Person) -> AsyncIterator[Forger]:
    async with running(Room(slack, a_choice())) as room:
        await room.begins(ada)
        await ben.presses("Hint", on=await ben.sees("Prompt of choice"))
        await ben.sees("first hint")
        yield Forger(room, slack, ben)


@pytest.mark.parametrize("row", [row for row in OURS if not row.round], ids=str)
async def test_a_member_who_types_it(forger: Forger, row: Row) -> None:
    await forger.refused(lambda: forger.ben.types(f"/quiz {row.name} {row.text}"))
    await forger.refused(lambda: forger.ben.types(f"/quiz admin {row.name} {row.text}"))


def _marks() -> list[Mark]:
    marks = [Mark(name=row.name, text=row.text, round=PREVIEWED if row.round else None) for row in OURS]
    return [*marks, Mark(name=EDIT, round=PREVIEWED)]


@pytest.mark.parametrize("wish", _marks(), ids=lambda one: f"{one.name} {one.text[:20]}")
async def test_a_made_up_button_on_a_message(forger: Forger, wish: Mark) -> None:
    payload = forger.last("block_actions")
    payload["actions"][0]["value"] = wish.dumps()
    await forger.refused(lambda: forger.again(payload))


async def test_a_made_up_button_on_the_home(forger: Forger) -> None:
    await forger.ben.opens_home()
    await forger.slack.until(lambda: forger.ben.home_text)
    await forger.ben.presses("Today")
    home = forger.last("block_actions", "home")
    for number, wish in enumerate(_marks()):
        payload = copy.deepcopy(home)
        payload["actions"][0] |= {"value": wish.dumps(), "action_id": f"do:{number}"}
        await forger.refused(lambda payload=payload: forger.again(payload))  # type: ignore[misc]


def test_an_editor_is_told_from_the_command_that_is_called_like_it() -> None:
    who, place = Doer(address=Address("slack:T1:U1"), name="mo", moderator=True), Place("slack:T1:C1")

    def pressed(text: str) -> object:
        value = Mark(name=EDIT, text=text).dumps()
        return inbox.pressed({"actions": [{"type": "button", "value": value}]}, who, place)

    assert pressed("run") == WantsEditor(who=who, place=place, to="run")
    assert pressed("") == WantsEditor(who=who, place=place)
    assert pressed("s12") == Command(who=who, place=place, name="edit", text="s12")


def _slips(place: Place) -> list[tuple[Slip, dict[str, str]]]:
    forms = [
        (Slip(place=place, form=one.name, about=one.about), dict(one.values)) for one in FORMS if one.for_moderators
    ]
    return [*forms, (Slip(place=place, round=PREVIEWED, to="answer"), {"written": "a"})]


async def _submission(forger: Forger) -> Json:
    await forger.ben.presses("Answer", on=await forger.ben.sees("Prompt of choice"))
    await forger.ben.sees_modal("Choose one")
    await forger.ben.chooses("option 1")
    await forger.ben.submits()
    await forger.ben.sees_modal("Not yet")
    return forger.last("view_submission")


async def test_made_up_forms(forger: Forger) -> None:
    sent = await _submission(forger)
    for kept, values in _slips(forger.room.place):
        payload = copy.deepcopy(sent)
        payload["view"] |= _filled(kept, values)
        await forger.refused(lambda payload=payload: forger.again(payload))  # type: ignore[misc]


async def test_an_admin_of_one_workspace_moderates_no_other_whatever_a_form_remembers(
    forger: Forger, ada: Person
) -> None:
    admin = Forger(forger.room, forger.slack, ada)
    sent = await _submission(admin)
    for kept, values in _slips(Place("slack:T0OTHER:C0OTHER")):
        payload = copy.deepcopy(sent)
        payload["view"] |= _filled(kept, values)
        await admin.refused(lambda payload=payload: admin.again(payload))  # type: ignore[misc]


def _filled(kept: Slip, values: dict[str, str]) -> Json:
    state = {name: {"it": {"type": "plain_text_input", "value": text}} for name, text in values.items()}
    return {"private_metadata": kept.dumps(), "state": {"values": state}}
