"""From an answer to a verdict. Runs on the trusted side and never calls anything a learner wrote."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import assert_never

from bot.quiz.answers import Answer, Code, Picked, Typed
from bot.quiz.cleaning import clean
from bot.quiz.pythons import Version
from bot.quiz.questions import Case, Choice, Coding, Output, Question, Raises, Value
from bot.quiz.runs import Job, Probe, Raised, Reply, Returned, Run, Silent
from bot.quiz.values import same
from bot.quiz.verdicts import CaseVerdict, Outcome, Verdict


def normalised(output: str) -> str:
    """Output as it is compared: blanks at line ends and newlines at the end do not count."""
    return "\n".join(line.rstrip() for line in output.splitlines()).rstrip("\n")


def job_for(task: Coding, answer: Code, python: Version | None = None) -> Job:
    """What the judge gets: inputs only, never what is expected."""
    return Job(source=answer.source, probes=probes(task.cases), python=python)


def probes(cases: Sequence[Case]) -> tuple[Probe, ...]:
    """The question side of each case."""
    return tuple(Probe(setup=case.setup, call=case.call) for case in cases)


def grade(question: Question, answer: Answer, *, version: Version, run: Run | None = None) -> Verdict:
    """The verdict on one answer.

    Args:
        question: what was asked.
        answer: as `answers.read` made it for this question.
        version: the Python the community studies; it picks the key where versions differ.
        run: what the judge saw; needed for code, ignored otherwise.
    """
    match question.task, answer:
        case Choice() as choice, Picked() as picked:
            return grade_choice(choice, picked)
        case Output() as output, Typed() as typed:
            return grade_output(output, typed, version)
        case Coding() as coding, Code() if run is not None:
            return grade_code(coding, run)
        case _:
            raise ValueError(f"a {type(answer).__name__} cannot answer {question.id}")


def grade_choice(task: Choice, picked: Picked) -> Verdict:
    """Right when exactly the right options were chosen; says the belief behind each wrong one."""
    if picked.options == task.key:
        return Verdict(outcome=Outcome.PASSED, reasons=_whys(task, picked.options))
    wrong = picked.options - task.key
    reasons = _whys(task, wrong)
    if not wrong:
        reasons = ("All of what you chose is right, and something is missing.",)
    return Verdict(outcome=Outcome.WRONG, reasons=reasons)


def grade_output(task: Output, typed: Typed, version: Version) -> Verdict:
    """Right when the prediction equals what that Python prints, blanks at line ends aside."""
    said = normalised(typed.text)
    if said == normalised(task.printed(version)):
        return Verdict(outcome=Outcome.PASSED)
    beliefs = tuple(slip.why for slip in task.slips if normalised(slip.text) == said)
    return Verdict(outcome=Outcome.WRONG, reasons=beliefs)


def grade_code(task: Coding, run: Run) -> Verdict:
    """Right when the run ended by itself and every case, visible or hidden, came out as expected."""
    cases = grade_cases(task.cases, run)
    shown = [reply for case, reply in zip(task.cases, run.replies, strict=False) if case.visible]
    stdout = "".join(reply.stdout for reply in shown if not isinstance(reply, Silent))
    outcome = run.outcome
    if outcome is Outcome.PASSED and not (cases and all(case.passed for case in cases)):
        outcome = Outcome.CRASHED if _never_loaded(run) else Outcome.WRONG
    return Verdict(
        outcome=outcome,
        reasons=(run.detail,) if run.detail else (),
        cases=cases,
        stdout=clean(stdout),
        traceback=clean(_traceback(shown, run)),
    )


def grade_cases(cases: Sequence[Case], run: Run) -> tuple[CaseVerdict, ...]:
    """One verdict a case, in order; a case without a usable reply has failed."""
    nothing = Silent(reason="no answer")
    pairs = zip_longest(cases, run.replies[: len(cases)], fillvalue=nothing)
    return tuple(_case(case, reply) for case, reply in pairs if isinstance(case, Case))


def _case(case: Case, reply: Reply | Case) -> CaseVerdict:
    passed = _meets(case.expected, reply)
    if not case.visible:
        return CaseVerdict(passed=passed, visible=False, category=case.category)
    return CaseVerdict(
        passed=passed,
        visible=True,
        category=case.category,
        call=case.session,
        expected=expectation(case.expected),
        got=clean(_shown(reply), chars=300, lines=6),
    )


def _meets(expected: Value | Raises, reply: Reply | Case) -> bool:
    match expected, reply:
        case Value(value=wanted), Returned(value=got):
            return same(wanted, got)
        case Raises(error=wanted), Raised(error=got, bases=bases):
            return wanted == got or wanted in bases
        case _:
            return False


def expectation(expected: Value | Raises) -> str:
    """What a case expects, for people."""
    match expected:
        case Value():
            return repr(expected.value)
        case Raises():
            return f"raises {expected.error}"
        case _:
            assert_never(expected)


def _shown(reply: Reply | Case) -> str:
    match reply:
        case Returned():
            return reply.shown
        case Raised():
            return f"raised {reply.error}: {reply.message}".removesuffix(": ")
        case Silent():
            return reply.reason
        case _:
            return ""


def _never_loaded(run: Run) -> bool:
    """Every case raised the same thing from the same place: the code did not even load."""
    raised = {(reply.error, reply.traceback) for reply in run.replies if isinstance(reply, Raised)}
    return len(raised) == 1 and all(isinstance(reply, Raised) for reply in run.replies) and bool(run.replies)


def _traceback(shown: Sequence[Reply], run: Run) -> str:
    first = next((reply.traceback for reply in shown if isinstance(reply, Raised) and reply.traceback), "")
    return first or (run.stderr if run.outcome is Outcome.CRASHED else "")


def _whys(task: Choice, options: frozenset[int]) -> tuple[str, ...]:
    return tuple(task.options[at].why for at in sorted(options) if task.options[at].why)
