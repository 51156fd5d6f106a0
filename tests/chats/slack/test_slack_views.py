"""Every view as Slack gets it: kept as files, within Slack's limits, and safe whatever is in it."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.bank.filebank import FileBank
from bot.chats.slack import limits
from bot.chats.slack.editors import editor, form
from bot.chats.slack.render import Drawn, aloud, drawn
from bot.chats.slack.surfaces import shown
from bot.core.forms import Field, Form
from bot.core.languages import speaking
from bot.core.messages import Note, View
from bot.core.pages import Action, Page, Row
from bot.core.posting import card
from bot.core.records import Round, RoundState
from bot.core.revealing import reveal_card
from bot.quiz.ids import CommunityId, Place, RoundId
from bot.quiz.questions import Question
from bot.testing.views import CLOSES, KINDS, VIEWS, a_card, a_reveal, a_verdict
from tests.loopback.slack.blocks import said, walk
from tests.loopback.slack.judges import message_objections, view_all

GOLDEN = Path(__file__).parent / "golden"
RENEW = "RENEW_GOLDEN"
"""Set in the environment, the files are written anew; look at the difference before you commit it."""
PLACE = Place("slack:T0000000A1:C0000000A2")
BANK, _ = FileBank.load(None)


def assert_allowed(picture: Drawn) -> None:
    """As a message and in a modal, with all blocks or only the older ones, in every judge's eyes."""
    for one in (picture, picture.plain):
        assert message_objections(one.blocks) == []
        assert view_all(shown(one, PLACE)) == []
        assert len(aloud(one.blocks)) <= limits.WEIGHT + 200
    assert 0 < len(picture.text) <= limits.TEXT
    assert "mrkdwn" not in json.dumps(picture.blocks)
    assert any(block["type"] == "rich_text" for block in picture.plain.blocks), "an update needs one: block_mismatch"


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_looks_as_it_was_agreed(name: str) -> None:
    picture, file = drawn(VIEWS[name]), GOLDEN / f"{name.replace(' ', '-')}.json"
    kept = json.dumps({"text": picture.text, "blocks": picture.blocks}, ensure_ascii=False, indent=1) + "\n"
    if os.environ.get(RENEW):
        file.parent.mkdir(exist_ok=True)
        file.write_text(kept, "utf-8")
    assert kept == file.read_text("utf-8")
    assert_allowed(picture)


def test_every_kind_of_view_has_its_file() -> None:
    assert {type(view) for view in VIEWS.values()} == set(_kinds(View))
    assert {file.stem for file in GOLDEN.glob("*.json")} == {name.replace(" ", "-") for name in VIEWS}


def _kinds(union: Any) -> Iterator[type]:  # noqa: ANN401 - a union is no type
    for one in get_args(union):
        yield from _kinds(one) if get_args(one) else [one]


@pytest.mark.parametrize("question", BANK.questions(), ids=lambda question: question.id)
def test_every_question_of_the_bank_is_shown_whole(question: Question) -> None:
    version = next(one for one in ((3, 11), (3, 12), (3, 13), (3, 14)) if one in question.python)
    one = Round(
        id=RoundId(7), community=CommunityId(1), key="2026-11-24", date=CLOSES.date(), question=question.id,
        key_hash="", topic=question.topic, opens=CLOSES, closes=CLOSES, reveals=CLOSES, state=RoundState.OPEN,
    )  # fmt: skip
    asked = card(one, question, version)
    picture = drawn(asked)
    assert_allowed(picture)
    whole = said(picture.blocks)
    assert all(line in whole for line in question.program.strip().splitlines())
    assert all(line.text in whole for line in getattr(question.task, "lines", ()))
    modal = editor(asked, "answer", PLACE)
    assert view_all(modal) == []
    offered = said(modal["blocks"]).replace("`", "")
    assert all(line.strip().replace("`", "") in offered for text in asked.options for line in text.splitlines())
    assert_allowed(drawn(reveal_card(version, one, question, ())))


def test_only_a_question_calls_anybody() -> None:
    for name, view in VIEWS.items():
        kinds = {node["type"] for node in walk(drawn(view).blocks)}
        assert not kinds & {"user", "usergroup", "channel", "broadcast", "team"}, name


@pytest.mark.parametrize(
    ("ping", "kind"),
    [
        ("@here", "broadcast"),
        ("<!channel>", "broadcast"),
        ("<!subteam^S123|@pythonists>", "usergroup"),
        ("hello", "text"),
        ("<@U123>", "text"),
    ],
)
def test_a_ping_is_spelled_as_slack_spells_it(ping: str, kind: str) -> None:
    first = drawn(a_card("output", ping=ping)).blocks[0]
    assert first["elements"][0]["elements"][0]["type"] == kind


NASTY = st.text(st.sampled_from("`@<>#*_~|[]()\\\n -+1.:/&!ab\u200b\u202e\x00\U0001f600"), max_size=80)


@settings(max_examples=150, deadline=None)
@given(NASTY, NASTY)
def test_peoples_words_are_words(one: str, two: str) -> None:
    verdict = a_verdict().verdict
    page = Page(title=f"x{one}", rows=(Row(text=f"x{two}", detail=one, code=two),))
    card_ = a_card("choice", title=f"x{one}", prompt=two, options=(f"x{one}", f"y{two}"))
    for view in (page, a_verdict(verdict=verdict, why=two), card_):
        picture = drawn(view)
        assert_allowed(picture)
        kinds = {node["type"] for node in walk(picture.blocks)}
        assert not kinds & {"user", "usergroup", "channel", "broadcast", "team", "link"}
        assert not {"<", ">"} & set(picture.text)
    assert view_all(editor(card_, "answer", PLACE)) == []


@pytest.mark.parametrize("rows", range(0, 13, 3))
@pytest.mark.parametrize("each", range(4))
def test_a_page_of_any_size_is_allowed_and_offers_every_step(rows: int, each: int) -> None:
    steps = tuple(Action(label=f"do {at}", name="inbox", text=f"{at}".ljust(60, "x")) for at in range(each))
    page = Page(
        title="t" * 80,
        text="x" * 900,
        rows=tuple(Row(text="r" * 200, detail="d" * 200, code="c = 1\n" * 30, actions=steps) for _ in range(rows)),
        actions=tuple(Action(label="a" * 40, name="inbox", text=f"{at}") for at in range(5)),
    )
    picture = drawn(page)
    assert_allowed(picture)
    assert sum(node["type"] == "button" for node in walk(picture.blocks)) == rows * each + 5


def test_a_place_of_ours_is_a_channel_to_press_and_stays_as_it_is_in_code() -> None:
    picture = drawn(Note("Not asked in slack:T1:C22. `leave slack:T1:C22` takes it out, not discord:1:2."))
    assert_allowed(picture)
    assert {"type": "channel", "channel_id": "C22"} in picture.blocks[0]["elements"][0]["elements"]
    assert "in #C22. " in picture.text
    assert "leave slack:T1:C22" in str(picture.blocks)


def test_what_is_too_long_ends_earlier_and_keeps_its_buttons() -> None:
    picture = drawn(a_reveal("output", key="x = 1\n" * 2000, why="why " * 5000))
    assert_allowed(picture)
    assert picture.blocks[-1]["type"] == "actions"
    assert "What happens here?" in said(picture.blocks)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("locale", ["en", "de"])
@pytest.mark.parametrize("to", ["answer", "run", "sprint", "review"])
def test_an_editor_is_within_what_a_modal_takes(kind: str, locale: str, to: str) -> None:
    with speaking(locale):
        assert view_all(editor(a_card(kind, title="t" * 90, prompt="p" * 5000), to, PLACE)) == []


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("locale", ["de"])
def test_a_view_in_another_language_is_allowed_too(name: str, locale: str) -> None:
    with speaking(locale):
        assert_allowed(drawn(VIEWS[name]))


def test_a_form_of_five_long_fields_is_allowed() -> None:
    fields = tuple(Field(name=f"f{at}", label="l" * 45, hint="h" * 100, most=9000, value="v" * 5000) for at in range(5))
    asked = Form(name="report", title="t" * 24, about="a" * 60, fields=fields)
    assert view_all(form(asked, PLACE)) == []
