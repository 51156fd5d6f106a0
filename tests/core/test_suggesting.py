from dataclasses import replace

import pytest

from bot.core import deskwords
from bot.core.contributions import FILE, SuggestionState
from bot.core.messages import Note
from bot.core.pages import Page
from bot.core.suggesting import MOST_WAITING
from bot.quiz.rates import SUGGESTING
from bot.testing.days import Day

FORM = {"kind": "output", "prompt": "What is printed?", "program": "print(1)", "answer": "1", "why": "So it is."}


async def suggests(day: Day, name: str = "ada", *, about: str = "", **changed: str) -> Page:
    view = await day.fills(name, "suggest", FORM | changed, about=about)
    assert isinstance(view, Page), view
    return view


async def states(day: Day) -> list[SuggestionState]:
    (community,) = await day.world.agenda.communities()
    return [one.state for one in await day.world.inbox.suggestions(community.id)]


async def test_suggesting_opens_a_form_of_five_fields(day: Day) -> None:
    await day.begins()
    form = await day.form("ada", "suggest")
    assert [field.name for field in form.fields] == ["kind", "prompt", "program", "answer", "why"]
    assert form.about == ""


async def test_a_message_fills_the_form_in(day: Day) -> None:
    await day.begins()
    form = await day.form("ada", "suggest", "Why is this so?")
    assert form.fields[1].value == "Why is this so?"


async def test_what_holds_waits_for_a_moderator_and_its_author_is_told(day: Day) -> None:
    await day.begins()
    page = await suggests(day)
    assert page.title == "Thank you: suggestion s1"
    assert "executed it on Python 3.11, and its answer holds" in page.text
    assert await states(day) == [SuggestionState.WAITING]


async def test_what_cannot_be_read_keeps_the_form_open_and_keeps_nothing(day: Day) -> None:
    await day.begins()
    view = await day.fills("ada", "suggest", FORM | {"program": "unreadable"})
    assert isinstance(view, Note)
    assert "Program, line 2: no Python. Mend it." in view.text
    assert await states(day) == []


async def test_what_does_not_hold_is_said_line_by_line_and_opens_again_as_it_was(day: Day) -> None:
    await day.begins()
    page = await suggests(day, program="wrong")
    assert page.title == "Not yet: suggestion s1"
    assert [row.text for row in page.rows] == ["Answer, line 1: that is not printed. Look again."]
    assert await states(day) == [SuggestionState.DRAFT]
    again = await day.form("ada", "suggest", page.actions[0].text)
    assert {field.name: field.value for field in again.fields} == FORM | {"program": "wrong"}
    mended = await suggests(day, about=again.about)
    assert mended.title == "Thank you: suggestion s1"
    assert await states(day) == [SuggestionState.WAITING]


async def test_moderators_are_told_of_what_waits_once_a_day_and_of_no_draft(day: Day) -> None:
    await day.begins()
    await suggests(day, program="wrong")
    await day.at(10)
    assert not [note for note in day.notes if deskwords.SUGGESTED_NOTE in note]
    for _ in range(3):
        await suggests(day)
    await day.at(11)
    assert len([note for note in day.notes if deskwords.SUGGESTED_NOTE in note]) == 1


async def test_a_form_delivered_twice_is_one_suggestion(day: Day) -> None:
    await day.begins()
    for _ in range(2):
        day._numbers = iter([7])  # type: ignore[assignment]  # the same event again
        await suggests(day)
    assert await states(day) == [SuggestionState.WAITING]


async def test_a_judge_that_is_away_keeps_what_was_written_as_a_draft() -> None:
    day = Day()
    await day.begins()
    day.workshop.away = True
    page = await suggests(day)
    assert "My judge does not answer" in page.text
    assert await states(day) == [SuggestionState.DRAFT]
    day.workshop.away = False
    await suggests(day, about="s1")
    assert await states(day) == [SuggestionState.WAITING]


async def test_nobody_sees_or_changes_a_suggestion_of_somebody_else(day: Day) -> None:
    await day.begins()
    await suggests(day, prompt="A secret of ada's")
    assert await day.note("ben", "suggest", "mine") == deskwords.NONE_YET
    for text in ("s1", "credit s1", "withdraw s1"):
        assert "no suggestion 's1' of yours" in await day.note("ben", "suggest", text)
    view = await day.fills("ben", "suggest", FORM | {"prompt": "changed"}, about="s1")
    assert isinstance(view, Note)
    assert "no suggestion 's1' of yours" in view.text
    assert "secret" not in repr(day.shown)


async def test_whoever_suggests_faster_than_the_machine_likes_is_asked_to_wait(day: Day) -> None:
    await day.begins()
    for _ in range(SUGGESTING.times):
        await suggests(day)
    view = await day.fills("ada", "suggest", FORM)
    assert isinstance(view, Note)
    assert "in ten minutes at most" in view.text
    await suggests(day, "ben")


async def test_so_many_suggestions_of_one_person_wait_and_no_more(day: Day) -> None:
    await day.begins()
    for number in range(MOST_WAITING):
        await day.at(9 + number)
        await suggests(day)
    await day.at(23)
    view = await day.fills("ada", "suggest", FORM)
    assert isinstance(view, Note)
    assert "wait already" in view.text
    await day.note("ada", "suggest", "withdraw s3")
    await suggests(day)


async def test_one_can_be_named_or_not_and_take_back_what_nobody_decided(day: Day) -> None:
    await day.begins()
    await suggests(day)
    assert await day.note("ada", "suggest", "credit s1") == deskwords.CREDITED
    assert await day.note("ada", "suggest", "credit s1") == deskwords.UNCREDITED
    await day.note("ada", "suggest", "withdraw s1")
    assert await states(day) == [SuggestionState.WITHDRAWN]
    assert "decided already" in await day.note("ada", "suggest", "s1")
    assert "decided already" in await day.note("ada", "suggest", "withdraw s1")
    page = await day.asks("ada", "suggest", "mine")
    assert isinstance(page, Page)
    (row,) = page.rows
    assert (row.text[:4], row.detail, row.actions) == ("s1: ", "withdrawn by you", ())


async def test_a_twin_that_nobody_was_asked_yet_is_not_told_by_name() -> None:
    day = Day()
    await day.begins()
    (question,) = day.world.bank.questions()
    page = await suggests(day, prompt=question.prompt)
    assert [row.text for row in page.rows] == [deskwords.TWIN_UNSEEN]
    await day.at(9, day=25)
    page = await suggests(day, prompt=question.prompt)
    assert question.title in page.rows[0].text


async def test_what_is_too_long_for_a_form_is_taken_as_it_comes_and_twice_the_same_is_one(day: Day) -> None:
    await day.begins()
    text = '{"prompt": "' + "long " * 700 + '"}'
    for _ in range(2):
        page = await day.asks("ada", "suggest", text)
        assert isinstance(page, Page)
        assert page.title == "Thank you: suggestion s1"
    assert await day.note("ada", "suggest", "s1") == deskwords.SUGGEST_TOO_LONG
    (community,) = await day.world.agenda.communities()
    (kept,) = await day.world.inbox.suggestions(community.id)
    assert list(kept.values) == [FILE]


@pytest.mark.parametrize("text", ["", "mine"])
async def test_where_no_questions_are_asked_none_is_suggested(day: Day, text: str) -> None:
    assert "No questions are asked in this place" in await day.note("ada", "suggest", text)


async def test_what_changed_while_it_was_executed_is_not_written_over(day: Day) -> None:
    await day.begins()
    await suggests(day)
    before = await day.world.inbox.suggestion(next(iter(day.store._suggestions)))
    assert before is not None
    prove = day.workshop.prove

    async def slowly(*values: object, **named: object) -> object:
        await day.world.inbox.amend(replace(before, state=SuggestionState.APPROVED))
        return await prove(*values, **named)  # type: ignore[arg-type]

    day.workshop.prove = slowly  # type: ignore[assignment]
    view = await day.fills("ada", "suggest", FORM, about="s1")
    assert isinstance(view, Note)
    assert view.text == deskwords.CHANGED_MEANWHILE
    assert await states(day) == [SuggestionState.APPROVED]
