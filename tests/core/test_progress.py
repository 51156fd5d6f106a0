"""Where somebody stands: what is worth another look, badges, and a page of their own."""

from bot.core.messages import Note
from bot.core.pages import Page
from bot.core.scorecards import ProgressView
from bot.quiz.setups import parse
from bot.testing.days import MORNING, PLACE, Day
from bot.testing.questions import a_choice, an_output


async def after_days(*answers: str) -> Day:
    """Ada answered a question a day, all of them revealed."""
    day = Day(*(a_choice(f"choice-{at}") for at in range(len(answers) + 1)))
    await day.world.agenda.enrol(PLACE, parse("daily 09:00 UTC open=1h"), now=MORNING)
    for at, answer in enumerate(answers):
        await day.at(9, day=20 + at if at > 9 else 24 + at)
        await day.verdict("ada", answer)
        await day.at(10, day=20 + at if at > 9 else 24 + at)
    return day


async def mine(day: Day, name: str = "ada") -> ProgressView:
    view = await day.asks(name, "me")
    assert isinstance(view, ProgressView), view
    return view


async def test_weak_topics_are_named_once_there_are_enough_answers() -> None:
    two = await mine(await after_days("b", "b"))
    assert not [told for told in two.more if "another look" in told]
    three = await mine(await after_days("b", "a", "b"))
    assert "Worth another look: names (1 of 3 right at the first try)" in three.more


async def test_what_is_due_is_said_and_offered_first() -> None:
    day = await after_days("b", "a")
    view = await mine(day)
    assert view.more[0] == "Due for review now: 1"
    assert [action.name for action in view.actions] == ["review", "me", "board", "settings"]
    nothing = await mine(day, "ben")
    assert nothing.more == ()
    assert [action.name for action in nothing.actions] == ["me", "board", "settings"]


async def test_what_comes_later_is_said_with_its_day() -> None:
    day = await after_days("b")
    assert (await mine(day)).more == ("Next due for review: 2026-11-25",)


async def test_badges_are_worth_no_points() -> None:
    day = await after_days(*"aaaaaaa")
    view = await mine(day)
    assert "Badges: Seven in a row" in view.more
    assert view.points == 70


async def test_a_voided_question_is_no_weakness() -> None:
    day = await after_days("b", "b", "b")
    for date in ("2026-11-24", "2026-11-25"):
        preview = await day.asks("mo", "void", f"{date} none", moderator=True)
        await day.note("mo", "confirm", getattr(preview, "code", ""), moderator=True)
    assert not [told for told in (await mine(day)).more if "another look" in told]


async def test_home_is_one_page_with_everything_of_ones_own() -> None:
    day = await after_days("b", "a")
    page = await day.asks("ada", "home")
    assert isinstance(page, Page)
    assert "rank 1" in page.text
    told = [row.text for row in page.rows]
    assert told[0].startswith("Streak 2")
    assert "Due for review now: 1" in told
    assert "What you answered last" in told
    assert any("day ends in UTC" in text for text in told)
    assert any("Boards show you as ada" in text for text in told)
    steps = {action.name for row in page.rows for action in row.actions} | {action.name for action in page.actions}
    assert steps == {"review", "me", "settings", "privacy", "today", "board", "help"}
    assert len(page.rows) <= 12


async def test_home_has_something_to_say_to_somebody_new_and_nothing_where_nothing_is_asked() -> None:
    page = await (await after_days("a")).asks("ben", "home")
    assert isinstance(page, Page)
    assert "no rank yet" in page.text
    assert isinstance(await Day(an_output()).asks("ben", "home"), Note)
