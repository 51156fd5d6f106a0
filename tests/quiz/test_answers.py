import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.answers import (
    Answer,
    Claimed,
    Code,
    Filled,
    Ordered,
    Picked,
    Spotted,
    Typed,
    Written,
    dumps,
    loads,
)
from bot.quiz.cleaning import clean, clean_name, fenced
from bot.quiz.errors import AnswerMistake, QuestionMistake
from bot.quiz.pythons import PythonRange, version
from bot.quiz.questions import Question
from bot.quiz.reading import read
from bot.testing.questions import a_choice, a_coding, a_crash, a_filling, an_essay, an_ordering, one_of_each

ANSWERS = st.one_of(
    st.builds(Picked, st.frozensets(st.integers(0, 9))),
    st.builds(Typed, st.text()),
    st.builds(Code, st.text()),
    st.builds(Spotted, st.text(), st.integers()),
    st.builds(Ordered, st.lists(st.integers(0, 9)).map(tuple)),
    st.builds(Filled, st.lists(st.text()).map(tuple)),
    st.builds(Written, st.text()),
    st.builds(Claimed, st.frozensets(st.integers(0, 9))),
)


@given(ANSWERS)
def test_the_ledger_reads_back_what_it_wrote(answer: Answer) -> None:
    assert loads(dumps(answer)) == answer


@pytest.mark.parametrize("text", ["b", "B", "2", " b "])
def test_an_option_is_named_by_letter_or_number(text: str) -> None:
    assert read(a_choice(right=(False, True)), text) == Picked(frozenset({1}))


def test_several_options_are_named_together() -> None:
    assert read(a_choice(right=(True, False, True)), "a, c") == Picked(frozenset({0, 2}))


@pytest.mark.parametrize("text", ["z", "9", "", "banana", "a b", "0"])
def test_what_is_no_option_costs_no_try(text: str) -> None:
    with pytest.raises(AnswerMistake):
        read(a_choice(right=(True, False)), text)


def test_code_comes_with_or_without_its_fence() -> None:
    assert read(a_coding(), "```python\nx = 1\n```") == read(a_coding(), "x = 1") == Code("x = 1")


@pytest.mark.parametrize(
    ("source", "said"),
    [("  ", "no code"), ("x\0y", "NUL"), ("\ud800", "UTF-8"), ("#" * 70_000, "KiB")],
)
def test_code_no_interpreter_could_read_is_refused_with_the_reason(source: str, said: str) -> None:
    with pytest.raises(AnswerMistake) as caught:
        read(a_coding(), source)
    assert said in str(caught.value)


@pytest.mark.parametrize("text", ["b", "42", "hello"])
def test_a_bare_word_is_no_code_and_costs_no_try(text: str) -> None:
    with pytest.raises(AnswerMistake, match="fenced block"):
        read(a_coding(), text)


@pytest.mark.parametrize(
    "text",
    ["IndexError line 2", "IndexError, 2", "line 2: IndexError", "builtins.IndexError on line 2", "an IndexError at 2",
     "IndexError@2", "```\nIndexError\n2\n```"],
)  # fmt: skip
def test_an_error_is_a_name_and_a_line_however_they_are_put(text: str) -> None:
    assert read(a_crash(), text) == Spotted("IndexError", 2)


@pytest.mark.parametrize(
    "text", ["IndexError", "2", "IndexError or KeyError line 2", "IndexError 2 or 3", "line 0 E", "E 9"]
)
def test_half_an_error_costs_no_try(text: str) -> None:
    with pytest.raises(AnswerMistake, match=r"TypeError line 3|lines 1 to 3"):
        read(a_crash(), text)


def test_an_old_name_of_an_exception_is_the_exception() -> None:
    assert read(a_crash(), "IOError line 1") == Spotted("OSError", 1)


@pytest.mark.parametrize("text", ["c a b", "C, A, B", "cab", "3 1 2", "312", "```\nc\na\nb\n```"])
def test_an_order_is_letters_or_numbers(text: str) -> None:
    assert read(an_ordering(), text) == Ordered((2, 0, 1))


@pytest.mark.parametrize(("text", "said"), [("c a a", "once"), ("c", "c a b"), ("c a z", "no line z"), ("", "c a b")])
def test_an_order_nobody_could_run_costs_no_try(text: str, said: str) -> None:
    with pytest.raises(AnswerMistake, match=said):
        read(an_ordering(), text)


@pytest.mark.parametrize("text", ["x\n 2*x ", "```\nx\n2*x\n```", "```py\ndef f(x):\n    return x + 2*x\n```"])
def test_blanks_are_filled_line_by_line_or_as_the_whole_program(text: str) -> None:
    assert read(a_filling(), text) == Filled(("x", "2*x"))


def test_one_blank_takes_one_line() -> None:
    assert read(a_filling(program="x = ____"), "`1`") == Filled(("`1`",))
    assert read(a_filling(program="x = ____"), "x = 1") == Filled(("1",))


@pytest.mark.parametrize("text", ["x", "x\nx\nx", "", "x\n\0", "x\n" + "x" * 201])
def test_what_does_not_fit_the_blanks_costs_no_try(text: str) -> None:
    with pytest.raises(AnswerMistake):
        read(a_filling(), text)


def test_words_are_an_answer_and_letters_alone_say_which_points_it_made() -> None:
    words = "The lock lets one thread at a time execute bytecode, because reference counts are shared."
    assert read(an_essay(), words) == Written(words)
    assert read(an_essay(), "a c") == Claimed(frozenset({0, 2}))
    assert read(an_essay(), "none") == Claimed(frozenset())
    assert read(an_essay(), "all") == Claimed(frozenset({0, 1, 2}))
    for text in ("a d", "It locks."):
        with pytest.raises(AnswerMistake):
            read(an_essay(), text)


@given(st.sampled_from(one_of_each()), st.text() | ANSWERS)
def test_what_a_form_sends_is_an_answer_or_a_sentence(question: Question, said: str | Answer) -> None:
    try:
        assert loads(dumps(read(question, said))) == read(question, said)
    except AnswerMistake as mistake:
        assert str(mistake)


@given(st.text())
def test_reading_never_fails_with_anything_but_a_sentence(text: str) -> None:
    for question in one_of_each():
        try:
            read(question, text)
        except AnswerMistake as mistake:
            assert str(mistake)


@given(st.text())
def test_clean_text_holds_no_control_or_format_characters(text: str) -> None:
    assert all(
        letter in "\n\t" or letter.isprintable() or letter.isspace() or ord(letter) > 159 for letter in clean(text)
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07x", "x"),
        ("a\N{RIGHT-TO-LEFT OVERRIDE}b", "ab"),
        ("a\N{ZERO WIDTH SPACE}b", "ab"),
        ("a\x00b", "a\N{REPLACEMENT CHARACTER}b"),
        ("e" + "\N{COMBINING ACUTE ACCENT}" * 50, "e" + "\N{COMBINING ACUTE ACCENT}" * 2),
    ],
)
def test_learners_text_is_disarmed(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_long_text_is_cut_and_says_so() -> None:
    assert clean("x\n" * 100, lines=3).endswith("\n… (+98 ⏎)")
    assert clean("x" * 5000, chars=10) == "x" * 10 + "…"


def test_a_name_is_one_short_line() -> None:
    assert clean_name("  Ada   Lovelace ") == "Ada Lovelace"
    assert clean_name("\x1b[0m") == "somebody"


def test_ranges_of_versions_hold_their_bounds() -> None:
    assert (3, 12) in PythonRange.parse(">=3.12,<3.14")
    assert (3, 14) not in PythonRange.parse(">=3.12,<3.14")
    assert version("3.12.1") == (3, 12)
    with pytest.raises(QuestionMistake):
        PythonRange.parse("3.12 or newer")


@given(st.text() | st.text(alphabet="`@<!#&\u200b\u202e\n"))
def test_nothing_that_is_fenced_ends_a_fence_or_mentions_anybody(text: str) -> None:
    shown = fenced(clean(text))
    assert "`" not in shown
    assert not re.search(r"@(?!\u200b)|<(?!\u200b)", shown)
