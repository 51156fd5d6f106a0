"""What became of an answer, a trial, a sprint; hints. For one person alone."""

from bot.chats.slack.cards import body
from bot.chats.slack.limits import OPTION, OPTIONS
from bot.chats.slack.marks import EDIT, Mark, button, pressed, row
from bot.chats.slack.prose import prose, runs
from bot.chats.slack.rich import Json, aside, bold, header, listed, paragraph, plain, preformatted, rich, section, text
from bot.core import labels
from bot.core.languages import say
from bot.core.messages import HintView, SprintView, TrialView, VerdictView
from bot.core.notation import HIDDEN_SHOWN, signed, took, tries_left
from bot.core.pages import Style
from bot.core.retelling import translated
from bot.core.typed import points, reason
from bot.quiz.scoring import ScoreLine
from bot.quiz.verdicts import CaseVerdict, Outcome, Verdict

CASES_SHOWN = 12


def verdict(view: VerdictView) -> list[Json]:
    """What became of one answer, why, and what next."""
    blocks = [*judged(view.verdict)]
    blocks += [aside(say(labels.AGAIN_JUDGED))] * view.again
    blocks += [rich(*_model(view))] if view.model else []
    blocks += [rich(score(view.lines))] if view.lines else []
    blocks += [paragraph(text(_where(view)))] if view.counted else []
    blocks += [rich(*prose(view.why))] if view.why.strip() else []
    blocks += [_ticks(view)] if view.rubric and view.counted else []
    buttons = _next(view)
    return [*blocks, *([row(*buttons)] if buttons else [])]


GRADE = "grade"
"""Not a command: hand in the points of a rubric that are ticked beside the button."""
TICKS = "ticks"


def _ticks(view: VerdictView) -> Json:
    """Boxes for the points of the rubric; what is ticked comes with the press of the button below them."""
    options = [
        {"text": plain(one.text, OPTION), "value": str(at), "description": plain(points(one.points), OPTION)}
        for at, one in enumerate(view.rubric[:OPTIONS])
    ]
    boxes = {"type": "checkboxes", "action_id": TICKS, "options": options}
    return {"type": "actions", "block_id": TICKS, "elements": [boxes]}


def _next(view: VerdictView) -> list[Json]:
    out = []
    if view.rubric and view.counted:
        out.append(button(say(labels.GRADE_MYSELF), Mark(name=GRADE, round=view.round), style=Style.PRIMARY))
    return out + [pressed(one, round=view.round) for one in view.actions]


def judged(found: Verdict) -> list[Json]:
    """How it ended, why, case by case, and what it printed."""
    good = found.right or found.outcome is Outcome.WRITTEN
    blocks = [header(f"{'✓' if good else '✗'} {say(labels.OUTCOMES[found.outcome])}")]
    blocks += [rich(*(section(*runs(translated(one))) for one in found.reasons))] if found.reasons else []
    cases = _cases(found)
    blocks += [rich(*cases)] if cases else []
    if found.stdout.strip():
        blocks.append(rich(section(text(f"{say(labels.IT_PRINTED)}:")), preformatted(found.stdout)))
    blocks += [rich(preformatted(found.traceback))] if found.traceback.strip() else []
    return blocks + [aside(one) for one in took(found)]


def _cases(found: Verdict) -> list[Json]:
    """Each visible case, the first hidden ones that failed, and a count; nothing if the code broke off."""
    if found.outcome not in {Outcome.PASSED, Outcome.WRONG} or not found.cases:
        return []
    hidden = [case for case in found.cases if not case.visible]
    failed = [case for case in hidden if not case.passed]
    shown = [*[case for case in found.cases if case.visible][:CASES_SHOWN], *failed[:HIDDEN_SHOWN]]
    out = [listed([_case(case) for case in shown])] if shown else []
    if hidden:
        passed = len(hidden) - len(failed)
        out.append(section(text(say(labels.HIDDEN_PASSED, passed=passed, of=len(hidden)))))
    return out


def _case(case: CaseVerdict) -> list[Json]:
    mark = text("✓ " if case.passed else "✗ ")
    if not case.visible:
        return [mark, text(say(labels.HIDDEN_CASE, category=case.category))]
    if case.passed:
        return [mark, text(case.call, code=True)]
    expected, got = map(translated, (case.expected, case.got))
    told = [say(labels.EXPECTED, value=expected), say(labels.GOT, value=got)]
    return [mark, text(case.call, code=True), text("\n"), text("\n".join(told), code=True)]


def score(lines: tuple[ScoreLine, ...]) -> Json:
    """Every rule and its value."""
    return listed([[bold(signed(line.points)), text(f"  {reason(line)}")] for line in lines])


def _where(view: VerdictView) -> str:
    rank = [say(labels.RANK_OF, rank=view.rank, of=view.of)] if view.rank else []
    told = [", ".join([say(labels.YOU_HAVE, points=points(view.total)), *rank])]
    if not view.verdict.right:
        told.append(tries_left(view.tries_left))
    return " · ".join(told)


def _model(view: VerdictView) -> list[Json]:
    head = section(bold(say(labels.MODEL_ANSWER)))
    asked = section(bold(f"\n{say(labels.POINTS_MADE)}"))
    met = [[bold(points(one.points)), text("  "), *runs(one.text)] for one in view.rubric]
    return [head, *prose(view.model), *([asked, listed(met)] if met else [])]


def trial(view: TrialView) -> list[Json]:
    """What the visible cases made of a snippet."""
    again = row(
        button(say(labels.ANSWER), Mark(name=EDIT), style=Style.PRIMARY),
        button(say(labels.TRY_AGAIN), Mark(name=EDIT, text="run")),
    )
    return [*judged(view.verdict), aside(say(labels.NOT_HANDED_IN)), again]


def sprint(view: SprintView) -> list[Json]:
    """What became of the answer before, and the next question against the timer."""
    blocks = judged(view.verdict) if view.verdict else []
    if view.verdict:
        blocks.append(aside(f"{signed(view.earned)} {say(labels.FOR_SPEED)}"))
    if view.card is None:
        return [*blocks, paragraph(*runs(say(labels.SPRINT_OVER, points=points(view.points))))]
    at = {"number": view.number, "of": view.of, "seconds": view.seconds, "points": points(view.points)}
    blocks += [aside(say(labels.SPRINT_AT, **at)), header(view.card.title), rich(*body(view.card))]
    return [*blocks, row(button(say(labels.ANSWER), Mark(name=EDIT, text="sprint"), style=Style.PRIMARY))]


def hint(view: HintView) -> list[Json]:
    """One hint, and what it costs."""
    head = say(labels.HINT_OF, number=view.number, of=view.of, cost=view.cost)
    answer = button(say(labels.ANSWER), Mark(name=EDIT, round=view.round), style=Style.PRIMARY)
    more = [pressed(one, round=view.round) for one in view.actions]
    return [rich(section(bold(f"{head}\n")), *prose(view.text)), row(answer, *more)]
