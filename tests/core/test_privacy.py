"""What somebody can do about what others see and what is kept: on one page, each a press away."""

import json

from bot.core.hearing import hear
from bot.core.messages import Command, Correct, Fill, Filled, Note, Show
from bot.core.pages import Document, Page, Style
from bot.core.scorecards import BoardView
from bot.quiz.ids import SubmissionId
from bot.testing.days import PLACE, Day, person


async def page(day: Day, text: str = "") -> Page:
    view = await day.asks("ada", "privacy", text)
    assert isinstance(view, Page), view
    return view


def steps(view: Page) -> list[str]:
    return [action.text for row in view.rows for action in row.actions] + [action.text for action in view.actions]


async def test_everything_is_a_press_away_and_what_holds_already_is_not_offered(day: Day) -> None:
    await day.begins()
    assert steps(await page(day)) == ["alias", "hidden", "export", "erase"]
    await day.note("ada", "privacy", "hidden")
    hidden = await page(day)
    assert steps(hidden) == ["public", "alias", "export", "erase"]
    assert "No board shows you" in hidden.rows[0].text
    await day.note("ada", "privacy", "alias Night Owl")
    assert steps(await page(day)) == ["public", "alias", "hidden", "export", "erase"]


async def test_an_alias_can_be_written_into_a_form(day: Day) -> None:
    await day.begins()
    await day.verdict("ada", "a")
    asked = await hear(day.world, Command(who=person("ada"), place=PLACE, name="privacy", text="alias"))
    assert isinstance(asked, Fill)
    filled = Filled(
        id=SubmissionId("1"), who=person("ada"), place=PLACE, form="alias", about="", values={"alias": "Night Owl"}
    )
    shown = await hear(day.world, filled)
    assert isinstance(shown, Show)
    assert isinstance(shown.view, Note)
    board = await day.asks("ben", "board")
    assert isinstance(board, BoardView)
    assert [row.name for row in board.rows] == ["~Night Owl~"]
    again = await hear(day.world, Command(who=person("ada"), place=PLACE, name="privacy", text="alias"))
    assert isinstance(again, Fill)
    assert again.form.fields[0].value == "Night Owl"


async def test_an_alias_that_is_none_keeps_the_form_open(day: Day) -> None:
    filled = Filled(id=SubmissionId("1"), who=person("ada"), place=PLACE, form="alias", about="", values={"alias": "~"})
    assert isinstance(await hear(day.world, filled), Correct)


async def test_an_export_is_a_file_with_all_that_is_kept_about_one_person(day: Day) -> None:
    await day.begins()
    await day.verdict("ada", "b")
    await day.verdict("ben", "a")
    await day.note("ada", "guessed")
    await day.asks("ada", "hint")
    view = await day.asks("ada", "privacy", "export")
    assert isinstance(view, Document)
    assert view.name == "askling-2026-11-24.json"
    told = json.loads(view.content)
    assert told["person"] == "paper:ada"
    assert [one["name"] for one in told["kept"]["member"]] == ["ada"]
    assert (len(told["kept"]["submission"]), len(told["kept"]["help"])) == (1, 1)
    assert "ben" not in view.content


async def test_an_export_for_somebody_new_says_that_nothing_is_kept(day: Day) -> None:
    view = await day.asks("ada", "privacy", "export")
    assert isinstance(view, Document)
    assert json.loads(view.content)["kept"] == {}


async def test_erasing_asks_once_more_and_takes_everything(day: Day) -> None:
    await day.begins()
    await day.verdict("ada", "b")
    asked = await page(day, "erase")
    assert [(one.text, one.style) for one in asked.actions] == [
        ("erase everything", Style.DANGER),
        ("", Style.PLAIN),
    ]
    await day.note("ada", "settings", "zone UTC")
    assert "You are erased" in await day.note("ada", "privacy", "erase everything")
    view = await day.asks("ada", "privacy", "export")
    assert isinstance(view, Document)
    assert json.loads(view.content)["kept"] == {}
