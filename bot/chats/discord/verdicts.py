"""What became of an answer, a try, a sprint; and hints: for one person alone."""

from bot.chats.discord import limits, markup
from bot.chats.discord.cards import RUN, asked
from bot.chats.discord.sheets import Button, Colour, Menu, Piece, Rule, Sheet, Text, buttons, sheet
from bot.chats.discord.tags import Grades, Open, Press
from bot.core import labels
from bot.core.languages import say
from bot.core.messages import HintView, SprintView, TrialView, VerdictView
from bot.core.notation import HIDDEN_SHOWN, took, tries_left
from bot.core.pages import Action, Style
from bot.core.retelling import translated
from bot.core.typed import points, reason
from bot.quiz.scoring import ScoreLine
from bot.quiz.verdicts import CaseVerdict, Outcome, Verdict

SPRINT = "sprint"


def verdict(view: VerdictView) -> Sheet:
    """What became of an answer, why, and what it earned."""
    found = view.verdict
    again = [Text(markup.small(say(labels.AGAIN_JUDGED)))] * view.again
    earned = [Text("\n".join(map(score_line, view.lines)))] * bool(view.lines)
    why = [Text(markup.prose(view.why))] * bool(view.why)
    return sheet(
        *judged(found),
        *again,
        *_compare(view),
        *why,
        *earned,
        Text(markup.small(_where(view))) if view.counted else None,
        colour=_colour(found),
        below=[*_grading(view), buttons(*_next(view))],
    )


def trial(view: TrialView) -> Sheet:
    """What the visible cases made of a snippet."""
    return sheet(
        *judged(view.verdict),
        Text(markup.small(say(labels.NOT_HANDED_IN))),
        colour=_colour(view.verdict),
        below=[
            buttons(
                Button(label=say(labels.TRY_AGAIN), tag=Open(to=RUN)),
                Button(label=say(labels.HAND_IN), tag=Open(), style=Style.PRIMARY),
            )
        ],
    )


def sprint(view: SprintView) -> Sheet:
    """What became of the answer before, and the next question against the timer."""
    before: list[Piece] = []
    if view.verdict:
        before = [*judged(view.verdict), Text(f"`{view.earned:+d}` {say(labels.FOR_SPEED)}"), Rule()]
    if view.card is None:
        return sheet(*before, Text(markup.plain(say(labels.SPRINT_OVER, points=points(view.points)))))
    at = say(labels.SPRINT_AT, number=view.number, of=view.of, seconds=view.seconds, points=points(view.points))
    answer = Button(label=say(labels.ANSWER), tag=Open(to=SPRINT), style=Style.PRIMARY)
    return sheet(*before, Text(f"**{at}**"), *asked(view.card), below=[buttons(answer)])


def hint(view: HintView) -> Sheet:
    """One hint."""
    head = say(labels.HINT_OF, number=view.number, of=view.of, cost=view.cost)
    more = [_action(one, view) for one in view.actions]
    answer = Button(label=say(labels.ANSWER), tag=Open(round=view.round), style=Style.PRIMARY)
    return sheet(Text(f"**{head}**"), Text(markup.prose(view.text)), below=[buttons(answer, *more)])


def judged(found: Verdict) -> list[Piece]:
    """How it ended, why, case by case, and what it printed."""
    good = found.right or found.outcome is Outcome.WRITTEN
    head = f"### {'✓' if good else '✗'} {say(labels.OUTCOMES[found.outcome])}"
    pieces: list[Piece] = [Text("\n".join([head, *(markup.plain(translated(one)) for one in found.reasons)]))]
    pieces += [Text("\n".join(cases(found)))] * bool(cases(found))
    if found.stdout.strip():
        pieces.append(Text(f"{say(labels.IT_PRINTED)}\n{markup.output(found.stdout)}"))
    if found.traceback.strip():
        pieces.append(Text(markup.output(found.traceback)))
    return pieces + [Text(markup.small(one)) for one in took(found)]


def cases(found: Verdict) -> list[str]:
    """Each visible case, the first hidden ones that failed, and a count; nothing if the code broke off."""
    if found.outcome not in {Outcome.PASSED, Outcome.WRONG}:
        return []
    hidden = [case for case in found.cases if not case.visible]
    failed = [case for case in hidden if not case.passed]
    shown = [case for case in found.cases if case.visible] + failed[:HIDDEN_SHOWN]
    passed = say(labels.HIDDEN_PASSED, passed=len(hidden) - len(failed), of=len(hidden))
    return [*map(_case, shown), *[passed] * bool(hidden)]


def _case(case: CaseVerdict) -> str:
    mark = "✓" if case.passed else "✗"
    if not case.visible:
        return f"{mark} {markup.escaped(say(labels.HIDDEN_CASE, category=case.category))}"
    if case.passed:
        return f"{mark} {markup.said(case.call)}"
    expected = say(labels.EXPECTED, value=markup.said(translated(case.expected)))
    return f"{mark} {markup.said(case.call)} · {expected} · {say(labels.GOT, value=markup.said(translated(case.got)))}"


def score_line(line: ScoreLine) -> str:
    """One rule and its value."""
    return f"`{line.points:+d}` {markup.plain(reason(line))}"


def _where(view: VerdictView) -> str:
    parts = [say(labels.YOU_HAVE, points=points(view.total))]
    parts += [say(labels.RANK_OF, rank=view.rank, of=view.of)] * bool(view.rank)
    if not view.verdict.right:
        parts.append(tries_left(view.tries_left))
    return " · ".join(parts)


def _compare(view: VerdictView) -> list[Piece]:
    """A model answer, and the points to grade oneself by."""
    if not view.rubric:
        return []
    made = "\n".join(f"- ({points(one.points)}) {markup.prose(one.text)}" for one in view.rubric)
    return [
        Text(f"**{say(labels.MODEL_ANSWER)}**\n{markup.prose(view.model)}"),
        Text(f"**{say(labels.POINTS_MADE)}**\n{made}"),
    ]


def _grading(view: VerdictView) -> list[Piece]:
    if not view.rubric:
        return []
    options = [(str(at), markup.unmarked(one.text)) for at, one in enumerate(view.rubric)][: limits.OPTIONS]
    return [
        Menu(tag=Grades(round=view.round), placeholder=say(labels.POINTS_MADE), options=tuple(options), many=True),
    ]


def _next(view: VerdictView) -> list[Button | None]:
    given = [_action(one, view) for one in view.actions]
    return [
        Button(label=say(labels.NONE_OF_THEM), tag=Grades(round=view.round, none=True)) if view.rubric else None,
        *given,
    ]


def _action(one: Action, view: VerdictView | HintView) -> Button:
    return Button(label=one.label, tag=Press(name=one.name, text=one.text, round=view.round), style=one.style)


def _colour(found: Verdict) -> Colour:
    if found.right:
        return Colour.RIGHT
    return Colour.PLAIN if found.outcome is Outcome.WRITTEN else Colour.WRONG
