"""The bank the bot plays from: whole questions only, found by any id they ever had."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.bank.filebank import FileBank
from bot.core.ports import Bank
from bot.quiz.errors import QuestionMistake
from bot.quiz.ids import QuestionId

Write = Callable[..., Path]
Whole = Callable[..., str]


@pytest.fixture
def folder(bank: Write, whole: Whole) -> Path:
    renamed = whole("choice", ("level = 2", 'level = 2\naliases = ["old-name"]'))
    return bank({"names/aliasing/one.md": renamed, "names/aliasing/bad.md": "?", "names/identity/two.md": whole("fix")})


def test_a_broken_file_takes_nothing_else_down(folder: Path) -> None:
    bank, problems = FileBank.load(folder)
    assert [question.id for question in bank.questions()] == ["one", "two"]
    assert {problem.file for problem in problems} == {"names/aliasing/bad.md"}


def test_a_question_is_found_by_its_id_and_by_its_old_id(folder: Path) -> None:
    bank: Bank = FileBank.load(folder)[0]
    one = bank.question(QuestionId("one"))
    assert one is not None
    assert bank.question(QuestionId("old-name")) is one
    assert bank.question(QuestionId("bad")) is None


def test_two_questions_with_one_id_are_refused(folder: Path) -> None:
    questions = FileBank.load(folder)[0].questions()
    with pytest.raises(QuestionMistake, match="both have the id one; rename one of them"):
        FileBank([*questions, questions[0].__class__(**{**vars(questions[1]), "id": QuestionId("one")})])


def test_the_shipped_bank_is_whole() -> None:
    bank, problems = FileBank.load()
    assert problems == ()
    assert len(bank.questions()) > 0
