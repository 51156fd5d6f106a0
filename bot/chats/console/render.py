"""A view as plain text: one pure function a view, the same words as on a terminal."""

from textwrap import indent
from typing import assert_never

from bot.chats.console import pages, plans
from bot.chats.console.scores import points, score_line, signed, worded
from bot.core.cards import OptionShare, QuestionCard, RevealCard
from bot.core.messages import AuditView, HelpView, HintView, Note, SprintView, TrialView, VerdictView, View
from bot.core.outlooks import QueueView, ScheduleView
from bot.core.pages import Document, Page
from bot.core.scorecards import BoardView, CorrectionView, ProgressView, WhyView
from bot.quiz.cleaning import clean
from bot.quiz.questions import Kind
from bot.quiz.verdicts import CaseVerdict, Outcome, Verdict

HIDDEN_SHOWN = 3
TIME_TOLD_FROM = 0.5
"""Seconds of processor time; what takes less is no news."""
_MOST_CHARS, _MOST_LINES = 64 * 1024, 2000

VOIDED = "This question was taken out of the game: nobody has missed it, and no more answers are counted."
HOW = {
    Kind.CHOICE: "answer with a letter: b",
    Kind.OUTPUT: "answer with what it prints: answer 42 (several lines: a ``` block)",
    Kind.ERROR: "answer with the exception and the line it ends on: answer TypeError line 3",
    Kind.FUNCTION: "answer with code: a ``` block, or @file.py",
    Kind.FIX: "answer with the repaired code: a ``` block, or @file.py",
    Kind.ORDER: "answer with the letters in order: c a b (a line may be a trap: leave it out)",
    Kind.FILL: "answer with what belongs into the blank: answer len(x)",
    Kind.OPEN: "answer in your own words: answer … (or a ``` block); then grade yourself",
}


def text(view: View) -> str:
    """The view, without a newline at its end and without anything that moves a terminal's cursor."""
    return clean(_worded(view), chars=_MOST_CHARS, lines=_MOST_LINES)


def _worded(view: View) -> str:  # noqa: C901 - a case a view
    match view:
        case QuestionCard():
            return question(view)
        case RevealCard():
            return reveal(view)
        case VerdictView():
            return verdict(view)
        case TrialView():
            return "\n".join([*judged(view.verdict), "Nothing was handed in; `answer …` does that."])
        case SprintView():
            return sprint(view)
        case HintView():
            return f"Hint {view.number} of {view.of} (−{view.cost} %): {view.text}"
        case BoardView() | ProgressView() | WhyView() | CorrectionView():
            return worded(view)
        case HelpView():
            width = max(len(name) for name, _ in view.commands)
            return "\n".join(f"{name:<{width}}  {meaning}" for name, meaning in view.commands)
        case QueueView() | ScheduleView() | AuditView():
            return plans.worded(view)
        case Page() | Document():
            return pages.worded(view)
        case Note():
            return view.text
        case _:
            assert_never(view)


def question(view: QuestionCard) -> str:
    """The question card."""
    return "\n\n".join([*[view.ping] * bool(view.ping), *body(view), footer(view)])


def body(view: QuestionCard) -> list[str]:
    """What is asked, without how to answer it."""
    parts = [f"{view.title}  ({facts(view)})", view.prompt.strip()]
    parts += [indent(code.rstrip(), "    ") for code in (program(view), view.given) if code.strip()]
    parts += [indent(examples(view), "    ")] * bool(view.examples)
    if view.options:
        parts.append("\n".join(f"{letter(at)}. {option}" for at, option in enumerate(view.options)))
    if view.lines:
        parts.append("\n".join(f"{letter(at)}.  {line}" for at, line in enumerate(view.lines)))
    return parts


def program(view: QuestionCard) -> str:
    """The program; with line numbers where a line is asked for."""
    if view.kind is not Kind.ERROR:
        return view.program
    return "\n".join(f"{at:>2}  {line}".rstrip() for at, line in enumerate(view.program.splitlines(), 1))


def examples(view: QuestionCard) -> str:
    """The visible cases as one session at Python's prompt."""
    return "\n".join(f"{_at_prompt(one.call)}\n{one.expected}" for one in view.examples)


def _at_prompt(call: str) -> str:
    return "\n".join(
        f"{'... ' if line.startswith((' ', ')', ']', '}')) else '>>> '}{line}" for line in call.splitlines()
    )


def facts(view: QuestionCard) -> str:
    """Topic, level and worth in one line."""
    return f"{view.topic} · level {view.level} · {view.worth} points · Python {view.python}"


def footer(view: QuestionCard) -> str:
    """How to answer, until when."""
    if view.voided:
        return VOIDED
    if view.closed:
        late = f" An answer still earns half until {view.late_until:%Y-%m-%d %H:%M} UTC." if view.late_until else ""
        return f"This question is closed.{late}"
    many = " (all that are right: a c)" if view.many else ""
    many = f" ({view.blanks} blanks: a ``` block with a line each)" if view.blanks > 1 else many
    hints = f" · {view.hints} hints" if view.hints != 1 else " · 1 hint"
    return f"▶ {HOW[view.kind]}{many}\n  open until {view.closes:%Y-%m-%d %H:%M} UTC{hints} · {view.tries} tries"


def verdict(view: VerdictView) -> str:
    """What became of an answer."""
    head, *parts = judged(view.verdict)
    again = " (this message was judged before; nothing was counted twice)" if view.again else ""
    parts = [head + again, *parts, *compare(view)]
    parts += [score_line(line) for line in view.lines]
    parts.append(where(view))
    parts += [f"\n{view.why.strip()}"] * bool(view.why)
    return "\n".join(parts)


def judged(found: Verdict) -> list[str]:
    """How it ended, why, case by case, and what it printed."""
    parts = [f"{'✓' if found.right or found.outcome is Outcome.WRITTEN else '✗'} {found.outcome}", *found.reasons]
    parts += cases(found)
    parts += [f"it printed:\n{indent(found.stdout.rstrip(), '    ')}"] * bool(found.stdout.strip())
    parts += [indent(found.traceback.rstrip(), "    ")] * bool(found.traceback.strip())
    return parts + spent(found)


def spent(found: Verdict) -> list[str]:
    """How long it took, where that is near to what is allowed."""
    if found.cpu_seconds < TIME_TOLD_FROM or found.outcome is Outcome.TOO_SLOW:
        return []
    return [f"  It took {found.seconds:.1f} s ({found.cpu_seconds:.1f} s of processor time)."]


def sprint(view: SprintView) -> str:
    """What became of the answer before, and the next question against the timer."""
    parts = ["\n".join([*judged(view.verdict), f"  {signed(view.earned):>4}  for speed"])] if view.verdict else []
    if view.card is None:
        return "\n\n".join(
            [*parts, f"Your sprint of today is over: {points(view.points)}. `board sprint` has the best."]
        )
    head = f"Question {view.number} of {view.of} · {view.seconds} s left · {points(view.points)} so far"
    return "\n\n".join([*parts, head, *body(view.card), "▶ `sprint` and your answer: sprint b"])


def compare(view: VerdictView) -> list[str]:
    """A model answer, and the points to grade oneself by."""
    if not view.rubric:
        return []
    return [
        f"A model answer:\n\n{view.model.strip()}\n\nWhich of these points did yours make?",
        *(f"  {letter(at)}. ({points(one.points)}) {one.text}" for at, one in enumerate(view.rubric)),
        "▶ answer with their letters: a c (or: answer all, answer none)",
    ]


def cases(found: Verdict) -> list[str]:
    """Each visible case, the first hidden ones that failed, and a count; nothing if the code broke off."""
    if found.outcome not in {Outcome.PASSED, Outcome.WRONG}:
        return []
    hidden = [case for case in found.cases if not case.visible]
    failed = [case for case in hidden if not case.passed]
    lines = [case_line(case) for case in [*(case for case in found.cases if case.visible), *failed[:HIDDEN_SHOWN]]]
    passed = len(hidden) - len(failed)
    return lines + [f"  hidden cases: {passed} of {len(hidden)} passed"] * bool(hidden)


def case_line(case: CaseVerdict) -> str:
    """One case, as far as a learner may see it."""
    mark = "✓" if case.passed else "✗"
    if not case.visible:
        return f"  {mark} hidden: {case.category}"
    if case.passed:
        return f"  {mark} {case.call}"
    return f"  {mark} {case.call}\n      expected {case.expected}\n      got      {case.got}"


def where(view: VerdictView) -> str:
    """Total, rank and tries left."""
    rank = f", rank {view.rank} of {view.of}" if view.rank else ""
    tries = "" if view.verdict.right else f" · {view.tries_left} {'try' if view.tries_left == 1 else 'tries'} left"
    return f"You have {points(view.total)}{rank}{tries}"


def reveal(view: RevealCard) -> str:
    """The answer, and why."""
    parts = [f"The answer: {view.title}"]
    parts += [indent(view.key.rstrip(), "    ")] * bool(view.key)
    for at, option in enumerate(view.options):
        mark = "✓" if option.right else "✗"
        parts.append(f"{mark} {letter(at)}. {option.text}{share(view, option)}\n     {option.why}")
    parts += [f"({points(one.points)}) {one.text}" for one in view.rubric]
    parts += [f"And then: {one}" for one in view.follow_ups]
    parts += [VOIDED] * view.question.voided
    parts += [view.why.strip(), f"{view.solved} of {view.took_part} solved it."]
    parts += [f"Source: {source}" for source in view.sources]
    return "\n\n".join(parts)


def share(view: RevealCard, option: OptionShare) -> str:
    """How many people's first answer an option was in."""
    if not option.chosen:
        return ""
    return f" · chosen by {option.chosen} of {view.took_part} ({round(100 * option.chosen / view.took_part)} %)"


def letter(at: int) -> str:
    """0 is A."""
    return chr(ord("A") + at)
