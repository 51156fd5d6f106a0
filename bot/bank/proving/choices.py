"""Proves a choice: the program beside it ends, asserts hold, and a check says of every option what its box says."""

from bot.bank.choices import spoken
from bot.bank.problems import brief
from bot.bank.proving.trials import Trial
from bot.bank.sheets import ChoiceProof, Snippet
from bot.bank.wordings import ending, failure, padded, where, word
from bot.quiz.runs import Raised, Returned, Silent
from bot.quiz.tasks import Choice
from bot.quiz.verdicts import Outcome


async def prove_choice(trial: Trial, proof: ChoiceProof, task: Choice) -> None:
    """Note every box and assert that does not hold."""
    blocks = [one for one in (proof.run, proof.check, *proof.asserts) if one]
    if not (blocks and await trial.all_compile(*blocks)):
        return
    if proof.run:
        await trial.ends(proof.run)
    for one in proof.asserts:
        run = await trial.run(one)
        if run.outcome is not Outcome.PASSED:
            trial.note(where(one, run.stderr), f"the proof {ending(run)}", "Mend the claim or its proof.")
    if proof.check:
        await _options(trial, proof.check, proof.option_lines, task)


async def _options(trial: Trial, check: Snippet, lines: tuple[int, ...], task: Choice) -> None:
    run = await trial.asked(check.code, [f"correct({spoken(option.text)!r})" for option in task.options])
    failures: dict[str, list[str]] = {}
    for line, option, reply in zip(lines, task.options, padded(run, len(lines)), strict=True):
        match reply:
            case Returned(value=bool() as value):
                if value is not option.right:
                    box, check_says = word(right=option.right), word(right=value)
                    said = f"the box of {brief(option.text)} says {box}, the check says {check_says}"
                    trial.note(line, said, "Change the box or the check.")
            case Returned():
                failures.setdefault(f"gives {brief(reply.shown)}", []).append(brief(option.text))
            case Raised() | Silent():
                failures.setdefault(failure(reply, run), []).append(brief(option.text))
    for what, options in failures.items():
        said = f"the check {what}"
        if len(options) < len(task.options):
            listed = ", ".join(options)
            said = f"the check {what} for {listed}"
        trial.note(check.line, said, "`correct(option)` has to return True or False.")
