"""A view as plain text: one pure function a view, the same words as on a terminal."""

from dataclasses import replace
from textwrap import indent
from typing import assert_never

from bot.chats.console import pages, plans
from bot.chats.console.scores import score_line, worded
from bot.core import labels, typed
from bot.core.cards import OptionShare, QuestionCard, RevealCard
from bot.core.languages import say
from bot.core.messages import AuditView, HelpView, HintView, Note, SprintView, TrialView, VerdictView, View
from bot.core.notation import HIDDEN_SHOWN, facts, letter, offered, program, session, signed, solved, took, tries_left
from bot.core.outlooks import QueueView, ScheduleView
from bot.core.pages import Document, Page
from bot.core.retelling import translated
from bot.core.scorecards import BoardView, CorrectionView, ProgressView, WhyView
from bot.core.typed import points
from bot.quiz.cleaning import clean
from bot.quiz.questions import Kind
from bot.quiz.verdicts import CaseVerdict, Outcome, Verdict

_MOST_CHARS, _MOST_LINES = 64 * 1024, 2000


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
            return "\n".join([*judged(view.verdict), f"{say(labels.NOT_HANDED_IN)} {say(typed.HAND_IN)}"])
        case SprintView():
            return sprint(view)
        case HintView():
            head = say(labels.HINT_OF, number=view.number, of=view.of, cost=view.cost)
            return "\n".join([f"{head}: {view.text}", *pages.steps(view.actions)])
        case BoardView() | ProgressView() | WhyView() | CorrectionView():
            return worded(view)
        case HelpView():
            width = max(len(name) for name, _ in view.commands)
            told = [f"{name:<{width}}  {meaning}" for name, meaning in view.commands]
            return "\n".join([*told, *pages.steps(view.actions)])
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
    parts += [indent(session(view), "    ")] * bool(view.examples)
    if view.options:
        parts.append("\n".join(f"{letter(at)}. {option}" for at, option in enumerate(view.options)))
    if view.lines:
        parts.append("\n".join(f"{letter(at)}.  {line}" for at, line in enumerate(view.lines)))
    return parts


def footer(view: QuestionCard) -> str:
    """How to answer, until when."""
    if view.voided:
        return say(labels.VOIDED)
    if view.closed:
        late = f" {say(labels.LATE_UNTIL)} {view.late_until:%Y-%m-%d %H:%M} UTC." if view.late_until else ""
        return say(labels.CLOSED) + late
    how = say(typed.HOW_ALL) if view.many else say(typed.HOW[view.kind])
    how = say(typed.HOW_BLANKS, blanks=view.blanks) if view.blanks > 1 else how
    until = say(labels.HOSTED) if view.hosted else f"{say(labels.OPEN_UNTIL)} {view.closes:%Y-%m-%d %H:%M} UTC"
    return f"▶ {how}\n  {until} · {offered(view)}"


def verdict(view: VerdictView) -> str:
    """What became of an answer."""
    head, *parts = judged(view.verdict)
    again = f" ({say(labels.AGAIN_JUDGED)})" if view.again else ""
    parts = [head + again, *parts, *compare(view)]
    parts += [score_line(line) for line in view.lines]
    parts += [where(view)] * view.counted
    parts += [f"\n{view.why.strip()}"] * bool(view.why)
    return "\n".join([*parts, *pages.steps(view.actions)])


def judged(found: Verdict) -> list[str]:
    """How it ended, why, case by case, and what it printed."""
    parts = [
        f"{'✓' if found.right or found.outcome is Outcome.WRITTEN else '✗'} {outcome(found)}",
        *map(translated, found.reasons),
    ]
    parts += cases(found)
    parts += [f"{say(labels.IT_PRINTED)}:\n{indent(found.stdout.rstrip(), '    ')}"] * bool(found.stdout.strip())
    parts += [indent(found.traceback.rstrip(), "    ")] * bool(found.traceback.strip())
    return parts + [f"  {one}" for one in took(found)]


def outcome(found: Verdict) -> str:
    """How it ended, in a word."""
    return say(labels.OUTCOMES[found.outcome.value])


def sprint(view: SprintView) -> str:
    """What became of the answer before, and the next question against the timer."""
    parts = (
        ["\n".join([*judged(view.verdict), f"  {signed(view.earned):>4}  {say(labels.FOR_SPEED)}"])]
        if view.verdict
        else []
    )
    if view.card is None:
        return "\n\n".join([*parts, say(labels.SPRINT_OVER, points=points(view.points))])
    head = say(labels.SPRINT_AT, number=view.number, of=view.of, seconds=view.seconds, points=points(view.points))
    return "\n\n".join([*parts, head, *body(view.card), f"▶ {say(typed.SPRINT)}"])


def review(view: QuestionCard) -> str:
    """A question that came back, and how it is answered: by typed letters, so its options stand in their own order."""
    own = dict(zip(view.order, view.options, strict=True)) if view.order else {}
    view = replace(view, options=tuple(own[at] for at in sorted(own)) or view.options)
    coded = view.kind in {Kind.FUNCTION, Kind.FIX}
    return "\n\n".join([*body(view), f"▶ {say(typed.REVIEW_CODE if coded else typed.REVIEW)}"])


def compare(view: VerdictView) -> list[str]:
    """A model answer, and the points to grade oneself by."""
    model = [f"{say(labels.MODEL_ANSWER)}:\n\n{view.model.strip()}\n"] * bool(view.model)
    if not view.rubric:
        return model
    return [
        *model,
        say(labels.POINTS_MADE),
        *(f"  {letter(at)}. ({points(one.points)}) {one.text}" for at, one in enumerate(view.rubric)),
        f"▶ {say(typed.GRADE)}",
    ]


def cases(found: Verdict) -> list[str]:
    """Each visible case, the first hidden ones that failed, and a count; nothing if the code broke off."""
    if found.outcome not in {Outcome.PASSED, Outcome.WRONG}:
        return []
    hidden = [case for case in found.cases if not case.visible]
    failed = [case for case in hidden if not case.passed]
    lines = [case_line(case) for case in [*(case for case in found.cases if case.visible), *failed[:HIDDEN_SHOWN]]]
    passed = len(hidden) - len(failed)
    return lines + ["  " + say(labels.HIDDEN_PASSED, passed=passed, of=len(hidden))] * bool(hidden)


def case_line(case: CaseVerdict) -> str:
    """One case, as far as a learner may see it."""
    mark = "✓" if case.passed else "✗"
    if not case.visible:
        return f"  {mark} {say(labels.HIDDEN_CASE, category=case.category)}"
    if case.passed:
        return f"  {mark} {case.call}"
    expected = say(labels.EXPECTED, value=translated(case.expected))
    got = say(labels.GOT, value=translated(case.got))
    return f"  {mark} {case.call}\n      {expected}\n      {got}"


def where(view: VerdictView) -> str:
    """Total, rank and tries left."""
    rank = f", {say(labels.RANK_OF, rank=view.rank, of=view.of)}" if view.rank else ""
    tries = "" if view.verdict.right else f" · {tries_left(view.tries_left)}"
    return f"{say(labels.YOU_HAVE, points=points(view.total))}{rank}{tries}"


def reveal(view: RevealCard) -> str:
    """The answer, and why."""
    parts = [say(labels.THE_ANSWER, title=view.title)]
    parts += [indent(view.key.rstrip(), "    ")] * bool(view.key)
    for at, option in enumerate(view.options):
        mark = "✓" if option.right else "✗"
        parts.append(f"{mark} {letter(at)}. {option.text}{share(view, option)}\n     {option.why}")
    parts += [f"({points(one.points)}) {one.text}" for one in view.rubric]
    parts += [say(labels.AND_THEN, question=one) for one in view.follow_ups]
    parts += [say(labels.VOIDED)] * view.question.voided
    parts += [view.why.strip(), solved(view)]
    parts += [say(labels.SOURCE, source=source) for source in view.sources]
    return "\n\n".join(parts)


def share(view: RevealCard, option: OptionShare) -> str:
    """How many people's first answer an option was in."""
    if not option.chosen:
        return ""
    part = round(100 * option.chosen / view.took_part)
    return " · " + say(labels.CHOSEN_BY, chosen=option.chosen, of=view.took_part, share=part)
