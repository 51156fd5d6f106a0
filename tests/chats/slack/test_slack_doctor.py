"""The doctor finds what is wrong with Slack and says what to do."""

from dataclasses import replace

from bot.chats.slack import Config, opened
from bot.core.messages import Note, View
from bot.testing.views import VIEWS
from tests.chats.slack.rooms import config_for
from tests.loopback.slack import Slack, faults


async def looked(
    slack: Slack, transport: str = "socket", views: dict[str, View] | None = None, config: Config | None = None
) -> dict[str, tuple[bool, str]]:
    async with opened(config or config_for(slack, transport), slack.clock) as chat:
        return {name: (held, told) for name, held, told in await chat.examine(views or VIEWS)}


def fit(slack: Slack) -> Slack:
    from bot.chats.slack.scopes import SCOPES

    slack.installation.scopes = SCOPES
    return slack


async def test_a_slack_that_is_as_it_should_be(slack: Slack) -> None:
    found = await looked(fit(slack))
    assert all(held for held, _ in found.values()), found
    assert found["token"][1] == "askling in Study"
    assert found["line"][1] == "a socket said hello"
    assert found["blocks"][1] == f"{len(VIEWS)} views, all taken"
    assert not slack.links.open


async def test_it_changes_nothing(slack: Slack) -> None:
    await looked(fit(slack))
    assert {call.method for call in slack.calls} == {"auth.test", "apps.connections.open", "blocks.validate"}


async def test_a_bad_token_is_all_that_is_said(slack: Slack) -> None:
    slack.installation.dead = "token_revoked"
    found = await looked(slack)
    assert list(found) == ["token"]
    assert "its new tokens" in found["token"][1]


async def test_missing_and_needless_permissions_are_named(slack: Slack) -> None:
    fit(slack).installation.scopes -= {"files:write"}
    found = await looked(slack, views={"note": Note("hi")})
    assert "files:write are missing" in found["permissions"][1]
    slack.installation.scopes |= {"files:write", "admin"}
    found = await looked(slack, views={"note": Note("hi")})
    assert found["permissions"][0]
    assert "admin are not needed" in found["permissions"][1]


async def test_a_bot_that_others_install_has_no_token_to_try(slack: Slack) -> None:
    config = replace(config_for(slack, "socket"), bot_token="", client_id="1.2", client_secret="s" * 8)
    found = await looked(fit(slack), config=config)
    assert all(held for held, _ in found.values()), found
    assert "each has a token" in found["token"][1]


async def test_a_line_that_says_nothing_is_found(slack: Slack) -> None:
    slack.faults.on("link", faults.refused())
    found = await looked(fit(slack), views={"note": Note("hi")})
    assert not found["line"][0]
    slack.app.app_token += "-another"
    found = await looked(slack, config=replace(config_for(slack, "socket"), app_token=slack.app.app_token[::-1]))
    assert "does not accept the token" in found["line"][1]


async def test_http_needs_a_signing_secret(slack: Slack) -> None:
    found = await looked(fit(slack), "http", {"note": Note("hi")})
    assert found["line"][0]
    found = await looked(slack, config=replace(config_for(slack, "http"), signing_secret=""))
    assert "docs/operators/slack.md" in found["line"][1]


async def test_a_view_that_slack_refuses_is_named(slack: Slack) -> None:
    slack.faults.on("blocks.validate", faults.error("invalid_blocks"))
    found = await looked(fit(slack), views={"note": Note("hi"), "other": Note("ho")})
    assert not found["blocks"][0]
    assert found["blocks"][1].startswith("note: ")


async def test_a_slack_without_a_judge_is_no_fault(slack: Slack) -> None:
    slack.faults.on("blocks.validate", faults.error("unknown_method"))
    found = await looked(fit(slack))
    assert found["blocks"][0]
