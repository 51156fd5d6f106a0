"""Which Python versions something holds for: `>=3.11,<3.14`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from bot.quiz.errors import QuestionMistake

Version = tuple[int, int]
"""Major and minor: `(3, 12)`."""

_CLAUSE = re.compile(r"(>=|<=|==|!=|>|<)\s*(\d+)\.(\d+)")
_HOLDS = {
    ">=": lambda a, b: a >= b,
    "<=": lambda a, b: a <= b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    ">": lambda a, b: a > b,
    "<": lambda a, b: a < b,
}


def version(text: str) -> Version:
    """Read `3.12` or `3.12.1`.

    Raises:
        QuestionMistake: it is no version.
    """
    found = re.fullmatch(r"(\d+)\.(\d+)(?:\.\d+\w*)?", text.strip())
    if not found:
        raise QuestionMistake("{text!r} is no Python version; write it like 3.12", text=text)
    return int(found[1]), int(found[2])


@dataclass(frozen=True, slots=True)
class PythonRange:
    """A comma-separated list of comparisons; the empty range holds for every version."""

    clauses: tuple[tuple[str, Version], ...] = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `>=3.12,<3.14`.

        Raises:
            QuestionMistake: a clause that is no comparison with a version.
        """
        clauses = []
        for part in filter(None, (piece.strip() for piece in text.split(","))):
            found = _CLAUSE.fullmatch(part)
            if not found:
                raise QuestionMistake("{part!r} is no Python range; write it like >=3.12 or >=3.11,<3.14", part=part)
            clauses.append((found[1], (int(found[2]), int(found[3]))))
        return cls(tuple(clauses))

    def __contains__(self, one: Version) -> bool:
        return all(_HOLDS[sign](one, bound) for sign, bound in self.clauses)

    def any_of(self, versions: Iterable[Version]) -> bool:
        """Whether the range holds one of them."""
        return any(one in self for one in versions)

    def __str__(self) -> str:
        return ",".join(f"{sign}{major}.{minor}" for sign, (major, minor) in self.clauses)


ANY_PYTHON = PythonRange()
