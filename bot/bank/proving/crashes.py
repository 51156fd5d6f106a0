"""Proves an error question: the program ends with that exception, on that line."""

from bot.bank.proving.compiling import ENDING
from bot.bank.proving.trials import Trial
from bot.bank.sheets import CrashProof
from bot.bank.wordings import ending
from bot.quiz.runs import Returned
from bot.quiz.tasks import Crash

_FIX = "Mend `raises` and `line`, or the program; where versions differ, narrow `python` in the header."
_UNREADABLE = ("SyntaxError", "IndentationError", "TabError")


async def prove_crash(trial: Trial, proof: CrashProof, task: Crash) -> None:
    """Note how the program really ends, when that is not the key."""
    if task.error not in _UNREADABLE and not await trial.all_compile(proof.run):
        return
    run = await trial.asked(ENDING, [f"ending({proof.run.code!r})"])
    trial.look_at(proof.run, run)
    match run.replies:
        case (Returned(value=None),):
            trial.note(proof.header_line, f"the program ends without an error, the key says {_spelled(task)}", _FIX)
        case (Returned(value=(str(error), int(line))),):
            if (error, line) != (task.error, task.line):
                what = f"the program ends with {error} on line {line}, the key says {_spelled(task)}"
                trial.note(proof.header_line, what, _FIX)
        case _:
            trial.note(proof.run.line, f"the program {ending(run)}", "It has to end by an exception, and soon.")


def _spelled(task: Crash) -> str:
    return f"{task.error} on line {task.line}"
