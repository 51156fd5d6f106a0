from dataclasses import replace

import pytest

from bot.core import deskwords
from bot.core.messages import AuditView, Note
from bot.core.pages import Page
from bot.core.scorecards import BoardView, ProgressView
from bot.quiz.answers import Code
from bot.quiz.items import Finding
from bot.testing.days import Day
from bot.testing.questions import a_choice, a_coding, an_output

LONG = "".join(f"    y{at} = x if x else {at} + len(str(x))\n" for at in range(8))
COPIED = f"def double(x):\n{LONG}    return x + x\n"
RENAMED = COPIED.replace("y", "z").replace("    return", "\n    # mine\n    return")
OWN = "def double(x):\n    for _ in range(1):\n        if x is None:\n            raise ValueError\n    return x + x\n"


async def answers(day: Day, *pairs: tuple[str, str]) -> None:
    for name, code in pairs:
        await day.verdict(name, code)


async def looks(day: Day, text: str = "", command: str = "inbox") -> Page:
    view = await day.asks("mo", command, text, moderator=True)
    assert isinstance(view, Page), view
    return view


async def board(day: Day, name: str = "ada") -> list[str]:
    view = await day.asks(name, "board")
    assert isinstance(view, BoardView)
    return [row.name for row in view.rows]


async def test_answers_that_are_alike_are_evidence_for_moderators_and_for_nobody_else() -> None:
    day = Day(a_coding())
    await day.begins()
    await answers(day, ("ada", COPIED), ("ben", RENAMED), ("cleo", OWN))
    await day.at(9, day=25)
    await day.at(10, day=25)
    assert len([note for note in day.notes if "I noticed something" in note]) == 1
    assert "alike" not in repr(day.shown)
    page = await looks(day)
    assert page.rows[0].text == "f1: two answers to “The double question” of 2026-11-24 are alike"
    page = await looks(day, "f1")
    assert [(row.text, row.code) for row in page.rows] == [("ada", COPIED), ("ben", RENAMED)]
    assert [(action.name, action.text) for action in page.actions] == [
        ("inbox", "dismiss f1"),
        ("mute", "#1"),
        ("mute", "#2"),
    ]
    assert await board(day) == ["ada", "ben", "cleo"]  # nothing followed from it


async def test_a_flag_is_dismissed_with_a_reason_and_does_not_come_again() -> None:
    day = Day(a_coding())
    await day.begins()
    await answers(day, ("ada", COPIED), ("ben", RENAMED))
    await day.note("mo", "reveal", moderator=True)
    await day.at(10)
    assert "is dismissed" in await day.note("mo", "inbox", "dismiss f1 They pair up.", moderator=True)
    await day.note("mo", "reveal", moderator=True)
    await day.at(11)
    assert (await looks(day)).text == deskwords.INBOX_EMPTY
    assert isinstance(await day.asks("ada", "me"), ProgressView)


async def test_short_answers_and_voided_questions_are_not_looked_at() -> None:
    day = Day(a_coding())
    await day.begins()
    await answers(day, *((name, "def double(x): return x + x") for name in ("ada", "ben")))
    await day.at(9, day=25)
    assert (await looks(day)).text == deskwords.INBOX_EMPTY
    await answers(day, ("ada", COPIED), ("ben", RENAMED))
    view = await day.asks("mo", "void", "none", moderator=True)
    await day.note("mo", "confirm", view.code, moderator=True)  # type: ignore[union-attr]
    await day.at(9, day=26)
    assert (await looks(day)).text == deskwords.INBOX_EMPTY


async def test_evidence_says_that_its_source_was_forgotten() -> None:
    day = Day(a_coding())
    await day.begins()
    await answers(day, ("ada", COPIED), ("ben", RENAMED))
    await day.at(9, day=25)
    for id_, entry in day.store._entries.items():
        day.store._entries[id_] = replace(entry, answer=Code(""))
    assert {row.detail for row in (await looks(day, "f1")).rows} == {deskwords.SOURCE_FORGOTTEN}


async def test_who_is_muted_plays_on_is_on_no_board_and_is_told_why(day: Day) -> None:
    await day.begins()
    for name in ("ada", "ben"):
        await day.verdict(name, "a")
    assert "on no board here from now on" in await day.note("mo", "mute", "ben answers were copied", moderator=True)
    assert await board(day) == ["ada"]
    told = await day.note("ben", "me")
    assert "off the boards here: answers were copied" in told
    assert isinstance(await day.asks("ada", "me"), ProgressView)
    await day.at(9, day=25)
    assert (await day.verdict("ben", "a")).total == 20
    assert await board(day) == ["ada"]
    assert "ben: answers were copied" in await day.note("mo", "mute", moderator=True)
    await day.note("mo", "unmute", "ben", moderator=True)
    assert await board(day) == ["ben", "ada"]
    assert isinstance(await day.asks("ben", "me"), ProgressView)
    assert "not muted" in await day.note("mo", "unmute", "ben", moderator=True)


async def test_muting_is_in_the_log_with_its_reason_and_under_the_name_they_have_now(day: Day) -> None:
    await day.begins()
    await day.verdict("ben", "a")
    await day.note("mo", "mute", "ben answers were copied", moderator=True)
    view = await day.asks("mo", "audit", moderator=True)
    assert isinstance(view, AuditView)
    assert [(row.what, row.why) for row in view.rows] == [("mute ben", "answers were copied")]
    await day.note("ben", "privacy", "erase everything")
    view = await day.asks("mo", "audit", moderator=True)
    assert isinstance(view, AuditView)
    assert view.rows[0].what == "mute somebody"


async def test_muting_asks_who_and_why(day: Day) -> None:
    await day.begins()
    await day.verdict("ben", "a")
    assert "Nobody is muted here" in await day.note("mo", "mute", moderator=True)
    assert "Nobody here who answered is called zoe" in await day.note("mo", "mute", "zoe so", moderator=True)
    form = await day.form("mo", "mute", "ben", moderator=True)
    view = await day.fills("mo", "mute", {"text": " "}, about=form.about, moderator=True)
    assert isinstance(view, Note)
    assert view.text == deskwords.MUTE_USAGE
    await day.fills("mo", "mute", {"text": "copied"}, about=form.about, moderator=True)
    assert await board(day) == []


async def played(day: Day, days: int, people: int, answer_at: list[str]) -> None:
    """Better people first: the first half is right each day, but for the last question."""
    for number in range(days):
        await day.at(9, day=24 + number)
        for person in range(people):
            good = person < people // 2
            given = answer_at[number] if good else "c"
            await day.says(f"p{person:02}", given)


async def test_a_question_whose_key_looks_wrong_comes_to_the_inbox_and_is_shown_first() -> None:
    day = Day(*(a_choice(f"q{at}") for at in range(5)))
    await day.begins()
    await played(day, 5, 24, ["a", "a", "a", "a", "b"])  # at last those who know say b
    await day.at(9, day=29)
    page = await looks(day, command="items")
    asked = [one.question for one in await day.world.agenda.rounds((await day.world.agenda.communities())[0].id)]
    assert page.rows[0].actions[0].text == asked[4]
    assert deskwords.FINDINGS[Finding.BEST_CHOOSE_ANOTHER.value] in page.rows[0].detail
    detail = await looks(day, str(asked[4]), "items")
    assert detail.rows[0].text.startswith("✗ B. option 1 · 50 %")
    listed = await looks(day)
    assert [row.text for row in listed.rows] == [f"f1: “The {asked[4]} question” may be broken"]
    flag = await looks(day, "f1")
    assert ("void", "2026-11-28 full") in {(action.name, action.text) for action in flag.actions}
    assert "may be wrong" in flag.text


async def test_items_say_what_is_not_known_yet() -> None:
    day = Day(an_output())
    await day.begins()
    assert (await looks(day, command="items")).text == deskwords.ITEMS_NONE
    await day.verdict("ada", "7")
    await day.asks("ada", "hint")
    page = await looks(day, "output", "items")
    assert "0 % of 1 were right at their first try" in page.text
    assert deskwords.ITEM_UNKNOWN_KIND in page.text
    assert page.rows[0].text == "✗ 7 · 100 %"
    assert "did you mean output" in await day.note("mo", "items", "outptu", moderator=True)


@pytest.mark.parametrize("command", ["inbox", "items", "mute ada so", "new"])
async def test_where_nothing_is_asked_the_desk_is_empty(day: Day, command: str) -> None:
    name, _, text = command.partition(" ")
    assert "No questions are asked in this place" in await day.note("mo", name, text, moderator=True)
