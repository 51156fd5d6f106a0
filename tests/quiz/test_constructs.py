"""Rules about code are told by its tokens, and by nothing that could run or crash."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.answers import Code
from bot.quiz.constructs import Constructs
from bot.quiz.errors import AnswerMistake
from bot.quiz.questions import Question
from bot.quiz.reading import read
from bot.quiz.tasks import Coding
from bot.testing.questions import a_coding


@pytest.mark.parametrize(
    ("word", "source"),
    [
        ("for", "for x in y: pass"),
        ("for", "async def f():\n    async for x in y:\n        pass"),
        ("for", "if a:\n    for x in y:\n        pass"),
        ("for", "if a: pass\n# a note\n\nfor x in y: pass"),
        ("comprehension", "[x for x in y]"),
        ("comprehension", "sum(\n    x\n    for x in y\n)"),
        ("if", "if a: pass"),
        ("if", "x = 1; pass\nif a: pass"),
        ("import", "import copy"),
        ("copy", "import copy"),
        ("sorted", "x = sorted(y)"),
        (".sort", "y.sort()"),
        ("lambda", "f(key=lambda x: x)"),
        ("not", "x = not y"),
        ("else", "x = 1 if y else 2"),
    ],
)
def test_a_word_is_found_where_it_is_used(word: str, source: str) -> None:
    assert Constructs(forbid=(word,)).broken(source) == f"This question is to be answered without `{word}`."
    assert Constructs(need=(word,)).broken(source) == ""


@pytest.mark.parametrize(
    ("word", "source"),
    [
        ("for", "[x for x in y]"),
        ("comprehension", "for x in (1, 2): pass"),
        ("if", "x = 1 if y else 2"),
        ("if", "[x for x in y if x]"),
        ("sorted", "y.sorted()"),
        (".sort", "sort(y)"),
        ("for", "x = 'for y in z:'  # for example"),
        ("sorted", "x = resorted"),
        ("import", "from_ = 1"),
    ],
)
def test_what_only_looks_like_it_is_left_alone(word: str, source: str) -> None:
    assert Constructs(forbid=(word,)).broken(source) == ""
    assert Constructs(need=(word,)).broken(source) == f"This question is to be answered with `{word}`."


@given(st.text())
def test_any_text_is_looked_at_without_harm(source: str) -> None:
    assert Constructs(need=("nothing_of_the_kind",), forbid=("for",)).broken(source)


def _ruled() -> Question:
    question = a_coding()
    assert isinstance(question.task, Coding)
    return Question(**{**vars(question), "task": Coding(
        given="", cases=question.task.cases, solution="", constructs=Constructs(forbid=("while",)),
    )})  # fmt: skip


def test_an_answer_that_breaks_a_rule_costs_no_try() -> None:
    with pytest.raises(AnswerMistake, match=r"without `while`\. Nothing was counted\."):
        read(_ruled(), "```\nwhile x: pass\n```")
    with pytest.raises(AnswerMistake, match="are plenty for this question"):
        read(_ruled(), "x = 1\n" * 4_000)
    assert read(_ruled(), "def double(x): return x + x") == Code("def double(x): return x + x")
