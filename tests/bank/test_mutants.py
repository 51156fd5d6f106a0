"""Cases have to notice small mistakes in the reference solution, or their author says why none can."""

import ast
from collections.abc import Awaitable, Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.bank.mutants import MOST, mutants
from bot.bank.reports import Report

Proof = Callable[..., Awaitable[Report]]
Whole = Callable[..., str]


def changes(source: str) -> set[str]:
    return {one.change for one in mutants(source)}


@pytest.mark.parametrize(
    ("source", "change"),
    [
        ("a < b", "a < b -> a >= b"),
        ("a < b", "a < b -> a <= b"),
        ("a == b", "a == b -> a != b"),
        ("a is None", "a is None -> a is not None"),
        ("a not in b", "a not in b -> a in b"),
        ("a + b", "a + b -> a - b"),
        ("a // b", "a // b -> a * b"),
        ("a += b", "a += b -> a -= b"),
        ("a and b", "a and b -> a or b"),
        ("not a", "not a -> a"),
        ("f(3)", "3 -> 4"),
        ("f(True)", "True -> False"),
        ("f('x')", "'x' -> ''"),
        ("f('')", "'' -> '?'"),
        ("def f():\n    return a", "return a -> return None"),
        ("a.sort()", "drop: a.sort()"),
        ("a = 1", "drop: a = 1"),
        ("while a:\n    break", "drop: break"),
        ("raise E(1)", "drop: raise E(1)"),
        ("dict(a)", "dict(a) -> a"),
        ("sorted(a)", "sorted(a) -> a"),
        ("a.copy()", "a.copy() -> a"),
        ("a[1:]", "a[1:] -> a"),
    ],
)
def test_each_small_mistake_is_made(source: str, change: str) -> None:
    assert change in changes(source)


@pytest.mark.parametrize(
    "source",
    [
        '"""Text nobody reads."""',
        "def f():\n    'Text nobody reads.'",
        "def f(a: 'int') -> 'int': ...",
        "a: 'int'",
        "def f():\n    return None",
        "def f():\n    return",
        "pass",
        "sorted(a, reverse=b)",
    ],
)
def test_what_no_case_could_see_is_left_alone(source: str) -> None:
    assert not changes(source) - {f"drop: {source}"}


def test_a_message_is_no_part_of_what_cases_compare() -> None:
    assert changes("raise ValueError('no people')") == {"drop: raise ValueError('no people')"}


def test_a_mutant_is_named_with_its_line() -> None:
    assert [(one.line, one.change) for one in mutants("a()\nif b:\n    c()")] == [
        (1, "drop: a()"),
        (3, "drop: c()"),
    ]


def test_what_this_python_cannot_parse_has_no_mutants() -> None:
    assert mutants("def") == ()


@given(st.sampled_from(["a + 1 < b[1:]", "not (a and b == 'x')", "x = sorted(list(dict(a)))\nx += 1\nreturn_ = True"]))
def test_every_mutant_is_a_program_of_its_own(source: str) -> None:
    found = mutants(source)
    codes = [one.code for one in found]
    assert len(set(codes)) == len(codes) > 3
    assert all(ast.dump(ast.parse(code)) != ast.dump(ast.parse(source)) for code in codes)


SOLUTION = "    return sorted([a, b])[1]"
EQUAL = "    return a if a > b else b"
SAME = '"a > b -> a >= b" = "Equal numbers are one result."'


async def test_a_mistake_that_no_case_notices_is_named(whole: Whole, proof: Proof) -> None:
    report = await proof(whole("function", (SOLUTION, EQUAL)), (3, 11))
    fix = "Add a case that fails with it, or accept it in the header with a reason (`[accept_mutants]`)."
    assert [str(problem) for problem in report.problems] == [
        f"names/aliasing/one.md line 38: no case notices the mistake `a > b -> a >= b` on Python 3.11. {fix}"
    ]


async def test_an_author_may_say_why_no_case_can_notice_it(whole: Whole, proof: Proof) -> None:
    accepted = ('seed = ["extra"]', f'seed = ["extra"]\n[accept_mutants]\n{SAME}')
    assert (await proof(whole("function", (SOLUTION, EQUAL), accepted))).problems == ()


async def test_what_the_cases_notice_need_not_be_accepted(whole: Whole, proof: Proof) -> None:
    report = await proof(whole("function", ('seed = ["extra"]', f'seed = ["extra"]\n[accept_mutants]\n{SAME}')))
    said = (
        "line 3: `accept_mutants` lists `a > b -> a >= b`, which passes no case by mistake on Python 3.11. Take it out"
    )
    assert [said in str(problem) for problem in report.problems] == [True]


async def test_a_solution_of_too_many_steps_is_said_not_passed_over(whole: Whole, proof: Proof) -> None:
    slow = "    for _ in range(60_000):\n        pass\n    return sorted([a, b])[1]"
    report = await proof(whole("function", (SOLUTION, slow)), (3, 11))
    said = "the solution takes too many steps to tell its mistakes from it on Python 3.11"
    assert [problem.text for problem in report.problems] == [said]


async def test_a_mutant_that_loops_for_ever_is_noticed(whole: Whole, proof: Proof) -> None:
    looping = "    while a < b:\n        a += 1\n    return a + 0 * b"
    report = await proof(whole("function", (SOLUTION, looping)), (3, 11))
    assert {problem.text for problem in report.problems} <= {
        "no case notices the mistake `a + 0 * b -> a - 0 * b` on Python 3.11",
        "no case notices the mistake `0 * b -> 0 // b` on Python 3.11",
        "no case notices the mistake `a < b -> a <= b` on Python 3.11",
    }


def test_a_long_or_deep_solution_is_not_gone_through_to_its_end() -> None:
    long = "def f(x):\n" + "    x = x + 1\n" * 300
    assert len(mutants(long)) == MOST
    assert mutants(f"def f(x):\n    return {'1' + '+1' * 3000}\n") == ()
