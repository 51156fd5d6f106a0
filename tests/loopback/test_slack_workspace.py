"""Tokens, scopes, members, files and installations of the loopback Slack, through the real slack_sdk."""

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from tests.loopback.refusals import refusal
from tests.loopback.slack import App, Kind, Slack
from tests.loopback.slack.judges.documents import method, needs_documents
from tests.loopback.slack.rates import TIERS

# slack_sdk 3.48 sends client_id and client_secret by a class of aiohttp that aiohttp 3.14 wants to be rid of.
BASIC_AUTH = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")


async def test_a_token_is_known_or_refused(slack: Slack, client: AsyncWebClient) -> None:
    who = await client.auth_test()
    assert (who["user_id"], who["team_id"]) == (slack.installation.user, slack.home.id)
    assert "chat:write" in who.headers["x-oauth-scopes"].split(",")
    strange = AsyncWebClient(token=slack.installation.token + "0", base_url=slack.base_url)
    assert await refusal(strange.auth_test()) == "invalid_auth"
    assert await refusal(AsyncWebClient(base_url=slack.base_url).auth_test()) == "not_authed"
    app = AsyncWebClient(token=slack.app.app_token, base_url=slack.base_url)
    assert await refusal(app.auth_test()) == "not_allowed_token_type"
    assert await refusal(client.apps_connections_open(app_token=slack.installation.token)) == "not_allowed_token_type"
    assert await refusal(client.api_call("quiz.post")) == "unknown_method"


@pytest.mark.parametrize("error", ["token_revoked", "account_inactive", "token_expired", "org_login_required"])
async def test_a_token_can_die(slack: Slack, client: AsyncWebClient, error: str) -> None:
    slack.installation.dead = error
    assert await refusal(client.auth_test()) == error


async def test_a_scope_that_was_not_granted_is_named(slack: Slack, client: AsyncWebClient) -> None:
    slack.installation.scopes = frozenset({"users:read"})
    assert await refusal(client.chat_postMessage(channel=slack.general.id, text="x")) == "missing_scope"
    assert slack.calls[-1].answer["needed"] == "chat:write"
    assert slack.calls[-1].answer["provided"] == "users:read"


async def test_scopes_are_written_down_as_they_are_needed_by_the_kind_of_conversation(
    slack: Slack, client: AsyncWebClient
) -> None:
    secret = slack.channel("secret", kind=Kind.PRIVATE)
    await client.conversations_history(channel=slack.general.id)
    await client.conversations_info(channel=secret.id)
    assert slack.scopes_used == {"channels:history", "groups:read"}


async def test_members_have_zones_and_kinds(slack: Slack, client: AsyncWebClient) -> None:
    ana = slack.person("Ana", tz="Asia/Kolkata", locale="de-DE", admin=True)
    told = (await client.users_info(user=ana.id, include_locale=True))["user"]
    assert (told["tz"], told["tz_offset"], told["locale"], told["is_admin"]) == ("Asia/Kolkata", 19800, "de-DE", True)
    ana.user.tz = ""
    assert "tz" not in (await client.users_info(user=ana.id))["user"]
    guest = slack.person("Gus", guest=True)
    gone = slack.person("Gone")
    gone.user.deleted = True
    stranger = slack.person("Stan", stranger=True)
    listed = {one["id"]: one for one in (await client.users_list())["members"]}
    assert listed[guest.id]["is_restricted"]
    assert listed[gone.id]["deleted"]
    assert listed[stranger.id]["team_id"] != slack.home.id
    assert "is_stranger" not in listed[stranger.id]  # they share a channel with the app
    slack.general.members.discard(stranger.id)
    assert (await client.users_info(user=stranger.id))["user"]["is_stranger"]
    assert listed[slack.installation.user]["is_bot"]
    assert await refusal(client.users_info(user="U000")) == "user_not_found"
    assert await refusal(client.conversations_open(users=gone.id)) == "user_disabled"


async def test_who_is_in_a_channel_a_group_and_a_team(slack: Slack, client: AsyncWebClient) -> None:
    ana = slack.person("Ana")
    slack.home.groups["S0000000001"] = [ana.id]
    members = await client.conversations_members(channel=slack.general.id)
    assert ana.id in members["members"]
    group = await client.usergroups_users_list(usergroup="S0000000001")
    assert group["users"] == [ana.id]
    assert await refusal(client.usergroups_users_list(usergroup="S1")) == "no_such_subteam"
    assert (await client.team_info())["team"]["domain"] == "study"


async def test_a_file_is_uploaded_shared_and_fetched_with_the_token_only(slack: Slack, client: AsyncWebClient) -> None:
    ana = slack.person("Ana")
    done = await client.files_upload_v2(
        channel=slack.general.id, content="print(1)", filename="a.py", alt_txt="a program", initial_comment="Look"
    )
    assert ana.reads() == "Look"
    url = done["files"][0]["url_private_download"]
    async with aiohttp.ClientSession() as session:
        async with session.get(url, headers={"Authorization": f"Bearer {slack.installation.token}"}) as response:
            assert await response.text() == "print(1)"
        async with session.get(url) as response:
            assert response.content_type == "text/html"
    assert {"files:write", "files:read"} <= slack.scopes_used


@BASIC_AUTH
async def test_a_code_becomes_a_token_once(slack: Slack) -> None:
    other = slack.install(slack.workspace("Other", "other"))
    code = slack.approve(other)
    anybody = AsyncWebClient(base_url=slack.base_url)
    mine = {"client_id": slack.app.client_id, "client_secret": slack.app.client_secret}
    granted = await anybody.oauth_v2_access(**mine, code=code)
    assert (granted["access_token"], granted["team"]["id"]) == (other.token, other.workspace.id)
    assert await refusal(anybody.oauth_v2_access(**mine, code=code)) == "invalid_code"
    wrong = mine | {"client_secret": "guessed"}
    assert await refusal(anybody.oauth_v2_access(**wrong, code="x")) == "bad_client_secret"


@BASIC_AUTH
async def test_a_token_that_rotates_is_replaced_once(slack: Slack, client: AsyncWebClient) -> None:
    slack.installation.refresh_token = "xoxe-1-first"
    mine = {"client_id": slack.app.client_id, "client_secret": slack.app.client_secret}
    renew = {**mine, "grant_type": "refresh_token", "refresh_token": "xoxe-1-first"}
    granted = await client.oauth_v2_access(**renew)
    assert await refusal(client.auth_test()) == "token_expired"
    assert (await AsyncWebClient(token=granted["access_token"], base_url=slack.base_url).auth_test())["ok"]
    assert await refusal(client.oauth_v2_access(**renew)) == "invalid_refresh_token"


async def test_two_teams_have_their_own_tokens_and_never_see_each_other(slack: Slack, client: AsyncWebClient) -> None:
    elsewhere = slack.install(slack.workspace("Other", "other"))
    there = slack.channel("general", workspace=elsewhere.workspace)
    assert await refusal(client.chat_postMessage(channel=there.id, text="x")) == "channel_not_found"
    theirs = AsyncWebClient(token=elsewhere.token, base_url=slack.base_url)
    await theirs.chat_postMessage(channel=there.id, text="x")
    assert slack.general.messages == []


def test_a_manifest_says_what_an_app_has() -> None:
    app = App.of(
        {
            "display_information": {"name": "quizzy"},
            "features": {
                "slash_commands": [{"command": "/py", "description": "Quiz"}],
                "shortcuts": [{"name": "Suggest", "type": "global", "callback_id": "s", "description": "x"}],
            },
            "oauth_config": {"scopes": {"bot": ["commands"]}},
            "settings": {"event_subscriptions": {"bot_events": ["app_mention"]}},
        }
    )
    assert app.name == "quizzy"
    assert [*app.commands, *app.scopes, *app.events] == ["/py", "commands", "app_mention"]
    assert app.shortcuts[0].callback_id == "s"


@needs_documents
def test_rate_limits_are_those_that_are_documented() -> None:
    said = {name: (method(name) or {})["rate_limits"] for name in TIERS}
    assert said == {name: f"t{tier}" for name, tier in TIERS.items()}
