"""From how a child ended to the word a learner reads."""

import signal
from dataclasses import dataclass

from bot.judge.wire import Heard, heard, messages
from bot.quiz import reasons as because
from bot.quiz.answers import runnable
from bot.quiz.errors import AnswerMistake
from bot.quiz.runs import Job, Limits, Raised, Run
from bot.quiz.sentences import Sentence
from bot.quiz.verdicts import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """Everything that is known of a child at its end. Bytes are as they came: nothing in them is believed."""

    status: int = 0
    """Exit code, or minus the signal that ended it."""
    late: bool = False
    loud: bool = False
    """It printed more than allowed."""
    flooded: bool = False
    """It sent more than allowed on the result channel."""
    seconds: float = 0.0
    cpu_seconds: float = 0.0
    """From the kernel, where it was waited for; else 0."""
    peak_mib: float = 0.0
    stdout: bytes = b""
    stderr: bytes = b""
    channel: bytes = b""
    layers: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether its channel says all that it will ever say."""
        return not (self.late or self.loud or self.flooded or self.status)


def refusal(job: Job) -> str:
    """Why no interpreter could read this job at all; empty when one can."""
    size = len(job.stdin.encode("utf-8", "replace"))
    if size > job.limits.stdin_bytes:
        return f"Its standard input is {size} bytes; {job.limits.stdin_bytes} are the most."
    try:
        if job.source.strip():
            runnable(job.source)
    except AnswerMistake as mistake:
        return str(mistake)
    return ""


def run_from(ending: Ending, job: Job) -> tuple[Run, int]:
    """The Run of an ended child, and how many of the job's probes are dealt with: answered, or what ended the child."""
    said = heard(messages(ending.channel), len(job.probes))
    outcome, detail = _outcome(ending, said, job)
    told = said.raised.traceback if said.raised else said.said and f"{said.said}\n"
    run = Run(
        outcome=outcome,
        replies=said.replies,
        stdout=ending.stdout.decode("utf-8", "backslashreplace"),
        stderr=ending.stderr.decode("utf-8", "backslashreplace") + told,
        seconds=ending.seconds,
        cpu_seconds=ending.cpu_seconds or said.cpu_seconds,
        cut=ending.loud,
        detail=detail,
        layers=ending.layers,
    )
    done = len(job.probes) if said.ended and ending.whole else min(said.answered + 1, len(job.probes))
    return run, done


def _outcome(ending: Ending, said: Heard, job: Job) -> tuple[Outcome, str]:
    limits = job.limits
    if ending.loud:
        return Outcome.TOO_LOUD, Sentence(because.MUCH_PRINTED, most=limits.output_bytes // 1024)
    if ending.flooded:
        return Outcome.TOO_LOUD, Sentence(because.MUCH_GIVEN)
    if ending.late:
        return _too_slow(limits)
    if ending.status < 0:
        return _by_signal(-ending.status, ending, limits)
    if _out_of_memory(said):
        return Outcome.TOO_BIG, Sentence(because.TOO_BIG, most=limits.memory_mib)
    if said.raised:
        return Outcome.CRASHED, Sentence(because.CRASHED, error=said.raised.error)
    if said.exit or (said.exit is not None and job.probes):
        return Outcome.EXITED, Sentence(because.LEFT_WITH, code=said.exit)
    if not said.ended or said.answered < len(job.probes):
        return Outcome.EXITED, Sentence(because.LEFT)
    return Outcome.PASSED, ""


def _too_slow(limits: Limits) -> tuple[Outcome, str]:
    """One sentence for both clocks: which of them strikes first depends on how busy the machine is."""
    wall = f"{limits.wall_seconds:g}"
    return Outcome.TOO_SLOW, Sentence(because.TOO_SLOW, cpu=limits.cpu_seconds, wall=wall)


def _by_signal(number: int, ending: Ending, limits: Limits) -> tuple[Outcome, str]:
    if number == signal.SIGSYS:
        return Outcome.FORBIDDEN, Sentence(because.FORBIDDEN)
    if number == signal.SIGXCPU or (number == signal.SIGKILL and ending.cpu_seconds >= limits.cpu_seconds):
        return _too_slow(limits)
    if number == signal.SIGKILL and ending.peak_mib >= limits.memory_mib / 2:
        return Outcome.TOO_BIG, Sentence(because.KILLED)
    return Outcome.CRASHED, Sentence(because.INTERPRETER_ENDED, signal=signal.Signals(number).name)


def _out_of_memory(said: Heard) -> bool:
    raised = [said.raised, *(reply for reply in said.replies if isinstance(reply, Raised))]
    return any(one is not None and one.error == "MemoryError" for one in raised)
