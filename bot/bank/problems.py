"""What is wrong with a question file, said to its author: file, line, what it is, and how to mend it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from bot.quiz.cleaning import clean

Complain = Callable[[int, str, str], None]
"""Reports `(line, what, fix)` about the file being read; reading goes on, so one pass finds everything."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in one file. Sorts in reading order."""

    file: str
    """As people say it, below the bank's folder: `names/identity/two-300s.md`."""
    line: int
    """From 1."""
    text: str
    """What is wrong: a clause without its full stop."""
    fix: str
    """What to do about it: whole sentences."""

    def __post_init__(self) -> None:
        """Files may come from strangers: what a problem quotes must not steer the terminal it is shown on."""
        for name in ("file", "text", "fix"):
            object.__setattr__(self, name, clean(getattr(self, name), chars=600, lines=1))

    def __str__(self) -> str:
        return f"{self.file} line {self.line}: {self.text}. {self.fix}"


def meant(word: str, known: Iterable[str], where: str = "") -> str:
    """The fix for a word nobody knows: the nearest one we do know, or all of them, and where they are found."""
    known = sorted(known)
    near = get_close_matches(word, known, n=1)
    if near:
        return f"Did you mean `{near[0]}`?"
    return f"Choose one of {where}." if where else f"There is {listed(known)}."


def listed(words: Iterable[str], last: str = "and") -> str:
    """`a`, `b` and `c`."""
    *rest, final = [f"`{word}`" for word in words] or ["nothing"]
    return f"{', '.join(rest)} {last} {final}" if rest else final


def brief(text: str, width: int = 60) -> str:
    """A value on one short line, for use inside a sentence."""
    line = "⏎".join(text.strip("\n").split("\n"))
    if not line:
        return "nothing"
    return f"`{line}`" if len(line) <= width else f"`{line[:width]}…`"
