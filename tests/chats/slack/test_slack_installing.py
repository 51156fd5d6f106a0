"""People install the bot in workspaces of their own, and each is served with its own token."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from urllib.parse import parse_qs, urlparse

import aiohttp
import pytest

from bot.chats.slack.scopes import SCOPES
from tests.chats.slack.rooms import TRANSPORTS, Room, running
from tests.loopback.slack import Ack, Installation, Person, Slack

pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")  # slack_sdk, of aiohttp


@pytest.fixture(params=TRANSPORTS)
async def room(slack: Slack, request: pytest.FixtureRequest) -> AsyncIterator[Room]:
    """A bot that has no token of its own."""
    one = Room(slack, transport=request.param)
    one.config = replace(one.config, bot_token="", client_id=slack.app.client_id, client_secret=slack.app.client_secret)
    async with running(one):
        yield one


class Browser:
    """Somebody who installs an app."""

    def __init__(self, room: Room) -> None:
        assert room.chat.door is not None
        self.base = f"http://127.0.0.1:{room.chat.door.port}"
        self.session = room.slack.session
        self.cookie = ""
        self.state = ""

    async def begins(self) -> dict[str, list[str]]:
        """Opens the page, and is sent to Slack; what Slack is told."""
        async with self.session.get(f"{self.base}/slack/install", allow_redirects=False) as page:
            assert page.status == 302
            self.cookie = page.headers["Set-Cookie"].partition(";")[0]
            told = parse_qs(urlparse(page.headers["Location"]).query)
        self.state = told["state"][0]
        return told

    async def ends(self, code: str, *, cookie: str | None = None) -> int:
        """Slack sends them back with a code."""
        headers = {"Cookie": self.cookie if cookie is None else cookie}
        params = {"code": code, "state": self.state}
        async with self.session.get(f"{self.base}/slack/oauth_redirect", params=params, headers=headers) as page:
            return page.status


def another(slack: Slack, name: str) -> tuple[Installation, Person]:
    """A workspace with a channel, and an admin in it."""
    made = slack.install(slack.workspace(name, name.lower()))
    slack.channel("general", workspace=made.workspace)
    who = slack.person(f"Admin of {name}", workspace=made.workspace, admin=True)
    who.goes(next(iter(made.workspace.channels.values())))
    return made, who


async def installed(room: Room, one: Installation) -> None:
    browser = Browser(room)
    await browser.begins()
    assert await browser.ends(room.slack.approve(one)) == 200


async def test_slack_is_asked_for_what_the_manifest_asks_for(room: Room) -> None:
    told = await Browser(room).begins()
    assert set(told["scope"][0].split(",")) == SCOPES
    assert told["client_id"] == [room.slack.app.client_id]


async def test_each_workspace_is_served_with_its_own_token_also_after_a_restart(room: Room, slack: Slack) -> None:
    (one, eve), (two, finn) = another(slack, "One"), another(slack, "Two")
    await installed(room, one)
    await installed(room, two)
    await room.restarts()
    for who in (eve, finn):
        await who.types("/quiz setup daily 09:00 UTC")
        await who.sees("daily 09:00 UTC")
        await who.types("/quiz post")
        await who.sees("Prompt of choice")
    assert {call.token for call in slack.called("chat.postMessage")} == {one.token, two.token}
    assert len(await room.world.agenda.communities()) == 2


async def test_a_workspace_that_removed_the_bot_is_forgotten(room: Room, slack: Slack) -> None:
    one, eve = another(slack, "One")
    await installed(room, one)
    assert await room.day.store.installation("slack", one.workspace.id) is not None
    await slack.happens({"type": "tokens_revoked", "tokens": {"oauth": ["U1"], "bot": []}}, by=one)
    assert await room.day.store.installation("slack", one.workspace.id) is not None
    await slack.happens({"type": "app_uninstalled"}, by=one)
    assert await room.day.store.installation("slack", one.workspace.id) is None
    assert isinstance(await eve.types("/quiz today"), Ack)


async def test_nobody_ends_what_somebody_else_began(room: Room, slack: Slack) -> None:
    one, _ = another(slack, "One")
    browser = Browser(room)
    await browser.begins()
    assert await browser.ends(slack.approve(one), cookie="slack-app-oauth-state=guessed") == 400
    assert await room.day.store.installation("slack", one.workspace.id) is None


async def test_an_installation_can_be_ended_once_and_in_time(room: Room, slack: Slack) -> None:
    one, _ = another(slack, "One")
    browser = Browser(room)
    await browser.begins()
    assert await browser.ends(slack.approve(one)) == 200
    assert await browser.ends(slack.approve(one)) == 401
    await browser.begins()
    await room.passes(timedelta(minutes=11).total_seconds())
    assert await browser.ends(slack.approve(one)) == 401


async def test_a_wrong_code_installs_nothing(room: Room) -> None:
    browser = Browser(room)
    await browser.begins()
    assert await browser.ends("no-such-code") == 401


async def test_the_door_beside_sockets_takes_no_requests_of_slacks(slack: Slack) -> None:
    one = Room(slack)
    one.config = replace(one.config, client_id=slack.app.client_id, client_secret=slack.app.client_secret)
    async with running(one):
        browser = Browser(one)
        with pytest.raises(aiohttp.ClientResponseError, match="404"):
            async with slack.session.post(f"{browser.base}/slack/events", data=b"{}", raise_for_status=True):
                pass
