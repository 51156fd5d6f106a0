"""One view of each kind, with names that say what they are: for tests of how chats draw them, and for the doctor."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.core.cards import Example, OptionShare, QuestionCard, RevealCard
from bot.core.messages import AuditRow, AuditView, HelpView, HintView, Note, SprintView, TrialView, VerdictView, View
from bot.core.outlooks import QueueRow, QueueView, ScheduleView
from bot.core.pages import Action, Document, Page, Row, Style
from bot.core.scorecards import BoardView, CorrectionView, ProgressView, ScoreChange, WhyOne, WhyView
from bot.quiz.ids import MemberId, QuestionId, RoundId
from bot.quiz.questions import Kind
from bot.quiz.scoring import Rule, ScoreLine
from bot.quiz.standings import Standing
from bot.quiz.streaks import Streak
from bot.quiz.tasks import Criterion
from bot.quiz.verdicts import CaseVerdict, Outcome, Verdict

CLOSES = datetime(2026, 11, 24, 21, tzinfo=UTC)
_OWN: dict[str, dict[str, Any]] = {
    "choice": {"options": ("alpha", "beta", "gamma")},
    "many": {"kind": Kind.CHOICE, "options": ("alpha", "beta", "gamma"), "many": True},
    "output": {"program": "print(6 * 7)"},
    "error": {"program": "x = 1\ny = 'a'\nx + y"},
    "function": {"given": "def double(x): ...", "examples": (Example(call="double(2)", expected="4"),)},
    "fix": {"given": "def double(x):\n    return x"},
    "order": {"lines": ("print(x)", "x = 1", "x += 1")},
    "fill": {"given": "n = ____(____)", "blanks": 2},
    "open": {},
}
KINDS = tuple(_OWN)


def a_card(kind: str, **changes: Any) -> QuestionCard:  # noqa: ANN401 - whatever fields it has
    """A card of a kind."""
    own = {"kind": Kind(kind) if kind != "many" else Kind.CHOICE, **_OWN[kind], **changes}
    card = QuestionCard(
        round=RoundId(7),
        title="Half a `pizza`",
        topic="types/numbers",
        level=2,
        kind=Kind.OUTPUT,
        prompt="What happens here? The lines\nof a paragraph belong together.",
        worth=20,
        hints=2,
        tries=5,
        closes=CLOSES,
        python="3.11",
    )
    return replace(card, **own)


def a_written_verdict() -> VerdictView:
    """An answer in words, to be graded by its author."""
    return VerdictView(
        verdict=Verdict(outcome=Outcome.WRITTEN),
        lines=(),
        tries_left=5,
        model="A name is bound to an object.",
        rubric=tuple(Criterion(points=2, text=f"says {one}") for one in "abc"),
        round=RoundId(7),
    )


def a_reveal(kind: str, **changes: Any) -> RevealCard:  # noqa: ANN401 - whatever fields it has
    """A card's answer."""
    card = replace(a_card(kind), closed=True)
    options = tuple(
        OptionShare(text=text, right=at == 1, why=f"because of\n`{text}`", chosen=at)
        for at, text in enumerate(card.options)
    )
    return replace(
        RevealCard(
            question=card,
            title=card.title,
            kind=card.kind,
            key="" if card.options else "x = 1",
            options=options,
            why="Names are bound.\nNothing is copied.",
            sources=("https://docs.python.org/3/reference/", "a book"),
            took_part=3,
            solved=2,
        ),
        **changes,
    )


def a_verdict(**changes: Any) -> VerdictView:  # noqa: ANN401 - whatever fields it has
    """An answer that was judged."""
    verdict = Verdict(
        outcome=Outcome.WRONG,
        reasons=("You expected `4`, and it is *5*.",),
        cases=(
            CaseVerdict(passed=True, visible=True, call="double(2)", expected="4", got="4"),
            CaseVerdict(passed=False, visible=True, call="double('a')", expected="'aa'", got="`'a'` @everyone"),
            CaseVerdict(passed=False, visible=False, category="empty list"),
        ),
        stdout="```\n@everyone <@1> # not a heading\n",
        traceback="Traceback …\nValueError: `",
        seconds=1.25,
        cpu_seconds=1.0,
    )
    lines = (ScoreLine(rule=Rule.PARTICIPATION, points=1, why="for taking part, once a day"),)
    actions = (Action(label="Try again", name="answer", style=Style.PRIMARY), Action(label="My progress", name="me"))
    view = VerdictView(
        verdict=verdict, lines=lines, tries_left=1, total=11, rank=2, of=7, round=RoundId(7), actions=actions
    )
    return replace(view, **changes)


_ADA, _EVE = (
    Standing(rank=at, member=MemberId(at), name=name, points=30 - at) for at, name in ((1, "Ada"), (2, "*Eve* <@1>"))
)
_LINE = ScoreLine(rule=Rule.LEVEL, points=20, why="level 2")
VIEWS: dict[str, View] = {
    **{f"question {kind}": a_card(kind) for kind in KINDS},
    "question with a ping": a_card("output", ping="<@&123456789012345678>"),
    "question closed": a_card("output", closed=True),
    "question late": a_card("choice", closed=True, late_until=CLOSES),
    "question voided": a_card("output", voided=True),
    "question hosted": a_card("choice", hosted=True, hints=0),
    "reveal choice": a_reveal("choice"),
    "reveal output": a_reveal("output"),
    "reveal open": a_reveal(
        "open", rubric=(Criterion(points=2, text="says a"),), follow_ups=("Why so?",), key="It binds."
    ),
    "verdict wrong": a_verdict(),
    "verdict right": a_verdict(verdict=Verdict(outcome=Outcome.PASSED), why="So it is.", again=True),
    "verdict written": a_written_verdict(),
    "verdict that counts nothing": a_verdict(counted=False),
    "trial": TrialView(verdict=a_verdict().verdict),
    "sprint": SprintView(
        number=2, of=5, card=a_card("choice"), seconds=30, points=12, verdict=a_verdict().verdict, earned=12
    ),
    "sprint over": SprintView(number=6, of=5, card=None, seconds=0, points=40),
    "hint": HintView(
        number=1,
        of=2,
        text="Think of `id`.",
        cost=20,
        round=RoundId(7),
        actions=(Action(label="Another hint", name="hint"),),
    ),
    "board": BoardView(
        title="This week",
        rows=(_ADA, _EVE),
        participants=9,
        winners=("Ada",),
        actions=tuple(
            Action(label=kind, name="board", text=kind) for kind in ("today", "all", "season", "a", "b", "c")
        ),
    ),
    "board empty": BoardView(title="This week", rows=(), participants=0),
    "progress": ProgressView(
        name="Ada",
        points=29,
        rank=1,
        around=(_ADA, _EVE),
        gap=3,
        season=_ADA,
        streak=Streak(current=3, best=8, rests=1),
        answered=4,
        solved=3,
        lines=(_LINE,),
        more=("Due for review now: 2", "Badges: Seven in a row"),
        actions=(
            Action(label="Review", name="review", style=Style.PRIMARY),
            Action(label="Why", name="me", text="why"),
        ),
    ),
    "why": WhyView(
        name="Ada",
        questions=(WhyOne(title="Half a pizza", date=CLOSES.date(), points=20, lines=(_LINE,)),),
        season=20,
        late=4,
        days=2,
    ),
    "correction": CorrectionView(
        what="“Half a pizza” is voided.",
        counted="1 score changes, 1 rank.",
        people=(ScoreChange(name="Ada", points=(20, 10), ranks=(1, 2)),),
        code="K7",
        stale=True,
    ),
    "help": HelpView(
        commands=(("today", "show the question"), ("/quiz-admin post", "ask the next question now")),
        actions=(Action(label="Your privacy", name="help", text="privacy"),),
    ),
    "queue": QueueView(
        schedule="daily 09:00 UTC",
        zone="UTC",
        rows=(
            QueueRow(
                opens=CLOSES,
                question=QuestionId("half-a-pizza"),
                title="Half",
                topic="types",
                level=2,
                kind=Kind.CHOICE,
                pinned=True,
            ),
        ),
        unused=3,
        notes=("Few are left.",),
    ),
    "schedule": ScheduleView(schedule="daily 09:00 UTC", moments=(CLOSES,), zone="UTC", mine="UTC"),
    "audit": AuditView(
        zone="UTC", rows=(AuditRow(at=CLOSES, who="Mo", what="void full", why="wrong `key`", result="Done."),)
    ),
    "page": Page(
        title="Inbox",
        text="What *waits* for you: `inbox`.",
        rows=(
            Row(
                text="<@1> says [x](y)",
                detail="# twice",
                code="print('```')",
                actions=(Action(label="Look", name="inbox", text="look 1"),),
            ),
            Row(
                text="another",
                actions=(
                    Action(label="Yes", name="inbox", text="yes 2"),
                    Action(label="No", name="inbox", text="no 2", style=Style.DANGER),
                ),
            ),
        ),
        actions=(Action(label="Refresh", name="inbox"),),
    ),
    "document": Document(name="askling-ada.json", content='{"name": "ada"}', text="Everything I know of you."),
    "note": Note("`help` lists what you can ask. 1 < 2 and a_b_c * 2"),
}
"""One of each kind, at the least."""
