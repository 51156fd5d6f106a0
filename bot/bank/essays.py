"""Reads an open question: what a good answer says, a model answer, and what an interviewer asks next."""

import re

from bot.bank.documents import Item
from bot.bank.layouts import FOLLOW_UPS, MODEL, RUBRIC, Layout
from bot.bank.problems import Complain, listed
from bot.quiz.tasks import Criterion, Essay

TOTAL = 10
"""What the points of a rubric add up to."""
_CRITERION = re.compile(r"(\d{1,2})\s*:\s+(\S.*)", re.DOTALL)


def read_essay(layout: Layout, complain: Complain, *, sourced: bool) -> Essay:
    """The task; whoever calls looks at the problems before using it."""
    if not sourced:
        fix = 'Add `source = ["https://…"]` to the header: readers have to be able to look it up.'
        complain(layout.header.line if layout.header else 1, "nothing shows that the model answer is right", fix)
    missing = [name for name in (RUBRIC, MODEL, FOLLOW_UPS) if name not in layout.sections]
    if missing:
        what = f"an open question needs {listed(f'## {name}' for name in missing)}"
        complain(layout.header.line if layout.header else 1, what, "Add what is missing before `## Why`.")
    rubric = tuple(criterion for item in layout.rubric if (criterion := _criterion(item, complain)))
    _check_rubric(rubric, layout, complain)
    for name, found in ((MODEL, layout.model), (FOLLOW_UPS, layout.follow_ups)):
        if name in layout.sections and not found:
            complain(layout.sections[name], f"`## {name}` is empty", "Write it, in plain prose.")
    return Essay(rubric=rubric, model="\n\n".join(layout.model), follow_ups=tuple(layout.follow_ups))


def check_sections(layout: Layout, kind: str, complain: Complain) -> None:
    """See that a question of another kind has no section that only open ones have."""
    for name in (RUBRIC, MODEL, FOLLOW_UPS):
        if name in layout.sections:
            fix = 'Take it out, or make the question `kind = "open"`.'
            complain(layout.sections[name], f"a question of kind `{kind}` has no `## {name}`", fix)


def _criterion(item: Item, complain: Complain) -> Criterion | None:
    found = _CRITERION.fullmatch(item.text)
    if not found or not int(found[1]):
        fix = "Begin it with its points and a colon: `- 2: Says that one thread at a time executes bytecode.`"
        complain(item.line, "this criterion has no points", fix)
        return None
    return Criterion(points=int(found[1]), text=found[2])


def _check_rubric(rubric: tuple[Criterion, ...], layout: Layout, complain: Complain) -> None:
    if RUBRIC not in layout.sections:
        return
    line, total = layout.sections[RUBRIC], sum(one.points for one in rubric)
    if len(rubric) == len(layout.rubric) and total != TOTAL:
        complain(line, f"the points of the rubric add up to {total}", f"Make them add up to {TOTAL}.")
    if not 3 <= len(layout.rubric) <= 8:
        complain(line, f"the rubric has {len(layout.rubric)} criteria", "Give 3 to 8, each something one can hear.")
