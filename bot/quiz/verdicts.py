"""The words a judged answer gets, and what a learner is told with them."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """How a run or an answer ended. These words appear in chat, in JSON and in the ledger."""

    PASSED = "passed"
    WRONG = "wrong"
    CRASHED = "crashed"
    TOO_SLOW = "too slow"
    TOO_BIG = "too big"
    TOO_LOUD = "too loud"
    FORBIDDEN = "forbidden"
    EXITED = "exited"
    REFUSED = "refused"
    WRITTEN = "written"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseVerdict:
    """One case of a coding question, as far as a learner may see it."""

    passed: bool
    visible: bool
    category: str = ""
    """What a hidden case is about ("empty list"); all a learner learns of one."""
    call: str = ""
    expected: str = ""
    got: str = ""
    """Call, expected and got are empty for hidden cases."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of one answer, with the reason."""

    outcome: Outcome
    reasons: tuple[str, ...] = ()
    """Why, in sentences: the belief behind a wrong option, the limit that was hit."""
    cases: tuple[CaseVerdict, ...] = ()
    stdout: str = ""
    """What the learner's own visible cases printed."""
    traceback: str = ""
    seconds: float = 0.0
    cpu_seconds: float = 0.0
    """Wall and processor time of the code that was run; 0 where none was."""

    @property
    def right(self) -> bool:
        """Whether the answer earns the question's points."""
        return self.outcome is Outcome.PASSED
