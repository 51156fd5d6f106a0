"""Every act of a moderator is in the audit log, and moderators can read it."""

import pytest

from bot.core.messages import AuditRow, AuditView, Note
from bot.core.records import Act
from bot.core.scorecards import CorrectionView
from bot.quiz.ids import Address
from bot.testing.days import Day
from bot.testing.questions import an_output

MANY = [an_output(f"q{at}", topic=f"{'abc'[at % 3]}/x") for at in range(30)]


async def log(day: Day) -> tuple[AuditRow, ...]:
    view = await day.asks("cleo", "audit", moderator=True)
    assert isinstance(view, AuditView), view
    return view.rows


@pytest.mark.parametrize(
    ("name", "text", "result"),
    [
        ("post", "", "Posted"),
        ("post", "adjust 2026-11-24 #99", "Posted"),
        ("close", "", "Closed"),
        ("reveal", "", "Revealed"),
        ("pause", "", "pause=on"),
        ("skip", "2026-11-25", "skip=2026-11-25"),
        ("setup", "daily 10:00 UTC", "daily 10:00 UTC"),
        ("extend", "2h", "stays open until Wed 2026-11-25 11:00 (UTC)"),
    ],
)
async def test_an_act_is_written_down_with_who_what_and_what_it_came_to(name: str, text: str, result: str) -> None:
    day = Day(*MANY)
    await day.begins()
    await day.asks("mo", name, text, moderator=True)
    (row,) = await log(day)
    assert (row.at, row.who, row.what) == (day.clock.now(), "mo", f"{name} {text}".strip())
    assert result in row.result


async def test_the_newest_act_comes_first_and_a_correction_stands_among_them_with_its_reason() -> None:
    day = Day(*MANY)
    await day.begins()
    await day.verdict("ada", "42")
    await day.note("mo", "close", moderator=True)
    view = await day.asks("cleo", "adjust", "ada +5 the judge was away", moderator=True)
    assert isinstance(view, CorrectionView)
    await day.note("cleo", "confirm", view.code, moderator=True)
    first, second = await log(day)
    assert (first.who, first.what, first.why) == ("cleo", "adjust 2026-11-24 ada +5", "the judge was away")
    assert (second.who, second.what) == ("mo", "close")


@pytest.mark.parametrize(
    ("name", "text"), [("queue", ""), ("setup", ""), ("skip", "1999-01-01"), ("ban", "nothing"), ("void", "full")]
)
async def test_what_changes_nothing_is_no_act(name: str, text: str) -> None:
    day = Day(*MANY)
    await day.begins()
    await day.asks("mo", name, text, moderator=True)
    assert "No moderator has done anything" in await day.note("mo", "audit", moderator=True)


async def test_the_log_keeps_no_name_of_somebody_who_was_erased() -> None:
    day = Day(*MANY)
    await day.begins()
    await day.verdict("ada", "42")
    view = await day.asks("mo", "adjust", "ada +5 the judge was away", moderator=True)
    assert isinstance(view, CorrectionView)
    await day.note("mo", "confirm", view.code, moderator=True)
    await day.note("ada", "privacy", "erase everything")
    (row,) = await log(day)
    assert row.what == "adjust 2026-11-24 somebody +5"


async def test_a_moderator_who_was_erased_leaves_the_act_and_no_name() -> None:
    day = Day(*MANY)
    await day.begins()
    await day.note("mo", "close", moderator=True)
    assert isinstance(await day.asks("mo", "privacy", "erase everything"), Note)
    (row,) = await log(day)
    assert (row.who, row.what) == ("somebody", "close")


async def test_an_act_that_names_nobodys_number_is_shown_as_it_was_written() -> None:
    day = Day(*MANY)
    community = await day.begins()
    mo = await day.store.member(Address("paper:mo"), "mo")
    await day.store.record(
        Act(community=community.id, by=mo.id, at=day.clock.now(), what="adjust 2026-11-23 #99 +5", why="of old")
    )
    assert [row.what for row in await log(day)] == ["adjust 2026-11-23 #99 +5"]


@pytest.mark.parametrize(
    ("name", "text", "result"),
    [
        ("post", "", "Gestellt: The"),
        ("close", "", "Geschlossen: The"),
        ("extend", "2h", "bleibt offen bis Mi 2026-11-25 11:00 (UTC)"),
        ("reveal", "", "Aufgelöst: The"),
    ],
)
async def test_what_an_act_came_to_is_told_in_the_language_of_who_reads(name: str, text: str, result: str) -> None:
    day = Day(*MANY)
    await day.begins()
    await day.asks("mo", name, text, moderator=True)
    await day.asks("cleo", "settings", "language de", moderator=True)
    (row,) = await log(day)
    assert result in row.result


async def test_the_log_keeps_english_whatever_a_moderator_speaks() -> None:
    day = Day(*MANY)
    await day.begins()
    await day.asks("mo", "settings", "language de", moderator=True)
    await day.asks("mo", "close", moderator=True)
    (row,) = await log(day)
    assert row.result.startswith("Closed: ")
