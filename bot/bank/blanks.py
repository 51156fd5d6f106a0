"""Reads a fill question: a program with blanks, right and wrong fillings, and the cases that tell them apart."""

import re
from collections.abc import Sequence

from bot.bank.coding import read_sessions
from bot.bank.problems import Complain, brief
from bot.bank.roles import Part
from bot.bank.sheets import NOTHING, BlanksProof, Snippet
from bot.quiz.pythons import PythonRange
from bot.quiz.reading import BLANK_CHARS, fillings
from bot.quiz.tasks import BLANK, Blanks

MOST = 5
"""Blanks: a form in a chat has five fields."""
_LONG = re.compile("_{5,}")


def read_blanks(
    parts: Sequence[Part], snippets: Sequence[Snippet], python: PythonRange, complain: Complain
) -> tuple[Blanks, BlanksProof]:
    """The task and its proof; whoever calls looks at the problems before using them."""
    program = next((one for one in snippets if one.role == "python fill"), NOTHING)
    number = _check_program(program, complain)
    answers = _fillings(parts, "text answer", number, complain)
    slips = _fillings(parts, "text wrong", number, complain)
    cases = read_sessions(parts, python, complain, least=1)
    if not any(one.role.startswith("pycon ") for one in parts):
        fix = "Add a `pycon cases` block, or `pycon examples` for cases that learners may see."
        complain(program.line, "nothing says what the filled program has to do", fix)
    _check_twins(answers, slips, complain)
    task = Blanks(
        program=program.code,
        answers=tuple(filling for _, filling, _ in answers),
        cases=tuple(case for _, case in cases),
        slips=tuple((filling, why) for _, filling, why in slips),
    )
    return task, BlanksProof(
        program=program,
        answer_lines=tuple(line for line, *_ in answers),
        slip_lines=tuple(line for line, *_ in slips),
        case_lines=tuple(line for line, _ in cases),
    )


def _check_program(program: Snippet, complain: Complain) -> int:
    number = program.code.count(BLANK)
    if _LONG.search(program.code):
        complain(program.line, "a blank is longer than four underscores", f"Write it `{BLANK}`.")
    elif program is not NOTHING and not 1 <= number <= MOST:
        fix = f"Mark 1 to {MOST} places with `{BLANK}`."
        complain(program.line, f"the program has {number} blanks", fix)
    return number


def _fillings(
    parts: Sequence[Part], role: str, number: int, complain: Complain
) -> list[tuple[int, tuple[str, ...], str]]:
    found = []
    for one in parts:
        if one.role != role:
            continue
        filling = fillings(one.code)
        if len(filling) != number or not all(filling):
            fix = "Write one line for each blank, in their order."
            complain(one.line, f"`{role}` has {len(filling)} lines for {number} blanks", fix)
            filling = (*filling, *[""] * number)[:number]
        if any(len(blank) > BLANK_CHARS for blank in filling):
            complain(one.line, f"a filling has more than {BLANK_CHARS} characters", "Make the blank smaller.")
        found.append((one.line, filling, one.quote))
    return found


def _check_twins(
    answers: Sequence[tuple[int, tuple[str, ...], str]],
    slips: Sequence[tuple[int, tuple[str, ...], str]],
    complain: Complain,
) -> None:
    seen: dict[tuple[str, ...], int] = {}
    for line, filling, _ in (*answers, *slips):
        if filling in seen:
            fix = "Change or remove one of them."
            complain(line, f"the filling {brief('⏎'.join(filling))} is already on line {seen[filling]}", fix)
        seen.setdefault(filling, line)
