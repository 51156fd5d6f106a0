import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.answers import Answer, Code, Picked, Typed, dumps, loads, read
from bot.quiz.cleaning import clean, clean_name
from bot.quiz.errors import AnswerMistake, QuestionMistake
from bot.quiz.pythons import PythonRange, version
from bot.testing.questions import a_choice, a_coding, an_output

ANSWERS = st.one_of(
    st.builds(Picked, st.frozensets(st.integers(0, 9))),
    st.builds(Typed, st.text()),
    st.builds(Code, st.text()),
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


@given(st.text())
def test_reading_never_fails_with_anything_but_a_sentence(text: str) -> None:
    for question in (a_choice(), an_output(), a_coding()):
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
    assert clean("x\n" * 100, lines=3).endswith("more lines")
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
