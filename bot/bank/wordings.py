"""How runs and replies are put into words for an author."""

import re
from collections.abc import Iterator

from bot.bank.problems import brief
from bot.bank.sheets import Snippet
from bot.quiz.runs import Raised, Reply, Returned, Run, Silent
from bot.quiz.tasks import Case, Value
from bot.quiz.verdicts import Outcome

_FRAME = re.compile(r'File "(?!/|<frozen )[^"]*", line (\d+)')
_ENDINGS = {
    Outcome.CRASHED: "crashes",
    Outcome.TOO_SLOW: "takes too long",
    Outcome.TOO_BIG: "needs too much memory",
    Outcome.TOO_LOUD: "prints too much",
    Outcome.FORBIDDEN: "does something that is forbidden in the jail",
    Outcome.EXITED: "exits before its end",
    Outcome.REFUSED: "was refused by the judge",
}


def padded(run: Run, number: int) -> Iterator[Reply]:
    """Exactly `number` replies, however the run ended."""
    yield from run.replies[:number]
    for _ in range(number - len(run.replies)):
        yield Silent(reason=run.detail or "no reply came")


def ending(run: Run) -> str:
    """`stops with NameError: name 'x' is not defined`."""
    if run.outcome is Outcome.CRASHED:
        last = run.stderr.strip().rpartition("\n")[2]
        if last:
            return f"stops with {last[:200]}"
    detail = f" ({run.detail.rstrip('.')})" if run.detail else ""
    return _ENDINGS.get(run.outcome, str(run.outcome)) + detail


def failure(reply: Raised | Silent, run: Run) -> str:
    """Why a probe has no value: `raises TypeError: …`, or how the run ended."""
    if isinstance(reply, Raised):
        return f"raises {reply.error}: {reply.message}".removesuffix(": ")
    return ending(run) if run.outcome is not Outcome.PASSED else f"gives no answer ({reply.reason})"


def unlike(case: Case, name: str, reply: Reply) -> str:
    """What a case expects, and what a solution makes of it instead."""
    match reply:
        case Returned():
            return f"the case expects {wanted(case)}, {name} gives {brief(reply.shown)}"
        case Raised():
            error = f"{reply.error}: {reply.message}".removesuffix(": ")
            return f"the case expects {wanted(case)}, {name} raises {error}"
        case Silent():
            return f"the case expects {wanted(case)}, {name} gives no answer ({reply.reason})"


def wanted(case: Case) -> str:
    """What a case expects."""
    return brief(repr(case.expected.value)) if isinstance(case.expected, Value) else case.expected.error


def word(*, right: bool) -> str:
    """The name of a box."""
    return "right" if right else "wrong"


def where(code: Snippet, stderr: str) -> int:
    """The line in the file on which a crash happened, as far as the traceback knows it.

    Frames of the library have absolute paths, or are `<frozen …>`; a line behind the snippet's end is not its own.
    """
    lines = [int(found) for found in _FRAME.findall(stderr)]
    own = [line for line in lines if line <= code.code.count("\n") + 1]
    return code.line + own[-1] - 1 if own else code.line
