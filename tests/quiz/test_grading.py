import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.answers import Answer, Claimed, Code, Filled, Ordered, Picked, Spotted, Typed, Written
from bot.quiz.grading import grade, grade_cases, job_for, needed, normalised
from bot.quiz.questions import Question
from bot.quiz.runs import Raised, Reply, Returned, Run, Silent
from bot.quiz.tasks import Case, Coding, Raises, Value
from bot.quiz.values import Foreign, same
from bot.quiz.verdicts import Outcome
from bot.testing.questions import a_choice, a_coding, a_crash, a_filling, an_essay, an_ordering, an_output

PY = (3, 11)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=3) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(PLAIN)
def test_every_plain_value_is_the_same_as_itself(value: object) -> None:
    assert same(value, value)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (1, True), (4, 4.0), ([1], (1,)), ({1}, {True}), ({1: 2}, {1.0: 2}), ({"a": 1}, {"a": True}), ("a", b"a"),
        ({(1,): 0}, {(True,): 0}), ({1: 2}, Foreign("Counter", "Counter()", {1: 2})), (bytearray(b"a"), b"a"),
    ],
)  # fmt: skip
def test_values_that_python_calls_equal_but_prints_differently_are_not_the_same(left: object, right: object) -> None:
    assert not same(left, right)


def test_nan_is_the_same_as_nan_here() -> None:
    assert same([float("nan")], [float("nan")])


def test_the_right_options_and_only_they_pass() -> None:
    question = a_choice(right=(True, False, True))
    assert grade(question, Picked(frozenset({0, 2})), version=PY).right
    assert not grade(question, Picked(frozenset({0})), version=PY).right
    assert not grade(question, Picked(frozenset({0, 1, 2})), version=PY).right


def test_a_wrong_option_is_answered_with_the_belief_behind_it() -> None:
    verdict = grade(a_choice(right=(True, False)), Picked(frozenset({1})), version=PY)
    assert verdict.reasons == ("why 1",)


def test_blanks_at_line_ends_do_not_matter_in_output() -> None:
    assert grade(an_output(prints="1 2\n3\n"), Typed("1 2  \n3"), version=PY).right
    assert not grade(an_output(prints="1 2\n3\n"), Typed("1  2\n3"), version=PY).right


@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


def run(*replies: Reply, outcome: Outcome = Outcome.PASSED) -> Run:
    return Run(outcome=outcome, replies=replies)


CASES = (
    Case(call="f(1)", expected=Value(2), visible=True),
    Case(call="f('x')", expected=Raises("LookupError"), category="bad input"),
)
RIGHT = (Returned(value=2, shown="2"), Raised(error="KeyError", bases=("LookupError", "Exception")))


def coding(*cases: Case) -> Coding:
    return Coding(given="", cases=cases, solution="")


def test_code_passes_when_every_case_comes_out_as_expected() -> None:
    assert [case.passed for case in grade_cases(CASES, run(*RIGHT))] == [True, True]


def test_a_missing_reply_fails_its_case_whatever_the_run_says() -> None:
    assert [case.passed for case in grade_cases(CASES, run(RIGHT[0]))] == [True, False]


def test_a_returned_value_never_passes_for_an_exception() -> None:
    assert not grade_cases(CASES, run(RIGHT[0], Returned(value="LookupError", shown="")))[1].passed


def test_a_hidden_case_shows_its_category_and_nothing_else() -> None:
    hidden = grade_cases(CASES, run(RIGHT[0], Silent(reason="secret input")))[1]
    assert (hidden.category, hidden.call, hidden.expected, hidden.got) == ("bad input", "", "", "")


def test_output_of_hidden_cases_is_never_shown() -> None:
    replies = (Returned(value=2, shown="2", stdout="mine\n"), Raised(error="KeyError", stdout="hidden input!"))
    verdict = grade(a_coding(cases=CASES), Code("x"), version=PY, run=run(*replies))
    assert "mine" in verdict.stdout
    assert "hidden" not in str(verdict.stdout)


def test_a_run_that_died_is_not_right_even_with_right_replies() -> None:
    verdict = grade(a_coding(cases=CASES), Code("x"), version=PY, run=run(*RIGHT, outcome=Outcome.EXITED))
    assert verdict.outcome is Outcome.EXITED


def test_the_judge_is_given_inputs_and_nothing_that_is_expected() -> None:
    task = coding(Case(call="f()", expected=Value("the expected value"), category="c"))
    assert "the expected value" not in repr(job_for(task, Code("pass")))


@pytest.mark.parametrize(
    ("error", "line", "outcome", "reason"),
    [
        ("IndexError", 2, Outcome.PASSED, ""),
        ("indexerror", 2, Outcome.PASSED, ""),
        ("IndexError", 3, Outcome.WRONG, "IndexError is right; it ends on another line."),
        ("LookupError", 2, Outcome.WRONG, "The line is right. LookupError is too general: name the exact exception."),
        ("TypeError", 2, Outcome.WRONG, "The line is right; it is another exception."),
        ("keyerror", 2, Outcome.WRONG, "the belief behind KeyError"),
        ("TypeError", 1, Outcome.WRONG, ""),
    ],
)
def test_an_error_is_right_by_name_and_line_and_half_of_it_is_said(
    error: str, line: int, outcome: Outcome, reason: str
) -> None:
    verdict = grade(a_crash(), Spotted(error, line), version=PY)
    assert (verdict.outcome, " ".join(verdict.reasons)) == (outcome, reason)


def test_an_order_runs_as_the_program_it_makes() -> None:
    job = needed(an_ordering(after="print('end')"), Ordered((2, 0, 1)), PY)
    assert job is not None
    assert job.source == "x = 1\nx += 1\nprint(x)\nprint('end')"
    assert "2" not in job.source


def test_any_order_that_prints_the_right_thing_is_right() -> None:
    for order in ((2, 0, 1), (2, 1, 0), (1,)):
        assert grade(an_ordering(), Ordered(order), version=PY, run=Run(outcome=Outcome.PASSED, stdout="2 \n")).right
    verdict = grade(an_ordering(), Ordered((2, 3, 1)), version=PY, run=Run(outcome=Outcome.PASSED, stdout="1\n"))
    assert (verdict.outcome, verdict.reasons) == (Outcome.WRONG, ("the belief behind +",))
    assert verdict.stdout == "1\n"


def test_an_order_that_breaks_off_says_why_and_nothing_of_what_is_hidden() -> None:
    crash = Run(outcome=Outcome.CRASHED, stdout="secret", stderr='  File "x", line 9\n    secret()\nNameError: no x\n')
    verdict = grade(an_ordering(after="secret()"), Ordered((1, 2)), version=PY, run=crash)
    assert (verdict.outcome, verdict.reasons) == (Outcome.CRASHED, ("In this order it stops with NameError: no x",))
    assert "secret" not in repr(verdict)


def test_blanks_are_judged_by_what_the_filled_program_does() -> None:
    job = needed(a_filling(), Filled(("x", "x")), PY)
    assert job is not None
    assert job.source == "def f(x):\n    return x + x"
    right = run(Returned(value=4, shown="4"), Returned(value="aa", shown="'aa'"))
    assert grade(a_filling(), Filled(("x", "x")), version=PY, run=right).right
    verdict = grade(a_filling(), Filled((" 2", "x")), version=PY, run=run(right.replies[0], Raised(error="TypeError")))
    assert (verdict.right, verdict.reasons) == (False, ("the belief behind 2",))


@pytest.mark.parametrize(
    ("claimed", "outcome"),
    [({0, 1, 2}, Outcome.PASSED), ({1, 2}, Outcome.PASSED), ({0}, Outcome.WRONG), (set(), Outcome.WRONG)],
)
def test_words_are_right_from_six_tenths_of_the_points_on(claimed: set[int], outcome: Outcome) -> None:
    verdict = grade(an_essay(points=(4, 3, 3)), Claimed(frozenset(claimed)), version=PY)
    assert verdict.outcome is outcome
    assert [f"point {at}" in " ".join(verdict.reasons) for at in range(3)] == [at not in claimed for at in range(3)]


def test_words_alone_are_neither_right_nor_wrong() -> None:
    assert grade(an_essay(), Written("…"), version=PY).outcome is Outcome.WRITTEN


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (a_choice(), Picked(frozenset())),
        (an_output(), Typed("")),
        (a_crash(), Spotted("E", 1)),
        (an_essay(), Written("")),
    ],
)
def test_what_needs_no_running_gets_no_job(question: Question, answer: Answer) -> None:
    assert needed(question, answer, PY) is None


def test_an_answer_to_another_question_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="cannot answer double"):
        grade(a_coding(), Picked(frozenset()), version=PY)


def test_cases_of_a_task_that_asks_for_it_are_put_to_a_process_each() -> None:
    task = Coding(given="", cases=(), solution="", isolate=True)
    assert job_for(task, Code("pass")).isolate
