"""Proves a fill question: right fillings pass every case, and every wrong one fails one."""

from bot.bank.problems import brief
from bot.bank.proving.codings import solves
from bot.bank.proving.trials import Trial
from bot.bank.sheets import BlanksProof, Snippet
from bot.quiz.grading import grade_cases
from bot.quiz.tasks import Blanks
from bot.quiz.verdicts import Outcome


async def prove_filling(trial: Trial, proof: BlanksProof, task: Blanks) -> None:
    """Note fillings that turn out otherwise than their author says."""
    for line, filling in zip(proof.answer_lines, task.answers, strict=True):
        filled = Snippet(role="text answer", code=task.filled(filling), line=line)
        if await trial.all_compile(filled):
            await solves(trial, filled, task, proof.case_lines, f"the answer on line {line}")
    for line, (filling, why) in zip(proof.slip_lines, task.slips, strict=True):
        run = await trial.tried(task.filled(filling), task)
        if run.outcome is Outcome.PASSED and all(case.passed for case in grade_cases(task.cases, run)):
            fix = f"Add a case that it fails, or make it an answer; its mistake: {brief(why, 200)}"
            trial.note(line, "this wrong filling passes every case", fix)
