"""The home, the shortcuts, direct messages and mentions."""

from dataclasses import replace

import pytest

from bot.core.forms import Field, Form
from bot.core.messages import Answer, Command, Deed, Fill, Filled, Note, Show
from bot.core.pages import Action, Page, Row, Style
from tests.chats.slack.rooms import Room, running
from tests.loopback.slack import Person, Shortcut, Slack

FORM = Form(
    name="suggestion",
    title="Suggest a question",
    about="from here",
    fields=(
        Field(name="prompt", label="The question", lines=True, value="What is `1 + 1`?"),
        Field(name="kind", label="Kind", options=(("choice", "Choose"), ("output", "Predict")), value="choice"),
        Field(name="more", label="Anything else", required=False, hint="A source"),
    ),
)


class Desk:
    """Answers with a form, and keeps what it heard."""

    def __init__(self) -> None:
        self.heard: list[Deed] = []

    async def hear(self, deed: Deed) -> Answer:
        self.heard.append(deed)
        return Show(Note("Thank you.")) if isinstance(deed, Filled) else Fill(FORM)


def with_shortcuts(slack: Slack) -> Slack:
    slack.app.shortcuts = (
        Shortcut(name="Suggest a quiz question", kind="global", callback_id="suggest"),
        Shortcut(name="Suggest as question", kind="message", callback_id="suggest"),
    )
    return slack


async def test_the_home_shows_the_question_and_where_one_stands(room: Room, ada: Person, ben: Person) -> None:
    await room.begins(ada)
    await ben.opens_home()
    await ben.sees_home("The choice question")
    assert "no rank yet" in ben.home_text
    await ben.presses("Answer")
    await ben.sees_modal("Choose one")
    await ben.chooses("option 0")
    await ben.submits()
    await ben.sees_modal("✓ Right")
    await ben.closes()
    await ben.opens_home()
    await ben.sees_home("rank 1")
    await ben.presses("Board")
    await ben.sees_modal("All time")


@pytest.mark.usefixtures("room")
async def test_the_home_of_a_workspace_without_questions_says_so(ben: Person) -> None:
    await ben.opens_home()
    await ben.sees_home("No questions are asked in this place yet")
    assert ben.home_text.count("No questions are asked") == 1


async def test_a_global_shortcut_opens_a_form_and_what_is_written_comes_back(slack: Slack, ben: Person) -> None:
    desk = Desk()
    async with running(Room(with_shortcuts(slack), hear=desk.hear)):
        await ben.shortcut("Suggest a quiz question")
        await ben.sees_modal("The question")
        await ben.chooses("Predict", under="Kind")
        await ben.fills("The question", "What is `2 + 2`?")
        await ben.submits()
        await ben.sees_modal("Thank you.")
    asked, filled = desk.heard
    assert isinstance(asked, Command)
    assert isinstance(filled, Filled)
    assert (asked.name, asked.text) == ("suggest", "")
    assert filled.values == {"prompt": "What is `2 + 2`?", "kind": "output", "more": ""}
    assert (filled.form, filled.about) == ("suggestion", "from here")


async def test_a_message_can_be_suggested(slack: Slack, ben: Person) -> None:
    desk = Desk()
    async with running(Room(with_shortcuts(slack), hear=desk.hear)):
        message = await ben.says("What does `a < b` give?")
        await ben.shortcut("Suggest as question", on=message)
        await ben.sees_modal("The question")
    asked = desk.heard[0]
    assert isinstance(asked, Command)
    assert asked.text == "What does `a < b` give?"
    assert asked.place.endswith(slack.general.id)


async def test_whoever_writes_instead_of_pressing_gets_a_button_to_the_form(slack: Slack, ben: Person) -> None:
    desk = Desk()
    async with running(Room(slack, hear=desk.hear)):
        await ben.opens_direct()
        await ben.says("suggest")
        offered = await ben.sees("Suggest a question")
        await ben.presses("Suggest a question", on=offered)
        await ben.sees_modal("Kind")


async def test_a_direct_message_is_a_command(room: Room, ada: Person, ben: Person) -> None:
    await room.begins(ada)
    direct = await ben.opens_direct()
    await ben.says("today")
    await ben.sees("Prompt of choice", direct)
    await ben.says("b")
    await ben.sees("Not yet", direct)
    await ben.says("answer a")
    await ben.sees("✓ Right", direct)
    await ben.says("nonsense")
    await ben.sees("I do not know", direct)


async def test_a_mention_is_answered_to_its_author_alone(room: Room, ada: Person, ben: Person) -> None:
    await room.begins(ada)
    above = await ben.says("what about this one?")
    await ben.says("@askling help", under=above)
    told = await ben.sees("the leaderboard")
    assert told.only == ben.id
    assert told.thread_ts == above.ts
    assert "the leaderboard" not in ada.reads()


async def test_an_ordinary_message_is_none_of_our_business(room: Room, ben: Person) -> None:
    before = len(room.slack.sent)
    await ben.says("hello everybody")
    assert len(room.slack.sent) == before


PAGE = Page(
    title="Suggestions",
    text="These wait for `you`.",
    rows=(
        Row(
            text="<@U123> & *bold* <!channel>",
            detail="by Ben",
            code="print('`<&>`')",
            actions=(
                Action(label="Approve", name="inbox", text="approve 1", style=Style.PRIMARY),
                Action(label="Dismiss", name="inbox", text="dismiss 1", style=Style.DANGER),
            ),
        ),
    ),
    actions=(Action(label="More", name="inbox", text="page 2"),),
)


@pytest.mark.parametrize("where", ["beside", "inside"])
async def test_a_pages_actions_are_commands(where: str, slack: Slack, ben: Person) -> None:
    heard: list[Deed] = []

    async def hear(deed: Deed) -> Answer:
        heard.append(deed)
        return Show(PAGE if len(heard) == 1 else replace(PAGE, title="After"))

    async with running(Room(with_shortcuts(slack), hear=hear)):
        if where == "beside":
            await ben.types("/quiz inbox")
            page = await ben.sees("Suggestions")
            await ben.presses("Approve", on=page)
            await ben.sees("After")
        else:
            await ben.shortcut("Suggest a quiz question")
            await ben.sees_modal("Suggestions")
            await ben.presses("Approve")
            await ben.sees_modal("After")
    approved = heard[-1]
    assert isinstance(approved, Command)
    assert (approved.name, approved.text) == ("inbox", "approve 1")


async def test_peoples_words_are_shown_as_they_are_and_mention_nobody(slack: Slack, ben: Person) -> None:
    async def hear(_deed: Deed) -> Answer:
        return Show(PAGE)

    async with running(Room(slack, hear=hear)):
        await ben.types("/quiz inbox")
        page = await ben.sees("<@U123> & *bold* <!channel>")
    assert "&lt;@U123&gt; &amp; *bold* &lt;!channel&gt;" in page.text
    assert "mrkdwn" not in str(page.blocks)
