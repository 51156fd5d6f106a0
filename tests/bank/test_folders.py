"""A bank is a folder; what is wrong in it is named, what is right in it is played."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.bank.folders import LARGEST, load

Bank = Callable[..., Path]
Whole = Callable[..., str]
ONE, TWO = "names/aliasing/one.md", "names/identity/two.md"


def said(root: Path) -> list[str]:
    return [str(problem) for problem in load(root)[1]]


def test_an_id_is_used_once_and_of_two_claimants_neither_is_played(bank: Bank, whole: Whole) -> None:
    root = bank({ONE: whole("choice"), "names/identity/one.md": whole("output"), TWO: whole("fix")})
    sheets, problems = load(root)
    assert [sheet.file for sheet in sheets] == [TWO]
    fix = "Rename one of the two files, or drop the alias."
    assert [str(problem) for problem in problems] == [
        f"{ONE} line 1: the id `one` is also taken by names/identity/one.md. {fix}",
        f"names/identity/one.md line 1: the id `one` is also taken by {ONE}. {fix}",
    ]


def test_an_old_id_is_as_unique_as_an_id(bank: Bank, whole: Whole) -> None:
    renamed = whole("choice", ("level = 2", 'level = 2\naliases = ["two"]'))
    assert any(f"the id `two` is also taken by {TWO}" in line for line in said(bank({ONE: renamed, TWO: whole("fix")})))


def test_a_file_may_repeat_its_own_id_as_an_alias(bank: Bank, whole: Whole) -> None:
    assert said(bank({ONE: whole("choice", ("level = 2", 'level = 2\naliases = ["one"]'))})) == []


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("names/alaising/one.md", "line 1: there is no topic `names/alaising`. Did you mean `names/aliasing`?"),
        ("x/y/one.md", "line 1: there is no topic `x/y`. Choose one of topics.toml."),
        ("names/aliasing/One Two.md", "line 1: `One Two` cannot be the id of a question. Use lower-case letters"),
        ("names/aliasing/one.markdown", "line 1: this is no question. A bank holds topics.toml and <topic>/"),
        ("names/one.md", "line 1: this is no question."),
        ("names/aliasing/deep/one.md", ""),
        ("one.md", "line 1: this is no question."),
    ],
)
def test_a_file_in_the_wrong_place_is_said(name: str, problem: str, bank: Bank, whole: Whole) -> None:
    root = bank({name: whole("choice")})
    sheets, _ = load(root)
    assert sheets == ()
    where = name if problem else "names/aliasing/deep"
    assert any(line.startswith(f"{where} {problem}") for line in said(root))


@pytest.mark.parametrize("name", ["README.md", "names/README.md", ".git/x.md", "__init__.py", "__pycache__/x.pyc"])
def test_what_belongs_beside_questions_is_passed_over(name: str, bank: Bank, whole: Whole) -> None:
    assert said(bank({ONE: whole("choice"), name: "anything"})) == []


def test_a_folder_or_file_of_a_bank_is_looked_at_alone(bank: Bank, whole: Whole) -> None:
    root = bank({ONE: whole("choice"), TWO: whole("fix"), "names/identity/bad.md": "nothing"})
    assert [sheet.file for sheet in load(root / "names" / "identity")[0]] == [TWO]
    assert [sheet.file for sheet in load(root / TWO)[0]] == [TWO]
    assert load(root / TWO)[1] == ()
    assert said(root / "names" / "aliasing") == []
    assert {problem.file for problem in load(root)[1]} == {"names/identity/bad.md"}


def test_an_id_taken_elsewhere_in_the_bank_shows_in_a_part_of_it(bank: Bank, whole: Whole) -> None:
    root = bank({ONE: whole("choice"), "names/identity/one.md": whole("output")})
    assert len(said(root / "names" / "aliasing")) == 1


@pytest.mark.parametrize("where", ["", "nowhere", "names/aliasing/misspelt.md"])
def test_a_path_that_is_no_bank_is_one_problem_and_never_a_green_check(where: str, tmp_path: Path) -> None:
    assert len(said(tmp_path / where)) == 1
    assert "no question bank is here. Name a folder with a topics.toml in it" in said(tmp_path / where)[0]


def test_a_misspelt_file_of_a_real_bank_is_not_a_green_check(bank: Bank, whole: Whole) -> None:
    assert len(said(bank({ONE: whole("choice")}) / "names" / "nowhere.md")) == 1


def test_links_that_lead_nowhere_or_round_are_problems(bank: Bank, whole: Whole) -> None:
    root = bank({ONE: whole("choice")})
    (root / "names" / "aliasing" / "lost.md").symlink_to(root / "nowhere")
    (root / "names" / "round").symlink_to(root)
    sheets, problems = load(root)
    assert [sheet.file for sheet in sheets] == [ONE]
    assert any(
        str(problem).startswith("names/aliasing/lost.md line 1: this is no ordinary file") for problem in problems
    )
    assert all(problem.file.startswith(("names/round/", "names/aliasing/lost.md")) for problem in problems)


def test_a_pipe_does_not_hang_the_bot(bank: Bank, whole: Whole) -> None:
    root = bank({ONE: whole("choice")})
    os.mkfifo(root / "names" / "aliasing" / "pipe.md")
    assert [line.split(":")[0] for line in said(root)] == ["names/aliasing/pipe.md line 1"]


def test_a_file_of_exactly_the_largest_size_is_read(bank: Bank, whole: Whole) -> None:
    text = whole("choice")
    assert said(bank({ONE: text + "a" * (LARGEST - len(text.encode()))})) == []


def test_without_a_table_of_contents_there_is_no_bank(bank: Bank, whole: Whole) -> None:
    root = bank({ONE: whole("choice")}, topics="[names]\ntitle = 1")
    sheets, problems = load(root)
    assert sheets == ()
    assert {problem.file for problem in problems} == {"topics.toml"}
