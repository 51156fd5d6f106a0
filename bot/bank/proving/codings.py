"""Proves a question answered with code: solutions pass every case; starters and known mistakes do not."""

from bot.bank.problems import brief
from bot.bank.proving.mutations import prove_mutants
from bot.bank.proving.trials import Trial
from bot.bank.sheets import CodingProof, Snippet
from bot.bank.wordings import ending, padded, unlike
from bot.quiz.grading import grade_cases
from bot.quiz.runs import Run
from bot.quiz.tasks import Blanks, Coding
from bot.quiz.verdicts import Outcome

SLOW_SECONDS = 0.2
"""A reference solution has to leave learners, who write slower code on slower days, some room."""
LONG_SECONDS = 1.0
"""And it may wait, but not long: a busy machine can hold up 50 ms of work for half a second."""


async def prove_coding(trial: Trial, proof: CodingProof, task: Coding) -> None:
    """Note cases that tell right from wrong badly."""
    if not await trial.all_compile(proof.given, *proof.solutions, *proof.mistakes):
        return
    name = "the broken code" if task.broken else "the starter"
    await fails(trial, proof.given, task, name, "It has to load, and to fail at least one case.")
    for one in proof.mistakes:
        fix = f"Add a case that it fails; its mistake: {brief(one.why, 200)}"
        await fails(trial, one, task, "this wrong solution", fix)
    for one in proof.solutions:
        await solves(trial, one, task, proof.case_lines, f"the solution on line {one.line}")
    if trial.deep and not trial.problems:
        await prove_mutants(trial, proof, task)


async def fails(trial: Trial, code: Snippet, task: Coding, name: str, fix: str) -> None:
    """See that code loads and does not pass."""
    run = await trial.tried(code.code, task)
    if all(case.passed for case in grade_cases(task.cases, run)):
        trial.note(code.line, f"{name} passes every case", fix)
    else:
        await trial.loads(code, run, name)


async def solves(trial: Trial, code: Snippet, task: Coding | Blanks, lines: tuple[int, ...], name: str) -> None:
    """See that code passes every case, and soon."""
    run = await trial.tried(code.code, task)
    if not await trial.loads(code, run, "the solution"):
        return
    if run.outcome is not Outcome.PASSED:
        trial.note(code.line, f"the solution {ending(run)}", "Mend the solution.")
        return
    graded = zip(lines, task.cases, padded(run, len(lines)), grade_cases(task.cases, run), strict=True)
    for line, case, reply, verdict in graded:
        if not verdict.passed:
            trial.note(line, unlike(case, name, reply), "Mend the one that is wrong.")
    if _slow(run) and _slow(await trial.tried(code.code, task)):  # once more: the machine may have been busy
        what = f"the solution takes more than {SLOW_SECONDS * 1000:.0f} ms for all cases"
        trial.note(code.line, what, "Use smaller inputs, or a faster solution.")


def _slow(run: Run) -> bool:
    """By processor time where the judge knows it, else by the clock."""
    return (run.cpu_seconds or run.seconds) > SLOW_SECONDS or run.seconds > LONG_SECONDS
