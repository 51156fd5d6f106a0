"""Socket Mode goes on through everything that can befall a socket."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.core.messages import Answer, Deed, Note, Show
from bot.quiz.errors import Refused
from tests.chats.slack.rooms import LINES, Room, running
from tests.loopback.slack import Ack, Person, Slack, faults


@pytest.fixture
async def room(slack: Slack) -> AsyncIterator[Room]:
    async with running(Room(slack)) as one:
        yield one


async def is_heard(who: Person) -> bool:
    """Whether a command is acknowledged."""
    return isinstance(await who.types("/quiz help"), Ack)


async def test_two_lines_are_open(room: Room, slack: Slack) -> None:
    assert room.chat.ready()
    assert len(slack.links.open) == LINES


@pytest.mark.parametrize(
    "fault",
    [faults.refused(), faults.dead_ticket(), faults.no_hello()],
    ids=lambda fault: fault.kind.value,
)
async def test_a_dial_that_fails_is_followed_by_one_of_a_fresh_address(
    fault: faults.Fault, room: Room, slack: Slack, ben: Person
) -> None:
    before = len(slack.called("apps.connections.open"))
    slack.faults.on("link", fault, fault)
    slack.links.cut()
    await slack.until(
        lambda: len([one for one in slack.links.open if not one.mute]) == LINES and not slack.faults.left()
    )
    assert len(slack.called("apps.connections.open")) >= before + 4
    assert await is_heard(ben)
    assert room.chat.ready()


@pytest.mark.parametrize(
    "fault",
    [faults.error("internal_error"), faults.limited(1), faults.broken(), faults.html(), faults.drop_after()],
    ids=lambda fault: fault.kind.value,
)
async def test_an_address_that_is_not_given_is_asked_for_again(
    fault: faults.Fault, room: Room, slack: Slack, ben: Person
) -> None:
    slack.faults.on("apps.connections.open", fault, times=3)
    slack.links.cut()
    while len(slack.links.open) < LINES or slack.faults.left():
        await room.passes(1)
    assert await is_heard(ben)
    assert room.chat.ready()


async def test_a_black_hole_is_noticed(room: Room, slack: Slack, ben: Person) -> None:
    slack.faults.on("link", faults.black_hole(), faults.black_hole())
    slack.links.cut()
    await slack.until(lambda: slack.links.dials >= 4)
    assert slack.links.dials >= 4
    await slack.until(lambda: slack.links.dials >= 6 and len(slack.links.open) == LINES)
    assert await is_heard(ben)
    assert room.chat.ready()


async def test_whoever_is_one_socket_too_many_waits_for_a_free_place(room: Room, slack: Slack) -> None:
    async with running(Room(slack)), running(Room(slack)), running(Room(slack)):
        last = Room(slack)
        async with running(last):
            await slack.until(lambda: len(slack.links.open) == 10)
            sixth = Room(slack)
            starting = asyncio.create_task(sixth.starts())
            await slack.until(lambda: slack.links.dials >= 12)
            assert not sixth.chat.ready()
        await asyncio.wait_for(starting, 20)
        assert sixth.chat.ready()
        await sixth.stops()
    assert room.chat.ready()


async def test_a_line_is_open_before_the_old_one_ends(room: Room, slack: Slack) -> None:
    fewest = LINES
    for reason in ("refresh_requested", "warning"):
        dials = slack.links.dials
        await slack.links.refresh(reason=reason)
        await slack.until(lambda before=dials: slack.links.dials > before and room.chat.ready())
        fewest = min(fewest, len(slack.links.open))
    assert fewest >= LINES


async def test_socket_mode_that_is_switched_off_says_who_can_act(slack: Slack) -> None:
    room = Room(slack)
    await room.starts()
    await slack.links.refresh(reason="link_disabled")
    assert room.listening is not None
    with pytest.raises(Refused, match="Socket Mode is switched off"):
        await asyncio.wait_for(room.listening, 20)
    await room.stops()


@pytest.mark.parametrize("error", ["invalid_auth", "account_inactive", "token_revoked", "org_login_required"])
async def test_a_token_that_is_no_good_is_refused_at_once(error: str, slack: Slack) -> None:
    slack.installation.dead = error
    room = Room(slack)
    with pytest.raises(Refused, match="does not accept the token"):
        await room.starts()
    await room.stops()
    assert len(slack.called("auth.test")) == 1


async def test_an_app_token_that_is_no_good_is_refused_at_once(slack: Slack) -> None:
    room = Room(slack)
    slack.app.app_token += "-another"
    with pytest.raises(Refused, match="does not accept the token"):
        await room.starts()
    await room.stops()


@pytest.mark.parametrize("drained", [False, True])
async def test_a_storm_of_refreshes_loses_nothing(room: Room, slack: Slack, ben: Person, *, drained: bool) -> None:
    """Whether a socket still gets envelopes after its notice is not documented, so both are tried."""
    slack.links.drained_get_envelopes = drained
    outcomes: list[object] = []
    for _ in range(20):
        await slack.links.refresh()
        outcomes += await asyncio.gather(*(ben.types("/quiz help") for _ in range(10)))
        await slack.until(lambda: len(_usable(slack)) == LINES)
        await room.passes(10)
        await slack.until(lambda: len(slack.links.open) == LINES)
    assert len(outcomes) == 200
    assert [one for one in outcomes if not isinstance(one, Ack)] == []
    assert room.chat.ready()


def _usable(slack: Slack) -> list[object]:
    return [link for link in slack.links.open if not link.draining]


async def test_an_acknowledgement_goes_through_another_line_when_its_own_has_died(slack: Slack, ben: Person) -> None:
    came, go = asyncio.Event(), asyncio.Event()

    async def slowly(_deed: Deed) -> Answer:
        came.set()
        await go.wait()
        return Show(Note("heard"))

    async with running(Room(slack, hear=slowly)):
        typing = asyncio.create_task(ben.types("/quiz today"))
        await came.wait()
        link = next(one for one in slack.links.open if one.got)
        link.reset()
        await slack.until(lambda: link not in slack.links.open)
        go.set()
        assert isinstance(await typing, Ack)
        await ben.sees("heard")


async def test_what_was_acknowledged_is_finished_before_the_bot_ends(slack: Slack, ada: Person, ben: Person) -> None:
    room = Room(slack)
    await room.starts()
    await room.begins(ada)
    await ben.presses("Hint", on=await ben.sees("The choice question"))
    await room.stops()
    assert "Hint 1 of 2" in ben.reads()
