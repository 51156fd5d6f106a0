"""The doctor finds what is wrong with Slack and says what to do."""

from dataclasses import replace

from bot.chats.slack.examining import Check, examine
from bot.core.messages import Note, View
from bot.testing.views import VIEWS
from tests.chats.slack.rooms import config_for
from tests.loopback.slack import Slack, faults


async def looked(slack: Slack, transport: str = "socket", views: dict[str, View] | None = None) -> dict[str, Check]:
    found = await examine(config_for(slack, transport), slack.clock, views or VIEWS)
    return {one.name: one for one in found}


def fit(slack: Slack) -> Slack:
    from bot.chats.slack.scopes import SCOPES

    slack.installation.scopes = SCOPES
    return slack


async def test_a_slack_that_is_as_it_should_be(slack: Slack) -> None:
    found = await looked(fit(slack))
    assert all(one.held for one in found.values()), found
    assert found["slack token"].detail == "askling in Study"
    assert found["slack line"].detail == "a socket said hello"
    assert found["slack blocks"].detail == f"{len(VIEWS)} views, all taken"
    assert not slack.links.open


async def test_it_changes_nothing(slack: Slack) -> None:
    await looked(fit(slack))
    assert {call.method for call in slack.calls} == {"auth.test", "apps.connections.open", "blocks.validate"}


async def test_a_bad_token_is_all_that_is_said(slack: Slack) -> None:
    slack.installation.dead = "token_revoked"
    found = await looked(slack)
    assert list(found) == ["slack token"]
    assert "its new tokens" in found["slack token"].detail


async def test_missing_and_needless_permissions_are_named(slack: Slack) -> None:
    fit(slack).installation.scopes -= {"files:write"}
    found = await looked(slack, views={"note": Note("hi")})
    assert "files:write are missing" in found["slack permissions"].detail
    slack.installation.scopes |= {"files:write", "admin"}
    found = await looked(slack, views={"note": Note("hi")})
    assert found["slack permissions"].held
    assert "admin are not needed" in found["slack permissions"].detail


async def test_a_line_that_says_nothing_is_found(slack: Slack) -> None:
    slack.faults.on("link", faults.refused())
    found = await looked(fit(slack), views={"note": Note("hi")})
    assert not found["slack line"].held
    slack.app.app_token += "-another"
    config = replace(config_for(slack, "socket"), app_token=slack.app.app_token[::-1])
    found = {one.name: one for one in await examine(config, slack.clock, {})}
    assert "does not accept the token" in found["slack line"].detail


async def test_http_needs_a_signing_secret(slack: Slack) -> None:
    found = await looked(fit(slack), "http", {"note": Note("hi")})
    assert found["slack line"].held
    bare = replace(config_for(slack, "http"), signing_secret="")
    found = {one.name: one for one in await examine(bare, slack.clock, {})}
    assert "docs/operators/slack.md" in found["slack line"].detail


async def test_a_view_that_slack_refuses_is_named(slack: Slack) -> None:
    slack.faults.on("blocks.validate", faults.error("invalid_blocks"))
    found = await looked(fit(slack), views={"note": Note("hi"), "other": Note("ho")})
    assert not found["slack blocks"].held
    assert found["slack blocks"].detail.startswith("note: ")


async def test_a_slack_without_a_judge_is_no_fault(slack: Slack) -> None:
    slack.faults.on("blocks.validate", faults.error("unknown_method"))
    found = await looked(fit(slack))
    assert found["slack blocks"].held
