"""What somebody did is answered to them alone, in time, once, and where they look; also when that has gone."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.chats.slack.serving import Waits
from bot.core.hearing import hear
from bot.core.messages import Accept, Answer, Deed, Note, Show
from bot.core.pages import Document
from bot.core.ports import Waiting
from bot.quiz.runs import Job, Run
from bot.testing.days import knows_doubling
from bot.testing.questions import a_coding
from tests.chats.slack.rooms import Room, answers, running
from tests.loopback.slack import Ack, Person, Slack, faults


class PatientJudge:
    """Runs nothing before it is told to."""

    def __init__(self) -> None:
        self.go = asyncio.Event()
        self.waiting: Waiting | None = None

    async def run(self, job: Job, *, waiting: Waiting | None = None) -> Run:
        self.waiting = waiting
        await self.go.wait()
        return knows_doubling(job)


@pytest.fixture
def judge() -> PatientJudge:
    return PatientJudge()


@pytest.fixture
async def slow(slack: Slack, judge: PatientJudge) -> AsyncIterator[Room]:
    """A room in which a verdict takes its time."""
    one = Room(slack, a_coding(), judge=judge)
    one.config = replace(one.config, waits=Waits(verdict=0))
    async with running(one):
        yield one


async def hands_in(who: Person) -> None:
    await who.presses("Answer", on=await who.sees("Prompt of double"))
    await who.sees_modal("Your code")
    await who.fills("Your code", "def double(x): return x + x")
    await who.submits()


async def test_a_slow_verdict_takes_the_place_of_the_waiting_modal(
    slow: Room, judge: PatientJudge, ada: Person, ben: Person
) -> None:
    await slow.begins(ada)
    await hands_in(ben)
    await ben.sees_modal("Judging your answer")
    judge.go.set()
    await ben.sees_modal("✓ Right")


async def test_the_place_in_the_queue_is_shown_while_somebody_waits(
    slow: Room, judge: PatientJudge, ada: Person, ben: Person
) -> None:
    await slow.begins(ada)
    await hands_in(ben)
    assert judge.waiting is not None
    for place in (9, 4):
        judge.waiting(place)
        await ben.sees_modal(f"Queued, #{place}.")
    judge.go.set()
    await ben.sees_modal("✓ Right")


async def test_a_verdict_finds_whoever_closed_the_modal(
    slow: Room, judge: PatientJudge, ada: Person, ben: Person
) -> None:
    await slow.begins(ada)
    await hands_in(ben)
    await ben.closes()
    judge.go.set()
    told = await ben.sees("✓ Right")
    assert told.only == ben.id


async def test_a_verdict_finds_whoever_left_the_channel(
    slow: Room, judge: PatientJudge, slack: Slack, ada: Person, ben: Person
) -> None:
    await slow.begins(ada)
    await hands_in(ben)
    await ben.closes()
    slack.general.members.discard(ben.id)
    judge.go.set()
    direct = await ben.opens_direct()
    await ben.sees("✓ Right", direct)


async def test_a_restart_loses_no_verdict_that_is_waited_for(
    slow: Room, judge: PatientJudge, ada: Person, ben: Person
) -> None:
    await slow.begins(ada)
    await hands_in(ben)
    stopping = asyncio.create_task(slow.stops())
    await asyncio.sleep(0)
    judge.go.set()
    await stopping
    await ben.sees_modal("✓ Right")
    await slow.starts()


async def test_everything_is_acknowledged_while_the_judge_is_busy(
    slow: Room, judge: PatientJudge, ada: Person, ben: Person
) -> None:
    await slow.begins(ada)
    await hands_in(ben)
    for _ in range(20):
        assert isinstance(await ada.types("/quiz board"), Ack)
    judge.go.set()
    await ben.sees_modal("✓ Right")


async def test_a_double_click_takes_one_hint(room: Room, ada: Person, ben: Person) -> None:
    await room.begins(ada)
    card = await ben.sees("Prompt of choice")
    await ben.presses("Hint", on=card)
    await ben.presses("Hint", on=card)
    await ben.sees("Hint 1 of 2")
    assert "Hint 2 of 2" not in ben.reads()
    await room.passes(2)
    await ben.presses("Hint", on=card)
    await ben.sees("Hint 2 of 2")


async def test_two_people_press_at_once_and_each_is_answered(room: Room, ada: Person, ben: Person) -> None:
    await room.begins(ada)
    card = await ben.sees("Prompt of choice")
    await asyncio.gather(ada.presses("Hint", on=card), ben.presses("Hint", on=card))
    for who in (ada, ben):
        hint = await who.sees("Hint 1 of 2")
        assert hint.only == who.id


async def test_a_redelivered_submission_counts_once(room: Room, slack: Slack, ada: Person, ben: Person) -> None:
    await room.begins(ada)
    await answers(ben, "option 1", on="Prompt of choice")
    await ben.sees_modal("Not yet")
    again = next(one["payload"] for one in slack.sent if one["payload"].get("type") == "view_submission")
    await slack.deliveries.patient("interaction", again)
    await ben.presses("My progress")
    await ben.sees_modal("1 answered")
    assert len(await room.entries()) == 1


async def test_a_redelivered_event_is_answered_once(room: Room, slack: Slack, ada: Person, ben: Person) -> None:
    await room.begins(ada)
    await ben.says("@askling hint")
    await ben.sees("Hint 1 of 2")
    event = next(one["payload"] for one in slack.sent if one["payload"].get("type") == "event_callback")
    for attempt in (1, 2, 3):
        assert isinstance(await slack.again(event, attempt=attempt), Ack)
    await room.passes(1)
    assert "Hint 2 of 2" not in ben.reads()


@pytest.mark.parametrize("error", ["expired_trigger_id", "exchanged_trigger_id", "fatal_error"])
async def test_a_form_that_could_not_be_opened_is_asked_for_again(
    error: str, room: Room, slack: Slack, ada: Person, ben: Person
) -> None:
    await room.begins(ada)
    slack.faults.on("views.open", faults.error(error), times=3)
    await ben.presses("Answer", on=await ben.sees("Prompt of choice"))
    while "Please press it again" not in ben.reads():
        await room.passes(10)
    slack.faults.clear()
    await ben.presses("Answer", on=await ben.sees("Prompt of choice"))
    await ben.sees_modal("Choose one")


CLOSED = [faults.limited(1), faults.broken(), faults.html(), faults.drop_before(), faults.gone()]


@pytest.mark.parametrize("fault", CLOSED, ids=lambda one: one.kind.value)
async def test_an_answer_whose_way_back_is_closed_takes_another(
    fault: faults.Fault, room: Room, slack: Slack, ada: Person, ben: Person
) -> None:
    await room.begins(ada)
    slack.faults.on("response_url", fault)
    await ben.presses("Hint", on=await ben.sees("Prompt of choice"))
    hint = await ben.sees("Hint 1 of 2")
    assert hint.only == ben.id


async def test_a_defect_of_ours_is_said_and_acknowledged(slack: Slack, ben: Person) -> None:
    async def broken(_deed: Deed) -> Answer:
        raise ZeroDivisionError

    async with running(Room(slack, hear=broken)):
        assert isinstance(await ben.types("/quiz today"), Ack)
        await ben.sees("Something went wrong on my side")


async def test_a_defect_after_the_acknowledgement_is_said_too(slack: Slack, ben: Person) -> None:
    async def work() -> Note:
        raise ZeroDivisionError

    async def broken(_deed: Deed) -> Answer:
        return Accept(work)

    async with running(Room(slack, hear=broken)):
        assert isinstance(await ben.types("/quiz today"), Ack)
        await ben.sees("Something went wrong on my side")


@pytest.mark.parametrize("way", ["command", "form"])
async def test_use_cases_that_take_long_are_not_waited_for(way: str, slack: Slack, ada: Person, ben: Person) -> None:
    """A store in trouble: Slack is answered first, and the person when it is known what."""
    slow, go = asyncio.Event(), asyncio.Event()
    room = Room(slack)

    async def late(deed: Deed) -> Answer:
        if slow.is_set():
            await go.wait()
        return await hear(room.world, deed)

    room.config = replace(room.config, waits=Waits(hearing=0.02))
    room.hears(late)
    async with running(room):
        await room.begins(ada)
        await ben.presses("Answer", on=await ben.sees("Prompt of choice"))
        await ben.sees_modal("Choose one")
        await ben.chooses("option 0")
        slow.set()
        if way == "form":
            await ben.submits()
            await ben.sees_modal("Judging your answer")
            go.set()
            await ben.sees_modal("✓ Right")
        else:
            await ben.closes()
            assert isinstance(await ben.types("/quiz answer a"), Ack)
            assert "Right" not in ben.reads()
            go.set()
            await ben.sees("✓ Right")


async def test_a_file_is_handed_over_directly(slack: Slack, ben: Person) -> None:
    async def gives(_deed: Deed) -> Answer:
        return Show(Document(name="askling-ben.json", content='{"ä": 1}', text="Everything I know of you."))

    async with running(Room(slack, hear=gives)):
        await ben.types("/quiz privacy export")
        direct = await ben.opens_direct()
        message = await ben.sees("Everything I know of you.", direct)
        assert [file["name"] for file in message.files] == ["askling-ben.json"]


async def test_two_steps_are_shown_one_after_the_other(slack: Slack, ben: Person) -> None:
    async def second() -> Note:
        return Note("and then this")

    async def both(_deed: Deed) -> Answer:
        return Show(Note("first this"), second)

    async with running(Room(slack, hear=both)):
        await ben.types("/quiz today")
        await ben.sees("first this")
        await ben.sees("and then this")


async def test_a_slow_users_info_delays_nobody_and_makes_nobody_a_moderator(slack: Slack, ada: Person) -> None:
    room = Room(slack)
    room.config = replace(room.config, waits=Waits(person=0.01))
    async with running(room):
        slack.faults.on("users.info", faults.slow(60))
        assert isinstance(await ada.types("/quiz setup daily 09:00 UTC"), Ack)
        await ada.sees("Only a moderator can do that here.")
        await room.passes(61)
        while "daily 09:00 UTC" not in ada.reads():
            await ada.types("/quiz setup daily 09:00 UTC")


async def test_who_came_an_hour_ago_is_not_waited_for(slack: Slack) -> None:
    zones: list[str] = []

    async def notes(deed: Deed) -> Answer:
        zones.append(deed.who.zone)
        return Show(Note("heard"))

    ben = slack.person("Ben", tz="Asia/Kolkata")
    room = Room(slack, hear=notes)
    room.config = replace(room.config, waits=Waits(person=30))
    async with running(room):
        await ben.types("/quiz today")
        await room.passes(3600)
        slack.faults.on("users.info", faults.slow(3600))
        await ben.types("/quiz today")
        assert zones == ["Asia/Kolkata"] * 2
    assert len(slack.called("users.info")) == 2  # and is asked for anew


async def test_whoever_moderated_a_while_ago_has_to_be_known_as_a_moderator_still(slack: Slack, ada: Person) -> None:
    room = Room(slack)
    room.config = replace(room.config, waits=Waits(person=0.01))
    async with running(room):
        while "daily 09:00 UTC" not in ada.reads():
            await ada.types("/quiz setup daily 09:00 UTC")
        await room.passes(31 * 60)
        slack.faults.on("users.info", faults.slow(60))
        await ada.types("/quiz close")
        await ada.sees("Only a moderator can do that here.")


async def test_who_may_moderate(slack: Slack) -> None:
    named = slack.person("Named")
    people = {
        "owner": (slack.person("Owner", owner=True), True),
        "named": (named, True),
        "member": (slack.person("Member"), False),
        "guest": (slack.person("Guest", admin=True, guest=True), False),
        "stranger": (slack.person("Stranger", admin=True, stranger=True), False),
    }
    room = Room(slack)
    room.config = replace(room.config, moderators=(named.id,))
    async with running(room):
        for name, (who, may) in people.items():
            await who.types("/quiz setup daily 09:00 UTC")
            await who.sees("daily 09:00 UTC" if may else "Only a moderator"), name


async def test_somebodys_zone_and_language_are_asked_of_slack(slack: Slack, ada: Person) -> None:
    deeds: list[Deed] = []

    async def notes(deed: Deed) -> Answer:
        deeds.append(deed)
        return Show(Note("heard"))

    ada.user.tz = "Europe/Berlin"
    nowhere = slack.person("Nowhere", tz="")
    async with running(Room(slack, hear=notes)):
        for who in (ada, ada, nowhere):
            await who.types("/quiz today")
    assert [(one.who.zone, one.who.locale, one.who.name) for one in deeds] == [
        ("Europe/Berlin", "en-GB", "ada"),
        ("Europe/Berlin", "en-GB", "ada"),
        ("", "en-GB", "nowhere"),
    ]
    assert len(slack.called("users.info")) == 2
