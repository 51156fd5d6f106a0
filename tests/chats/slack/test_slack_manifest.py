"""The app asks for what it uses, and for nothing else."""

from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
import yaml

from bot.chats.slack.manifest import creation_link
from bot.chats.slack.scopes import SCOPES
from bot.core.messages import Answer, Deed, Note, Show
from bot.core.pages import Document
from bot.quiz.ids import Address, Place
from bot.testing.questions import a_coding
from tests.chats.slack.rooms import TRANSPORTS, Room, running
from tests.loopback.slack import App, Kind, Person, Slack, faults, judged
from tests.loopback.slack.judges.manifests import NEEDS, manifest_objections
from tests.loopback.slack.wire import Json

ROOT = Path(__file__).parents[3]
MANIFEST: Json = yaml.safe_load((ROOT / "bot/chats/slack/manifest.yaml").read_text("utf-8"))
PAGE = (ROOT / "docs/operators/slack.md").read_text("utf-8")


@pytest.fixture
async def slack() -> AsyncIterator[Slack]:
    """A Slack on which the app is what the manifest makes of it."""
    async with judged(Slack(app=App.of(MANIFEST))) as server:
        yield server


def test_slack_would_take_the_manifest() -> None:
    assert manifest_objections(MANIFEST) == []


def test_the_code_and_the_manifest_name_the_same_scopes() -> None:
    assert set(MANIFEST["oauth_config"]["scopes"]["bot"]) == SCOPES


def test_the_page_for_operators_explains_every_scope() -> None:
    assert [scope for scope in sorted(SCOPES) if f"`{scope}`" not in PAGE] == []


def test_the_link_of_the_page_makes_the_app_of_the_manifest() -> None:
    link = creation_link()
    assert f"({link})" in PAGE, "renew it: python -m bot.chats.slack.manifest"
    held = parse_qs(urlparse(link).query)
    assert held["new_app"] == ["1"]
    assert yaml.safe_load(held["manifest_yaml"][0]) == MANIFEST


@pytest.mark.parametrize("transport", TRANSPORTS)
async def test_every_scope_is_used_and_nothing_else_is_needed(transport: str, slack: Slack) -> None:
    ada, ben = slack.person("Ada", admin=True), slack.person("Ben")
    async with running(Room(slack, a_coding(), transport=transport)) as room:
        await room.begins(ada)
        await hands_in_a_file(ben)
        await uses_every_way(slack, ben)
        address = Address(f"slack:{slack.home.id}:{ben.id}")
        await room.chat.present(room.place, address)
        await room.chat.publish(await room.chat.private(address), Note("hi"), key="p")
        await in_a_private_channel(slack, room, address)
    await is_given_a_file(slack, ben, transport)
    assert [call.method for call in slack.calls if call.answer.get("error") == "missing_scope"] == []
    assert slack.scopes_used | delivered(slack) == SCOPES


async def hands_in_a_file(who: Person) -> None:
    await who.presses("Answer", on=await who.sees("Prompt of double"))
    await who.sees_modal("Or a file")
    await who.attaches("Or a file, if it is long", "double.py", b"def double(x):\n    return x + x\n")
    await who.submits()
    await who.sees_modal("✓ Right")
    await who.closes()


async def uses_every_way(slack: Slack, who: Person) -> None:
    """The home, a shortcut, a message, a mention, a way back that is closed."""
    await who.opens_home()
    await who.sees_home("rank 1")
    who.goes(slack.general)
    await who.shortcut("Suggest a quiz question")
    await who.sees_modal("Suggest")
    await who.closes()
    message = await who.says("What is `1 < 2`?")
    await who.shortcut("Suggest as question", on=message)
    await who.sees_modal("Suggest")
    await who.closes()
    await who.says("@askling help")
    await who.sees("the leaderboard")
    await who.opens_direct()
    await who.says("me")
    await who.sees("rank 1")
    who.goes(slack.general)
    slack.faults.on("response_url", faults.broken())
    await who.presses("My progress", on=await who.sees("Prompt of double"))
    await who.sees("Around you")


async def in_a_private_channel(slack: Slack, room: Room, address: Address) -> None:
    den = slack.channel("den", kind=Kind.PRIVATE)
    place = Place(f"slack:{slack.home.id}:{den.id}")
    assert list(await room.chat.lacks(place)) == []
    await room.chat.publish(place, Note("one"), key="k")
    await room.chat.present(place, address)


async def is_given_a_file(slack: Slack, who: Person, transport: str) -> None:
    async def gives(_deed: Deed) -> Answer:
        return Show(Document(name="mine.json", content="{}", text="Everything I know of you."))

    async with running(Room(slack, transport=transport, hear=gives)):
        await who.types("/quiz privacy export")
        await who.sees("Everything I know of you.", await who.opens_direct())


def delivered(slack: Slack) -> set[str]:
    """The scopes without which what people did would not have come to us."""
    events = {one["payload"].get("event", {}).get("type") for one in slack.sent}
    channels = {f"message.{one['payload'].get('event', {}).get('channel_type')}" for one in slack.sent}
    needed = {NEEDS[one] for one in events | channels if one in NEEDS}
    return needed | ({"commands"} if any(one["type"] == "slash_commands" for one in slack.sent) else set())
