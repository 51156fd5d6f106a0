"""A question that only changes names and numbers is the same question."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.bank.duplicates import duplicates
from bot.bank.reading import read_sheet
from bot.bank.sheets import Sheet

Whole = Callable[..., str]
PROGRAM = "import sys\nprint(sys.version_info >= (3, 15))"
LOOP = "total = 0\nfor price in [3, 4, 5]:\n    if price > 3:\n        total += price\nprint(total)"


def sheet(text: str, file: str) -> Sheet:
    found, problems = read_sheet(text, file=file)
    assert found is not None, problems
    return found


def alike(*texts: str) -> list[str]:
    return [str(one) for one in duplicates([sheet(text, f"names/aliasing/q{at}.md") for at, text in enumerate(texts)])]


def test_other_names_and_numbers_make_no_other_question(whole: Whole) -> None:
    renamed = LOOP.replace("total", "sum_").replace("price", "x").replace("3", "7")
    (said,) = alike(whole("output", (PROGRAM, LOOP)), whole("output", (PROGRAM, renamed)))
    assert said == (
        "names/aliasing/q1.md line 1: the program is that of names/aliasing/q0.md in other words. "
        "Retire one of the two, or let it ask something else."
    )


@pytest.mark.parametrize("change", [("+=", "-="), ("print", "repr"), ("for price in", "for _ in sorted"), (">", "<")])
def test_another_operator_or_builtin_makes_another_question(change: tuple[str, str], whole: Whole) -> None:
    other = LOOP.replace(*change) if "sorted" not in change[1] else LOOP.replace("[3, 4, 5]", "sorted([3, 4, 5])")
    assert alike(whole("output", (PROGRAM, LOOP)), whole("output", (PROGRAM, other))) == []


def test_small_programs_may_look_alike(whole: Whole) -> None:
    assert alike(whole("output"), whole("output")) == []


def test_questions_without_code_are_compared_by_their_words(whole: Whole) -> None:
    text = whole("open")
    assert len(alike(text, text.replace("Explain.", "  explain. "))) == 1
    assert alike(text, text.replace("Explain.", "Explain it.")) == []


def test_a_retired_question_may_be_asked_anew(whole: Whole) -> None:
    old = replace(sheet(whole("open"), "names/aliasing/old.md"), status="retired")
    assert list(duplicates([old, sheet(whole("open"), "names/aliasing/new.md")])) == []
