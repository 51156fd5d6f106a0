"""Which fenced blocks there are, and which of them each kind of question needs. The whole grammar is two tables."""

import re
from dataclasses import dataclass, field

from bot.bank.documents import Fence
from bot.bank.problems import Complain, listed, meant
from bot.quiz.questions import Kind

HEADER = "toml question"

NEEDS: dict[Kind, dict[str, tuple[int, int]]] = {
    Kind.CHOICE: {
        "python run": (0, 1),
        "python check": (0, 1),
        "python proof": (0, 9),
    },
    Kind.OUTPUT: {
        "python run": (1, 1),
        "text output": (1, 9),
        "text wrong": (2, 9),
    },
    Kind.ERROR: {
        "python run": (1, 1),
        "text wrong": (0, 9),
    },
    Kind.FUNCTION: {
        "python starter": (1, 1),
        "pycon examples": (1, 1),
        "pycon cases": (1, 1),
        "python solution": (1, 9),
        "python wrong": (1, 9),
    },
    Kind.FIX: {
        "python broken": (1, 1),
        "pycon examples": (1, 1),
        "pycon cases": (1, 1),
        "python solution": (1, 9),
        "python wrong": (1, 9),
    },
    Kind.ORDER: {
        "python order": (1, 1),
        "python distractor": (0, 4),
        "python after": (0, 1),
        "text output": (1, 9),
    },
    Kind.FILL: {
        "python fill": (1, 1),
        "text answer": (1, 9),
        "text wrong": (1, 9),
        "pycon examples": (0, 1),
        "pycon cases": (0, 1),
    },
    Kind.OPEN: {
        "python run": (0, 1),
    },
}
"""For each kind: the blocks it may have, with the least and the largest number of them."""

ROLES = {HEADER, *(role for needs in NEEDS.values() for role in needs)}
QUOTED = {"text wrong", "python wrong", "python distractor"}
"""Roles that are followed by a quote: the belief, or the mistake, behind them."""

_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A fenced block that plays a role in its question."""

    role: str
    line: int
    """Of the opening fence; the first line of code is the next one."""
    code: str
    quote: str = ""
    options: dict[str, str] = field(default_factory=dict)
    """`py="<3.15"`."""


def part(fence: Fence, complain: Complain) -> Part | None:
    """The role a fence's info string names; None, and a problem, when it names none."""
    if not fence.closed:
        complain(fence.line, "this block is never closed", "End it with a line of three backticks.")
        return None
    options = dict(_ATTRIBUTE.findall(fence.info))
    role = " ".join(_ATTRIBUTE.sub("", fence.info).split())
    if role not in ROLES:
        what = f"`{role}` is no kind of block" if role else "this block does not say what it is"
        complain(fence.line, what, meant(role, ROLES))
        return None
    for name in options.keys() - ({"py"} if role == "text output" else set()):
        complain(fence.line, f'a `{role}` block takes no `{name}="…"`', "Take it out of the info string.")
    return Part(role=role, line=fence.line, code=fence.code, options=options)


def count(kind: Kind, parts: list[Part], complain: Complain, *, vouched: bool = False) -> None:
    """See that the question has the blocks its kind needs, and no others; of wrong answers a vouched one needs none."""
    needs = NEEDS[kind]
    for one in parts:
        if one.role not in needs:
            complain(
                one.line, f"a question of kind `{kind}` has no `{one.role}` block", f"It may have {listed(needs)}."
            )
    for role, (least, most) in needs.items():
        found = [one.line for one in parts if one.role == role]
        if len(found) < least and not (vouched and role in QUOTED):
            more = f", and has {len(found)}" if found else ""
            fix = f"Add a block that begins with ```` ```{role} ````."
            what = f"a question of kind `{kind}` needs a `{role}` block{more}"
            if least > 1:
                what = f"a question of kind `{kind}` needs at least {least} `{role}` blocks{more}"
            complain(found[-1] if found else 1, what, fix)
        elif len(found) > most:
            complain(found[most], f"there are {len(found)} `{role}` blocks", f"Keep {most}.")
