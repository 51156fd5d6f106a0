from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chats.console.inbox import Inbox, Leave, Said
from bot.core import typed
from bot.core.messages import Command, Submission
from bot.quiz.ids import Place


def inbox() -> Inbox:
    return Inbox(place=Place("console"), me="me", session="s")


def heard(*lines: str) -> Said:
    box = inbox()
    told = [said for said in map(box.line, lines) if said is not None]
    assert len(told) == 1, told
    assert isinstance(told[0], Said)
    return told[0]


@pytest.mark.parametrize(
    ("line", "name", "text"),
    [
        ("today", "today", ""),
        ("/quiz today", "today", ""),
        ("/quiz board week", "board", "week"),
        ("Board  week", "board", "week"),
        ("?", "help", ""),
        ("/quiz", "help", ""),
        ("/quiz-admin post", "post", ""),
        ("reveal", "reveal", ""),
    ],
)
def test_a_command_may_be_short(line: str, name: str, text: str) -> None:
    deed = heard(line).deed
    assert isinstance(deed, Command)
    assert (deed.name, deed.text) == (name, text)


@pytest.mark.parametrize(
    ("lines", "answer"),
    [
        (("b",), "b"),
        (("a, c",), "a, c"),
        (("3",), "3"),
        (("answer b",), "b"),
        (("/quiz answer [1, 2]",), "[1, 2]"),
        (("```python", "x = 1", "", "y = 2", "```"), "```python\nx = 1\n\ny = 2\n```"),
        (("answer", "```", "1", "2", "```"), "```\n1\n2\n```"),
        (("answer ```python", "x", "```"), "```python\nx\n```"),
        (("```x = 1```",), "```x = 1```"),
        (("answer <class 'int'>",), "<class 'int'>"),
        (("answer 3 > 2",), "3 > 2"),
        (("ada> answer x -> b",), "x -> b"),
    ],
)
def test_an_answer_is_a_letter_a_word_or_a_block(lines: tuple[str, ...], answer: str) -> None:
    deed = heard(*lines).deed
    assert isinstance(deed, Submission)
    assert deed.answer == answer


@pytest.mark.parametrize(
    "lines", [("run ```", "x = 1", "```"), ("run", "```", "x = 1", "```"), ("/quiz run ```", "x = 1", "```")]
)
def test_code_can_be_run_without_being_handed_in(lines: tuple[str, ...]) -> None:
    deed = heard(*lines).deed
    assert isinstance(deed, Command)
    assert (deed.name, deed.text) == ("run", "```\nx = 1\n```")


@pytest.mark.parametrize("first", ["rekey ```", "/quiz-admin rekey ```", "rekey 2026-11-24 ```"])
def test_a_key_of_several_lines_is_a_block(first: str) -> None:
    deed = heard(first, "1", "2", "```").deed
    assert isinstance(deed, Command)
    assert (deed.name, deed.text) == ("rekey", f"{first.partition('rekey ')[2]}\n1\n2\n```")


def test_after_a_run_a_block_is_an_answer_again() -> None:
    box = inbox()
    said = [one for one in map(box.line, ["run", "```", "x", "```", "```", "y", "```"]) if isinstance(one, Said)]
    assert [type(one.deed) for one in said] == [Command, Submission]


def test_several_people_speak_in_one_console() -> None:
    said = [heard("ada> b"), heard("Ben> /quiz answer b"), heard("ada>b"), heard("b")]
    assert [one.name for one in said] == ["ada", "Ben", "ada", "me"]
    addresses = [one.deed.who.address for one in said if one.deed is not None]
    assert addresses == ["console:ada", "console:ben", "console:ada", "console:me"]


def test_a_block_belongs_to_whoever_opened_it() -> None:
    assert heard("ada> ```", "ben> b", "```").name == "ada"
    assert heard("ada> answer", "```", "x", "```").name == "ada"


def test_every_answer_has_an_id_of_its_own() -> None:
    box = inbox()
    deeds = [said.deed for said in (box.line("a"), box.line("a")) if isinstance(said, Said)]
    ids = [deed.id for deed in deeds if isinstance(deed, Submission)]
    assert ids == ["console:s:1", "console:s:2"]


def test_a_chatty_line_costs_no_try() -> None:
    said = heard("ada> hello everybody")
    assert said.deed is None
    assert "`answer …`" in said.note


@pytest.mark.parametrize(("line", "meant"), [("/quiz bord", "board"), ("/quiz-admin psot", "post"), ("/hnit", "hint")])
def test_a_misspelt_command_is_asked_back(line: str, meant: str) -> None:
    assert f"did you mean `{meant}`?" in heard(line).note


def test_code_can_come_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "mine.py"
    file.write_text("x = 1\n", "utf-8")
    for line in (f"@{file}", f"answer @{file}"):
        deed = heard(line).deed
        assert isinstance(deed, Submission)
        assert deed.answer == "x = 1\n"
    run = heard(f"run @{file}").deed
    assert isinstance(run, Command)
    assert run.text == "x = 1\n"


def test_a_file_that_cannot_be_used_is_named_and_nothing_is_handed_in(tmp_path: Path) -> None:
    latin = tmp_path / "latin.py"
    latin.write_bytes(b"\xff\xfe")
    large = tmp_path / "large.py"
    large.write_bytes(b"#" * (1024 * 1024 + 1))
    for path, why in (
        (tmp_path / "none.py", "No such file"),
        (tmp_path, "directory"),
        (latin, "UTF-8"),
        (large, "1 MiB"),
    ):
        said = heard(f"@{path}")
        assert said.deed is None
        assert why in said.note


def test_a_block_that_never_ends_is_not_handed_in() -> None:
    box = inbox()
    box.line("```")
    box.line("x = 1")
    end = box.end()
    assert end is not None
    assert end.deed is None
    assert "never closed" in end.note
    assert box.end() is None


@pytest.mark.parametrize("line", ["quit", "exit", "ada> quit"])
def test_quit_leaves(line: str) -> None:
    assert isinstance(inbox().line(line), Leave)


@pytest.mark.parametrize("line", ["<class 'int'>", "x -> b", "print(1 > 2)", "x => 1", ">>> b"])
def test_a_stray_arrow_makes_up_no_speaker(line: str) -> None:
    said = heard(line)
    assert (said.name, said.deed) == ("me", None)


def test_code_with_an_unreadable_line_is_not_handed_in_without_it() -> None:
    box = inbox()
    assert box.line("ada> ```") is None
    assert box.unreadable(typed.LINE_NOT_TEXT) is None
    assert box.line("x = 1") is None
    told = box.line("```")
    assert isinstance(told, Said)
    assert (told.name, told.deed) == ("ada", None)
    assert "is not valid UTF-8, so it was not handed in" in told.note
    after = box.line("b")
    assert isinstance(after, Said)
    assert isinstance(after.deed, Submission)


def test_a_block_without_end_stops_growing() -> None:
    box = inbox()
    box.line("```")
    for _ in range(40):
        box.line("#" * 65536)
    assert sum(map(len, box._block or ())) <= 1024 * 1024
    told = box.line("```")
    assert isinstance(told, Said)
    assert told.deed is None
    assert "1 MiB" in told.note


_PIECES = st.sampled_from(["```", "answer", "ada> ", "/quiz ", "/quiz-admin ", ">", " ", "b", "hint", "\0", "\ufeff"])


@given(st.lists(st.text() | st.lists(_PIECES).map("".join)))
def test_no_line_ever_breaks_the_inbox(lines: list[str]) -> None:
    box = inbox()
    for line in lines:
        box.line(line)
    box.end()
