"""Proves an order question: the order prints the key; near misses, traps and the order shown do not."""

from itertools import combinations, permutations

from bot.bank.proving.compiling import PRINTING
from bot.bank.proving.outputs import prints_key
from bot.bank.proving.trials import Trial
from bot.bank.sheets import OrderingProof, Snippet
from bot.bank.wordings import ending, where
from bot.quiz.grading import normalised
from bot.quiz.runs import Returned
from bot.quiz.tasks import Ordering
from bot.quiz.verdicts import Outcome

ALL_ORDERS = 5
"""Up to this many lines every order is tried (120); above, those with two lines swapped (28 for eight lines)."""

Order = tuple[int, ...]


async def prove_ordering(trial: Trial, proof: OrderingProof, task: Ordering) -> None:
    """Note what an order prints otherwise than its author says."""
    if not await _key_holds(trial, proof, task) or not trial.deep:
        return
    right = await _right(trial, task, [*_shorter(task), *_swapped(task), _shown(task), *_trapped(task)])
    lines = [at for at, line in enumerate(proof.order.code.split("\n"), proof.order.line) if line.strip()]
    for line, order in zip(lines, _shorter(task), strict=True):
        if order in right:
            fix = "Move it to a `python after` block, or take it out."
            trial.note(line, "this line is not needed: without it the program prints the same", fix)
    if right.issuperset(_swapped(task)):
        trial.note(proof.order.line, "the order does not matter: others print the same", "Let lines build on lines.")
    if _shown(task) in right:
        fix = "Change the text of a line: it is their texts that shuffle them."
        trial.note(proof.order.line, "the lines are shown in an order that is right", fix)
    for trap in proof.traps:
        for line, order in zip(lines, _replaced(task, _place(task, trap)), strict=True):
            if order in right:
                what = f"in place of line {line} this trap prints the right thing"
                trial.note(trap.line, what, "Make it wrong, or take it out.")


async def _key_holds(trial: Trial, proof: OrderingProof, task: Ordering) -> bool:
    run = await trial.judged(task.program(task.key))
    if run.outcome is not Outcome.PASSED:
        fix = "The lines of `python order` have to stand in a right order."
        trial.note(where(proof.order, run.stderr), f"the program {ending(run)}", fix)
        return False
    trial.look_at(proof.order, run)
    return prints_key(trial, run, task.keys, proof.key_lines)


async def _right(trial: Trial, task: Ordering, orders: list[Order]) -> set[Order]:
    """The orders that print the right thing."""
    key, tried = normalised(task.printed(trial.version)), list(dict.fromkeys(orders))
    replies = await trial.asked_all(PRINTING, [f"printed({task.program(order)!r})" for order in tried])
    return {
        order
        for order, reply in zip(tried, replies, strict=True)
        if isinstance(reply, Returned) and isinstance(reply.value, str) and normalised(reply.value) == key
    }


def _place(task: Ordering, trap: Snippet) -> int:
    return next(at for at, line in enumerate(task.lines) if line.trap and line.text == trap.code)


def _shorter(task: Ordering) -> list[Order]:
    return [task.key[:at] + task.key[at + 1 :] for at in range(len(task.key))]


def _swapped(task: Ordering) -> list[Order]:
    if len(task.key) <= ALL_ORDERS:
        return [order for order in permutations(task.key) if order != task.key]
    found = []
    for one, other in combinations(range(len(task.key)), 2):
        order = list(task.key)
        order[one], order[other] = order[other], order[one]
        found.append(tuple(order))
    return found


def _shown(task: Ordering) -> Order:
    return tuple(sorted(task.key))


def _replaced(task: Ordering, trap: int) -> list[Order]:
    return [(*task.key[:at], trap, *task.key[at + 1 :]) for at in range(len(task.key))]


def _trapped(task: Ordering) -> list[Order]:
    return [order for at, line in enumerate(task.lines) if line.trap for order in _replaced(task, at)]
