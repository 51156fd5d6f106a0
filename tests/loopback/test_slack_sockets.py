"""Socket Mode of the loopback Slack, through a plain WebSocket of aiohttp."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import aiohttp
import pytest

from bot.testing.clocks import FakeClock
from tests.loopback.lines import Lines
from tests.loopback.slack import Ack, Silence, Slack, faults

UNINSTALLED = {"type": "app_uninstalled"}


@pytest.fixture
async def lines(slack: Slack) -> AsyncIterator[Lines]:
    async with Lines(slack) as opener:
        yield opener


@pytest.fixture
def clock(slack: Slack) -> FakeClock:
    assert isinstance(slack.clock, FakeClock)
    return slack.clock


async def test_a_ticket_is_good_for_one_dial_within_its_time(slack: Slack, lines: Lines, clock: FakeClock) -> None:
    address = await lines.address()
    await lines.dial(address)
    with pytest.raises(aiohttp.WSServerHandshakeError):
        await lines.dial(address)
    late = await lines.address()
    await clock.advance(timedelta(seconds=31))
    with pytest.raises(aiohttp.WSServerHandshakeError):
        await lines.dial(late)
    assert slack.links.dials == 3


async def test_hello_says_how_many_there_are(lines: Lines) -> None:
    await lines.open()
    second = await lines.open()
    assert second.said[0]["num_connections"] == 2


async def test_an_eleventh_socket_is_sent_away(slack: Slack, lines: Lines) -> None:
    for _ in range(10):
        await lines.open()
    eleventh = await lines.dial()
    assert (await eleventh.hears())["reason"] == "too_many_websockets"
    assert await eleventh.ended()
    assert len(slack.links.open) == 10


async def test_an_acknowledgement_may_carry_an_answer(slack: Slack, lines: Lines) -> None:
    ana, line = slack.person("Ana"), await lines.open()
    typing = asyncio.create_task(ana.types("/quiz today"))
    envelope = await line.hears()
    assert (envelope["type"], envelope["accepts_response_payload"]) == ("slash_commands", True)
    assert envelope["payload"]["text"] == "today"
    await line.acks(envelope, text="Here it is.")
    assert isinstance(await typing, Ack)
    assert ana.reads() == "Here it is."


async def test_an_acknowledgement_after_three_seconds_is_too_late(slack: Slack, lines: Lines, clock: FakeClock) -> None:
    ana, line = slack.person("Ana"), await lines.open()
    typing = asyncio.create_task(ana.types("/quiz today"))
    envelope = await line.hears()
    await clock.advance(timedelta(seconds=3))
    assert await typing == Silence("timeout")
    await line.acks(envelope, text="Here it is.")
    assert ana.notices == ["/quiz failed with the error “operation_timeout”"]
    assert ana.reads() == ""


async def test_it_counts_on_any_socket_of_the_app(slack: Slack, lines: Lines) -> None:
    ana, one, two = slack.person("Ana"), await lines.open(), await lines.open()
    typing = asyncio.create_task(ana.types("/quiz today"))
    hearing = {asyncio.create_task(line.hears()): line for line in (one, two)}
    done, pending = await asyncio.wait(hearing, return_when=asyncio.FIRST_COMPLETED)
    [heard] = done
    for task in pending:
        task.cancel()
    other = two if hearing[heard] is one else one
    await other.acks(heard.result())
    assert isinstance(await typing, Ack)


async def test_without_a_socket_a_command_fails_at_once(slack: Slack) -> None:
    ana = slack.person("Ana")
    assert await ana.types("/quiz today") == Silence("dispatch_failed")
    assert ana.notices == ["/quiz failed with the error “dispatch_failed”"]


async def test_an_event_nobody_acknowledges_comes_three_times_more(
    slack: Slack, lines: Lines, clock: FakeClock
) -> None:
    line = await lines.open()
    telling = asyncio.create_task(slack.happens(UNINSTALLED))
    heard = [await line.hears()]
    for pause in (0, 60, 300):
        await clock.advance(timedelta(seconds=3))
        if pause:
            await slack.until(lambda: slack.deliveries.due)
            await clock.advance(timedelta(seconds=pause))
        heard.append(await line.hears())
    await clock.advance(timedelta(hours=1))
    await telling
    assert [(one["retry_attempt"], one["retry_reason"]) for one in heard] == [
        (0, ""),
        (1, "timeout"),
        (2, "timeout"),
        (3, "timeout"),
    ]
    assert len({one["payload"]["event_id"] for one in heard}) == 1
    assert len({one["envelope_id"] for one in heard}) == 4
    assert len(slack.sent) == 4


async def test_retries_end_with_the_first_acknowledgement(slack: Slack, lines: Lines, clock: FakeClock) -> None:
    line = await lines.open()
    telling = asyncio.create_task(slack.happens(UNINSTALLED))
    await line.hears()
    await clock.advance(timedelta(seconds=3))
    await telling
    await line.acks(await line.hears())
    await clock.advance(timedelta(hours=1))
    assert len(slack.sent) == 2


async def test_an_event_can_be_delivered_again_by_hand(slack: Slack, lines: Lines) -> None:
    line = await lines.open()
    telling = asyncio.create_task(slack.happens(UNINSTALLED))
    await line.acks(await line.hears())
    envelope = await telling
    again = asyncio.create_task(slack.again(envelope, attempt=2))
    second = await line.hears()
    await line.acks(second)
    await again
    assert second["payload"] == envelope
    assert second["retry_attempt"] == 2


async def test_envelopes_go_to_sockets_by_chance_and_the_same_way_with_the_same_seed() -> None:
    async def shared(seed: int) -> str:
        async with Slack(seed=seed) as slack, Lines(slack) as lines:
            await lines.open()
            await lines.open()
            row = ""
            for number in range(20):
                envelope = {"envelope_id": f"{number}", "type": "events_api"}
                await slack.links.send(envelope)
                row += "ab"[envelope in slack.links.open[1].got]
            return row

    assert await shared(1) == await shared(1)
    assert await shared(1) != await shared(2)
    assert set(await shared(1)) == {"a", "b"}


async def test_a_refreshed_socket_gets_nothing_more_and_ends_after_its_drain(
    slack: Slack, lines: Lines, clock: FakeClock
) -> None:
    old = await lines.open()
    await slack.links.refresh()
    assert (await old.hears()) == {
        "type": "disconnect",
        "reason": "refresh_requested",
        "debug_info": {"host": "loopback"},
    }
    assert slack.links.choose() is None
    new = await lines.open()
    telling = asyncio.create_task(slack.happens(UNINSTALLED))
    await new.acks(await new.hears())
    await telling
    ending = asyncio.create_task(old.ended())
    await clock.advance(timedelta(seconds=10))
    assert await ending
    await slack.until(lambda: len(slack.links.open) == 1)


async def test_a_draining_socket_may_still_get_envelopes(slack: Slack, lines: Lines) -> None:
    slack.links.drained_get_envelopes = True
    old = await lines.open()
    await slack.links.refresh()
    await old.hears()
    telling = asyncio.create_task(slack.happens(UNINSTALLED))
    await old.acks(await old.hears())
    await telling
    assert len(slack.sent) == 1


@pytest.mark.parametrize("reason", ["warning", "link_disabled"])
async def test_other_notices(slack: Slack, lines: Lines, reason: str) -> None:
    line = await lines.open()
    await slack.links.refresh(reason=reason)
    assert (await line.hears())["reason"] == reason
    assert (slack.links.choose() is None) == (reason == "link_disabled")


async def test_a_cut_ends_every_socket_without_a_word(slack: Slack, lines: Lines) -> None:
    line = await lines.open()
    slack.links.cut()
    assert await line.ended()
    await slack.until(lambda: not slack.links.open)


@pytest.mark.parametrize("fault", [faults.refused(), faults.dead_ticket()])
async def test_a_dial_that_fails_burns_its_ticket(slack: Slack, lines: Lines, fault: faults.Fault) -> None:
    slack.faults.on("link", fault)
    address = await lines.address()
    for _ in range(2):
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await lines.dial(address)
    await lines.open()


async def test_a_socket_without_a_hello_answers_pings_and_gets_nothing(slack: Slack, lines: Lines) -> None:
    slack.faults.on("link", faults.no_hello())
    line = await lines.dial(autoping=False)
    assert slack.links.choose() is None
    await line.socket.ping()
    assert (await line.socket.receive(timeout=20)).type is aiohttp.WSMsgType.PONG


async def test_in_a_black_hole_nothing_arrives_and_nothing_is_heard(
    slack: Slack, lines: Lines, clock: FakeClock
) -> None:
    slack.faults.on("link", faults.black_hole())
    line = await lines.dial(autoping=False)
    assert (await line.hears())["type"] == "hello"
    await slack.until(lambda: slack.links.open and slack.links.open[0].deaf)
    ana = slack.person("Ana")
    typing = asyncio.create_task(ana.types("/quiz today"))
    await slack.until(lambda: slack.sent)
    await asyncio.sleep(0)
    await clock.advance(timedelta(seconds=3))
    assert await typing == Silence("timeout")
    [link] = slack.links.open
    assert len(link.got) == 1
    link.deaf = False
    await line.socket.ping()
    assert (await line.socket.receive(timeout=20)).type is aiohttp.WSMsgType.PONG, "no envelope came before"


@pytest.mark.parametrize(("fault", "arrives"), [(faults.drop_after(), True), (faults.drop_before(), False)])
async def test_a_socket_can_die_under_an_envelope(
    slack: Slack, lines: Lines, clock: FakeClock, fault: faults.Fault, *, arrives: bool
) -> None:
    line = await lines.open()
    slack.faults.on("envelope", fault)
    ana = slack.person("Ana")
    typing = asyncio.create_task(ana.types("/quiz"))
    first = await line.socket.receive(timeout=20)
    assert (first.type is aiohttp.WSMsgType.TEXT) == arrives
    await slack.until(lambda: not slack.links.open)
    await clock.advance(timedelta(seconds=3))
    assert await typing == Silence("timeout")


async def test_what_happens_to_apps_connections_open(slack: Slack, lines: Lines) -> None:
    slack.faults.on("apps.connections.open", faults.error("internal_error"), faults.limited(1), faults.html())
    for _ in range(3):
        with pytest.raises(Exception, match=r"internal_error|ratelimited|status: 200"):
            await lines.address()
    await lines.open()
