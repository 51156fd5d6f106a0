"""Reads a choice question: options that are fair, and what proves the boxes."""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from bot.bank.documents import Item, Items
from bot.bank.problems import Complain, brief
from bot.bank.sheets import ChoiceProof, Snippet
from bot.quiz.tasks import Choice, Option

_OF_THE_ABOVE = re.compile(r"\b(all|both|none|neither|any) of (the )?(above|others?|options|answers)\b", re.IGNORECASE)
_ASSERT = re.compile(r"^\s*assert\b", re.MULTILINE)
SHORT = 12
"""Characters: among numbers and names nobody looks for the longest."""
_TICKS = re.compile(r"`+")


def read_choice(
    listed: Items | None, snippets: Sequence[Snippet], complain: Complain, *, sourced: bool
) -> tuple[Choice, ChoiceProof]:
    """The task and its proof; whoever calls looks at the problems before using them."""
    options = listed or Items(line=1, items=(), text="")
    for item in options.items:
        _check_item(item, complain)
    _check_list(options, complain)
    _check_lengths(options, complain)
    task = Choice(
        options=tuple(Option(text=item.text, right=item.box in ("x", "X"), why=item.quote) for item in options.items)
    )
    proof = ChoiceProof(
        run=next((one for one in snippets if one.role == "python run"), None),
        check=next((one for one in snippets if one.role == "python check"), None),
        asserts=tuple(one for one in snippets if one.role == "python proof"),
        option_lines=tuple(item.line for item in options.items),
    )
    if not (proof.check or proof.asserts or sourced):
        fix = "Add a `python check` or `python proof` block, or `source` addresses in the header."
        complain(options.line, "nothing shows that the boxes are right", fix)
    for one in proof.asserts:
        if not _ASSERT.search(one.code):
            complain(one.line, "the proof asserts nothing", "State what makes the key right: `assert a is b`.")
    return task, proof


def spoken(option: str) -> str:
    """The option as `correct` gets it: its Markdown, or the inside when the whole option is one code span."""
    inside = _code(option)
    if inside is None:
        return option
    padded = inside.startswith(" ") and inside.endswith(" ") and inside.strip()
    return inside[1:-1] if padded else inside


def _code(option: str) -> str | None:
    """The inside of an option that is one code span: backticks, then no run of just as many until the end."""
    ticks = "`" * (len(option) - len(option.lstrip("`")))
    inside = option[len(ticks) : -len(ticks)] if ticks else ""
    closed = option == ticks + inside + ticks and not inside.endswith("`")
    return inside if inside and closed and ticks not in _TICKS.findall(inside) else None


def _check_item(item: Item, complain: Complain) -> None:
    if item.box not in (" ", "x", "X"):
        complain(item.line, "this option has no box", "Begin it with `- [x]` when it is right, else with `- [ ]`.")
    if not item.text.strip():
        complain(item.line, "this option is empty", "Write the answer after the box.")
    if not item.quote.strip():
        fix = "Say why people choose it (or why it is right) on the next line: `  > Assignment makes a copy.`"
        complain(item.line, "this option has no quote below it", fix)
    if item.strange:
        fix = "An option is one paragraph and one quote; move code into a block of its own."
        complain(item.strange, "this does not belong into an option", fix)
    if _OF_THE_ABOVE.search(item.text):
        fix = "Options are shuffled for every learner: say what is true instead."
        complain(item.line, f"the option {brief(item.text)} speaks of other options", fix)


def _check_list(options: Items, complain: Complain) -> None:
    right = sum(item.box in ("x", "X") for item in options.items)
    most = 5 if right > 1 else 4
    if not 3 <= len(options.items) <= most:
        fix = "Give 3 or 4, each as `- [ ] an answer`; 5 only when several are right."
        complain(options.line, f"there are {len(options.items)} options", fix)
    if options.items and not right:
        complain(options.line, "no option is right", "Mark the right one with `- [x]`.")
    counts = Counter(_folded(item.text) for item in options.items)
    for item in options.items:
        if counts[_folded(item.text)] > 1:
            complain(item.line, f"the option {brief(item.text)} is there twice", "Change or remove one of them.")
            counts[_folded(item.text)] = 0


def _check_lengths(options: Items, complain: Complain) -> None:
    """A right answer that is longer than the rest gives itself away; the length of code is nobody's choice."""
    if not options.items:
        return
    fair = 1.5 * median(len(item.text) for item in options.items)
    for item in options.items:
        if item.box in ("x", "X") and len(item.text) > max(fair, SHORT) and _code(item.text) is None:
            text = f"the right option has {len(item.text)} characters, more than 1.5 times the median"
            complain(item.line, text, f"Bring it to {int(fair)} at most, or make the others longer.")


def _folded(text: str) -> str:
    return " ".join(text.split())
