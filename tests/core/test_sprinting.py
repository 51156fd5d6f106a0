"""A sprint is asked for, timed for one person alone, and touches no other board."""

from datetime import timedelta

import pytest

from bot.core.messages import Note, SprintView
from bot.core.scorecards import BoardView
from bot.quiz.setups import parse
from bot.testing.days import MORNING, PLACE, Day
from bot.testing.questions import a_choice, an_output


async def after_days(days: int) -> Day:
    """So many questions have been revealed; the next one is open."""
    day = Day(*(a_choice(f"choice-{at}") for at in range(days + 1)))
    await day.world.agenda.enrol(PLACE, parse("daily 09:00 UTC open=1h"), now=MORNING)
    for at in range(days):
        await day.at(9, day=24 + at)
        await day.at(10, day=24 + at)
    return day


async def sprints(day: Day, name: str, text: str = "") -> SprintView:
    view = await day.asks(name, "sprint", text)
    assert isinstance(view, SprintView), view
    return view


async def test_a_sprint_goes_through_revealed_questions_against_ones_own_timer() -> None:
    day = await after_days(4)
    first = await sprints(day, "ada")
    assert (first.number, first.of, first.seconds, first.points) == (1, 4, 60, 0)
    assert first.card is not None
    quick = await sprints(day, "ada", "a")
    await day.clock.advance(timedelta(seconds=30))
    slow = await sprints(day, "ada", "a")
    wrong = await sprints(day, "ada", "b")
    await day.clock.advance(timedelta(seconds=60))
    last = await sprints(day, "ada", "a")
    assert [view.earned for view in (quick, slow, wrong, last)] == [10, 5, 0, 0]
    assert (last.card, last.points) == (None, 15)
    assert last.verdict is not None
    assert last.verdict.right


async def test_a_sprint_is_run_once_a_day_and_can_be_left_and_taken_up() -> None:
    day = await after_days(3)
    begun = await sprints(day, "ada")
    await day.clock.advance(timedelta(seconds=20))
    again = await sprints(day, "ada")
    assert (again.card, again.seconds) == (begun.card, 40)
    for _ in range(3):
        await sprints(day, "ada", "a")
    assert (await sprints(day, "ada")).card is None
    over = await sprints(day, "ada", "a")
    assert (over.card, over.verdict) == (None, None)


async def test_speed_is_on_the_sprint_board_alone() -> None:
    day = await after_days(3)
    await sprints(day, "ada")
    await sprints(day, "ada", "a")
    boards = {name: await day.asks("ben", "board", name) for name in ("sprint", "all", "season", "streak", "today")}
    rows = {
        name: [(row.name, row.points) for row in view.rows]
        for name, view in boards.items()
        if isinstance(view, BoardView)
    }
    assert rows == {"sprint": [("ada", 10)], "all": [], "season": [], "streak": [], "today": []}


async def test_who_is_hidden_sprints_for_themselves() -> None:
    day = await after_days(3)
    await day.note("ada", "privacy", "hidden")
    await sprints(day, "ada")
    await sprints(day, "ada", "a")
    view = await day.asks("ben", "board", "sprint")
    assert isinstance(view, BoardView)
    assert view.rows == ()


async def test_a_question_that_is_still_to_be_revealed_is_in_no_sprint() -> None:
    day = await after_days(3)
    await day.at(9, day=27)
    view = await sprints(day, "ada")
    assert view.of == 3


async def test_without_enough_known_questions_there_is_no_sprint() -> None:
    day = await after_days(2)
    assert "needs 3 quick questions" in await day.note("ada", "sprint")
    assert "No questions are asked" in await Day().note("ada", "sprint")


async def test_what_cannot_be_read_costs_no_question() -> None:
    day = await after_days(3)
    await sprints(day, "ada")
    assert "There is no option z" in await day.note("ada", "sprint", "z")
    assert (await sprints(day, "ada")).number == 1


@pytest.mark.parametrize("ruling", ["void full", "rekey b"])
async def test_a_sprint_goes_by_what_was_ruled(ruling: str) -> None:
    day = await after_days(4)
    command, _, text = ruling.partition(" ")
    preview = await day.asks("mo", command, f"2026-11-24 {text}", moderator=True)
    await day.note("mo", "confirm", getattr(preview, "code", ""), moderator=True)
    begun = await sprints(day, "ada")
    assert begun.of == (3 if command == "void" else 4)
    rights = [(await sprints(day, "ada", "a")).verdict for _ in range(begun.of)]
    assert sum(verdict.right for verdict in rights if verdict) == 3


async def test_a_question_that_leaves_the_bank_ends_the_sprint() -> None:
    day = await after_days(3)
    await sprints(day, "ada")
    day.world.bank._questions = (an_output(),)  # type: ignore[attr-defined]
    assert (await sprints(day, "ada", "a")).card is None
    assert isinstance(await day.asks("ben", "sprint"), Note)
