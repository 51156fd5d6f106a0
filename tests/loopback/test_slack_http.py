"""HTTP delivery of the loopback Slack: signatures, forms, challenges, retries; read by slack_sdk and slack-bolt."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import parse_qs

import pytest
from aiohttp import web
from slack_sdk.signature import SignatureVerifier

from bot.testing.clocks import FakeClock
from tests.loopback.bolt_apps import bolt_app, over_http
from tests.loopback.samples import button
from tests.loopback.slack import START, Ack, Silence, Slack


@dataclass(slots=True)
class Door:
    """An app that keeps what it gets and answers what it is told to."""

    got: list[tuple[dict[str, str], str]] = field(default_factory=list)
    answers: list[web.Response] = field(default_factory=list)
    open: asyncio.Event = field(default_factory=asyncio.Event)

    async def take(self, request: web.Request) -> web.Response:
        self.got.append((dict(request.headers), await request.text()))
        await self.open.wait()
        return self.answers.pop(0) if self.answers else web.Response()


@pytest.fixture
async def door(slack: Slack) -> AsyncIterator[Door]:
    made = Door()
    made.open.set()
    app = web.Application()
    app.router.add_post("/slack/events", made.take)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    slack.app.request_url = "http://{}:{}/slack/events".format(*runner.addresses[0][:2])
    yield made
    made.open.set()
    await runner.cleanup()


async def test_a_command_is_a_signed_form(slack: Slack, door: Door) -> None:
    door.answers.append(web.json_response({"text": "Here it is."}))
    ana = slack.person("Ana")
    await ana.types("/quiz board=week+1")
    [(headers, body)] = door.got
    assert SignatureVerifier(slack.app.signing_secret).is_valid_request(body, headers)
    assert not SignatureVerifier("another").is_valid_request(body, headers)
    assert parse_qs(body)["text"] == ["board=week+1"]
    assert ana.reads() == "Here it is."


async def test_a_press_is_json_inside_a_form(slack: Slack, door: Door) -> None:
    ana = slack.person("Ana")
    blocks = [{"type": "actions", "elements": [button("more", "More")]}]
    door.answers.append(web.json_response({"text": "x", "blocks": blocks}))
    await ana.types("/quiz")
    await ana.presses("More")
    payload = json.loads(parse_qs(door.got[-1][1])["payload"][0])
    assert (payload["type"], payload["actions"][0]["action_id"]) == ("block_actions", "more")


async def test_text_is_an_answer_too(slack: Slack, door: Door) -> None:
    door.answers.append(web.Response(text="plainly"))
    ana = slack.person("Ana")
    assert await ana.types("/quiz") == Ack("plainly")
    assert ana.reads() == "plainly"


async def test_an_event_comes_again_with_its_number_and_reason(slack: Slack, door: Door) -> None:
    assert isinstance(slack.clock, FakeClock)
    door.answers.append(web.Response(status=500))
    door.answers.append(web.Response(status=404))
    await slack.happens({"type": "app_uninstalled"})
    await slack.until(lambda: slack.deliveries.due == [START + timedelta(minutes=1)])
    await slack.clock.advance(timedelta(minutes=1))
    await slack.until(lambda: slack.deliveries.statuses == [500, 404, 200])
    told = [(h.get("X-Slack-Retry-Num"), h.get("X-Slack-Retry-Reason")) for h, _ in door.got]
    assert told == [(None, None), ("1", "http_error"), ("2", "http_error")]
    assert len({json.loads(body)["event_id"] for _, body in door.got}) == 1


async def test_an_answer_after_three_seconds_is_too_late(slack: Slack, door: Door) -> None:
    assert isinstance(slack.clock, FakeClock)
    door.open.clear()
    ana = slack.person("Ana")
    typing = asyncio.create_task(ana.types("/quiz"))
    await slack.until(lambda: slack.sent)
    await slack.clock.advance(timedelta(seconds=3))
    assert await typing == Silence("timeout")


async def test_where_nobody_listens_a_command_fails(slack: Slack) -> None:
    slack.app.request_url = "http://127.0.0.1:9/slack/events"
    ana = slack.person("Ana")
    assert await ana.types("/quiz") == Silence("connection_failed")
    assert ana.notices == ["/quiz failed with the error “http_service_error”"]


async def test_bolt_answers_the_challenge_and_refuses_wrong_secrets_and_old_stamps(slack: Slack) -> None:
    async with over_http(bolt_app(slack), slack):
        answer = await slack.deliveries.verify_url()
        assert isinstance(answer, Ack)
        assert answer.body == {"challenge": slack.sent[-1]["payload"]["challenge"]}
        slack.deliveries.secret = "guessed"
        assert await slack.deliveries.verify_url() == Silence("http_error")
        slack.deliveries.secret = ""
        slack.deliveries.skew = -6 * 60
        assert await slack.deliveries.verify_url() == Silence("http_error")
        assert slack.deliveries.statuses == [200, 401, 401]
