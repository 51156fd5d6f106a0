"""Modals and homes of the loopback Slack: triggers, stacks, hashes, and answers to a submission."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.testing.clocks import FakeClock
from tests.loopback.lines import Line, Lines
from tests.loopback.refusals import refusal
from tests.loopback.samples import form, plain
from tests.loopback.slack import NotThere, Person, Silence, Slack
from tests.loopback.slack.wire import Json


@pytest.fixture
async def line(slack: Slack) -> AsyncIterator[Line]:
    async with Lines(slack) as lines:
        yield await lines.open()


@pytest.fixture
def ana(slack: Slack) -> Person:
    return slack.person("Ana")


def trigger(slack: Slack, ana: Person) -> str:
    return slack.triggers.new(ana.id)


def titled(words: str, **more: object) -> Json:
    return form() | {"title": plain(words)} | more


async def answered(line: Line, doing: Any, **answer: object) -> Json:
    """What the app was sent, after it acknowledged with `answer`."""
    task = asyncio.ensure_future(doing)
    envelope = await line.hears()
    await line.acks(envelope, **answer)
    await task
    payload: Json = envelope["payload"]
    return payload


async def test_a_trigger_opens_one_view_within_three_seconds(slack: Slack, client: AsyncWebClient, ana: Person) -> None:
    assert isinstance(slack.clock, FakeClock)
    good = trigger(slack, ana)
    await client.views_open(trigger_id=good, view=form())
    assert await refusal(client.views_open(trigger_id=good, view=form())) == "exchanged_trigger_id"
    late = trigger(slack, ana)
    await slack.clock.advance(timedelta(seconds=3))
    assert await refusal(client.views_open(trigger_id=late, view=form())) == "expired_trigger_id"
    assert await refusal(client.views_open(trigger_id="1.2.x", view=form())) == "invalid_trigger_id"


async def test_three_modals_lie_above_each_other_and_no_fourth(
    slack: Slack, client: AsyncWebClient, ana: Person
) -> None:
    none = client.views_push(trigger_id=trigger(slack, ana), view=form())
    assert await refusal(none) == "not_found"
    await client.views_open(trigger_id=trigger(slack, ana), view=titled("1"))
    for words in ("2", "3"):
        pushed = await client.views_push(trigger_id=trigger(slack, ana), view=titled(words))
        assert pushed["view"]["root_view_id"] != pushed["view"]["id"]
    fourth = client.views_push(trigger_id=trigger(slack, ana), view=titled("4"))
    assert await refusal(fourth) == "push_limit_reached"
    assert "3" in ana.modal_text
    await ana.closes()
    assert "2" in ana.modal_text


async def test_an_update_needs_the_hash_it_read_and_a_view_that_is_still_open(
    slack: Slack, client: AsyncWebClient, ana: Person
) -> None:
    opened = (await client.views_open(trigger_id=trigger(slack, ana), view=form()))["view"]
    changed = await client.views_update(view_id=opened["id"], hash=opened["hash"], view=titled("Second"))
    assert changed["view"]["hash"] != opened["hash"]
    stale = client.views_update(view_id=opened["id"], hash=opened["hash"], view=titled("Third"))
    assert await refusal(stale) == "hash_conflict"
    await ana.closes()
    assert await refusal(client.views_update(view_id=opened["id"], view=titled("Fourth"))) == "not_found"


async def test_an_external_id_names_one_view(slack: Slack, client: AsyncWebClient, ana: Person) -> None:
    ben = slack.person("Ben")
    await client.views_open(trigger_id=trigger(slack, ana), view=form() | {"external_id": "x"})
    twice = client.views_open(trigger_id=trigger(slack, ben), view=form() | {"external_id": "x"})
    assert await refusal(twice) == "duplicate_external_id"
    await client.views_update(external_id="x", view=titled("By name", external_id="x"))
    assert "By name" in ana.modal_text


async def test_a_home_is_published_for_one_person(slack: Slack, client: AsyncWebClient, ana: Person) -> None:
    home = {"type": "home", "blocks": [{"type": "section", "text": plain("yours")}]}
    first = await client.views_publish(user_id=ana.id, view=home)
    assert ana.home_text == "yours"
    assert slack.person("Ben").home_text == ""
    await client.views_publish(user_id=ana.id, view=home, hash=first["view"]["hash"])
    stale = client.views_publish(user_id=ana.id, view=home, hash=first["view"]["hash"])
    assert await refusal(stale) == "hash_conflict"


async def test_views_that_are_too_large_or_wrong_are_refused(slack: Slack, client: AsyncWebClient, ana: Person) -> None:
    large = form() | {"blocks": [{"type": "section", "text": plain("x" * 2900)} for _ in range(90)]}
    assert await refusal(client.views_open(trigger_id=trigger(slack, ana), view=large)) == "view_too_large"
    wrong = client.views_open(trigger_id=trigger(slack, ana), view=titled("x" * 25))
    assert await refusal(wrong) == "invalid_arguments"
    assert all("/title" in problem for problem in slack.problems)
    slack.problems.clear()


async def test_what_was_filled_in_is_submitted_and_stays_through_an_update(
    slack: Slack, client: AsyncWebClient, ana: Person, line: Line
) -> None:
    opened = (await client.views_open(trigger_id=trigger(slack, ana), view=form()))["view"]
    await ana.fills("Code", "print(1)\n")
    await ana.chooses("str", under="Which?")
    await client.views_update(view_id=opened["id"], view=titled("Again"))
    payload = await answered(line, ana.submits())
    values = payload["view"]["state"]["values"]
    assert values["two"]["x"] == {"type": "plain_text_input", "value": "print(1)\n"}
    assert values["one"]["x"]["selected_option"]["value"] == "b"
    assert (payload["type"], payload["view"]["private_metadata"]) == ("view_submission", "round-1")
    assert ana.modal is None


@pytest.mark.parametrize(
    ("answer", "top"),
    [
        ({}, "Below"),
        ({"response_action": "clear"}, ""),
        ({"response_action": "update", "view": titled("Verdict")}, "Verdict"),
        ({"response_action": "errors", "errors": {"two": "Too short."}}, "Too short."),
    ],
)
async def test_an_answer_to_a_submission_is_obeyed(
    slack: Slack, client: AsyncWebClient, ana: Person, line: Line, answer: Json, top: str
) -> None:
    await client.views_open(trigger_id=trigger(slack, ana), view=titled("Below"))
    await client.views_push(trigger_id=trigger(slack, ana), view=titled("Above"))
    await ana.fills("Code", "x")
    await answered(line, ana.submits(), **answer)
    assert top in ana.modal_text
    assert bool(ana.modal) == bool(top)


async def test_an_answer_can_put_one_more_on_top(slack: Slack, client: AsyncWebClient, ana: Person, line: Line) -> None:
    await client.views_open(trigger_id=trigger(slack, ana), view=titled("Below"))
    await ana.fills("Code", "x")
    await answered(line, ana.submits(), response_action="push", view=titled("Above"))
    assert "Above" in ana.modal_text
    await ana.closes()
    assert "Below" in ana.modal_text


@pytest.mark.parametrize(
    "answer",
    [
        {"response_action": "errors", "errors": {"nowhere": "x"}},
        {"response_action": "errors", "errors": {}},
        {"response_action": "update", "view": titled("x" * 25)},
        {"response_action": "vanish"},
    ],
)
async def test_an_answer_slack_cannot_obey_is_a_problem_and_the_person_sees_trouble(
    slack: Slack, client: AsyncWebClient, ana: Person, line: Line, answer: Json
) -> None:
    await client.views_open(trigger_id=trigger(slack, ana), view=form())
    await ana.fills("Code", "x")
    await answered(line, ana.submits(), **answer)
    assert ana.notices == ["We had some trouble connecting. Try again?"]
    assert ana.modal is not None
    assert slack.problems
    slack.problems.clear()


async def test_a_submission_nobody_acknowledges_leaves_the_form_open(
    slack: Slack, client: AsyncWebClient, ana: Person, line: Line
) -> None:
    assert isinstance(slack.clock, FakeClock)
    await client.views_open(trigger_id=trigger(slack, ana), view=form())
    await ana.fills("Code", "x")
    submitting = asyncio.create_task(ana.submits())
    await line.hears()
    await slack.clock.advance(timedelta(seconds=3))
    assert await submitting == Silence("timeout")
    assert ana.modal is not None


async def test_an_app_is_told_that_a_form_was_closed_when_it_asked(
    slack: Slack, client: AsyncWebClient, ana: Person, line: Line
) -> None:
    await client.views_open(trigger_id=trigger(slack, ana), view=form() | {"notify_on_close": True})
    payload = await answered(line, ana.closes())
    assert (payload["type"], payload["is_cleared"]) == ("view_closed", False)
    await client.views_open(trigger_id=trigger(slack, ana), view=form())
    await ana.closes()
    with pytest.raises(NotThere):
        await ana.closes()


async def test_a_field_can_tell_the_app_when_it_changes(
    slack: Slack, client: AsyncWebClient, ana: Person, line: Line
) -> None:
    view = form()
    view["blocks"][0]["dispatch_action"] = True
    await client.views_open(trigger_id=trigger(slack, ana), view=view)
    payload = await answered(line, ana.chooses("str", under="Which?"))
    assert payload["actions"][0]["selected_option"]["value"] == "b"
    assert payload["container"]["type"] == "view"


async def test_a_program_can_be_attached(slack: Slack, client: AsyncWebClient, ana: Person, line: Line) -> None:
    view = form()
    files = {"type": "file_input", "action_id": "f", "filetypes": ["py"], "max_files": 1}
    view["blocks"][1] = {"type": "input", "block_id": "two", "label": plain("File"), "element": files}
    await client.views_open(trigger_id=trigger(slack, ana), view=view)
    with pytest.raises(NotThere, match="takes"):
        await ana.attaches("File", "a.exe", b"MZ")
    await ana.attaches("File", "a.py", b"print(1)")
    with pytest.raises(NotThere, match="no more"):
        await ana.attaches("File", "b.py", b"print(2)")
    payload = await answered(line, ana.submits())
    [file] = payload["view"]["state"]["values"]["two"]["f"]["files"]
    async with slack.session.get(
        file["url_private_download"], headers={"Authorization": f"Bearer {slack.installation.token}"}
    ) as response:
        assert await response.read() == b"print(1)"


async def test_a_client_sets_quotes_nicely(slack: Slack, client: AsyncWebClient, ana: Person) -> None:
    await client.views_open(trigger_id=trigger(slack, ana), view=form())
    await ana.fills("Code", "print(\"it's\", 'x'...)", smart=True)
    assert ana.modal is not None
    assert ana.modal.values["two", "x"]["value"] == "print(“it’s”, ‘x’…)"
