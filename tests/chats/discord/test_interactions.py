"""Everything people do comes in at one place, is acknowledged in time, and answered to them alone."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from bot.chats.discord import DiscordChat
from bot.core.forms import Field, Form
from bot.core.languages import speak, spoken
from bot.core.messages import (
    Accept,
    Answer,
    Ask,
    Command,
    Correct,
    Deed,
    Fill,
    Filled,
    HelpView,
    Note,
    Show,
    Submission,
    WantsEditor,
)
from bot.core.pages import Action, Document, Page, Row
from bot.core.queueing import queued
from bot.quiz.answers import Claimed, Picked
from bot.quiz.answers import Filled as Blanks
from bot.quiz.errors import StoreTrouble
from bot.quiz.ids import Place
from bot.quiz.questions import Question
from tests.chats.discord.cards import a_card
from tests.chats.discord.stand import Stand
from tests.loopback.discord import Person, Reply, Upload
from tests.loopback.discord.interactions import Did

CALLBACK = "POST /interactions/{id}/{token}/callback"
ORIGINAL = "PATCH /webhooks/{id}/{token}/messages/@original"
REPORT = Form(
    name="report",
    title="Report",
    about="round 7",
    fields=(
        Field(name="what", label="What is wrong?", lines=True, value="It says"),
        Field(name="kind", label="Which kind?", options=(("key", "The answer"), ("text", "The text"))),
        Field(name="more", label="Anything else?", required=False),
    ),
)


class Desk:
    """A front desk that answers as a test says and keeps what it heard."""

    def __init__(self, answer: Callable[[Deed], Answer] = lambda _: Show(Note("heard"))) -> None:
        self.heard: list[Any] = []
        self.answer = answer

    async def __call__(self, deed: Deed) -> Answer:
        self.heard.append(deed)
        return self.answer(deed)

    @property
    def last(self) -> Any:
        return self.heard[-1]


def says(text: str) -> Callable[[Deed], Answer]:
    return lambda _: Show(Note(text))


def then_says(text: str) -> Accept:
    async def then() -> Note:
        return Note(text)

    return Accept(then)


def edits(deed: Deed) -> Answer:
    """Opens editors; says what came back in them."""
    if isinstance(deed, Submission):
        return then_says(f"you said {deed.answer}")
    return Ask(a_card("output"), to=deed.to) if isinstance(deed, WantsEditor) else Ask(a_card("output"))


@pytest.fixture
def ada(stand: Stand) -> Person:
    return stand.server.person("Ada").go(stand.daily)


@pytest.fixture
def bo(stand: Stand) -> Person:
    return stand.server.person("Bo", locale="de").go(stand.daily)


async def test_a_command_is_a_deed_with_who_where_and_in_which_language(stand: Stand, bo: Person) -> None:
    desk = Desk()
    async with stand.listening(desk):
        act = await bo.use("/quiz board", which="week", topic="names")
        assert act.replied is Reply.MESSAGE
        assert (await act.answer("heard")).private
        mo = stand.server.person("Mo", "manage_guild").go(stand.daily)
        await mo.use("/quiz-admin pin", question="half-a-pizza", day="2026-12-24")
    deed = desk.heard[0]
    assert (deed.name, deed.text, deed.place) == ("board", "week topic names", stand.place)
    assert (deed.who.address, deed.who.name, deed.who.locale, deed.who.moderator) == (
        f"discord:{bo.user.id}",
        "Bo",
        "de",
        False,
    )
    assert (desk.last.name, desk.last.text, desk.last.who.moderator) == ("pin", "half-a-pizza 2026-12-24", True)


async def test_a_command_of_moderators_that_somebody_else_sends_is_not_a_moderators(stand: Stand, ada: Person) -> None:
    desk = Desk()
    async with stand.listening(desk):
        data = {"id": "1", "name": "quiz-admin", "type": 1, "options": [{"name": "post", "type": 1, "options": []}]}
        stand.server.interactions.begin(Did.COMMAND, ada.user, stand.daily, data)
        await stand.until(lambda: desk.heard)
    assert (desk.last.name, desk.last.who.moderator) == ("post", False)


async def test_a_thread_belongs_to_its_channel_and_direct_messages_to_nobody(stand: Stand, ada: Person) -> None:
    desk = Desk()
    async with stand.listening(desk) as chat:
        await (await ada.go_direct().use("/quiz help")).answer("heard")
        assert desk.last.place == await chat.private(desk.last.who.address)
        assert not desk.last.who.moderator


async def test_what_was_published_can_be_suggested_as_a_question(stand: Stand, ada: Person) -> None:
    desk = Desk()
    said = ada.says("```py\nprint(1)\n```\nWhat does it print?")
    async with stand.listening(desk):
        await ada.menu("Suggest as question", on=said)
    assert (desk.last.name, desk.last.text) == ("suggest", "```py\nprint(1)\n```\nWhat does it print?")


async def test_two_people_with_the_same_modal_never_see_each_others_text(stand: Stand, ada: Person, bo: Person) -> None:
    async with stand.listening(Desk(edits)):
        of_ada, of_bo = await ada.use("/quiz answer"), await bo.use("/quiz answer")
        mine = of_ada.modal.fill({"What does it print?": "ada's"})
        theirs = of_bo.modal.fill({"Was gibt es aus?": "bo's"})
        last = await theirs.submit()
        first = await mine.submit()
        assert "you said ada's" in (await first.answer()).text
        assert "you said bo's" in (await last.answer()).text
        for person, other in ((ada, "bo's"), (bo, "ada's")):
            assert not [one for one in person.screen() if other in one.text]


async def test_a_modal_that_was_open_during_a_restart_is_answered_after_it(stand: Stand, ada: Person) -> None:
    async with stand.listening(Desk(edits)):
        act = await ada.use("/quiz answer")
    async with stand.listening(Desk(edits)):
        sent = await act.modal.fill({"What does it print?": "42"}).submit()
        assert "you said 42" in (await sent.answer()).text


async def test_the_library_keeps_no_modal_and_no_view(stand: Stand, ada: Person) -> None:
    chat = stand.chat()
    async with stand.listening(Desk(edits), chat):
        for _ in range(20):
            (await ada.use("/quiz answer")).modal.dismiss()
        store = chat._connection._connection._view_store  # type: ignore[union-attr]
        assert (store._modals, store._views, store._synced_message_views) == ({}, {}, {})


@pytest.mark.parametrize("custom_id", ["aq0:c:1:hint:", "somebody elses", "aq1:z", "aq1:c:x:hint:", "aq1:m:0", " "])
async def test_an_id_of_another_time_gets_a_polite_answer(stand: Stand, ada: Person, custom_id: str) -> None:
    desk = Desk()
    async with stand.listening(desk) as chat:
        ref = await chat.publish(stand.place, Note("one"), key="k")
        cause = None
        message = stand.daily.messages[int(ref.rpartition(":")[2])]
        for did in (Did.COMPONENT, Did.MODAL):
            data = {"component_type": 2, "custom_id": custom_id, "components": []}
            cause = stand.server.interactions.begin(did, ada.user, stand.daily, data, message=message, cause=cause)
        await stand.until(lambda: len([one for one in ada.screen() if "older than I am" in one.text]) == 2)
    assert desk.heard == []


async def test_a_front_desk_that_takes_its_time_is_deferred_and_shown_later(stand: Stand, ada: Person) -> None:
    slow = asyncio.Event()

    async def hear(_: Deed) -> Answer:
        await slow.wait()
        return Show(Note("at last"))

    async with stand.listening(hear, stand.chat(hear_seconds=0.01)):
        act = await ada.use("/quiz me")
        assert act.replied is Reply.DEFERRED
        assert act.shown
        assert act.shown.thinking
        assert act.shown.private
        slow.set()
        assert (await act.answer("at last")).private


async def test_an_editor_that_comes_too_late_is_offered_behind_a_button(stand: Stand, ada: Person) -> None:
    async def hear(deed: Deed) -> Answer:
        if isinstance(deed, Command):
            await asyncio.sleep(0)
            await stand.until(lambda: act_deferred(stand))
        return Fill(REPORT) if getattr(deed, "name", "") == "suggest" else edits(deed)

    async with stand.listening(hear, stand.chat(hear_seconds=0.01)):
        act = await ada.use("/quiz answer")
        await act.answer("ready now")
        act = await ada.press("Open it")
        assert act.modal.labels == ["What does it print?"]


def act_deferred(stand: Stand) -> bool:
    return bool(stand.server.requests("POST", "/callback"))


async def test_a_saturated_judge_keeps_nobody_from_being_acknowledged(stand: Stand) -> None:
    free = asyncio.Event()

    async def then() -> Note:
        await free.wait()
        return Note("judged")

    people = [stand.server.person(f"p{at}").go(stand.daily) for at in range(40)]
    async with stand.listening(Desk(lambda _: Accept(then))):
        acts = await asyncio.gather(*(one.use("/quiz answer", answer="42") for one in people))
        assert {act.replied for act in acts} == {Reply.DEFERRED}
        free.set()
        shown = await asyncio.gather(*(act.answer("judged") for act in acts))
        assert all(one.private for one in shown)


@pytest.mark.parametrize("answer", [says("shown"), lambda _: then_says("shown")], ids=["at once", "later"])
@pytest.mark.parametrize("what", ["drop-after", "reset-after", "502-after", "40060-after", "html-after"])
async def test_an_acknowledgement_whose_answer_is_lost_is_followed_by_one_answer(
    stand: Stand, ada: Person, what: str, answer: Callable[[Deed], Answer]
) -> None:
    stand.server.faults.next(CALLBACK, what)
    async with stand.listening(Desk(answer)):
        act = await ada.use("/quiz me")
        assert (await act.answer("shown")).private
        await stand.until(lambda: len(stand.server.requests("PATCH", "/messages/@original")) > 0 or "502" not in what)
    assert len([one for one in ada.screen() if "shown" in one.text]) == 1


async def test_whoever_was_told_that_it_failed_is_not_judged_behind_their_back(stand: Stand, ada: Person) -> None:
    ran: list[str] = []

    async def then() -> Note:
        ran.append("judged")
        return Note("judged")

    stand.server.faults.next(CALLBACK, "slow", seconds=3.1)
    async with stand.listening(Desk(lambda _: Accept(then))):
        act = await ada.use("/quiz answer", answer="42")
        assert act.failed
        await (await ada.use("/quiz answer", answer="42")).answer("judged")
    assert ran == ["judged"]


@pytest.mark.parametrize("what", ["50027", "10015", "10008"])
async def test_an_answer_that_nobody_can_be_shown_any_more_is_logged(
    stand: Stand, ada: Person, what: str, caplog: pytest.LogCaptureFixture
) -> None:
    stand.server.faults.next(ORIGINAL, what)
    async with stand.listening(Desk(lambda _: then_says("judged"))):
        await ada.use("/quiz answer", answer="42")
        await stand.until(lambda: "discord.late" in caplog.text)
        assert "judged" in (await (await ada.use("/quiz answer", answer="42")).answer()).text
    assert "Traceback" not in caplog.text


async def test_a_defect_of_ours_is_said_kindly_and_logged(
    stand: Stand, ada: Person, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks(_: Deed) -> Answer:
        raise ZeroDivisionError

    async with stand.listening(Desk(breaks)):
        assert "went wrong on my side" in (await (await ada.use("/quiz me")).answer()).text
    assert "discord.broken" in caplog.text


async def test_trouble_is_said_in_its_own_words(stand: Stand, ada: Person) -> None:
    def troubled(_: Deed) -> Answer:
        raise StoreTrouble("The disk is full.")

    async with stand.listening(Desk(troubled)):
        assert "The disk is full." in (await (await ada.use("/quiz me")).answer()).text


async def test_whoever_is_being_judged_when_the_bot_stops_still_gets_the_verdict(stand: Stand, ada: Person) -> None:
    free = asyncio.Event()

    async def then() -> Note:
        await free.wait()
        return Note("judged")

    async with stand.listening(Desk(lambda _: Accept(then))):
        act = await ada.use("/quiz answer", answer="42")
        asyncio.get_running_loop().call_soon(free.set)
    assert "judged" in (await act.answer()).text


async def test_whoever_waits_longer_than_that_is_told_of_the_restart(
    stand: Stand, ada: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.chats.discord.chat.DRAIN_SECONDS", 0.01)

    async def then() -> Note:
        await asyncio.Event().wait()
        return Note("never")

    async with stand.listening(Desk(lambda _: Accept(then))):
        act = await ada.use("/quiz answer", answer="42")
    assert "I am being restarted" in (await act.answer()).text


async def test_an_answer_that_cannot_be_used_can_be_mended_without_typing_it_again(stand: Stand, ada: Person) -> None:
    def corrects(deed: Deed) -> Answer:
        return Correct("Say it shorter.") if isinstance(deed, Submission) else edits(deed)

    async with stand.listening(Desk(corrects)):
        act = await (await ada.use("/quiz answer")).modal.fill({"What does it print?": "forty two"}).submit()
        assert "Say it shorter." in (await act.answer()).text
        act = await ada.press("Try again")
        assert act.modal.field("What does it print?")["value"] == "forty two"


async def test_a_form_comes_back_as_it_was_filled_in_and_can_be_mended(stand: Stand, ada: Person) -> None:
    desk = Desk(lambda deed: Correct("Say more.") if isinstance(deed, Filled) else Fill(REPORT))
    async with stand.listening(desk):
        act = await ada.use("/quiz suggest")
        assert act.modal.labels == ["What is wrong?", "Which kind?", "Anything else?"]
        act = await act.modal.fill({"What is wrong?": "It says 4", "Which kind?": "The answer"}).submit()
        assert "Say more." in (await act.answer()).text
        assert dict(desk.last.values) == {"what": "It says 4", "kind": "key", "more": ""}
        assert (desk.last.form, desk.last.about, desk.last.id) == ("report", "round 7", f"discord:{act.interaction.id}")
        act = await ada.press("Try again")
        assert act.modal.field("What is wrong?")["value"] == "It says 4"
    async with stand.listening(desk):
        assert "open it again" in (await (await ada.press("Try again")).answer()).text


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (Upload(content_type="text/x-python", filename="a.py", data=b"print(1)\n"), "you said print(1)"),
        (Upload(content_type="text/x-python", filename="a.py", data=b"\xff\xfe\x00"), "not valid UTF-8"),
        (Upload(content_type="text/x-python", filename="a.py", data=b"#" * 70_000), "larger than 64 KiB"),
    ],
    ids=["text", "binary", "large"],
)
async def test_code_can_be_handed_in_as_a_file(stand: Stand, ada: Person, file: Upload, told: str) -> None:
    def codes(deed: Deed) -> Answer:
        return edits(deed) if isinstance(deed, Submission) else Ask(a_card("function"))

    async with stand.listening(Desk(codes)):
        act = await (await ada.use("/quiz answer")).modal.fill({"Or a file, if it is long": file}).submit()
        assert act.replied is Reply.DEFERRED
        assert told in (await act.answer()).text.replace("\\", "")


@pytest.mark.parametrize(
    ("kind", "filled", "answer"),
    [
        ("choice", {"Choose one": "beta"}, Picked(frozenset({1}))),
        ("many", {"Choose all that are right": ["alpha", "gamma"]}, Picked(frozenset({0, 2}))),
        ("error", {"Which exception?": "TypeError", "On which line does it end?": "3"}, "TypeError line 3"),
        ("order", {"The letters in their order, such as: c a b": "c a b"}, "c a b"),
        ("fill", {"Blank 1": "len", "Blank 2": "x"}, Blanks(("len", "x"))),
        ("open", {"In your own words": "It binds a name."}, "It binds a name."),
        ("function", {"Your code": "def f():\n    return 1"}, "def f():\n    return 1"),
    ],
)
async def test_each_kind_has_its_editor(
    stand: Stand, ada: Person, kind: str, filled: dict[str, Any], answer: object
) -> None:
    desk = Desk(lambda deed: then_says("taken") if isinstance(deed, Submission) else Ask(a_card(kind)))
    async with stand.listening(desk):
        act = await (await ada.use("/quiz answer")).modal.fill(filled).submit()
        await act.answer("taken")
    assert desk.last.answer == answer
    assert (desk.last.round, desk.last.to) == (7, "answer")


async def test_a_shuffled_editor_sends_the_questions_own_positions(stand: Stand, ada: Person) -> None:
    shuffled = a_card("choice", options=("gamma", "alpha", "beta"), order=(2, 0, 1))
    desk = Desk(lambda deed: then_says("taken") if isinstance(deed, Submission) else Ask(shuffled))
    async with stand.listening(desk):
        act = await (await ada.use("/quiz answer")).modal.fill({"Choose one": "gamma"}).submit()
        await act.answer("taken")
    assert desk.last.answer == Picked(frozenset({2}))


def pages(deed: Deed) -> Answer:
    """A page that counts how often it was pressed on."""
    number = int(getattr(deed, "text", "") or 0)
    if number == 2:
        return Show(Document(name="all.json", content="{}", text="Everything."))
    on = Action(label="On", name="inbox", text=f"{number + 1}")
    return Show(Page(title=f"Page {number}", rows=(Row(text="a row", actions=(on,)),), actions=(on,)))


async def test_what_comes_of_a_page_takes_its_place(stand: Stand, ada: Person) -> None:
    async with stand.listening(Desk(pages)):
        act = await ada.use("/quiz help")
        page = await act.answer("Page 0")
        act = await ada.press("On")
        assert act.replied is Reply.UPDATE
        assert "Page 1" in page.text
        await ada.press("On")
        assert "Everything." in page.text
        assert [one.filename for one in page.files] == ["all.json"]
        assert len(ada.screen()) == 1


async def test_a_page_with_more_steps_than_buttons_has_a_menu(stand: Stand, ada: Person) -> None:
    def inbox(deed: Deed) -> Answer:
        if getattr(deed, "text", ""):
            return Show(Note(f"did {getattr(deed, 'text', '')}"))
        rows = tuple(
            Row(
                text=f"item {at}",
                actions=tuple(
                    Action(label=what.title(), name="inbox", text=f"{what} {at}")
                    for what in ("approve", "edit", "dismiss")
                ),
            )
            for at in range(12)
        )
        return Show(Page(title="Inbox", rows=rows))

    async with stand.listening(Desk(inbox)):
        await ada.use("/quiz help")
        act = await ada.choose("4. Edit: item 3", of="Choose what to do (1\N{EN DASH}8)")
        assert "did edit 3" in (await act.answer()).text


async def test_a_rubric_is_graded_from_a_menu_or_by_none_of_them(stand: Stand, ada: Person) -> None:
    from tests.chats.discord.cards import a_written_verdict

    desk = Desk(lambda deed: Show(a_written_verdict()) if isinstance(deed, Command) else then_says("graded"))
    async with stand.listening(desk):
        await ada.use("/quiz help")
        await (await ada.choose("says a", "says c", of="Which of these points did yours make?")).answer("graded")
        assert desk.last.answer == Claimed(frozenset({0, 2}))
        await (await ada.press("None of them")).answer("graded")
        assert desk.last.answer == Claimed(frozenset())


async def test_something_that_follows_is_shown_under_it(stand: Stand, ada: Person) -> None:
    async def reveal() -> Note:
        return Note("and its reveal")

    async with stand.listening(Desk(lambda _: Show(Note("the card"), reveal))):
        act = await ada.use("/quiz help")
        await act.answer("the card")
        assert (await act.answer("and its reveal")).private


async def test_topics_complete_themselves_for_all_and_questions_for_moderators_alone(stand: Stand, ada: Person) -> None:
    from bot.testing.questions import a_choice, an_output

    async def pool(place: Place) -> list[Question]:
        return [a_choice("half-a-pizza"), an_output("two-300s")] if place == stand.place else []

    chat: DiscordChat = stand.chat()
    chat.completes(pool)
    mo = stand.server.person("Mo", "manage_guild").go(stand.daily)
    async with stand.listening(Desk(), chat):
        assert await ada.types("/quiz board", "topic", "nam") == ["names", "names/binding"]
        assert [one.split(" ")[0] for one in await mo.types("/quiz-admin pin", "question", "pizza")] == ["half-a-pizza"]
        assert await mo.types("/quiz-admin setup", "zone", "europe/berl") == ["Europe/Berlin"]
        data = {
            "id": "1",
            "name": "quiz-admin",
            "type": 1,
            "options": [
                {"name": "pin", "type": 1, "options": [{"name": "question", "type": 3, "value": "", "focused": True}]}
            ],
        }
        forged = stand.server.interactions.begin(Did.AUTOCOMPLETE, ada.user, stand.daily, data)
        await stand.until(lambda: forged.choices is not None)
        assert forged.choices == []


async def test_code_that_was_tried_is_there_when_it_is_to_be_handed_in(stand: Stand, ada: Person) -> None:
    def tries(deed: Deed) -> Answer:
        if isinstance(deed, Submission):
            return then_says("tried")
        return Ask(a_card("function"), to="run" if isinstance(deed, WantsEditor) else "answer")

    async with stand.listening(Desk(tries)):
        act = await (await ada.use("/quiz run")).modal.fill({"Your code": "def double(x): return 2 * x"}).submit()
        await act.answer("tried")
        act = await ada.use("/quiz answer")
        assert act.modal.field("Your code")["value"] == "def double(x): return 2 * x"


async def test_whoever_waits_for_the_judge_reads_their_place_in_the_queue(stand: Stand, ada: Person) -> None:
    free = asyncio.Event()

    async def then() -> Note:
        waiting = queued()
        assert waiting is not None
        for place in (3, 2, 1):
            waiting(place)
        await free.wait()
        return Note("judged")

    async with stand.listening(Desk(lambda _: Accept(then))):
        act = await ada.use("/quiz answer", answer="42")
        await act.answer("1")
        free.set()
        assert (await act.answer("judged")).private
    assert len(stand.server.requests("PATCH", "/messages/@original")) <= 3


async def test_what_somebody_set_as_their_language_goes_before_discords(stand: Stand, bo: Person) -> None:
    heard: list[str] = []

    class Listening(Note):
        @property
        def text(self) -> str:
            heard.append(spoken())
            return "shown"

    def in_theirs(_: Deed) -> Answer:
        heard.append(spoken())
        speak("fr")
        return Show(object.__new__(Listening))

    async with stand.listening(Desk(in_theirs)):
        await (await bo.use("/quiz me")).answer("shown")
    assert heard[0] == "de"
    assert set(heard[1:]) == {"fr"}


async def test_commands_in_the_help_can_be_pressed_on(stand: Stand, ada: Person) -> None:
    known = (("today", "show it"), ("/quiz-admin ban TOPIC", "do not ask it"))
    async with stand.listening(Desk(lambda _: Show(HelpView(commands=known)))):
        told = (await (await ada.use("/quiz help")).answer("show it")).text
    number = next(one["id"] for one in stand.server.commands[0] if one["name"] == "quiz")
    assert f"</quiz today:{number}> show it" in told
    assert "`/quiz-admin topics ban TOPIC`" in told
