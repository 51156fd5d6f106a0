"""Cases are data: what stands in a session is read as a prompt would have shown it, and nothing is executed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.bank.choices import spoken
from bot.bank.literals import literal
from bot.bank.pycon import read_cases
from bot.bank.roles import Part
from bot.quiz.pythons import ANY_PYTHON, PythonRange
from bot.quiz.tasks import Case, Raises, Value
from bot.quiz.values import same

atoms = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
keys = atoms | st.binary() | st.frozensets(st.integers()) | st.tuples(st.integers(), st.text())
plain = st.recursive(
    keys | st.sets(keys) | st.complex_numbers(allow_nan=False, allow_infinity=False) | st.builds(range, st.integers()),
    lambda inner: st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(keys, inner),
    max_leaves=8,
)


def cases(session: str, python: PythonRange = ANY_PYTHON) -> list[Case]:
    """The cases of a visible session; a problem is a failure."""

    def complain(line: int, text: str, fix: str) -> None:
        raise AssertionError(f"line {line}: {text}. {fix}")

    part = Part(role="pycon examples", line=1, code=session)
    return [case for _, case in read_cases(part, python, complain)]


def expected(session: str) -> object:
    (case,) = cases(session)
    return case.expected


@given(plain)
def test_what_a_prompt_shows_for_a_plain_value_is_read_back_type_and_all(value: object) -> None:
    assert same(literal(repr(value)), value)


@pytest.mark.parametrize("text", ["set()", "frozenset()", "frozenset({1, 2})", "[frozenset({(1,)}), range(0, 3)]"])
def test_values_that_have_no_literal_are_written_as_shown(text: str) -> None:
    assert repr(literal(text)) == text


@pytest.mark.parametrize(
    "text",
    ["", "name", "f()", "1 + 1", "[x]", "set(print())", "set(1)", "{[]: 1}", "{**{}}", "[*a]", "range('a')", "1;",
     "-'a'", "range(stop=3)", "(" * 500 + ")" * 500, "__import__('os')"],
)  # fmt: skip
def test_what_is_no_plain_value_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        literal(text)


def test_a_blank_line_ends_a_case() -> None:
    assert [case.call for case in cases(">>> f(1)\n1\n\n\n>>> f(2)\n2")] == ["f(1)", "f(2)"]


def test_the_comment_that_opens_a_case_is_its_category() -> None:
    assert cases("# an empty list\n>>> f([])\n0")[0].category == "an empty list"


def test_a_call_that_shows_nothing_is_expected_to_give_none() -> None:
    assert expected(">>> f()") == Value(None)


def test_an_expected_value_may_take_several_lines() -> None:
    assert expected(">>> f()\n[1,\n 2]") == Value([1, 2])


@pytest.mark.parametrize(
    "shown",
    ["TypeError", "TypeError: bad", '  File "x", line 1\nTypeError: a: b', "builtins.TypeError", "a.b.TypeError: no"],
)
def test_of_a_traceback_the_type_counts_and_the_message_does_not(shown: str) -> None:
    assert expected(f">>> f()\nTraceback (most recent call last):\n{shown}") == Raises("TypeError")


def test_an_entry_may_take_several_lines() -> None:
    session = ">>> def twice(x):\n...     return 2 * x\n...\n>>> f(twice,\n...   1)\n2"
    (case,) = cases(session)
    assert (case.setup, case.call) == ("def twice(x):\n    return 2 * x\n", "f(twice,\n  1)")


def test_three_dots_below_a_call_continue_it() -> None:
    assert expected(">>> f()\n...") == Value(None)  # a continuation line, as at the prompt
    assert expected(">>> f()\n'...'") == Value("...")


def test_syntax_that_only_other_versions_know_is_left_to_the_proof() -> None:
    (case,) = cases(">>> f($)\n1", PythonRange.parse(">=3.30"))
    assert case.call == "f($)"


@pytest.mark.parametrize(
    ("option", "heard"),
    [
        ("`a is b`", "a is b"),
        ("`` `a` ``", "`a`"),
        ("It prints `True`", "It prints `True`"),
        ("`a` or `b`", "`a` or `b`"),
        ('``f"{x!r}`"``', 'f"{x!r}`"'),
        ("` `", " "),
        ("`open", "`open"),
        ("```", "```"),
    ],
)  # fmt: skip
def test_an_option_that_is_one_code_span_is_checked_without_its_backticks(option: str, heard: str) -> None:
    assert spoken(option) == heard
