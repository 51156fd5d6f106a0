"""Every view as Discord gets it: kept as files, within Discord's limits, and safe whatever is in it."""

import asyncio
import json
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.bank.filebank import FileBank
from bot.chats.discord import limits
from bot.chats.discord.drawing import Drawing, drawing
from bot.chats.discord.editors import editor, filling
from bot.chats.discord.marks import mark_of
from bot.chats.discord.markup import plain
from bot.chats.discord.render import rendered
from bot.chats.discord.tags import read
from bot.core.forms import Field, Form
from bot.core.languages import available, say, speaking
from bot.core.messages import HelpView, View
from bot.core.pages import Action, Page, Row
from bot.core.posting import card
from bot.core.records import Round, RoundState
from bot.core.revealing import reveal_card
from bot.core.words import COMMANDS, MODERATOR_COMMANDS
from bot.quiz.ids import CommunityId, RoundId
from tests.chats.discord.cards import CLOSES, KINDS, VIEWS, a_card, a_reveal, a_verdict

GOLDEN = Path(__file__).parent / "golden"
RENEW = "RENEW_GOLDEN"
"""Set in the environment, the files are written anew; look at the difference before you commit it."""
BANK, _ = FileBank.load(None)


def drawn(view: View, key: str = "") -> list[dict[str, Any]]:
    return sent(drawing(rendered(view), mark_of(key) if key else None))


def sent(what: Drawing) -> list[dict[str, Any]]:
    components: list[dict[str, Any]] = what.view.to_components()  # type: ignore[no-untyped-call]
    return components


def walk(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for one in components:
        yield one
        inside = [*one.get("components", ()), *filter(None, [one.get("accessory"), one.get("component")])]
        yield from walk(inside)


def text_of(components: list[dict[str, Any]]) -> str:
    return "\n".join(one["content"] for one in walk(components) if one["type"] == 10)


def assert_allowed(components: list[dict[str, Any]]) -> None:
    everything = list(walk(components))
    assert len(everything) <= limits.COMPONENTS
    assert len(text_of(components)) <= limits.TEXT
    assert all(one["content"].strip() for one in everything if one["type"] == 10)
    ids = [one["custom_id"] for one in everything if "custom_id" in one]
    assert len(ids) == len(set(ids))
    assert all(1 <= len(one) <= limits.CUSTOM_ID and read(one) for one in ids)
    assert all(1 <= len(one["label"]) <= limits.BUTTON for one in everything if one["type"] == 2)
    for one in everything:
        if one["type"] == 3:
            values = [option["value"] for option in one["options"]]
            assert 1 <= len(values) <= limits.OPTIONS
            assert len(values) == len(set(values))
            assert all(1 <= len(option["label"]) <= 100 and len(option["value"]) <= 100 for option in one["options"])
        if one["type"] == 1:
            assert 1 <= len(one["components"]) <= limits.ROW


@pytest.mark.parametrize("name", VIEWS)
async def test_a_view_looks_as_it_was_agreed(name: str) -> None:
    file = GOLDEN / f"{name.replace(' ', '-')}.json"
    shown = json.dumps(drawn(VIEWS[name]), ensure_ascii=False, indent=1) + "\n"
    if os.environ.get(RENEW):
        file.parent.mkdir(exist_ok=True)
        file.write_text(shown, "utf-8")
    assert shown == file.read_text("utf-8")
    assert_allowed(drawn(VIEWS[name]))


def test_every_kind_of_view_has_its_file() -> None:
    assert {type(view) for view in VIEWS.values()} == set(_kinds(View))
    assert {file.stem for file in GOLDEN.glob("*.json")} == {name.replace(" ", "-") for name in VIEWS}


def _kinds(union: Any) -> Iterator[type]:
    for one in get_args(union):
        if get_args(one):
            yield from _kinds(one)
        else:
            yield one


@pytest.mark.parametrize("question", BANK.questions(), ids=lambda question: question.id)
async def test_every_question_of_the_bank_is_shown_whole(question: Any) -> None:
    version = next(one for one in ((3, 11), (3, 12), (3, 13), (3, 14)) if one in question.python)
    one = Round(
        id=RoundId(7),
        community=CommunityId(1),
        key="2026-11-24",
        date=CLOSES.date(),
        question=question.id,
        key_hash="",
        topic=question.topic,
        opens=CLOSES,
        closes=CLOSES,
        reveals=CLOSES,
        state=RoundState.OPEN,
    )
    asked = card(one, question, version)
    shown = drawn(asked)
    assert_allowed(shown)
    whole = text_of(shown)
    assert all(line in whole for line in question.program.strip().splitlines())
    assert all(line.text in whole for line in getattr(question.task, "lines", ()))
    modal = editor(asked)
    assert len(modal.to_dict()["components"]) <= limits.MODAL_PARTS
    assert len(text_of(modal.to_dict()["components"])) <= limits.TEXT
    assert_allowed(drawn(reveal_card(version, one, question, ())))


@pytest.mark.parametrize("name", VIEWS)
async def test_a_published_view_carries_its_key_whatever_is_in_it(name: str) -> None:
    mark = mark_of("1:2026-11-24")
    components = drawn(VIEWS[name], "1:2026-11-24")
    container = next(one for one in components if one["type"] == 17)
    assert (container["id"], container["components"][0]["id"]) == (mark.first, mark.second)


async def test_only_a_question_calls_a_role_and_nothing_else_calls_anybody() -> None:
    for name, view in VIEWS.items():
        mentions = drawing(rendered(view)).mentions.to_dict()
        assert mentions.get("parse", []) == []
        assert mentions.get("roles", []) == ([123456789012345678] if "ping" in name else []), name


@pytest.mark.parametrize("ping", ["@everyone", "@here", "<@123456789012345678>", "everybody", "<@&12>", ""])
async def test_what_is_no_role_is_not_called(ping: str) -> None:
    shown = drawing(rendered(a_card("output", ping=ping)))
    assert shown.mentions.to_dict().get("roles", []) == []
    assert "@" not in text_of(sent(shown))


NASTY = st.text(st.sampled_from("`@<>#*_~|[]()\\\n -+1.:/&!ab\u200b\u202e"), max_size=60)


@settings(max_examples=150, deadline=None)
@given(NASTY)
def test_nothing_a_learner_says_breaks_out_of_its_block_or_looks_like_ours(said: str) -> None:
    verdict = a_verdict().verdict

    async def shown() -> list[dict[str, Any]]:
        return drawn(a_verdict(verdict=replace(verdict, stdout=f"x{said}", traceback="", reasons=(), cases=())))

    body = text_of(asyncio.run(shown()))
    found = re.search(r"It printed\n```\n(.*?)\n```", body, re.DOTALL)
    assert found is not None
    assert body.count("```") == 2
    assert not re.search(r"<[@#:]|@(?:everyone|here)", found[1])


@settings(max_examples=150, deadline=None)
@given(NASTY)
def test_peoples_words_on_a_page_are_words(said: str) -> None:
    async def shown() -> list[dict[str, Any]]:
        return drawn(Page(title="Inbox", rows=(Row(text=f"x{said}"),)))

    body = text_of(asyncio.run(shown()))
    bare = re.sub(r"\\.", "", body.partition("\n")[2])
    assert not re.search(r"[`*_~|\[\]<>#]", bare)


@pytest.mark.parametrize("rows", range(13))
@pytest.mark.parametrize("each", range(4))
async def test_a_page_of_any_size_is_allowed_and_offers_every_step(rows: int, each: int) -> None:
    page = Page(
        title="t" * 80,
        text="x" * 900,
        rows=tuple(
            Row(
                text="r" * 200,
                detail="d" * 200,
                code="c = 1\n" * 30,
                actions=tuple(
                    Action(label=f"do {step}", name="inbox", text=f"{step} {at}".ljust(60, "x")) for step in range(each)
                ),
            )
            for at in range(rows)
        ),
        actions=tuple(Action(label="a" * 40, name="inbox", text=f"{at}") for at in range(5)),
    )
    shown = drawn(page)
    assert_allowed(shown)
    offered = [one["custom_id"] for one in walk(shown) if one["type"] == 2]
    offered += [option["value"] for one in walk(shown) if one["type"] == 3 for option in one["options"]]
    assert len({read(one) for one in offered}) == rows * each + 5


async def test_a_message_that_is_too_long_loses_the_ends_of_its_longest_pieces_and_closes_its_blocks() -> None:
    view = a_reveal("output", key="x = 1\n" * 2000, why="why " * 2000)
    shown = drawn(view)
    assert_allowed(shown)
    assert all(one["content"].count("```") % 2 == 0 for one in walk(shown) if one["type"] == 10)
    assert "What happens here?" in text_of(shown)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("locale", ["en", "de"])
async def test_an_editor_is_within_what_a_modal_takes(kind: str, locale: str) -> None:
    with speaking(locale):
        modal = editor(a_card(kind, title="t" * 90, prompt="p" * 5000, given=a_card(kind).given)).to_dict()
    assert len(modal["title"]) <= limits.MODAL_TITLE
    assert 1 <= len(modal["components"]) <= limits.MODAL_PARTS
    for one in modal["components"]:
        if one["type"] == 18:
            assert len(one["label"]) <= limits.LABEL


async def test_a_form_of_five_long_fields_is_allowed() -> None:
    fields = tuple(Field(name=f"f{at}", label="l" * 45, hint="h" * 100, most=9000, value="v" * 5000) for at in range(5))
    modal = filling(Form(name="report", title="t" * 24, about="a" * 60, fields=fields)).to_dict()
    assert len(modal["components"]) == 5
    assert len(modal["custom_id"]) <= limits.CUSTOM_ID
    assert all(len(one["component"]["value"]) <= limits.INPUT for one in modal["components"])


async def test_a_paragraph_is_one_line_and_lists_and_code_stay_as_they_are() -> None:
    prompt = "One\nline.\n\n- a\n- b\n\n```py\nx = 1\ny = 2\n```\nAfter\nit."
    shown = text_of(drawn(a_card("output", prompt=prompt)))
    assert "One line.\n\n- a\n- b\n\n```py\nx = 1\ny = 2\n```\nAfter it." in shown


def test_a_place_of_ours_is_a_channel_to_press_and_stays_as_it_is_in_code() -> None:
    said = plain("It could not be asked in discord:11:22: no. `leave discord:11:22` takes it out, not slack:T1:C2.")
    assert said.startswith("It could not be asked in <#22>: no. `leave discord:11:22` takes")
    assert plain("<#22> <@33>") == r"\<\#22\> \<@33\>"


def test_a_note_keeps_its_code_and_escapes_the_rest() -> None:
    assert plain("`help` lists a_b and *c*") == "`help` lists a\\_b and \\*c\\*"


@pytest.mark.parametrize("locale", available())
async def test_everything_that_can_be_asked_is_told_in_every_language(locale: str) -> None:
    with speaking(locale):
        known = tuple((name, say(meaning)) for name, meaning in (*COMMANDS, *MODERATOR_COMMANDS))
        numbers = {"quiz": 2**62, "quiz-admin": 2**62}
        shown = sent(drawing(rendered(HelpView(commands=known), numbers)))
    assert_allowed(shown)
    told = text_of(shown)
    assert "…" not in told.replace(" …", "")
    assert [name for name, _ in MODERATOR_COMMANDS if name.split()[1] not in told] == []
