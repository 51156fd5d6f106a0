"""What the bank says to authors can be said in another language: all but what is quoted from their question."""

from collections.abc import Awaitable, Callable, Iterable

import pytest

from bot.bank.problems import Problem
from bot.bank.reading import read_sheet
from bot.bank.reports import Report
from bot.core.languages import speaking
from bot.core.retelling import of_questions
from bot.quiz.pythons import Version
from tests.bank import test_author_mistakes, test_proof
from tests.languages.pseudo import PSEUDO, unsaid

Proof = Callable[..., Awaitable[Report]]
Whole = Callable[..., str]
PYTHONS_OWN = (
    "Exception groups are only supported in Python 3.11 and greater",
    "Expected '=' after a key in a key/value pair",
    "invalid syntax",
    "unclosed array",
    "NameError: name",
    "DeprecationWarning: old",
    "an IndexError",
    *(f"name '{name}' is not defined" for name in ("nothing", "correct", "y")),
    "literal. Did you mean",
    "TypeError: unsupported operand type(s) for +: 'int' and 'str'",
    "'<' not supported between instances of 'int' and 'str'",
)
"""What the compiler, a program or tomllib said."""


def left_english(problems: Iterable[Problem], file: str) -> list[str]:
    """Plain words in what an author reads, beside those of their own file."""
    with speaking(PSEUDO):
        own = [one for one in problems if one.file.endswith("one.md")]
        told = "\n".join(f"{of_questions(one.text)}\n{of_questions(one.fix)}" for one in own)
    return unsaid(told, [file, *PYTHONS_OWN])


@pytest.mark.usefixtures("pseudo_spoken")
@pytest.mark.parametrize(
    "plant",
    [row[:3] for row in test_author_mistakes.PLANTED],
    ids=[row[3][:50] for row in test_author_mistakes.PLANTED],
)
def test_a_mistake_that_is_read_is_said_whole(plant: tuple[str, str, str], whole: Whole) -> None:
    kind, old, new = plant
    file = whole(kind, (old, new))
    _, problems = read_sheet(file, file="names/aliasing/one.md")
    assert left_english(problems, file) == []


@pytest.mark.usefixtures("pseudo_spoken")
@pytest.mark.parametrize("plant", [row[1] for row in test_proof.PLANTED], ids=[row[0] for row in test_proof.PLANTED])
async def test_a_mistake_that_execution_shows_is_said_whole(
    plant: tuple[str, str, str], whole: Whole, proof: Proof
) -> None:
    kind, old, new = plant
    file = whole(kind, (old, new))
    versions: list[Version] = [(3, 10), (3, 11)] if "except*" in new else [(3, 11), (3, 15)]
    assert left_english((await proof(file, *versions)).problems, file) == []
