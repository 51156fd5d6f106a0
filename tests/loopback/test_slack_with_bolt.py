"""A quiz as anybody writes it on slack-bolt, driven by people: the loopback Slack speaks bolt's language."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp

from tests.loopback.bolt_apps import TRANSPORTS, bolt_app
from tests.loopback.slack import NotThere, Person, Shortcut, Slack, Unfilled

CARD = [
    {"type": "header", "text": {"type": "plain_text", "text": "What is 2 + 2?"}},
    {
        "type": "actions",
        "elements": [
            {"type": "button", "action_id": "answer", "value": "r1", "text": {"type": "plain_text", "text": "Answer"}},
            {"type": "button", "action_id": "hint", "value": "r1", "text": {"type": "plain_text", "text": "Hint"}},
        ],
    },
]
MODAL = {
    "type": "modal",
    "callback_id": "answer",
    "private_metadata": "r1",
    "title": {"type": "plain_text", "text": "Your answer"},
    "submit": {"type": "plain_text", "text": "Hand in"},
    "blocks": [
        {
            "type": "input",
            "block_id": "answer",
            "label": {"type": "plain_text", "text": "What is printed"},
            "element": {"type": "plain_text_input", "action_id": "text", "max_length": 5},
        },
    ],
}
VERDICT = {
    "type": "modal",
    "title": {"type": "plain_text", "text": "Verdict"},
    "blocks": [{"type": "section", "text": {"type": "plain_text", "text": "Right!"}}],
}


def quiz(app: AsyncApp) -> None:
    @app.command("/quiz")
    async def command(ack: Any, command: dict[str, str], client: Any) -> None:
        if command["text"] == "help":
            await ack("Ask me anything.")
            return
        await ack()
        await client.chat_postMessage(channel=command["channel_id"], text="What is 2 + 2?", blocks=CARD)

    @app.action("answer")
    async def answer(ack: Any, body: dict[str, Any], client: Any) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=MODAL)

    @app.action("hint")
    async def hint(ack: Any, respond: Any) -> None:
        await ack()
        await respond("It is even.")

    @app.view("answer")
    async def submitted(ack: Any, view: dict[str, Any]) -> None:
        said = view["state"]["values"]["answer"]["text"]["value"]
        if not said.isdigit():
            await ack(response_action="errors", errors={"answer": "A number, please."})
        else:
            await ack(response_action="update", view=VERDICT)

    @app.event("app_home_opened")
    async def home(event: dict[str, str], client: Any) -> None:
        zone = (await client.users_info(user=event["user"]))["user"]["tz"]
        blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": f"Your zone is {zone}"}}]
        await client.views_publish(user_id=event["user"], view={"type": "home", "blocks": blocks})

    @app.shortcut("suggest")
    async def suggest(ack: Any, body: dict[str, Any], client: Any) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=MODAL)

    @app.event("app_mention")
    async def mention(event: dict[str, str], say: Any) -> None:
        await say(text="You called?", thread_ts=event["ts"])


@pytest.fixture(params=TRANSPORTS)
async def ana(slack: Slack, request: pytest.FixtureRequest) -> AsyncIterator[Person]:
    slack.app.shortcuts = (
        Shortcut(name="Suggest a question", kind="global", callback_id="suggest"),
        Shortcut(name="Suggest as question", kind="message", callback_id="suggest"),
    )
    app = bolt_app(slack)
    quiz(app)
    person = slack.person("Ana", tz="Europe/Lisbon")
    async with TRANSPORTS[request.param](app, slack):
        yield person


async def test_a_command_a_button_a_form_and_its_verdict(ana: Person) -> None:
    await ana.types("/quiz today")
    await ana.presses("Answer")
    with pytest.raises(Unfilled, match="must be filled in"):
        await ana.submits()
    await ana.fills("What is printed", "123456")
    with pytest.raises(Unfilled, match="5 characters at most, not 6"):
        await ana.submits()
    await ana.fills("What is printed", "four")
    await ana.submits()
    assert "A number, please." in ana.modal_text
    await ana.fills("What is printed", "4")
    await ana.submits()
    assert "Right!" in ana.modal_text
    await ana.closes()
    assert ana.modal is None


async def test_a_text_in_the_acknowledgement_is_shown_to_that_person_alone(ana: Person, slack: Slack) -> None:
    ben = slack.person("Ben")
    await ana.types("/quiz help")
    assert "Ask me anything." in ana.reads()
    assert "Ask me anything." not in ben.reads()


async def test_an_answer_through_response_url_is_shown_to_that_person_alone(ana: Person, slack: Slack) -> None:
    ben = slack.person("Ben")
    await ana.types("/quiz today")
    await ana.presses("Hint")
    await ana.sees("It is even.")
    assert "It is even." not in ben.reads()


async def test_the_home_is_published_with_the_persons_own_zone(ana: Person) -> None:
    await ana.opens_home()
    assert "Your zone is Europe/Lisbon" in ana.home_text


async def test_shortcuts_open_a_form(ana: Person) -> None:
    await ana.shortcut("Suggest a question")
    await ana.sees_modal("Your answer")
    await ana.closes()
    message = await ana.says("What does 0.1 + 0.2 give?")
    await ana.shortcut("Suggest as question", on=message)
    await ana.sees_modal("Your answer")


async def test_a_mention_is_answered_in_its_thread(ana: Person) -> None:
    asked = await ana.says("@askling hello")
    answer = await ana.sees("You called?")
    assert answer.thread_ts == asked.ts


async def test_nobody_presses_what_they_do_not_see(ana: Person, slack: Slack) -> None:
    with pytest.raises(NotThere, match="sees no button “Answer”; there is"):
        await ana.presses("Answer")
    await ana.types("/quiz today")
    await ana.presses("Answer")
    with pytest.raises(NotThere, match="a modal covers"):
        await ana.types("/quiz today")
    with pytest.raises(NotThere, match="Slack knows no /quizz"):
        await slack.person("Ben").types("/quizz")
