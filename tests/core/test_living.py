"""A study night: the host steers, people answer alone, and it touches nothing else."""

from dataclasses import replace
from functools import partial

import pytest

from bot.core.cards import QuestionCard, RevealCard
from bot.core.hearing import hear
from bot.core.messages import Ask, Command, Note, Submission, VerdictView, View, WantsEditor
from bot.core.pages import Page
from bot.quiz.boards import ALL
from bot.quiz.ids import QuestionId, RoundId, SubmissionId
from bot.testing.days import PLACE, Day, person
from bot.testing.questions import a_choice

NIGHT = [
    replace(a_choice(), id=QuestionId(name), title=f"About {name}", topic=topic)
    for name, topic in (("daily", "names/identity"), ("one", "extra/night"), ("two", "extra/night"))
]


@pytest.fixture
async def day() -> Day:
    day = Day(*NIGHT)
    await day.begins()
    await day.asks("mo", "setup", "ban=extra", moderator=True)
    return day


async def hosts(day: Day, text: str) -> View:
    return await day.asks("mo", "live", text, moderator=True)


def card_shown(day: Day) -> QuestionCard:
    view = day.shown[-1]
    assert isinstance(view, QuestionCard)
    return view


async def answers(day: Day, name: str, said: str, number: RoundId) -> View:
    deed = Submission(id=SubmissionId(f"{name}{number}"), who=person(name), place=PLACE, answer=said, round=number)
    return await day.chat.says(partial(hear, day.world), deed)


async def test_a_whole_evening(day: Day) -> None:
    panel = await hosts(day, "extra 2")
    assert isinstance(panel, Page)
    assert panel.text.startswith("Question 1 of 2")
    first = card_shown(day)
    assert (first.hosted, first.hints) == (True, 0)
    right = await answers(day, "ada", "a", first.round)
    assert isinstance(right, VerdictView)
    assert (right.verdict.right, right.total) == (True, 1)
    await answers(day, "ben", "b", first.round)
    await hosts(day, "reveal")
    revealed = day.shown[-1]
    assert isinstance(revealed, RevealCard)
    assert (revealed.took_part, revealed.solved) == (2, 1)
    await hosts(day, "next")
    await answers(day, "ada", "a", card_shown(day).round)
    await answers(day, "cleo", "a", card_shown(day).round)
    await hosts(day, "next")
    results = day.shown[-1]
    assert isinstance(results, Page)
    assert [row.text for row in results.rows] == ["1. ada", "2. cleo", "3. ben"]
    assert "Best of the evening: ada" in results.text


async def test_only_the_first_answer_counts_and_none_after_the_answer_is_shown(day: Day) -> None:
    await hosts(day, "extra")
    number = card_shown(day).round
    await answers(day, "ada", "b", number)
    assert "first answer" in str(await answers(day, "ada", "a", number))
    await hosts(day, "reveal")
    assert "is over" in str(await answers(day, "ben", "a", number))


async def test_no_other_board_and_no_streak_knows_of_it(day: Day) -> None:
    (community,) = await day.world.agenda.communities()
    await hosts(day, "extra")
    await answers(day, "ada", "a", card_shown(day).round)
    assert await day.world.boards.top(community.id, ALL, rows=10) == ()
    assert await day.world.ledger.history(community.id) == ()


async def test_it_asks_nothing_that_is_still_to_come(day: Day) -> None:
    assert "spoils none" in await day.note("mo", "live", "names", moderator=True)


async def test_it_goes_on_after_a_restart_and_is_ended_once(day: Day) -> None:
    await hosts(day, "extra 2")
    number = card_shown(day).round
    opened = await hear(day.world, WantsEditor(who=person("ada"), place=PLACE, round=number))
    assert isinstance(opened, Ask)
    panel = await hosts(day, "")
    assert isinstance(panel, Page)
    assert [one.text for one in panel.actions] == ["reveal", "", "stop"]
    await hosts(day, "stop")
    assert isinstance(await hosts(day, "stop"), Note)
    assert len([view for view in day.shown if isinstance(view, Page)]) == 1


async def test_whoever_is_hidden_is_not_named(day: Day) -> None:
    await day.asks("ada", "privacy", "hidden")
    await hosts(day, "extra 1")
    await answers(day, "ada", "a", card_shown(day).round)
    await hosts(day, "stop")
    results = day.shown[-1]
    assert isinstance(results, Page)
    assert results.rows == ()


async def test_what_is_typed_is_about_the_night_while_its_question_takes_answers(day: Day) -> None:
    await hosts(day, "extra 1")
    right = await day.verdict("ada", "a")
    assert (right.counted, right.total, right.why) == (False, 1, "Right this evening so far: 1.")
    assert "no hints" in await day.note("ada", "hint")
    assert "first answer" in str(await day.says("ada", "b"))
    await hosts(day, "reveal")
    assert (await day.verdict("ada", "a")).counted


async def test_the_editor_of_what_is_typed_is_the_nights_as_well(day: Day) -> None:
    await hosts(day, "extra 1")
    opened = await hear(day.world, Command(who=person("ada"), place=PLACE, name="answer"))
    assert isinstance(opened, Ask)
    assert opened.card.hosted


async def test_trying_code_is_not_taken_for_the_answer(day: Day) -> None:
    await hosts(day, "extra 1")
    number = card_shown(day).round
    tried = Submission(id=SubmissionId("tried"), who=person("ada"), place=PLACE, answer="b", round=number, to="run")
    assert "No question is open" in str(await day.chat.says(partial(hear, day.world), tried))
    right = await answers(day, "ada", "a", number)
    assert isinstance(right, VerdictView)
    assert right.verdict.right
