"""Reads an output question: one key for each Python version, and wrong outputs with the belief behind them."""

from collections.abc import Sequence

from bot.bank.problems import Complain, brief
from bot.bank.roles import Part
from bot.bank.sheets import NOTHING, OutputProof, Snippet
from bot.quiz.errors import QuestionMistake
from bot.quiz.grading import normalised
from bot.quiz.pythons import ANY_PYTHON, PythonRange
from bot.quiz.tasks import Output, Printed, Slip

VERSIONS = tuple((3, minor) for minor in range(11, 31))
"""Every Python a key has to say something about: from the oldest we run on to some years ahead."""


def read_output(
    parts: Sequence[Part], snippets: Sequence[Snippet], python: PythonRange, complain: Complain
) -> tuple[Output, OutputProof]:
    """The task and its proof; whoever calls looks at the problems before using them."""
    keys = read_keys(parts, python, complain)
    slips = [(one.line, Slip(text=one.code.rstrip("\n"), why=one.quote)) for one in parts if one.role == "text wrong"]
    _check_slips(slips, [key for _, key in keys], complain)
    task = Output(keys=tuple(key for _, key in keys), slips=tuple(slip for _, slip in slips))
    run = next((one for one in snippets if one.role == "python run"), NOTHING)
    return task, OutputProof(run=run, key_lines=tuple(line for line, _ in keys))


def read_keys(parts: Sequence[Part], python: PythonRange, complain: Complain) -> list[tuple[int, Printed]]:
    """What is printed, by Python version, each with the line of its block."""
    keys = [(one.line, _key(one, complain)) for one in parts if one.role == "text output"]
    _check_versions(keys, python, complain)
    return keys


def _key(one: Part, complain: Complain) -> Printed:
    try:
        python = PythonRange.parse(one.options.get("py", ""))
    except QuestionMistake as mistake:
        complain(one.line, f"the key's versions cannot be read: {mistake}", 'Write it like `py=">=3.15"`.')
        python = ANY_PYTHON
    return Printed(text=one.code.rstrip("\n"), python=python)


def _check_versions(keys: Sequence[tuple[int, Printed]], python: PythonRange, complain: Complain) -> None:
    """Exactly one key applies to each version the question makes sense on."""
    for version in VERSIONS:
        if not keys or version not in python:
            continue
        spelled = f"{version[0]}.{version[1]}"
        lines = [line for line, key in keys if version in key.python]
        if not lines:
            fix = 'Add a `text output` block for it, or leave it out with `python = "…"` in the header.'
            complain(keys[0][0], f"no key applies to Python {spelled}", fix)
            return
        if len(lines) > 1:
            fix = 'Give the keys ranges that do not overlap, such as `py="<3.15"` and `py=">=3.15"`.'
            complain(lines[1], f"this key and the one on line {lines[0]} both apply to Python {spelled}", fix)
            return


def _check_slips(slips: Sequence[tuple[int, Slip]], keys: Sequence[Printed], complain: Complain) -> None:
    right = {normalised(key.text) for key in keys}
    seen: dict[str, int] = {}
    for line, slip in slips:
        text = normalised(slip.text)
        if right == {text}:
            complain(line, f"the wrong output {brief(text)} is the right one", "Change one of the two.")
        if text in seen:
            complain(line, f"the wrong output {brief(text)} is already on line {seen[text]}", "Change or remove one.")
        seen.setdefault(text, line)
