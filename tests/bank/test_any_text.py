"""Whatever lies in a bank, reading it ends, raises nothing, and says something about everything it leaves out."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.bank.folders import load
from bot.bank.reading import read_sheet
from bot.bank.topics import read_contents
from bot.bank.workshop import BankWorkshop
from bot.core.composing import MOST_MISTAKES, told
from bot.core.contributions import KINDS, TOPIC
from bot.quiz.ids import QuestionId
from bot.quiz.runs import Run
from bot.quiz.verdicts import Outcome
from bot.testing.judges import ScriptedJudge

FILE = "names/aliasing/one.md"
scraps = st.sampled_from(
    [
        "# Title\n", '```toml question\nkind = "choice"\n', 'kind = "output"\nlevel = 1\nseed = ["a"]\n', "```\n",
        "~~~\n", "<b>\n", "```python run\n", "```pycon cases\n", "```pycon examples\n",
        '```text output py="<3.15"\n', "```text wrong\n",
        "- [x] `a`\n", "- [ ] b\n", "  > why\n", "> quote\n", ">>> f(1)\n", "... 1\n", "# category\n", "Traceback\n",
        "Traceback (most recent call last):\n", "## Hints\n", "## Why\n", "- hint\n", "    code\n",
        "---\n", "\n", "\r", "\t", "\0", "[x]: http://a\n", "1. one\n", "\\", "`", "[", "![", "&#0;",
        "=", '"""', "'''", "{", "\ufeff",
    ]
)  # fmt: skip
texts = st.lists(scraps | st.text(), max_size=40).map("".join)


@settings(deadline=None)  # a busy machine is no failure
@given(texts)
@example("# T\n```toml question\nkind = " + "[" * 3_900 + "\n```")
@example("# T\n```toml question\nkind = 1" + "0" * 3_900 + "\n```")
@example("# T\n```toml question\na" + ".a" * 1_900 + " = 1\n```")
@example("# T\n```toml question\nkind = " + '"k"\nk = [' * 2 + "\n```")
def test_any_text_gives_a_sheet_or_says_why_not(text: str) -> None:
    sheet, problems = read_sheet(text, file=FILE)
    assert (sheet is None) == bool(problems)
    last = text.replace("\r", "\n").count("\n") + 1
    assert all(1 <= problem.line <= last for problem in problems)
    assert all(
        problem.file == FILE and problem.text and problem.fix.rstrip("`").endswith((".", "?")) for problem in problems
    )


@settings(deadline=None)
@given(st.sampled_from(KINDS), st.fixed_dictionaries(dict.fromkeys(("prompt", "program", "answer", "why"), texts)))
def test_any_form_gives_a_question_or_says_why_not(kind: str, form: dict[str, str]) -> None:
    workshop = BankWorkshop(ScriptedJudge(lambda _: Run(outcome=Outcome.PASSED)), ((3, 11),))
    reading = workshop.read(form | {"kind": kind}, id=QuestionId("community/1"), topic=TOPIC)
    assert (reading.question is None) == bool(reading.mistakes)
    assert all(one.field in ("", "kind", *form) and one.line >= 0 for one in reading.mistakes)
    assert len(told(reading.mistakes)) == min(len(reading.mistakes), MOST_MISTAKES)


@settings(deadline=None)
@given(st.data())
def test_a_whole_question_with_a_hole_in_it_gives_a_sheet_or_says_why_not(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from(QUESTIONS))
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    sheet, problems = read_sheet(whole[:start] + data.draw(st.text(max_size=5)) + whole[end:], file=FILE)
    assert (sheet is None) == bool(problems)


@settings(deadline=None)
@given(st.text() | texts)
def test_any_table_of_contents_is_read_or_says_why_not(text: str) -> None:
    contents, problems = read_contents(text)
    assert contents.topics or problems or not any(line.startswith("[") for line in text.splitlines())


@pytest.mark.parametrize(
    "unit", [">", "- ", "`", "[", "\\", "*", "> - ", "```\n", "- [x] a\n", "\x01", "1. ", "<", "&"]
)
def test_no_file_of_the_largest_size_takes_long(unit: str) -> None:
    text = f"# Title\n\n```toml question\na{'.a' * 30_000} = 1\n```\n" if unit == "dots" else (unit * 65_536)[:65_536]
    began = time.process_time()
    read_sheet(text, file=FILE)
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"# T\n\xff", "line 2: byte 0xff is not valid UTF-8. Save the file as UTF-8."),
        (b"x" * 1_048_576, "line 1: the file has more than 64 KiB. Split it, or shorten it."),
        (b"", "line 1: the file has no header."),
        (b"# T\n\0", "line 2: there is an invisible character here (U+0000)."),
    ],
    ids=["no UTF-8", "1 MB", "empty", "NUL"],
)
def test_an_unreadable_file_is_a_problem_and_the_rest_is_played(
    raw: bytes, said: str, bank: Callable[..., Path], whole: Callable[..., str]
) -> None:
    sheets, problems = load(bank({FILE: raw, "names/identity/good.md": whole("choice")}))
    assert [sheet.question.id for sheet in sheets] == ["good"]
    assert any(str(problem).startswith(f"{FILE} {said}") for problem in problems)


@pytest.mark.parametrize(("method", "said"), [("iterdir", "the folder cannot be read"), ("open", "the file cannot be")])
def test_what_we_may_not_read_is_a_problem_and_the_rest_is_played(
    method: str, said: str, bank: Callable[..., Path], whole: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = bank({FILE: whole("fix"), "names/identity/good.md": whole("choice")})
    real = getattr(Path, method)

    def refused(self: Path, *args: object, **keywords: object) -> object:
        if "aliasing" in self.parts:
            raise PermissionError(13, "Permission denied")
        return real(self, *args, **keywords)

    monkeypatch.setattr(Path, method, refused)
    sheets, problems = load(root)
    assert [sheet.question.id for sheet in sheets] == ["good"]
    assert f"{said}" in str(problems[0])
    assert "Permission denied. Check its permissions." in str(problems[0])


QUESTIONS = [file.read_text("utf-8") for file in sorted(Path(__file__).parents[2].glob("questions/*/*/*.md"))]
