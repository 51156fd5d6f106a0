"""Proves one question on one Python version by running what its author claims, in the jail.

trials      what every kind needs: run, compile, note what does not hold
choices     boxes against a check, asserts against themselves
outputs     keys against what is printed
crashes     exception and line against how the program ends
codings     solutions, wrong solutions and starters against the cases
mutations   small mistakes in a solution against the cases
orderings   the order, and everything near it, against what is printed
fillings    right and wrong fillings against the cases
"""

from bot.bank.problems import Problem
from bot.bank.proving.choices import prove_choice
from bot.bank.proving.codings import prove_coding
from bot.bank.proving.crashes import prove_crash
from bot.bank.proving.fillings import prove_filling
from bot.bank.proving.orderings import prove_ordering
from bot.bank.proving.outputs import prove_output
from bot.bank.proving.trials import Trial
from bot.bank.sheets import BlanksProof, ChoiceProof, CodingProof, CrashProof, EssayProof, OrderingProof, OutputProof
from bot.quiz.tasks import Blanks, Choice, Coding, Crash, Ordering, Output

__all__ = ["Trial", "prove"]


async def prove(trial: Trial) -> tuple[Problem, ...]:
    """Run all that the question's kind asks for. Returns what does not hold, each problem once.

    Raises:
        JudgeTrouble: the judge could not work.
    """
    match trial.sheet.proof, trial.sheet.question.task:
        case ChoiceProof() as proof, Choice() as task:
            await prove_choice(trial, proof, task)
        case OutputProof() as proof, Output() as task:
            await prove_output(trial, proof, task)
        case CrashProof() as proof, Crash() as task:
            await prove_crash(trial, proof, task)
        case CodingProof() as proof, Coding() as task:
            await prove_coding(trial, proof, task)
        case OrderingProof() as proof, Ordering() as task:
            await prove_ordering(trial, proof, task)
        case BlanksProof() as proof, Blanks() as task:
            await prove_filling(trial, proof, task)
        case EssayProof(run=run), _ if run and await trial.all_compile(run):
            await trial.ends(run)
    return tuple(dict.fromkeys(trial.problems))
