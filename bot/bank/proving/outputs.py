"""Proves an output: the program comes to its end and prints the key."""

from collections.abc import Sequence

from bot.bank.problems import brief
from bot.bank.proving.trials import ADDRESS, Trial
from bot.bank.sheets import OutputProof
from bot.bank.wordings import ending, where
from bot.quiz.grading import normalised
from bot.quiz.runs import Run
from bot.quiz.tasks import Output, Printed
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
    prints_key(trial, run, task.keys, proof.key_lines)


def prints_key(trial: Trial, run: Run, keys: Sequence[Printed], lines: Sequence[int]) -> bool:
    """Whether a run printed the key of this version; noted when it did not (an address has been noted already)."""
    line, key = next((at, one.text) for at, one in zip(lines, keys, strict=True) if trial.version in one.python)
    if normalised(run.stdout) == normalised(key):
        return True
    if not ADDRESS.search(run.stdout):
        what = f"the program prints {brief(run.stdout)}, the key says {brief(key)}"
        fix = 'Copy what is printed into the block; where versions differ, each has its own: `py=">=3.15"`.'
        trial.note(line, what, fix)
    return False
