"""Proves that cases are strong: each small mistake in a reference solution fails one of them."""

from asyncio import to_thread

from bot.bank.mutants import Mutant, mutants
from bot.bank.problems import brief
from bot.bank.proving.compiling import PLAYING
from bot.bank.proving.trials import Trial
from bot.bank.sheets import CodingProof
from bot.quiz.grading import grade_cases
from bot.quiz.runs import Run
from bot.quiz.tasks import Coding
from bot.quiz.verdicts import Outcome

_CODE_CHARS = 40_000
"""Of programs in one source; the judge takes 64 KiB."""


async def prove_mutants(trial: Trial, proof: CodingProof, task: Coding) -> None:
    """Note every mutant that passes all cases and is not accepted, and every acceptance that nothing needs."""
    unused = set(trial.sheet.accepted)
    for solution in proof.solutions:
        itself = Mutant(line=1, change="", code=solution.code)
        changed = await to_thread(mutants, solution.code)
        survivors = await _survivors(trial, (itself, *changed), task)
        if itself not in survivors:
            fix = "Use smaller inputs: a program may take 100,000 steps a case."
            trial.note(solution.line, "the solution takes too many steps to tell its mistakes from it", fix)
        for mutant in survivors:
            unused.discard(mutant.change)
            if mutant is itself or mutant.change in trial.sheet.accepted:
                continue
            what = f"no case notices the mistake {brief(mutant.change, 130)}"
            fix = "Add a case that fails with it, or accept it in the header with a reason (`[accept_mutants]`)."
            trial.note(solution.line + mutant.line - 1, what, fix)
    for change in sorted(unused):
        what = f"`accept_mutants` lists {brief(change, 130)}, which passes no case by mistake"
        trial.note(trial.sheet.header_line, what, "Take it out: either the cases notice it, or it is no mutant.")


async def _survivors(trial: Trial, tried: tuple[Mutant, ...], task: Coding) -> list[Mutant]:
    survivors: list[Mutant] = []
    while tried:
        number, size = 0, 0
        while number < len(tried) and size < _CODE_CHARS:
            size += len(tried[number].code)
            number += 1
        batch, tried = tried[:number], tried[number:]
        survivors += await _passing(trial, batch, task)
    return survivors


async def _passing(trial: Trial, batch: tuple[Mutant, ...], task: Coding) -> list[Mutant]:
    source = f"{PLAYING}\nPROGRAMS = {[one.code for one in batch]!r}"
    calls = [f"played({at}, {case.setup!r}, {case.call!r})" for at in range(len(batch)) for case in task.cases]
    replies = await trial.asked_all(source, calls)
    many = len(task.cases)
    runs = [Run(outcome=Outcome.PASSED, replies=tuple(replies[at : at + many])) for at in range(0, len(replies), many)]
    return [
        mutant
        for mutant, run in zip(batch, runs, strict=True)
        if all(case.passed for case in grade_cases(task.cases, run))
    ]
