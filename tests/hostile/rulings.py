"""Whether what came of an attack is what must come of it."""

from collections.abc import Sequence

from bot.quiz.cleaning import clean
from bot.quiz.grading import grade_code, probes
from bot.quiz.runs import Job, Run, Silent
from bot.quiz.tasks import Case, Coding, Value
from bot.quiz.verdicts import Outcome
from tests.hostile.corpus import BREACH, DENIED, NOT_PASSED, Attack, Ordinary

REACHED = "REACHED"
"""Printed when the kernel itself looked at a call that the filter should have refused."""
HONEST = Coding(
    given="",
    solution="",
    cases=(Case(call="secret(2)", expected=Value(1729)), Case(call="secret(3)", expected=Value([4104, "a"]))),
)
HONEST_JOB = Job(source="def secret(x): return {2: 1729, 3: [4104, 'a']}[x]", probes=probes(HONEST.cases))
INNOCENT_JOB = Job(source="total = 0\nfor n in range(50_000): total += n\nprint(total)")


def job_of(attack: Attack, source: str) -> Job:
    """The attack as a learner would hand it in."""
    return Job(source=source, probes=probes(_task(attack).cases), stdin=attack.stdin, limits=attack.limits)


def problems(attack: Attack, run: Run, mode: str) -> list[str]:
    """What is wrong with one run of an attack; empty when it was contained as it must be."""
    if mode in attack.succeeds_in:
        return [] if _said(run, BREACH) else [f"documented to succeed here, and does not: {run.outcome}"]
    found = [word for word in (BREACH, REACHED) if _said(run, word)]
    if not any(_holds(attack, run, one) for one in attack.expect):
        found.append(f"expected {' or '.join(attack.expect)}, got {run.outcome}: {run.detail}")
    if attack.reason and attack.reason not in reasons(run):
        found.append(f"no sign of {attack.reason!r} in {reasons(run)!r}")
    if attack.within and run.seconds > attack.within:
        found.append(f"took {run.seconds:.1f} s in all, more than {attack.within}")
    shown = shown_of(attack, run)
    found += [f"still in the cleaned output: {one!r}" for one in attack.clean if one in shown]
    return found


def shown_of(attack: Attack, run: Run) -> str:
    """All that anybody gets to see of a run."""
    verdict = grade_code(_task(attack), run)
    return "\n".join([clean(run.stdout), verdict.traceback, verdict.stdout, *(case.got for case in verdict.cases)])


def honest_is_right(run: Run) -> bool:
    """Whether the learner who came next got their point."""
    return grade_code(HONEST, run).right


def innocent_is_unharmed(run: Run) -> bool:
    """Whether the learner beside got their answer."""
    return run.outcome is Outcome.PASSED and run.stdout == "1249975000\n"


def differences(program: Ordinary, run: Run) -> list[str]:
    """How an ordinary program failed to work as it should."""
    if run.outcome is Outcome.PASSED and run.stdout == program.out:
        return []
    return [f"{run.outcome} {run.detail} printed {run.stdout!r} instead of {program.out!r}; {run.stderr[-600:]}"]


def reasons(run: Run) -> str:
    """Every word about why."""
    silent = (reply.reason for reply in run.replies if isinstance(reply, Silent))
    return " / ".join([run.detail, *silent])


def _said(run: Run, word: str) -> bool:
    """Whether the attack said so; a traceback quotes its source, which holds every word that it might have said."""
    return word in run.stdout or any(line.startswith(word) for line in run.stderr.splitlines())


def _holds(attack: Attack, run: Run, ending: str) -> bool:
    match ending:
        case "denied":
            return any(line.startswith(DENIED.upper()) for line in run.stdout.splitlines())
        case "not passed":
            verdict = grade_code(_task(attack), run)
            return not verdict.right and not all(case.passed for case in verdict.cases)
        case word:
            return run.outcome == word


def _task(attack: Attack) -> Coding:
    cases = tuple(Case(call=call, expected=Value(wanted), visible=True) for call, wanted in attack.probes)
    return Coding(given="", solution="", cases=cases)


def known_endings() -> Sequence[str]:
    """Every word that `expect` may use."""
    return (DENIED, NOT_PASSED, *map(str, Outcome))
