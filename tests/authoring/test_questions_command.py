"""`askling questions`, as authors use it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.authoring.commands import _EXPORTS, _IMPORTS, _KINDS, questions
from bot.authoring.exchanging import EXPORTS, IMPORTS
from bot.bank.folders import load
from bot.bank.scaffolds import scaffold
from bot.core.typed import HOW
from bot.quiz.questions import Kind

TOPICS = '[names]\ntitle = "Names"\norder = 1\n\n[names.binding]\ntitle = "Binding"\nrows = ["S32a"]\n'


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    folder = tmp_path / "bank"
    folder.mkdir()
    (folder / "topics.toml").write_text(TOPICS)
    return folder


def told(*arguments: object) -> Result:
    return CliRunner().invoke(questions, list(map(str, arguments)))


def test_the_command_line_offers_what_there_is() -> None:
    assert (tuple(map(str, Kind)), EXPORTS, IMPORTS) == (_KINDS, _EXPORTS, _IMPORTS)


@pytest.mark.parametrize("kind", list(Kind))
def test_a_new_question_is_a_whole_draft(kind: Kind, bank: Path) -> None:
    result = told("new", kind, "names/binding/my-first", "--bank", bank)
    assert result.exit_code == 0, result.output
    (sheet,), problems = load(bank)
    assert problems == ()
    assert (sheet.question.kind, sheet.status, sheet.question.title) == (kind, "draft", "My first")


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("names/bindings/x", "There is no topic `names/bindings`. Did you mean `names/binding`?"),
        ("names/binding/X y", "`X y` cannot be an id"),
        ("x", "There is no topic ``"),
        ("../../etc/x", "There is no topic `../../etc`"),
    ],
)
def test_a_new_question_needs_a_place(place: str, said: str, bank: Path) -> None:
    result = told("new", "choice", place, "--bank", bank)
    assert result.exit_code == 1
    assert said in result.output
    assert list(bank.glob("**/*.md")) == []


def test_a_new_question_never_replaces_one(bank: Path) -> None:
    told("new", "choice", "names/binding/mine", "--bank", bank)
    result = told("new", "fix", "names/binding/mine", "--bank", bank)
    assert "The id `mine` is taken by names/binding/mine.md" in result.output
    assert (bank / "names/binding/mine.md").read_text() == scaffold(Kind.CHOICE, "mine")


def test_an_editor_gets_a_snippet_for_each_kind() -> None:
    found = json.loads(told("snippets").output)
    assert {one["prefix"] for one in found.values()} == {f"askling-{kind}" for kind in Kind}
    body = "\n".join(found["askling: fill"]["body"])
    typed = body.replace("${1:Title}", "Title").replace("\\}", "}").replace("\\$", "$").replace("\\\\", "\\")
    assert typed == scaffold(Kind.FILL, "title")


def test_a_preview_shows_the_card_and_then_the_reveal() -> None:
    card, _, reveal = told("preview", "wall-in-the-signature").output.partition("─" * 60)
    assert "____" in card
    assert HOW[Kind.FILL] in card
    assert "def connect(host, *, timeout=10):" in reveal


@pytest.mark.parametrize("chat", ["discord", "slack"])
def test_a_preview_for_a_chat_that_is_not_here_says_so(chat: str) -> None:
    result = told("preview", "fair-shares", "--as", chat)
    assert result.exit_code == 1
    assert f"The chat {chat} " in result.output


def test_the_numbers_of_a_bank_are_counted(bank: Path) -> None:
    told("new", "output", "names/binding/mine", "--bank", bank)
    numbers = json.loads(told("stats", bank, "--json").output)
    assert (numbers["questions"], numbers["status"], numbers["rows_missing"]) == (1, {"draft": 1}, ["S32a"])
    assert "no live question yet: names/binding S32a" in told("stats", bank).output


@pytest.mark.parametrize("form", EXPORTS)
def test_the_bank_goes_out_in_every_format(form: str, tmp_path: Path) -> None:
    file = tmp_path / "bank"
    assert told("export", form, file).exit_code == 0
    raw = file.read_bytes()
    assert raw[:2] == b"PK" if form == "anki" else b"fair-shares" in raw


def test_what_comes_in_is_a_draft_and_what_cannot_is_named(bank: Path, tmp_path: Path) -> None:
    file = tmp_path / "list.yaml"
    file.write_text("One?:\n- a\nTwo?:\n- b\nThree?:\n- c\n")
    result = told("import", "red", file, "--into", "names/binding", "--bank", bank)
    assert "0 drafts written, 3 left out" in result.output
    result = told("import", "red", file, "--into", "names/binding", "--bank", bank, "--source", "https://example.org/")
    assert "3 drafts written, 0 left out. None is asked until you make it live." in result.output
    sheets, problems = load(bank)
    assert problems == ()
    assert [(sheet.question.id, sheet.question.live) for sheet in sheets] == [
        ("one", False),
        ("three", False),
        ("two", False),
    ]
    assert "there is no topic" in told("import", "red", file, "--into", "names/x", "--bank", bank).output.lower()


def test_a_file_that_is_no_text_is_said_in_words(bank: Path, tmp_path: Path) -> None:
    (tmp_path / "raw").write_bytes(b"\xff\xfe")
    assert (
        "is not valid UTF-8"
        in told("import", "csv", tmp_path / "raw", "--into", "names/binding", "--bank", bank).output
    )
