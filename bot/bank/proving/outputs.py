"""Proves an output: the program comes to its end and prints the key."""

from bot.bank.problems import brief
from bot.bank.proving.trials import ADDRESS, Trial
from bot.bank.sheets import OutputProof
from bot.bank.wordings import ending, where
from bot.quiz.grading import normalised
from bot.quiz.tasks import Output
from bot.quiz.verdicts import Outcome


async def prove_output(trial: Trial, proof: OutputProof, task: Output) -> None:
    """Note a key that is not what is printed."""
    if not await trial.all_compile(proof.run):
        return
    run = await trial.run(proof.run)
    if run.outcome is not Outcome.PASSED:
        fix = "A question about output needs a program that runs to its end."
        trial.note(where(proof.run, run.stderr), f"the program {ending(run)}", fix)
        return
    key = task.printed(trial.version)
    if normalised(run.stdout) != normalised(key) and not ADDRESS.search(run.stdout):
        line = next(at for at, one in zip(proof.key_lines, task.keys, strict=True) if trial.version in one.python)
        what = f"the program prints {brief(run.stdout)}, the key says {brief(key)}"
        fix = 'Copy what is printed into the block; where versions differ, each has its own: `py=">=3.15"`.'
        trial.note(line, what, fix)
