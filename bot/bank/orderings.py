"""Reads an order question: lines, traps among them, and what the program prints when the order is right."""

from collections.abc import Sequence
from hashlib import sha256

from bot.bank.outputs import read_keys
from bot.bank.problems import Complain
from bot.bank.roles import Part
from bot.bank.sheets import NOTHING, OrderingProof, Snippet
from bot.quiz.pythons import PythonRange
from bot.quiz.tasks import Line, Ordering

FEWEST, MOST = 3, 8
"""Lines to move: eight have 40,320 orders, and a phone's screen is full."""
MOST_SHOWN = 9


def read_ordering(
    parts: Sequence[Part], snippets: Sequence[Snippet], python: PythonRange, complain: Complain
) -> tuple[Ordering, OrderingProof]:
    """The task and its proof; whoever calls looks at the problems before using them."""
    keys = read_keys(parts, python, complain)
    order = next((one for one in snippets if one.role == "python order"), NOTHING)
    traps = tuple(one for one in snippets if one.role == "python distractor")
    after = next((one for one in snippets if one.role == "python after"), None)
    needed = [line for line in order.code.split("\n") if line.strip()]
    _check_lines(order, needed, traps, complain)
    lines, key = _shuffled(needed, [Line(text=one.code, trap=one.why) for one in traps])
    task = Ordering(lines=lines, key=key, keys=tuple(key for _, key in keys), after=after.code if after else "")
    return task, OrderingProof(order=order, traps=traps, after=after, key_lines=tuple(line for line, _ in keys))


def _check_lines(order: Snippet, needed: Sequence[str], traps: Sequence[Snippet], complain: Complain) -> None:
    if not FEWEST <= len(needed) <= MOST:
        fix = f"Give {FEWEST} to {MOST}; what needs no ordering belongs into a `python after` block."
        complain(order.line, f"there are {len(needed)} lines to put in order", fix)
    if len(needed) + len(traps) > MOST_SHOWN:
        fix = f"Keep {MOST_SHOWN} in all, traps included: one answer has to fit one phone."
        complain(order.line, f"there are {len(needed) + len(traps)} lines in all", fix)
    for trap in traps:
        if "\n" in trap.code or not trap.code.strip():
            complain(trap.line, "a trap is one line", "Give each trap a `python distractor` block of its own.")
        if trap.code in needed:
            complain(trap.line, "this trap is one of the lines to put in order", "Change it, or take it out.")


def _shuffled(needed: Sequence[str], traps: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[int, ...]]:
    """The lines as they are shown, and the order the author wrote: a shuffle that depends on the lines alone."""
    pool = [*(Line(text=line) for line in needed), *traps]
    places = sorted(range(len(pool)), key=lambda at: sha256(f"{at} {pool[at].text}".encode()).digest())
    shown = [at for at in places if at < len(needed)]
    if shown == sorted(shown):
        places.reverse()
    return tuple(pool[at] for at in places), tuple(places.index(at) for at in range(len(needed)))
