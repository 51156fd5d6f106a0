"""Reads an error question: which exception ends the program, and where."""

from collections.abc import Sequence

from bot.bank.headers import Header, line_of
from bot.bank.layouts import Layout
from bot.bank.problems import Complain, brief
from bot.bank.roles import Part
from bot.bank.sheets import NOTHING, CrashProof, Snippet
from bot.quiz.errors import AnswerMistake
from bot.quiz.reading import spotted
from bot.quiz.tasks import Crash, Slip


def read_crash(
    layout: Layout, snippets: Sequence[Snippet], header: Header | None, complain: Complain
) -> tuple[Crash, CrashProof]:
    """The task and its proof; whoever calls looks at the problems before using them."""
    run = next((one for one in snippets if one.role == "python run"), NOTHING)
    error, line = (header.raises, header.line) if header else ("Exception", 1)
    where = line_of(layout.header, "line") if layout.header else 1
    if error is None or line is None:
        fix = 'Add `raises = "TypeError"` and `line = 3` to the header: the exception, and where it ends.'
        complain(where, "an error question does not say what is raised, and where", fix)
    elif line > run.code.count("\n") + 1:
        complain(where, f"the program has no line {line}", "Count from the first line of the `python run` block.")
    task = Crash(error=error or "", line=line or 1, slips=_slips(layout.parts, f"{error} line {line}", complain))
    return task, CrashProof(run=run, header_line=where)


def _slips(parts: Sequence[Part], right: str, complain: Complain) -> tuple[Slip, ...]:
    found: dict[str, Slip] = {}
    for one in parts:
        if one.role != "text wrong":
            continue
        try:
            text = str(spotted(one.code))
        except AnswerMistake:
            complain(one.line, f"{brief(one.code)} is no wrong answer", "Write it as people would: `TypeError line 2`.")
            continue
        if text in (right, *found):
            twice = f"the wrong answer {brief(text)} is there twice"
            what = f"the wrong answer {brief(text)} is the right one" if text == right else twice
            complain(one.line, what, "Change one of the two.")
        found[text] = Slip(text=text, why=one.quote)
    return tuple(found.values())
