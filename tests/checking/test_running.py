"""What is asked for is found: whole banks, parts of them, several at once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.checking.running import _found
from bot.quiz.errors import BankTrouble

TOPICS = '[names]\ntitle = "N"\norder = 1\n[names.binding]\ntitle = "B"\n[names.identity]\ntitle = "I"\n'


@pytest.fixture
def bank(tmp_path: Path) -> Callable[[str], Path]:
    """A bank of three files that are no questions."""

    def write(topics: str = TOPICS) -> Path:
        for name in ("names/binding/one.md", "names/binding/two.md", "names/identity/three.md"):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text("?")
        (tmp_path / "topics.toml").write_text(topics)
        return tmp_path

    return write


def files(*roots: Path) -> set[str]:
    return {problem.file.rpartition("/")[2] for problem in _found(roots, "").problems}


def test_files_and_folders_of_one_bank_are_found_together(bank: Callable[..., Path]) -> None:
    root = bank()
    assert files(root) == {"one.md", "two.md", "three.md"}
    assert files(root / "names/binding") == {"one.md", "two.md"}
    assert files(root / "names/binding/one.md", root / "names/identity") == {"one.md", "three.md"}


def test_rows_are_counted_for_whole_banks_only(bank: Callable[..., Path]) -> None:
    root = bank()
    assert [one.topic.id for one in _found([root], "").covered] == ["names/binding", "names/identity"]
    assert _found([root / "names/binding"], "").covered == ()


def test_a_broken_table_of_contents_is_never_a_green_check(bank: Callable[..., Path]) -> None:
    root = bank("[names")
    assert files(root) == files(root / "names/binding/one.md") == {"topics.toml"}


def test_a_path_without_a_bank_is_a_problem(tmp_path: Path) -> None:
    assert len(_found([tmp_path], "").problems) == 1


def test_what_changed_can_be_asked_of_a_folder_only(tmp_path: Path) -> None:
    with pytest.raises(BankTrouble, match="Check without --changed"):
        _found([tmp_path], "HEAD")
