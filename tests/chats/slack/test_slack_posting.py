"""What everybody sees comes once, is revised sparingly, and says who can act when it cannot be."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable

import pytest

from bot.core.messages import Note
from bot.core.scorecards import BoardView
from bot.quiz.errors import Busy, Gone, Refused
from bot.quiz.ids import Address, MemberId, Place, Ref
from bot.quiz.standings import Standing
from tests.chats.slack.rooms import Room, answers, running
from tests.loopback.slack import Kind, Person, Slack, faults, readable

BOARD = BoardView(title="All time", rows=(Standing(rank=1, member=MemberId(1), name="Ada", points=30),), participants=1)


@pytest.fixture
async def room(slack: Slack) -> AsyncIterator[Room]:
    async with running(Room(slack)) as one:
        yield one


def copies(slack: Slack, key: str) -> int:
    keys = [(one.metadata or {}).get("event_payload", {}).get("key") for one in slack.general.messages]
    return keys.count(key)


@pytest.mark.parametrize(
    "fault",
    [faults.drop_before(), faults.drop_after(), faults.broken(), faults.html(), faults.limited(40)],
    ids=lambda fault: fault.kind.value,
)
async def test_a_publication_whose_answer_is_lost_comes_once(fault: faults.Fault, room: Room, slack: Slack) -> None:
    slack.faults.on("chat.postMessage", fault)
    refs = set()
    for _ in range(3):
        try:
            refs.add(await room.chat.publish(room.place, Note("one"), key="k"))
        except Busy:
            continue
    assert len(refs) == 1
    assert copies(slack, "k") == 1


async def test_a_short_wait_that_slack_asks_for_is_kept(room: Room, slack: Slack) -> None:
    slack.faults.on("chat.postMessage", faults.limited(3), faults.limited(3))
    publishing = asyncio.create_task(room.chat.publish(room.place, Note("one"), key="k"))
    await slack.until(lambda: slack.called("chat.postMessage"))
    while not publishing.done():
        await room.passes(1)
    assert copies(slack, "k") == 1
    first, second, third = (call.at for call in slack.called("chat.postMessage"))
    assert min((second - first).total_seconds(), (third - second).total_seconds()) >= 3


async def test_a_message_that_lands_after_we_gave_up_is_taken_away(room: Room, slack: Slack) -> None:
    """The request was cut off, was tried again, and then the first one was carried out after all."""
    slack.faults.on("chat.postMessage", faults.drop_before())
    with pytest.raises(Busy):
        await room.chat.publish(room.place, Note("one"), key="k")
    ref = await room.chat.publish(room.place, Note("one"), key="k")
    first = slack.general.messages[-1]
    late = type(first)(
        ts=slack.mint.ts(slack.clock.now()),
        channel=first.channel,
        user=first.user,
        text=first.text,
        metadata=first.metadata,
        app_id=first.app_id,
        bot_id=first.bot_id,
    )
    slack.general.messages.append(late)
    assert copies(slack, "k") == 2
    await room.passes(61)
    await slack.until(lambda: copies(slack, "k") == 1)
    assert slack.general.messages[-1].ts == ref.rpartition(":")[2]


async def test_the_key_is_found_behind_many_other_messages(room: Room, slack: Slack, ben: Person) -> None:
    ref = await room.chat.publish(room.place, Note("one"), key="k")
    filler = await ben.says("chatter")
    for _ in range(450):
        other = type(filler)(ts=slack.mint.ts(slack.clock.now()), channel=filler.channel, user=ben.id, text="chatter")
        slack.general.messages.append(other)
    await room.restarts()
    assert await room.chat.publish(room.place, Note("one"), key="k") == ref


async def test_a_block_that_slack_does_not_know_yet_is_drawn_more_plainly(room: Room, slack: Slack) -> None:
    slack.unsupported.add("data_table")
    await room.chat.publish(room.place, BOARD, key="k")
    shown = slack.general.messages[-1]
    assert {block["type"] for block in shown.blocks} == {"header", "rich_text"}
    assert "1     Ada   30" in readable(shown)


async def test_a_private_board_is_drawn_more_plainly_too(room: Room, slack: Slack, ada: Person, ben: Person) -> None:
    await room.begins(ada)
    slack.unsupported.add("data_table")
    await answers(ben, "option 0")
    await ben.presses("My progress")
    await ben.sees_modal("Around you")
    await ben.presses("Board")
    await ben.sees_modal("All time")
    assert "data_table" not in str(ben.modal and ben.modal.content)
    await ben.closes()
    await ada.types("/quiz board")
    await ada.sees("1     ben")


async def test_a_board_asked_for_by_a_command_is_plainer_where_slack_is_behind(
    room: Room, slack: Slack, ada: Person
) -> None:
    """An acknowledgement is not answered, so a table is not risked in one."""
    await room.begins(ada)
    slack.unsupported.add("data_table")
    await answers(ada, "option 0", on="Prompt of choice")
    await ada.closes()
    await ada.types("/quiz board")
    await ada.sees("1     ada")


GONE = ["channel_not_found", "message_not_found", "is_inactive"]
REFUSED = [
    ("not_in_channel", "Invite me"),
    ("is_archived", "archived"),
    ("restricted_action", "may not post"),
    ("restricted_action_read_only_channel", "may not post"),
    ("restricted_action_thread_only_channel", "may not post"),
    ("msg_blocks_too_long", "msg_blocks_too_long"),
    ("token_revoked", "does not accept the token"),
    ("account_inactive", "does not accept the token"),
    ("org_login_required", "does not accept the token"),
    ("edit_window_closed", "does not let me change"),
    ("block_mismatch", "does not let me change"),
]
BUSY = ["fatal_error", "internal_error", "service_unavailable", "request_timeout", "ratelimited", "rate_limited"]


@pytest.mark.parametrize(("error", "said"), REFUSED)
async def test_what_a_person_must_change_is_said(error: str, said: str, room: Room, slack: Slack) -> None:
    slack.faults.on("chat.postMessage", faults.error(error))
    with pytest.raises(Refused, match=said):
        await room.chat.publish(room.place, Note("one"), key="k")


async def test_a_missing_permission_is_named(room: Room, slack: Slack) -> None:
    slack.faults.on("chat.postMessage", faults.error("missing_scope", needed="chat:write", provided="commands"))
    with pytest.raises(Refused, match="chat:write"):
        await room.chat.publish(room.place, Note("one"), key="k")


@pytest.mark.parametrize("error", GONE)
async def test_what_is_not_there_any_more_is_gone(error: str, room: Room, slack: Slack) -> None:
    ref = await room.chat.publish(room.place, Note("one"), key="k")
    slack.faults.on("chat.update", faults.error(error))
    with pytest.raises(Gone):
        await room.chat.revise(ref, Note("two"))


@pytest.mark.parametrize("error", BUSY)
async def test_trouble_of_slacks_own_passes(error: str, room: Room, slack: Slack) -> None:
    slack.faults.on("chat.postMessage", faults.error(error), times=9)
    publishing = asyncio.create_task(room.chat.publish(room.place, Note("one"), key="k"))
    while not publishing.done():
        await room.passes(30)
    with pytest.raises(Busy):
        publishing.result()
    slack.faults.clear()
    await room.chat.publish(room.place, Note("one"), key="k")
    assert copies(slack, "k") == 1


async def test_a_strange_place_is_gone(room: Room) -> None:
    for place in ("console", "slack:T0OTHER:C1", "slack:"):
        with pytest.raises(Gone):
            await room.chat.publish(Place(place), Note("one"), key="k")


async def test_many_revisions_of_a_message_become_few_and_the_last_one_wins(room: Room, slack: Slack) -> None:
    ref = await room.chat.publish(room.place, Note("0"), key="k")
    revising = [asyncio.create_task(room.chat.revise(ref, Note(str(number)))) for number in range(1, 51)]
    while not all(one.done() for one in revising):
        await room.passes(1)
    assert [one.exception() for one in revising if one.exception()] == []
    assert readable(slack.general.messages[-1]) == "50"
    assert len(slack.called("chat.update")) <= 2
    moments = [call.at for call in slack.called("chat.update")]
    assert all((later - earlier).total_seconds() >= 3 for earlier, later in itertools.pairwise(moments))


async def test_a_revision_that_fails_tells_everybody_who_waits_for_it(room: Room, slack: Slack) -> None:
    ref = await room.chat.publish(room.place, Note("0"), key="k")
    slack.faults.on("chat.update", faults.error("edit_window_closed"), times=3)
    results = await asyncio.gather(*(room.chat.revise(ref, Note("1")) for _ in range(2)), return_exceptions=True)
    assert [type(one) for one in results] == [Refused, Refused]
    assert isinstance(ref, str)


async def test_the_metadata_survives_a_revision(room: Room, slack: Slack) -> None:
    ref = await room.chat.publish(room.place, Note("0"), key="k")
    await room.chat.revise(ref, Note("1"))
    assert copies(slack, "k") == 1


Change = Callable[[Slack], object]
LACKING: list[tuple[str, Change, str]] = [
    ("not invited", lambda slack: slack.general.members.discard(slack.installation.user), "Invite me"),
    ("archived", lambda slack: setattr(slack.general, "archived", True), "archive"),
    ("deleted", lambda slack: setattr(slack.general, "deleted", True), "Invite me"),
]


@pytest.mark.parametrize(("change", "said"), [one[1:] for one in LACKING], ids=[one[0] for one in LACKING])
async def test_what_a_channel_lacks_is_said_before_it_is_set_up(
    change: Change, said: str, room: Room, slack: Slack, ada: Person
) -> None:
    change(slack)
    told = " ".join(await room.chat.lacks(room.place))
    assert said in told
    assert ada.by is slack.installation


async def test_a_direct_conversation_is_no_place_for_questions(room: Room, slack: Slack) -> None:
    direct = Place(f"slack:{slack.home.id}:D0123")
    assert "in a channel" in " ".join(await room.chat.lacks(direct))


async def test_a_missing_scope_is_said_before_a_channel_is_set_up(slack: Slack) -> None:
    slack.installation.scopes -= {"files:write"}
    async with running(Room(slack)) as room:
        assert "files:write" in " ".join(await room.chat.lacks(room.place))


async def test_who_left_the_channel_is_not_present(room: Room, slack: Slack, ada: Person, ben: Person) -> None:
    address = Address(f"slack:{slack.home.id}:{ben.id}")
    assert await room.chat.present(room.place, address)
    slack.general.members.discard(ben.id)
    await slack.happens(
        {"type": "member_left_channel", "user": ben.id, "channel": slack.general.id, "channel_type": "C"}
    )
    assert not await room.chat.present(room.place, address)
    assert ada.id in slack.general.members


async def test_who_was_deactivated_takes_no_messages(room: Room, slack: Slack, ben: Person) -> None:
    ben.user.deleted = True
    with pytest.raises(Refused):
        await room.chat.private(Address(f"slack:{slack.home.id}:{ben.id}"))


async def test_a_question_in_a_private_channel_is_found_again(slack: Slack) -> None:
    async with running(Room(slack)) as room:
        den = slack.channel("den", kind=Kind.PRIVATE)
        place = Place(f"slack:{slack.home.id}:{den.id}")
        ref = await room.chat.publish(place, Note("one"), key="k")
        await room.restarts()
        assert await room.chat.publish(place, Note("one"), key="k") == ref
        assert isinstance(ref, str)


async def test_an_answer_below_a_question_is_in_its_thread(room: Room, slack: Slack) -> None:
    above = await room.chat.publish(room.place, Note("question"), key="k")
    below = await room.chat.publish(room.place, Note("reminder"), key="k:remind", under=above)
    await room.restarts()
    assert await room.chat.publish(room.place, Note("reminder"), key="k:remind", under=above) == below
    assert slack.general.messages[-1].thread_ts == above.rpartition(":")[2]


async def test_a_card_that_was_deleted_is_gone_also_as_a_thread(room: Room, slack: Slack) -> None:
    gone = Ref(f"{room.place}:1234567890.000100")
    with pytest.raises(Gone):
        await room.chat.publish(room.place, Note("reminder"), key="k", under=gone)
    assert slack.general.messages == []
