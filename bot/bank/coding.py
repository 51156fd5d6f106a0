"""Reads a question answered with code (function, fix): what is given, cases, solutions and known mistakes."""

from collections import Counter
from collections.abc import Sequence

from bot.bank.problems import Complain, brief
from bot.bank.pycon import read_cases
from bot.bank.roles import Part
from bot.bank.sheets import NOTHING, CodingProof, Snippet
from bot.quiz.constructs import Constructs
from bot.quiz.pythons import PythonRange
from bot.quiz.tasks import Case, Coding

HIDDEN = 3
"""The least number of hidden cases: fewer are guessed too easily."""


def read_coding(
    parts: Sequence[Part], snippets: Sequence[Snippet], python: PythonRange, constructs: Constructs, complain: Complain
) -> tuple[Coding, CodingProof]:
    """The task and its proof; whoever calls looks at the problems before using them."""
    cases = read_sessions(parts, python, complain, least=HIDDEN)
    given = next((one for one in snippets if one.role in ("python starter", "python broken")), NOTHING)
    solutions = tuple(one for one in snippets if one.role == "python solution")
    for one in solutions:
        if sentence := constructs.broken(one.code):
            complain(one.line, "the solution breaks the question's own rules", sentence)
    task = Coding(
        given=given.code,
        cases=tuple(case for _, case in cases),
        solution=solutions[0].code if solutions else "",
        broken=given.role == "python broken",
        constructs=constructs,
    )
    return task, CodingProof(
        given=given,
        solutions=solutions,
        mistakes=tuple(one for one in snippets if one.role == "python wrong"),
        case_lines=tuple(line for line, _ in cases),
    )


def read_sessions(
    parts: Sequence[Part], python: PythonRange, complain: Complain, *, least: int
) -> list[tuple[int, Case]]:
    """All cases with their lines, visible ones first; `least` is the least number of hidden ones."""
    cases = [
        case
        for role, number in (("pycon examples", 1), ("pycon cases", least))
        for one in parts
        if one.role == role
        for case in _cases(one, python, complain, number)
    ]
    _check_twins(cases, complain)
    return cases


def _cases(one: Part, python: PythonRange, complain: Complain, least: int) -> list[tuple[int, Case]]:
    mistakes: list[int] = []

    def noted(line: int, text: str, fix: str) -> None:
        mistakes.append(line)
        complain(line, text, fix)

    cases = read_cases(one, python, noted)
    if not mistakes and len(cases) < least:
        fix = "A blank line ends a case; begin each hidden one with its category."
        complain(one.line, f"`{one.role}` holds {len(cases)} cases and needs at least {least}", fix)
    return cases


def _check_twins(cases: Sequence[tuple[int, Case]], complain: Complain) -> None:
    calls = Counter((case.setup, case.call) for _, case in cases)
    for line, case in cases:
        if calls[case.setup, case.call] > 1:
            complain(line, f"the case {brief(case.call)} is there twice", "Change or remove one of them.")
            calls[case.setup, case.call] = 0
