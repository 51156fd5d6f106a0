"""`--changed` is what git says, and what git cannot say is said in words."""

import subprocess
from pathlib import Path

import pytest

from bot.checking.changes import changed
from bot.quiz.errors import BankTrouble


def git(folder: Path, *arguments: str) -> None:
    told = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *told, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    folder = tmp_path / "questions"
    (folder / "names" / "binding").mkdir(parents=True)
    for name in ("topics.toml", "names/binding/old.md", "names/binding/kept.md"):
        (folder / name).write_text("text\n")
    (tmp_path / "elsewhere.md").write_text("text\n")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "all")
    return folder


def test_changed_and_new_files_of_the_bank_are_found(bank: Path) -> None:
    (bank / "names/binding/old.md").write_text("other\n")
    (bank / "names/binding/naïve new.md").write_text("text\n")
    (bank.parent / "elsewhere.md").write_text("other\n")
    assert changed(bank, "HEAD") == frozenset({"names/binding/old.md", "names/binding/naïve new.md"})


def test_what_was_committed_since_a_revision_is_found(bank: Path) -> None:
    (bank / "names/binding/old.md").write_text("other\n")
    git(bank, "commit", "--quiet", "-am", "more")
    assert changed(bank, "HEAD") == frozenset()
    assert changed(bank, "HEAD~1") == frozenset({"names/binding/old.md"})


def test_a_new_table_of_contents_concerns_every_question(bank: Path) -> None:
    (bank / "topics.toml").write_text("other\n")
    assert changed(bank, "HEAD") is None


@pytest.mark.parametrize(
    ("since", "said"), [("no-such-branch", "git cannot say what has changed"), ("--output=x", "is no revision")]
)
def test_what_git_cannot_say_is_said_in_words(bank: Path, since: str, said: str) -> None:
    with pytest.raises(BankTrouble, match=said):
        changed(bank, since)


def test_a_folder_without_git_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(BankTrouble, match="Check without --changed"):
        changed(tmp_path, "HEAD")
