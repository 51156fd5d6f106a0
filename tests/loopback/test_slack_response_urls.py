"""response_url: five uses, half an hour, and what may be done with it."""

from datetime import timedelta
from typing import Any

from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.testing.clocks import FakeClock
from tests.loopback.samples import button
from tests.loopback.slack import Slack, faults


async def said(url: str, **body: Any) -> int:
    return (await AsyncWebhookClient(url, retry_handlers=[]).send_dict({"text": "", **body})).status_code


async def test_it_is_used_up_after_five_times(slack: Slack) -> None:
    ana = slack.person("Ana")
    url = ana.response_url(slack.general)
    assert [await said(url, text=f"{n}") for n in range(6)] == [200] * 5 + [404]
    assert ana.reads() == "0\n\n1\n\n2\n\n3\n\n4"


async def test_it_is_gone_after_half_an_hour(slack: Slack) -> None:
    assert isinstance(slack.clock, FakeClock)
    url = slack.person("Ana").response_url(slack.general)
    await slack.clock.advance(timedelta(minutes=30))
    assert await said(url, text="late") == 404
    assert await said(url.rsplit("/", 1)[0] + "/nobodys", text="x") == 404


async def test_it_can_be_gone_before_that(slack: Slack) -> None:
    url = slack.person("Ana").response_url(slack.general)
    slack.faults.on("response_url", faults.gone())
    assert [await said(url, text="x"), await said(url, text="x")] == [404, 200]


async def test_it_answers_one_person_or_all(slack: Slack) -> None:
    ana, ben = slack.person("Ana"), slack.person("Ben")
    url = ana.response_url(slack.general)
    await said(url, text="for you")
    await said(url, text="for all", response_type="in_channel")
    assert (ana.reads(), ben.reads()) == ("for you\n\nfor all", "for all")


async def test_an_ephemeral_message_is_replaced_and_taken_away_only_so(slack: Slack) -> None:
    ana = slack.person("Ana")
    blocks = [{"type": "actions", "elements": [button("more", "More")]}]
    await said(ana.response_url(slack.general), text="first", blocks=blocks)
    await ana.presses("More")
    url = slack.sent[-1]["payload"]["response_url"]
    assert "message" not in slack.sent[-1]["payload"], "an ephemeral message is not repeated to the app"
    await said(url, text="second", replace_original=True)
    assert ana.reads() == "second"
    await said(url, delete_original=True)
    assert ana.messages() == []


async def test_a_public_message_is_replaced_for_all(slack: Slack) -> None:
    ana, ben = slack.person("Ana"), slack.person("Ben")
    blocks = [{"type": "actions", "elements": [button("more", "More")]}]
    await said(ana.response_url(slack.general), text="first", blocks=blocks, response_type="in_channel")
    await ben.presses("More")
    await said(slack.sent[-1]["payload"]["response_url"], text="second", replace_original=True)
    assert ana.reads() == "second"


async def test_what_it_says_is_judged(slack: Slack) -> None:
    url = slack.person("Ana").response_url(slack.general)
    assert await said(url, text="x", blocks=[{"type": "actions", "elements": []}]) == 400
    assert slack.problems == [
        "response_url: no fewer than 1 items allowed [json-pointer:/blocks/0/elements]",
    ]
    slack.problems.clear()
