"""From how a child ended to the word a learner reads."""

import signal
from dataclasses import dataclass

from bot.judge.wire import Heard, heard, messages
from bot.quiz.answers import runnable
from bot.quiz.errors import AnswerMistake
from bot.quiz.runs import Job, Limits, Raised, Run
from bot.quiz.verdicts import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """Everything that is known of a child once it is dead."""

    status: int
    """Exit code, or minus the signal that ended it."""
    late: bool
    loud: bool
    seconds: float
    stdout: bytes
    stderr: bytes
    channel: bytes
    layers: tuple[str, ...]


def refusal(job: Job) -> str:
    """Why no interpreter could read this source at all; empty when one can."""
    try:
        if job.source.strip():
            runnable(job.source)
    except AnswerMistake as mistake:
        return str(mistake)
    return ""


def run_from(ending: Ending, job: Job) -> Run:
    """The Run of an ended child."""
    said = heard(messages(ending.channel), len(job.probes))
    outcome, detail = _outcome(ending, said, job.limits)
    traceback = said.raised.traceback if said.raised else ""
    return Run(
        outcome=outcome,
        replies=said.replies,
        stdout=ending.stdout.decode("utf-8", "backslashreplace"),
        stderr=ending.stderr.decode("utf-8", "backslashreplace") + traceback,
        seconds=ending.seconds,
        cut=ending.loud,
        detail=detail,
        layers=ending.layers,
    )


def _outcome(ending: Ending, said: Heard, limits: Limits) -> tuple[Outcome, str]:
    if ending.loud:
        return Outcome.TOO_LOUD, f"It printed more than {limits.output_bytes // 1024} KiB and was stopped."
    if ending.late:
        return _too_slow(limits)
    if ending.status < 0:
        return _by_signal(-ending.status, ending, limits)
    if _out_of_memory(said):
        return Outcome.TOO_BIG, f"It needed more than {limits.memory_mib} MiB of memory."
    if said.raised:
        return Outcome.CRASHED, f"It raised {said.raised.error}."
    if said.exit is not None and (said.exit or said.replies):
        return Outcome.EXITED, f"It left with exit code {said.exit} before the end."
    if said.exit == 0 and ending.status == 0:
        return Outcome.PASSED, ""
    if not said.done or ending.status:
        return Outcome.EXITED, "It ended the process before the end."
    return Outcome.PASSED, ""


def _too_slow(limits: Limits) -> tuple[Outcome, str]:
    """One sentence for both clocks: which of them strikes first depends on how busy the machine is."""
    cpu, wall = limits.cpu_seconds, limits.wall_seconds
    return Outcome.TOO_SLOW, (f"It was stopped: {cpu} seconds of processor time or {wall:g} in all are the most.")


def _by_signal(number: int, ending: Ending, limits: Limits) -> tuple[Outcome, str]:
    if number == signal.SIGSYS:
        return Outcome.FORBIDDEN, "It asked the kernel for something no lesson needs and was stopped."
    if number == signal.SIGXCPU or (number == signal.SIGKILL and ending.seconds >= limits.cpu_seconds):
        return _too_slow(limits)
    if number == signal.SIGKILL:
        return Outcome.TOO_BIG, "The kernel stopped it, most likely for memory."
    return Outcome.CRASHED, f"The interpreter itself crashed ({signal.Signals(number).name})."


def _out_of_memory(said: Heard) -> bool:
    raised = [said.raised, *(reply for reply in said.replies if isinstance(reply, Raised))]
    return any(one is not None and one.error == "MemoryError" for one in raised)
