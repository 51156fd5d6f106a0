"""The judges accept what is good and catch each planted mistake; our own rules do so without any document."""

import copy
import random
from collections.abc import Callable
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.loopback.refusals import refusal
from tests.loopback.samples import button, card, cells, form, option, plain
from tests.loopback.slack import Slack, judged
from tests.loopback.slack.judges import message_objections, view_all
from tests.loopback.slack.judges.documents import needs_documents
from tests.loopback.slack.judges.rules import message_mistakes, view_mistakes
from tests.loopback.slack.judges.schemas import blocks_objections, metadata_objections, view_objections
from tests.loopback.slack.wire import Json

Plant = Callable[[Any], object]

MESSAGE_MISTAKES: dict[str, Plant] = {
    "51 blocks": lambda b: b.extend({"type": "divider"} for _ in range(50)),
    "a block_id twice": lambda b: b[4].update(block_id="head"),
    "an action_id twice in a block": lambda b: b[4]["elements"][1].update(action_id="answer"),
    "a header of 151": lambda b: b[0]["text"].update(text="x" * 151),
    "a header without words": lambda b: b[0]["text"].update(text=""),
    "a header in mrkdwn": lambda b: b[0]["text"].update(type="mrkdwn"),
    "a section of 3001": lambda b: b[2]["text"].update(text="x" * 3001),
    "a section without anything": lambda b: (b[2].pop("text"), b[2].pop("fields")),
    "eleven fields": lambda b: b[2].update(fields=[plain("x")] * 11),
    "a field of 2001": lambda b: b[2]["fields"][0].update(text="x" * 2001),
    "no fields": lambda b: b[2].update(fields=[]),
    "an image from nowhere": lambda b: b[3].pop("image_url"),
    "an image from two places": lambda b: b[3].update(slack_file={"id": "F1"}),
    "an alt text of 2001": lambda b: b[3].update(alt_text="x" * 2001),
    "26 buttons": lambda b: b[4].update(elements=[button(f"b{n}") for n in range(26)]),
    "no buttons": lambda b: b[4].update(elements=[]),
    "a button of 76": lambda b: b[4]["elements"][0]["text"].update(text="x" * 76),
    "a button with a value of 2001": lambda b: b[4]["elements"][0].update(value="x" * 2001),
    "an accessibility label of 76": lambda b: b[4]["elements"][0].update(accessibility_label="x" * 76),
    "an action_id of 256": lambda b: b[4]["elements"][0].update(action_id="x" * 256),
    "a button in mrkdwn": lambda b: b[4]["elements"][0]["text"].update(type="mrkdwn"),
    "a question of 101 before a button": lambda b: b[4]["elements"][0].update(
        confirm={"title": plain("x" * 101), "text": plain("?"), "confirm": plain("y"), "deny": plain("n")}
    ),
    "six entries in an overflow menu": lambda b: b[4]["elements"].append(
        {"type": "overflow", "action_id": "o", "options": [option(f"{n}", f"{n}") for n in range(6)]}
    ),
    "eleven radio buttons": lambda b: b[4]["elements"].append(
        {"type": "radio_buttons", "action_id": "r", "options": [option(f"{n}", f"{n}") for n in range(11)]}
    ),
    "no options": lambda b: b[4]["elements"].append({"type": "checkboxes", "action_id": "r", "options": []}),
    "two options with one value": lambda b: b[4]["elements"].append(
        {"type": "checkboxes", "action_id": "r", "options": [option("a", "1"), option("b", "1")]}
    ),
    "101 entries in a select": lambda b: b[4]["elements"].append(
        {"type": "static_select", "action_id": "r", "options": [option(f"{n}", f"{n}") for n in range(101)]}
    ),
    "options and groups": lambda b: b[4]["elements"].append(
        {
            "type": "static_select",
            "action_id": "r",
            "options": [option("a", "1")],
            "option_groups": [{"label": plain("g"), "options": [option("b", "2")]}],
        }
    ),
    "a table without a caption": lambda b: b[5].pop("caption"),
    "a table of 102 rows": lambda b: b[5].update(rows=[cells("a", "b")] * 102),
    "a table of a header alone": lambda b: b[5]["rows"].pop(),
    "a ragged table": lambda b: b[5]["rows"][1].pop(),
    "a table of 21 columns": lambda b: b[5].update(rows=[cells(*"x" * 21)] * 2),
    "a page of no rows": lambda b: b[5].update(page_size=0),
    "a page of 101 rows": lambda b: b[5].update(page_size=101),
    "a header column that is not there": lambda b: b[5].update(row_header_column_index=2),
    "two tables": lambda b: b.append(copy.deepcopy(b[5])),
    "eleven elements of a context": lambda b: b[6].update(elements=[plain("x")] * 11),
    "rich text without elements": lambda b: b[1].update(elements=[]),
    "12,001 of markdown in all": lambda b: b.extend({"type": "markdown", "text": "x" * 6001} for _ in range(2)),
    "an alert in a message": lambda b: b.append({"type": "alert", "text": plain("no")}),
}
"""Each of these our own rules catch."""

VIEW_MISTAKES: dict[str, Plant] = {
    "a title of 25": lambda v: v["title"].update(text="x" * 25),
    "no title": lambda v: v.pop("title"),
    "a title in mrkdwn": lambda v: v["title"].update(type="mrkdwn"),
    "a form that cannot be sent": lambda v: v.pop("submit"),
    "a submit of 25": lambda v: v["submit"].update(text="x" * 25),
    "101 blocks": lambda v: v["blocks"].extend({"type": "divider"} for _ in range(99)),
    "private metadata of 3001": lambda v: v.update(private_metadata="x" * 3001),
    "a callback_id of 256": lambda v: v.update(callback_id="x" * 256),
    "a field for 3001": lambda v: v["blocks"][1]["element"].update(max_length=3001),
    "a field for none": lambda v: v["blocks"][1]["element"].update(max_length=0),
    "a field for at least more than at most": lambda v: v["blocks"][1]["element"].update(min_length=9, max_length=3),
    "a first value longer than allowed": lambda v: v["blocks"][1]["element"].update(max_length=3, initial_value="1234"),
    "a placeholder of 151": lambda v: v["blocks"][1]["element"]["placeholder"].update(text="x" * 151),
    "a label of 2001": lambda v: v["blocks"][1]["label"].update(text="x" * 2001),
    "a hint of 2001": lambda v: v["blocks"][1]["hint"].update(text="x" * 2001),
    "an option of 76": lambda v: v["blocks"][0]["element"]["options"][0]["text"].update(text="x" * 76),
    "an option with a value of 151": lambda v: v["blocks"][0]["element"]["options"][0].update(value="x" * 151),
    "a first choice that is not offered": lambda v: v["blocks"][0]["element"].update(initial_option=option("z", "z")),
    "two elements that want the focus": lambda v: [b["element"].update(focus_on_load=True) for b in v["blocks"]],
    "a block_id twice": lambda v: v["blocks"][1].update(block_id="one"),
    "a container in a modal": lambda v: v["blocks"].append(
        {"type": "container", "child_blocks": [{"type": "divider"}]}
    ),
    "no blocks": lambda v: v.pop("blocks"),
}

SCHEMA_MISTAKES: dict[str, Plant] = {
    "a block nobody knows": lambda b: b.append({"type": "poll"}),
    "a field nobody knows": lambda b: b[0].update(colour="red"),
    "a header without text": lambda b: b[0].pop("text"),
    "a button without text": lambda b: b[4]["elements"][0].pop("text"),
    "a style nobody knows": lambda b: b[4]["elements"][0].update(style="success"),
    "a field for text in an actions block": lambda b: b[4]["elements"].append(
        {"type": "plain_text_input", "action_id": "t"}
    ),
    "a cell without a type": lambda b: b[5]["rows"][0].append({"text": "x"}),
    "an image without alt text": lambda b: b[3].pop("alt_text"),
    "a number where words belong": lambda b: b[0]["text"].update(text=4),
    "a section as a field of rich text": lambda b: b[1]["elements"].append({"type": "section"}),
}
"""These take Slack's own types."""


def planted(good: Any, plant: Plant) -> Any:
    bad = copy.deepcopy(good)
    plant(bad)
    assert bad != good
    return bad


def test_what_is_good_is_accepted() -> None:
    assert message_objections(card()) == []
    assert view_all(form()) == []
    assert view_all({"type": "home", "blocks": card()[:5]}) == []


@pytest.mark.parametrize("name", MESSAGE_MISTAKES)
def test_our_own_rules_catch_each_mistake_in_a_message(name: str) -> None:
    assert message_mistakes(planted(card(), MESSAGE_MISTAKES[name])) != []


@pytest.mark.parametrize("name", VIEW_MISTAKES)
def test_our_own_rules_catch_each_mistake_in_a_view(name: str) -> None:
    assert view_mistakes(planted(form(), VIEW_MISTAKES[name])) != []


@needs_documents
@pytest.mark.parametrize("name", SCHEMA_MISTAKES)
def test_slacks_types_catch_what_our_rules_leave_to_them(name: str) -> None:
    assert blocks_objections(planted(card(), SCHEMA_MISTAKES[name])) != []


@needs_documents
def test_slacks_types_alone_would_miss_some_of_what_our_rules_catch() -> None:
    missed = [name for name, plant in MESSAGE_MISTAKES.items() if not blocks_objections(planted(card(), plant))]
    missed += [name for name, plant in VIEW_MISTAKES.items() if not view_objections(planted(form(), plant))]
    every = len(MESSAGE_MISTAKES) + len(VIEW_MISTAKES)
    assert 0 < len(missed) < every
    assert {"a block_id twice", "a ragged table", "no options", "two tables"} <= set(missed)


@needs_documents
@pytest.mark.parametrize(
    "metadata",
    [
        {"event_type": "question"},
        {"event_type": "question", "event_payload": {"key": ["a"]}},
        {"event_type": 4, "event_payload": {}},
        {"event_type": "question", "event_payload": {}, "key": "k"},
    ],
)
def test_slacks_types_catch_metadata_that_is_none(metadata: Json) -> None:
    assert metadata_objections({"event_type": "question", "event_payload": {"key": "k"}}) == []
    assert metadata_objections(metadata) != []


async def test_a_test_fails_when_the_bot_sent_what_a_judge_objects_to() -> None:
    async def sends_rubbish() -> None:
        async with judged(Slack()) as server:
            client = AsyncWebClient(token=server.installation.token, base_url=server.base_url)
            blocks = planted(card(), MESSAGE_MISTAKES["an action_id twice in a block"])
            await refusal(client.chat_postMessage(channel=server.general.id, text="x", blocks=blocks))

    with pytest.raises(AssertionError, match="action_id answer is there 2 times"):
        await sends_rubbish()


@needs_documents
@pytest.mark.parametrize(
    ("method", "args", "objection"),
    [
        ("chat.postMessage", {"text": "x"}, "needs channel"),
        ("chat.postMessage", {"text": "x", "channel": "C1", "colour": "red"}, "no argument colour"),
        ("users.info", {"user": "U1"}, "reads forms, not JSON"),
    ],
)
async def test_arguments_are_read_by_the_documentation(
    slack: Slack, client: AsyncWebClient, method: str, args: Json, objection: str
) -> None:
    with pytest.raises(SlackApiError):
        await client.api_call(method, json=args)
    assert any(objection in problem for problem in slack.problems)
    slack.problems.clear()


def _nodes(node: Any) -> list[Any]:
    """Every list and object of a payload."""
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return [*([node] if inner else []), *(found for one in inner for found in _nodes(one))]


def _mutilated(good: Any, chance: random.Random) -> Any:
    """The same with something missing, or something else in its place."""
    bad = copy.deepcopy(good)
    for _ in range(chance.randint(1, 3)):
        node = chance.choice(_nodes(bad))
        key = chance.choice(list(node) if isinstance(node, dict) else range(len(node)))
        if chance.random() < 0.5:
            del node[key]
        else:
            node[key] = chance.choice([None, 4, "", "x", [], {}, ["x"], {"type": "x"}, {"text": 4}, True])
        if not bad:
            break
    return bad


async def test_whatever_arrives_the_server_answers_and_nobody_breaks(slack: Slack, client: AsyncWebClient) -> None:
    chance, ana = random.Random(4), slack.person("Ana")
    for _ in range(300):
        blocks, view = _mutilated(card(), chance), _mutilated(form(), chance)
        for method, args in (
            ("chat.postMessage", {"channel": slack.general.id, "text": "x", "blocks": blocks}),
            ("views.open", {"trigger_id": slack.triggers.new(ana.id), "view": view}),
            ("blocks.validate", {"blocks": blocks}),
        ):
            try:
                await client.api_call(method, json=args)
            except SlackApiError as error:
                assert error.response.status_code == 200, (method, args)
        assert ana.reads() is not None
        assert ana.modal_text is not None
    slack.problems.clear()
