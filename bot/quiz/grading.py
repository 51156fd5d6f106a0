"""From an answer to a verdict. Runs on the trusted side and never calls anything a learner wrote."""

import builtins
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import assert_never

from bot.quiz import reasons as because
from bot.quiz.answers import Answer, Claimed, Code, Filled, Ordered, Picked, Spotted, Typed, Written
from bot.quiz.cleaning import clean
from bot.quiz.pythons import Version
from bot.quiz.questions import Question
from bot.quiz.runs import Job, Probe, Raised, Reply, Returned, Run, Silent
from bot.quiz.sentences import Sentence
from bot.quiz.tasks import Blanks, Case, Choice, Coding, Crash, Essay, Ordering, Output, Raises, Value
from bot.quiz.values import same
from bot.quiz.verdicts import CaseVerdict, Outcome, Verdict

ENOUGH = 6
"""Tenths of a rubric's points from which an answer counts as right."""


def normalised(output: str) -> str:
    """Output as it is compared: blanks at line ends and newlines at the end do not count."""
    return "\n".join(line.rstrip() for line in output.splitlines()).rstrip("\n")


def job_for(task: Coding, answer: Code, python: Version | None = None) -> Job:
    """What the judge gets: inputs only, never what is expected."""
    return Job(source=answer.source, probes=probes(task.cases), python=python, isolate=task.isolate)


def needed(question: Question, answer: Answer, python: Version) -> Job | None:
    """The job that has to be run before an answer can be graded; None when it is graded as it is."""
    match question.task, answer:
        case Coding() as task, Code():
            return job_for(task, answer, python)
        case Ordering() as task, Ordered():
            return Job(source=task.program(answer.lines), python=python)
        case Blanks() as task, Filled():
            return Job(source=task.filled(answer.blanks), probes=probes(task.cases), python=python)
        case _:
            return None


def probes(cases: Sequence[Case]) -> tuple[Probe, ...]:
    """The question side of each case."""
    return tuple(Probe(setup=case.setup, call=case.call) for case in cases)


def grade(question: Question, answer: Answer, *, version: Version, run: Run | None = None) -> Verdict:
    """The verdict on one answer.

    Args:
        question: what was asked.
        answer: as `answers.read` made it for this question.
        version: the Python the community studies; it picks the key where versions differ.
        run: what the judge made of the job that `needed` names; ignored where it names none.
    """
    match question.task, answer:
        case Choice() as choice, Picked() as picked:
            return grade_choice(choice, picked)
        case Output() as output, Typed() as typed:
            return grade_output(output, typed, version)
        case Crash() as crash, Spotted() as spotted:
            return grade_crash(crash, spotted)
        case Coding() as coding, Code() if run is not None:
            return grade_code(coding, run)
        case Ordering() as ordering, Ordered() as ordered if run is not None:
            return grade_order(ordering, ordered, run, version)
        case Blanks() as blanks, Filled() as filled if run is not None:
            return grade_filling(blanks, filled, run)
        case Essay(), Written():
            return Verdict(outcome=Outcome.WRITTEN)
        case Essay() as essay, Claimed() as claimed:
            return grade_claim(essay, claimed)
        case _:
            raise ValueError(f"a {type(answer).__name__} cannot answer {question.id}")


def grade_choice(task: Choice, picked: Picked) -> Verdict:
    """Right when exactly the right options were chosen; says the belief behind each wrong one."""
    if picked.options == task.key:
        return Verdict(outcome=Outcome.PASSED, reasons=_whys(task, picked.options))
    wrong = picked.options - task.key
    reasons = _whys(task, wrong)
    if not wrong:
        reasons = (Sentence(because.INCOMPLETE),)
    return Verdict(outcome=Outcome.WRONG, reasons=reasons)


def grade_output(task: Output, typed: Typed, version: Version) -> Verdict:
    """Right when the prediction equals what that Python prints, blanks at line ends aside."""
    said = normalised(typed.text)
    if said == normalised(task.printed(version)):
        return Verdict(outcome=Outcome.PASSED)
    beliefs = tuple(slip.why for slip in task.slips if normalised(slip.text) == said)
    return Verdict(outcome=Outcome.WRONG, reasons=beliefs)


def grade_crash(task: Crash, spotted: Spotted) -> Verdict:
    """Right when both the exception and the line are; a wrong answer is told which half of it holds."""
    named = spotted.error.casefold() == task.error.casefold()
    if named and spotted.line == task.line:
        return Verdict(outcome=Outcome.PASSED)
    beliefs = tuple(slip.why for slip in task.slips if slip.text.casefold() == str(spotted).casefold())
    return Verdict(outcome=Outcome.WRONG, reasons=beliefs or _half(task, spotted, named=named))


def _half(task: Crash, spotted: Spotted, *, named: bool) -> tuple[str, ...]:
    if named:
        return (Sentence(because.OTHER_LINE, error=task.error),)
    if spotted.line != task.line:
        return ()
    wide, exact = getattr(builtins, spotted.error, None), getattr(builtins, task.error, None)
    if isinstance(wide, type) and isinstance(exact, type) and issubclass(exact, wide):
        return (Sentence(because.TOO_GENERAL, error=spotted.error),)
    return (Sentence(because.OTHER_ERROR),)


def grade_order(task: Ordering, ordered: Ordered, run: Run, version: Version) -> Verdict:
    """Right when the program in this order prints what it should, whatever the order."""
    outcome = run.outcome
    if outcome is Outcome.PASSED and normalised(run.stdout) != normalised(task.printed(version)):
        outcome = Outcome.WRONG
    if outcome is Outcome.PASSED:
        return Verdict(outcome=outcome)
    beliefs = tuple(task.lines[at].trap for at in ordered.lines if task.lines[at].trap)
    last = clean(run.stderr.strip().rpartition("\n")[2], chars=200, lines=1)
    crash = (Sentence(because.IN_THIS_ORDER, last=last),) if outcome is Outcome.CRASHED else ()
    detail = (run.detail,) if run.detail and not crash else ()
    return Verdict(outcome=outcome, reasons=(*beliefs, *crash, *detail), stdout="" if task.after else clean(run.stdout))


def grade_filling(task: Blanks, filled: Filled, run: Run) -> Verdict:
    """Right when the filled program passes every case; a well-known wrong filling is told its belief."""
    verdict = grade_code(task, run)
    if verdict.right:
        return verdict
    said = tuple(map(_folded, filled.blanks))
    beliefs = tuple(why for filling, why in task.slips if tuple(map(_folded, filling)) == said)
    return replace(verdict, reasons=(*beliefs, *verdict.reasons))


def grade_claim(task: Essay, claimed: Claimed) -> Verdict:
    """Right from six tenths of the points on; what is missing is said."""
    earned = sum(task.rubric[at].points for at in claimed.criteria)
    missing = [one for at, one in enumerate(task.rubric) if at not in claimed.criteria]
    outcome = Outcome.PASSED if earned * 10 >= task.full * ENOUGH else Outcome.WRONG
    gave = Sentence(because.GAVE_ONESELF, earned=earned, full=task.full)
    unsaid = [Sentence(because.STILL_TO_SAY, point=one.text) for one in missing]
    return Verdict(outcome=outcome, reasons=(gave, *unsaid))


def grade_code(task: Coding | Blanks, run: Run) -> Verdict:
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
        seconds=run.seconds,
        cpu_seconds=run.cpu_seconds,
    )


def grade_cases(cases: Sequence[Case], run: Run) -> tuple[CaseVerdict, ...]:
    """One verdict a case, in order; a case without a usable reply has failed."""
    nothing = Silent(reason=because.NO_ANSWER)
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
        got=clean(shown(reply), chars=300, lines=6),
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
            return because.RAISES.format(error=expected.error)
        case _:
            assert_never(expected)


def shown(reply: Reply | Case) -> str:
    """What came back, for people; not yet cleaned."""
    match reply:
        case Returned():
            return reply.shown
        case Raised():
            said = because.RAISED_WITH if reply.message else because.RAISED
            return said.format(error=reply.error, message=reply.message)
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


def _folded(text: str) -> str:
    return "".join(text.split())
