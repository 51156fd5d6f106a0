"""What a check found, as values that print well as words and as JSON."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.bank.problems import Problem
from bot.bank.sheets import Sheet
from bot.quiz.pythons import Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One question, after its claims were put to the test."""

    sheet: Sheet
    versions: tuple[Version, ...]
    """Pythons on which its code was executed."""
    problems: tuple[Problem, ...] = ()
    remark: str = ""
    """Why its key counts as unproved: a retired question, one that rests on sources, no Python in its range here."""
    not_checked: tuple[str, ...] = ()
    """Ranges of its keys that hold for none of the Pythons present: `>=3.15`."""

    @property
    def proved(self) -> bool:
        """Whether the key was executed and holds on every Python present in the question's range."""
        return bool(self.versions) and not self.problems and not self.remark


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A whole check."""

    checked: tuple[Checked, ...]
    unread: tuple[Problem, ...] = ()
    """Problems of files that could not be read as questions."""
    alike: tuple[Problem, ...] = ()
    """Questions that repeat others."""
    versions: tuple[Version, ...] = ()
    missing: tuple[Version, ...] = ()
    """Pythons that answers have to hold on and that are not present here."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All of them, in reading order."""
        return tuple(
            sorted([*self.unread, *self.alike, *(problem for one in self.checked for problem in one.problems)])
        )

    @property
    def proved(self) -> int:
        """Number of questions whose key was executed and holds."""
        return sum(one.proved for one in self.checked)

    @property
    def questions(self) -> int:
        """Number of question files, those that could not be read included."""
        return len({one.sheet.file for one in self.checked} | {problem.file for problem in self.unread})

    def as_json(self) -> dict[str, object]:
        """Plain values for `--json`."""
        return {
            "summary": {"questions": self.questions, "proved": self.proved, "problems": len(self.problems)},
            "versions": spelled(self.versions),
            "not_checked": spelled(self.missing),
            "problems": [
                {"file": one.file, "line": one.line, "text": one.text, "fix": one.fix} for one in self.problems
            ],
            "questions": [_question(one) for one in self.checked],
        }


def spelled(versions: Sequence[Version]) -> list[str]:
    """`3.11`, `3.12`."""
    return [f"{major}.{minor}" for major, minor in versions]


def _question(one: Checked) -> dict[str, object]:
    question = one.sheet.question
    return {
        "id": question.id,
        "file": one.sheet.file,
        "topic": question.topic,
        "kind": str(question.kind),
        "level": question.level,
        "status": one.sheet.status,
        "proved": one.proved,
        "versions": spelled(one.versions),
        "not_checked": list(one.not_checked),
        "problems": len(one.problems),
        "remark": one.remark,
    }
