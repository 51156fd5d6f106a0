"""Boards of every kind, what one person is told alone, and how they are shown to others."""

import pytest

from bot.core.pages import Page
from bot.core.scorecards import BoardView, ProgressView, WhyView
from bot.quiz.setups import parse
from bot.testing.days import MORNING, PLACE, Day
from bot.testing.questions import a_choice, an_output


async def board(day: Day, text: str = "") -> BoardView:
    view = await day.asks("ada", "board", text)
    assert isinstance(view, BoardView), view
    return view


def rows(view: BoardView) -> list[tuple[int, str, int]]:
    return [(row.rank, row.name, row.points) for row in view.rows]


async def two_days() -> Day:
    """Ada solved both questions, Ben the first, Cleo tried the second."""
    day = Day(a_choice("one"), an_output("two", topic="types/numbers"))
    await day.begins()
    first = "a" if "one" in repr(day.shown) else "42"
    for name in ("ada", "ben"):
        await day.verdict(name, first)
    await day.at(9, day=25)
    await day.verdict("ada", "42" if first == "a" else "a")
    await day.verdict("cleo", "nope" if first == "a" else "b")
    return day


async def test_each_board_counts_its_own_days() -> None:
    day = await two_days()
    assert rows(await board(day, "today")) == [(1, "ada", 10), (2, "cleo", 1)]
    assert rows(await board(day, "week")) == [(1, "ada", 20), (2, "ben", 10), (3, "cleo", 1)]
    await day.at(10, day=30)
    assert rows(await board(day, "today")) == rows(await board(day, "week")) == []
    assert rows(await board(day, "season")) == rows(await board(day)) != []


async def test_a_topic_has_a_board_of_its_own() -> None:
    day = await two_days()
    names, types = await board(day, "topic names"), await board(day, "topic types")
    assert {names.title, types.title} == {"Topic names", "Topic types"}
    assert rows(names) != rows(types)
    assert sum(row.points for row in (*names.rows, *types.rows)) == 31


async def test_streaks_have_a_board_of_questions_in_a_row() -> None:
    day = await two_days()
    assert rows(await board(day, "streak")) == [(1, "ada", 2), (2, "ben", 1), (2, "cleo", 1)]
    await day.at(9, day=26)
    assert rows(await board(day, "streak")) == [(1, "ada", 2), (2, "cleo", 1)]


async def test_ten_are_public_and_the_bottom_is_never_printed(day: Day) -> None:
    await day.begins()
    for at in range(12):
        await day.verdict(f"p{at:02}", "a" if at else "b")
    view = await board(day)
    assert (len(view.rows), view.participants) == (10, 12)
    assert "p00" not in repr(view)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("yesterday", "There is no board called `yesterday`"),
        ("topic", "There is no topic ''"),
        ("topic nmes", "did you mean names?"),
    ],
)
async def test_a_board_that_is_none_is_said(day: Day, text: str, said: str) -> None:
    await day.begins()
    assert said in await day.note("ada", "board", text)


async def test_one_is_told_neighbours_gap_and_season_in_private(day: Day) -> None:
    await day.begins()
    for name in ("ada", "ben", "cleo", "dan"):
        await day.verdict(name, "b")
        if name != "dan":
            await day.verdict(name, "a")
    view = await day.asks("dan", "me")
    assert isinstance(view, ProgressView)
    assert (view.points, view.rank, view.gap) == (1, 4, 3)
    assert [row.name for row in view.around] == ["ben", "cleo", "dan"]
    assert view.season is not None
    assert (view.season.points, view.season.rank) == (1, 4)


async def test_every_point_is_explained_question_by_question() -> None:
    day = await two_days()
    view = await day.asks("ada", "me", "why")
    assert isinstance(view, WhyView)
    assert [(one.date.day, one.points, [line.rule for line in one.lines]) for one in view.questions] == [
        (25, 10, ["level"]),
        (24, 10, ["level"]),
    ]
    assert (view.season, view.late, view.days) == (20, 0, 2)
    nobody = await day.asks("zoe", "me", "why")
    assert isinstance(nobody, WhyView)
    assert (nobody.questions, nobody.season) == ((), 0)


async def test_a_season_that_is_capped_says_so() -> None:
    day = Day(an_output())
    await day.world.agenda.enrol(PLACE, parse("daily 09:00 UTC open=12h reveal=2h"), now=MORNING)
    await day.at(9)
    await day.at(21)
    await day.verdict("ada", "42")
    view = await day.asks("ada", "me", "why")
    assert isinstance(view, WhyView)
    assert (sum(one.points for one in view.questions), view.season, view.late) == (5, 0, 0)


async def test_an_alias_stands_for_the_name_in_the_past_as_well(day: Day) -> None:
    await day.begins()
    await day.verdict("ada", "a")
    assert "Boards show you as ~Night Owl~" in await day.note("ada", "privacy", "alias Night Owl")
    assert rows(await board(day)) == [(1, "~Night Owl~", 10)]
    assert "as ada" in await day.note("ada", "privacy", "public")
    assert rows(await board(day)) == [(1, "ada", 10)]


async def test_who_is_hidden_is_on_no_board_and_still_told_their_own_numbers(day: Day) -> None:
    await day.begins()
    for name in ("ada", "ben", "cleo"):
        await day.verdict(name, "a" if name == "ada" else "b")
    assert "No board shows you" in await day.note("ada", "privacy", "hidden")
    view = await board(day)
    assert rows(view) == [(1, "ben", 1), (1, "cleo", 1)]
    assert (view.participants, view.winners) == (2, ())
    mine = await day.asks("ada", "me")
    assert isinstance(mine, ProgressView)
    assert (mine.points, mine.rank) == (10, 1)
    page = await day.asks("ada", "privacy")
    assert isinstance(page, Page)
    assert "No board shows you" in page.rows[0].text


async def test_a_wish_that_is_none_changes_nothing(day: Day) -> None:
    await day.begins()
    await day.verdict("ada", "a")
    assert "`privacy public`" in await day.note("ada", "privacy", "gone")
    assert rows(await board(day)) == [(1, "ada", 10)]
    assert isinstance(await day.asks("ada", "privacy"), Page)


async def test_every_kind_of_board_is_a_press_away_and_this_one_can_be_copied(day: Day) -> None:
    await day.begins()
    await day.verdict("ada", "a")
    await day.verdict("ben the second", "b")
    seen, waiting = set(), [""]
    while waiting:
        text = waiting.pop()
        view = await day.asks("ada", "board", text)
        assert isinstance(view, BoardView | Page), view
        rows_ = view.rows if isinstance(view, Page) else ()
        found = [action.text for row in rows_ for action in row.actions] + [action.text for action in view.actions]
        waiting += [one for one in found if one not in seen]
        seen |= set(found)
    kinds = {"today", "week", "season", "all", "streak", "sprint", "topic names"}
    assert seen == kinds | {f"{kind} text" for kind in kinds} | {"topics"}
    copied = await day.asks("ada", "board", "all text")
    assert isinstance(copied, Page)
    assert copied.rows[0].code.splitlines() == [" 1. ada                10", " 2. ben the second      1"]


async def test_a_board_nobody_is_on_can_be_copied_as_well(day: Day) -> None:
    await day.begins()
    copied = await day.asks("ada", "board", "sprint text")
    assert isinstance(copied, Page)
    assert copied.rows[0].code == "Nobody has answered yet."
    assert "no topic 'text'" in await day.note("ada", "board", "topic text")
