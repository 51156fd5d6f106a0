"""HTTP mode: signed requests are taken, others are not, and what follows is begun once the answer is out."""

import io
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.quiz.errors import Refused
from tests.chats.slack.rooms import Room, running
from tests.loopback.slack import Ack, Person, Silence, Slack


@pytest.fixture
async def room(slack: Slack) -> AsyncIterator[Room]:
    async with running(Room(slack, transport="http")) as one:
        yield one


async def test_the_address_is_verified(room: Room, slack: Slack) -> None:
    answered = await slack.deliveries.verify_url()
    assert isinstance(answered, Ack)
    assert "challenge" in str(answered.body)
    assert room.chat.ready()


async def test_a_wrong_signature_is_refused(room: Room, slack: Slack, ben: Person) -> None:
    slack.deliveries.secret = slack.app.signing_secret[::-1]
    assert isinstance(await ben.types("/quiz today"), Silence)
    assert slack.deliveries.statuses == [401]
    assert not ben.reads()
    assert room.chat.ready()


@pytest.mark.parametrize("skew", [-301, 301])
async def test_an_old_request_is_refused(skew: int, room: Room, slack: Slack, ben: Person) -> None:
    slack.deliveries.skew = skew
    assert isinstance(await ben.types("/quiz today"), Silence)
    assert slack.deliveries.statuses == [401]
    assert room.chat.ready()


async def test_what_is_no_request_of_slacks_is_refused(room: Room, slack: Slack) -> None:
    for path, body in (("/slack/events", b"\xff"), ("/slack/events", b"{"), ("/", b"")):
        url = slack.app.request_url.replace("/slack/events", path)
        async with slack.session.post(url, data=body) as answer:
            assert answer.status in {400, 401, 404}
    async with slack.session.post(slack.app.request_url, data=io.BytesIO(b"x" * 5_000_000)) as answer:
        assert answer.status == 413
    assert room.chat.ready()


@pytest.mark.parametrize("stamp", ["", "now", "1"])
async def test_a_request_without_a_time_is_refused(stamp: str, room: Room, slack: Slack) -> None:
    headers = {"X-Slack-Signature": "v0=0", "X-Slack-Request-Timestamp": stamp}
    async with slack.session.post(slack.app.request_url, data=b"{}", headers=headers) as answer:
        assert answer.status == 401
    assert room.chat.ready()


async def test_without_a_signing_secret_nobody_is_let_in(slack: Slack) -> None:
    room = Room(slack, transport="http")
    room.config = replace(room.config, signing_secret="")
    with pytest.raises(Refused, match="ASKLING_SLACK_SIGNING_SECRET"):
        await room.starts()
    await room.stops()


async def test_the_bot_stops_only_after_what_it_acknowledged_is_done(room: Room, ada: Person, ben: Person) -> None:
    await room.begins(ada)
    await ben.presses("Hint", on=await ben.sees("Prompt of choice"))
    await room.stops()
    assert "Hint 1 of 2" in ben.reads()
    assert not room.chat.ready()
    await room.starts()
