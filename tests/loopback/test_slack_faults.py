"""Every fault has its recipe, and the real slack_sdk meets it as it would at Slack."""

import asyncio
import json
from datetime import timedelta

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry import FixedValueRetryIntervalCalculator
from slack_sdk.http_retry.builtin_async_handlers import AsyncConnectionErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot.testing.clocks import FakeClock
from tests.loopback.refusals import refusal
from tests.loopback.slack import Slack, faults

POST = "chat.postMessage"


def texts(slack: Slack) -> list[str]:
    return [message.text for message in slack.general.messages]


async def test_an_error_is_answered_and_nothing_is_done(slack: Slack, client: AsyncWebClient) -> None:
    slack.faults.on(POST, faults.error("fatal_error"), faults.error("missing_scope", needed="chat:write"))
    assert await refusal(client.chat_postMessage(channel=slack.general.id, text="one")) == "fatal_error"
    assert await refusal(client.chat_postMessage(channel=slack.general.id, text="two")) == "missing_scope"
    await client.chat_postMessage(channel=slack.general.id, text="three")
    assert texts(slack) == ["three"]
    assert [call.fault for call in slack.called(POST)] == ["error", "error", ""]


async def test_429_says_when_to_come_again(slack: Slack, client: AsyncWebClient) -> None:
    slack.faults.on(POST, faults.limited(30))
    with pytest.raises(SlackApiError) as caught:
        await client.chat_postMessage(channel=slack.general.id, text="one")
    assert caught.value.response.status_code == 429
    assert caught.value.response.headers["Retry-After"] == "30"
    assert caught.value.response["error"] == "ratelimited"
    assert texts(slack) == []


async def test_500_and_a_page_for_humans_are_no_json(slack: Slack, client: AsyncWebClient) -> None:
    slack.faults.on(POST, faults.broken(), faults.html())
    for status in (500, 200):
        with pytest.raises(SlackApiError) as caught:
            await client.chat_postMessage(channel=slack.general.id, text="one")
        assert caught.value.response.status_code == status
    assert texts(slack) == []


async def test_a_connection_that_drops_before_leaves_nothing_and_one_that_drops_after_leaves_the_message(
    slack: Slack, client: AsyncWebClient
) -> None:
    slack.faults.on(POST, faults.drop_before(), faults.drop_after())
    for text in ("before", "after"):
        with pytest.raises(aiohttp.ServerDisconnectedError):
            await client.chat_postMessage(channel=slack.general.id, text=text)
    assert texts(slack) == ["after"]


async def test_the_default_retries_of_slack_sdk_post_twice_when_the_answer_is_lost(slack: Slack) -> None:
    assert [type(one) for one in AsyncWebClient().retry_handlers] == [AsyncConnectionErrorRetryHandler]
    handler = AsyncConnectionErrorRetryHandler(interval_calculator=FixedValueRetryIntervalCalculator(0))
    client = AsyncWebClient(token=slack.installation.token, base_url=slack.base_url, retry_handlers=[handler])
    slack.faults.on(POST, faults.drop_after())
    await client.chat_postMessage(channel=slack.general.id, text="one")
    assert texts(slack) == ["one", "one"]


async def test_a_slow_call_is_done_when_the_clock_says_so_even_if_nobody_waits_any_more(
    slack: Slack, client: AsyncWebClient
) -> None:
    assert isinstance(slack.clock, FakeClock)
    slack.faults.on(POST, faults.slow(40))
    calling = asyncio.create_task(client.chat_postMessage(channel=slack.general.id, text="one"))
    await slack.until(lambda: slack.called(POST))
    calling.cancel()
    with pytest.raises(asyncio.CancelledError):
        await calling
    assert texts(slack) == []
    await slack.clock.advance(timedelta(seconds=40))
    await slack.until(lambda: texts(slack) == ["one"])


async def test_a_fault_lasts_until_it_is_cleared(slack: Slack, client: AsyncWebClient) -> None:
    slack.faults.always(POST, faults.error("service_unavailable"))
    for _ in range(3):
        assert await refusal(client.chat_postMessage(channel=slack.general.id, text="x")) == "service_unavailable"
    slack.faults.clear()
    await client.chat_postMessage(channel=slack.general.id, text="x")


async def test_faults_nobody_met_are_told(slack: Slack) -> None:
    slack.faults.on(POST, faults.broken(), times=2)
    assert slack.faults.left() == {POST: 2}


async def test_rates_are_counted_on_the_platforms_clock(slack: Slack, client: AsyncWebClient) -> None:
    assert isinstance(slack.clock, FakeClock)
    slack.rates.enforced = True
    for _ in range(20):
        await client.users_list()
    with pytest.raises(SlackApiError) as caught:
        await client.users_list()
    assert (caught.value.response.status_code, caught.value.response.headers["Retry-After"]) == (429, "60")
    await slack.clock.advance(timedelta(seconds=60))
    await client.users_list()


async def test_a_channel_takes_about_a_message_a_second(slack: Slack, client: AsyncWebClient) -> None:
    assert isinstance(slack.clock, FakeClock)
    slack.rates.enforced = True
    other = slack.channel("other")
    for _ in range(3):
        await client.chat_postMessage(channel=slack.general.id, text="x")
    assert await refusal(client.chat_postMessage(channel=slack.general.id, text="x")) == "ratelimited"
    await client.chat_postMessage(channel=other.id, text="x")
    await slack.clock.advance(timedelta(seconds=3))
    await client.chat_postMessage(channel=slack.general.id, text="x")


async def test_response_urls_fail_too(slack: Slack) -> None:
    ana = slack.person("Ana")
    url = ana.response_url(slack.general)
    slack.faults.on("response_url", faults.broken(), faults.limited(2), faults.drop_after())
    statuses = []
    async with aiohttp.ClientSession() as session:
        for _ in range(2):
            async with session.post(url, data=json.dumps({"text": "x"})) as response:
                statuses.append(response.status)
        with pytest.raises(aiohttp.ServerDisconnectedError):
            await session.post(url, data=json.dumps({"text": "lost"}))
    assert statuses == [500, 429]
    assert ana.reads() == "lost"
