"""What the authors' pages promise is what the bank does."""

import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.bank.headers import Header
from bot.bank.pycon import read_cases
from bot.bank.reading import read_sheet
from bot.bank.reports import Report
from bot.bank.roles import ROLES, Part
from bot.bank.topics import read_contents
from bot.quiz.pythons import ANY_PYTHON
from bot.quiz.questions import Kind

PAGES = Path(__file__).parents[2] / "docs" / "authors"
FORMAT = (PAGES / "format.md").read_text("utf-8")
FIRST = (PAGES / "first-question.md").read_text("utf-8")


def inside(page: str, fence: str) -> list[str]:
    return re.findall(rf"^````{fence}\n(.*?)^````$", page, re.DOTALL | re.MULTILINE)


def test_the_first_question_is_read_without_a_mistake() -> None:
    sheet, problems = read_sheet(inside(FIRST, "markdown")[0], file="names/aliasing/shared-basket.md")
    assert problems == ()
    assert sheet is not None


async def test_the_first_question_is_proved(proof: Callable[..., Awaitable[Report]]) -> None:
    assert (await proof(inside(FIRST, "markdown")[0])).proved == 1


async def test_the_mistake_it_asks_you_to_make_is_answered_as_shown(proof: Callable[..., Awaitable[Report]]) -> None:
    question, key = inside(FIRST, "markdown")[0], "```text output\n['tea', 'milk']\n```"
    assert key in question
    report = await proof(question.replace(key, "```text output\n['milk', 'tea']\n```"), (3, 11))
    (shown,) = [line for line in FIRST.splitlines() if " line 18: " in line]
    promised = shown.removeprefix("names/aliasing/shared-basket.md").removesuffix("…")
    (problem,) = report.problems
    assert str(problem).removeprefix("names/aliasing/one.md").startswith(promised)


@pytest.mark.parametrize("word", sorted({*ROLES, *Header.model_fields, *Kind}))
def test_every_block_key_and_kind_has_its_place_on_the_page(word: str) -> None:
    assert f"`{word}`" in FORMAT


def test_the_page_names_no_block_that_does_not_exist() -> None:
    named = set(re.findall(r"^\| `((?:python|text|pycon) \w+)` \|", FORMAT, re.MULTILINE))
    assert named == ROLES - {"toml question"}


def test_the_cases_on_the_page_are_read_without_a_mistake() -> None:
    (session,) = [text for text in inside(FORMAT, "markdown") if "pycon cases" in text]
    problems: list[str] = []
    part = Part(role="pycon cases", line=1, code=session.split("\n", 1)[1].rsplit("```", 1)[0])
    cases = read_cases(part, ANY_PYTHON, lambda line, text, fix: problems.append(f"{line} {text} {fix}"))
    assert problems == []
    assert [case.category for _, case in cases] == ["the arguments stay as they were", "a number is no layer"]


def test_the_table_of_contents_on_the_page_is_read() -> None:
    (text,) = re.findall(r"^```toml\n(.*?)^```$", FORMAT, re.DOTALL | re.MULTILINE)
    contents, problems = read_contents(text.replace('after = ["names/aliasing"]\n', ""))
    assert problems == ()
    assert contents.ids == {"names/identity"}


@pytest.mark.parametrize(
    "named", sorted(set(re.findall(r"questions/\w[\w/-]+\.md", FIRST)) - {"questions/names/aliasing/shared-basket.md"})
)
def test_examples_to_copy_from_exist(named: str) -> None:
    assert (PAGES.parents[1] / named).is_file()
