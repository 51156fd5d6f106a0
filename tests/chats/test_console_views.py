import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from rich.console import Console

from bot.chats.console.pretty import renderable
from bot.chats.console.render import review, text
from bot.core.cards import Example, OptionShare, QuestionCard, RevealCard
from bot.core.messages import AuditRow, AuditView, HelpView, HintView, Note, SprintView, TrialView, VerdictView, View
from bot.core.outlooks import QueueRow, QueueView, ScheduleView
from bot.core.scorecards import BoardView, CorrectionView, ProgressView, ScoreChange, WhyOne, WhyView
from bot.quiz.ids import MemberId, QuestionId, RoundId
from bot.quiz.questions import Kind
from bot.quiz.scoring import Rule, ScoreLine
from bot.quiz.standings import Standing
from bot.quiz.streaks import Streak
from bot.quiz.tasks import Criterion
from bot.quiz.verdicts import CaseVerdict, Outcome, Verdict
from bot.testing.views import a_card

CARD = QuestionCard(
    round=RoundId(1), title="Two names", topic="names/aliasing", level=2, kind=Kind.CHOICE, prompt="What is printed?",
    worth=20, hints=1, tries=5, closes=datetime(2026, 11, 25, tzinfo=UTC), python="3.11",
    program="a = b = []\nprint(a is b)",
    options=("`True`", "`False`"),
)  # fmt: skip
CODE = QuestionCard(
    round=RoundId(2), title="Double", topic="functions/defining", level=1, kind=Kind.FUNCTION, prompt="Write `double`.",
    worth=10, hints=0, tries=5, closes=datetime(2026, 11, 25, tzinfo=UTC), python="3.11", given="def double(x): ...",
    examples=(Example(call="x = [1]\nfor y in x:\n    y += 1\ndouble(x)", expected="[1, 1]"),),
)  # fmt: skip
ERROR = replace(CARD, kind=Kind.ERROR, options=(), program="a = []\n\na[0]")
ORDER = replace(CARD, kind=Kind.ORDER, options=(), program="", lines=("def f():", "    return 1"))
FILL = replace(CODE, kind=Kind.FILL, given="def double(x):\n    return ____", blanks=1)
OPEN = replace(CARD, kind=Kind.OPEN, options=(), program="", hints=0)
RUBRIC = (Criterion(points=6, text="Says what."), Criterion(points=1, text="Says why."))
LATE = replace(CODE, prompt="P.", given="", examples=(), closed=True, late_until=datetime(2026, 11, 25, 2, tzinfo=UTC))
ROWS = (
    Standing(rank=1, member=MemberId(1), name="ada", points=20),
    Standing(rank=1, member=MemberId(2), name="ben", points=20),
)
WRONG = VerdictView(
    verdict=Verdict(
        outcome=Outcome.WRONG,
        cases=(
            CaseVerdict(passed=True, visible=True, call="f(1)", expected="1", got="1"),
            CaseVerdict(passed=False, visible=True, call="f(2)", expected="4", got="2"),
            CaseVerdict(passed=False, visible=False, category="empty list"),
        ),
        stdout="hello\n",
    ),
    lines=(ScoreLine(rule=Rule.PARTICIPATION, points=1, why="for taking part, once a day"),),
    tries_left=1, total=1, rank=3, of=3,
)  # fmt: skip
RIGHT = VerdictView(
    verdict=Verdict(outcome=Outcome.PASSED, reasons=("One list.",)),
    lines=(
        ScoreLine(rule=Rule.LEVEL, points=20, why="level 2"),
        ScoreLine(rule=Rule.TRIES, points=-8, why="try 2 earns 60 %"),
    ),
    tries_left=3, why="Names are tags.", total=12, rank=1, of=1, again=True,
)  # fmt: skip
REVEAL = RevealCard(
    question=replace(CARD, closed=True),
    title="Two names", kind=Kind.CHOICE, key="", why="Names are tags.", sources=("https://docs.python.org",),
    took_part=2, solved=1,
    options=(OptionShare(text="`True`", right=True, why="One list.", chosen=1),
             OptionShare(text="`False`", right=False, why="No copy.", chosen=0)),
)  # fmt: skip
WRITTEN = VerdictView(
    verdict=Verdict(outcome=Outcome.WRITTEN), lines=(), tries_left=4, model="A lock.\n\nOf CPython's.", rubric=RUBRIC,
)  # fmt: skip
WORDS = replace(
    REVEAL, kind=Kind.OPEN, key="A lock.", options=(), sources=(), rubric=RUBRIC, follow_ups=("Why `with`?",)
)
AUDIT = AuditView(
    zone="Asia/Kolkata",
    rows=(AuditRow(at=datetime(2026, 11, 24, 9, tzinfo=UTC), who="cleo", what="void 2026-11-24 full",
                   why="two are right", result="2 scores change, 1 rank."),
          AuditRow(at=datetime(2026, 11, 24, 8, tzinfo=UTC), who="mo", what="close", why="",
                   result="Closed: Two names")),
)  # fmt: skip
QUEUE = QueueView(
    schedule="weekdays 09:00 Europe/Berlin open=12h", zone="Asia/Kolkata", unused=5, notes=("Only a few are left.",),
    rows=(QueueRow(opens=datetime(2026, 11, 25, 8, tzinfo=UTC), question=QuestionId("two-300s"), title="Two 300s",
                   topic="names/identity", level=3, kind=Kind.OUTPUT, pinned=False),
          QueueRow(opens=datetime(2026, 11, 26, 8, tzinfo=UTC), question=QuestionId("fair-shares"), title="Fair shares",
                   topic="functions/defining", level=4, kind=Kind.FUNCTION, pinned=True)),
)  # fmt: skip
SCHEDULE = ScheduleView(
    schedule="weekdays 09:00 Europe/Berlin", moments=(datetime(2026, 11, 25, 8, tzinfo=UTC),),
    zone="Europe/Berlin", mine="Asia/Kolkata",
)  # fmt: skip
PROGRESS = ProgressView(
    name="ada", points=20, rank=2, around=ROWS, gap=5, season=ROWS[1],
    streak=Streak(current=3, best=4, rests=1), answered=3, solved=2,
    lines=(ScoreLine(rule=Rule.LEVEL, points=20, why="level 2"),),
)  # fmt: skip
SPRINT = SprintView(number=2, of=5, card=CARD, seconds=60, points=8, verdict=RIGHT.verdict, earned=8)
WHY = WhyView(
    name="ada", season=12, late=2, days=1,
    questions=(WhyOne(title="Two names", date=date(2026, 11, 24), points=12, lines=RIGHT.lines),),
)  # fmt: skip
CORRECTION = CorrectionView(
    what="“Two names” of 2026-11-24 is taken out of the game, without credit for anybody.",
    counted="2 scores change, 1 rank.",
    people=(
        ScoreChange(name="ada", points=(20, 0), ranks=(1, 2)),
        ScoreChange(name="ben", points=(10, 10), ranks=(2, 1)),
        ScoreChange(name="", points=(5, 0)),
    ),
    code="4f1a09",
)
BOARD = BoardView(title="All time", rows=ROWS, participants=12, winners=("ada", "ben"))
HELP = HelpView(commands=(("today", "show it"), ("hint", "one more")))
HINT = HintView(number=1, of=2, text="Think of tags.", cost=20)

GOLDEN: list[tuple[str, View, str]] = [
    ("choice", CARD, """\
Two names  (names/aliasing · level 2 · 20 points · Python 3.11)

What is printed?

    a = b = []
    print(a is b)

A. `True`
B. `False`

▶ answer with a letter: b
  Open until 2026-11-25 00:00 UTC · 1 hint · 5 tries"""),
    ("code", CODE, """\
Double  (functions/defining · level 1 · 10 points · Python 3.11)

Write `double`.

    def double(x): ...

    >>> x = [1]
    >>> for y in x:
    ...     y += 1
    >>> double(x)
    [1, 1]

▶ answer with code: a ``` block, or @file.py
  Open until 2026-11-25 00:00 UTC · 5 tries"""),
    ("error", ERROR, """\
Two names  (names/aliasing · level 2 · 20 points · Python 3.11)

What is printed?

     1  a = []
     2
     3  a[0]

▶ answer with the exception and the line it ends on: answer TypeError line 3
  Open until 2026-11-25 00:00 UTC · 1 hint · 5 tries"""),
    ("order", ORDER, """\
Two names  (names/aliasing · level 2 · 20 points · Python 3.11)

What is printed?

A.  def f():
B.      return 1

▶ answer with the letters in order: c a b (a line may be a trap: leave it out)
  Open until 2026-11-25 00:00 UTC · 1 hint · 5 tries"""),
    ("fill", FILL, """\
Double  (functions/defining · level 1 · 10 points · Python 3.11)

Write `double`.

    def double(x):
        return ____

    >>> x = [1]
    >>> for y in x:
    ...     y += 1
    >>> double(x)
    [1, 1]

▶ answer with what belongs into the blank: answer len(x)
  Open until 2026-11-25 00:00 UTC · 5 tries"""),
    ("open", OPEN, """\
Two names  (names/aliasing · level 2 · 20 points · Python 3.11)

What is printed?

▶ answer in your own words: answer … (or a ``` block); then grade yourself
  Open until 2026-11-25 00:00 UTC · 5 tries"""),
    ("audit", AUDIT, """\
Times in Asia/Kolkata:
Tue 2026-11-24 14:30  cleo: void 2026-11-24 full (two are right)
    2 scores change, 1 rank.
Tue 2026-11-24 13:30  mo: close
    Closed: Two names"""),
    ("written", WRITTEN, """\
✓ Written down
A model answer:

A lock.

Of CPython's.

Which of these points did yours make?
  A. (6 points) Says what.
  B. (1 point) Says why.
▶ answer with their letters: a c (or: answer all, answer none)
You have 0 points · 4 tries left"""),
    ("words revealed", WORDS, """\
The answer: Two names

    A lock.

(6 points) Says what.

(1 point) Says why.

And then: Why `with`?

Names are tags.

1 of 2 solved it."""),
    ("wrong", WRONG, """\
✗ Not yet
  ✓ f(1)
  ✗ f(2)
      expected 4
      got 2
  ✗ hidden: empty list
  Hidden cases: 0 of 1 passed
It printed:
    hello
    +1  for taking part, once a day
You have 1 point, rank 3 of 3 · 1 try left"""),
    ("right", RIGHT, """\
✓ Right (This very answer was judged before; nothing was counted twice.)
One list.
   +20  level 2
    −8  try 2 earns 60 %
You have 12 points, rank 1 of 1

Names are tags."""),
    ("trial", TrialView(verdict=WRONG.verdict), """\
✗ Not yet
  ✓ f(1)
  ✗ f(2)
      expected 4
      got 2
  ✗ hidden: empty list
  Hidden cases: 0 of 1 passed
It printed:
    hello
Nothing was handed in, and no try was spent. `answer …` hands it in."""),
    ("sprint", SPRINT, """\
✓ Right
One list.
    +8  for speed

Question 2 of 5 · 60 s left · 8 points so far

Two names  (names/aliasing · level 2 · 20 points · Python 3.11)

What is printed?

    a = b = []
    print(a is b)

A. `True`
B. `False`

▶ `sprint` and your answer: sprint b"""),
    ("sprint is over", replace(SPRINT, card=None, verdict=None),
     "Your sprint of today is over: 8 points. `board sprint` has the best."),
    ("late", LATE, """\
Double  (functions/defining · level 1 · 10 points · Python 3.11)

P.

This question is closed. An answer still earns half until 2026-11-25 02:00 UTC."""),
    ("reveal", REVEAL, """\
The answer: Two names

✓ A. `True` · chosen by 1 of 2 (50 %)
     One list.

✗ B. `False`
     No copy.

Names are tags.

1 of 2 solved it.

Source: https://docs.python.org"""),
    ("queue", QUEUE, """\
weekdays 09:00 Europe/Berlin open=12h
Times in Asia/Kolkata:
Wed 2026-11-25 13:30  two-300s  (names/identity · output · level 3)
Thu 2026-11-26 13:30  fair-shares  (functions/defining · function · level 4) · pinned
5 unused questions are left.
! Only a few are left."""),
    ("schedule", SCHEDULE, """\
weekdays 09:00 Europe/Berlin
Wed 2026-11-25 09:00 Europe/Berlin = Wed 2026-11-25 13:30 Asia/Kolkata"""),
    ("schedule paused", replace(SCHEDULE, moments=()), """\
weekdays 09:00 Europe/Berlin
No question is to come: it is paused, or its days never come."""),
    ("progress", PROGRESS, """\
ada: 20 points, rank 2, 5 points to the next rank
This season: 20 points, rank 1
Streak 3 (best 4), rests in hand: 1
3 answered, 2 solved
  1. ada  20
  1. ben  20
This question:
   +20  level 2"""),
    ("why", WHY, """\
Two names (2026-11-24): 12 points
   +20  level 2
    −8  try 2 earns 60 %
This season: 12 points; days played: 1 (the best 20 count).
2 of them late (a fifth counts at most)."""),
    ("nothing to explain", replace(WHY, questions=()), """\
You have not answered a question here yet, so there is nothing to explain."""),
    ("correction", CORRECTION, """\
“Two names” of 2026-11-24 is taken out of the game, without credit for anybody.
2 scores change, 1 rank.
  ada: 20 → 0 points, rank 1 → 2
  ben: 10 points, rank 2 → 1
  somebody hidden: 5 → 0 points
Nothing is changed yet. `confirm 4f1a09` does exactly this."""),
    ("stale correction", replace(CORRECTION, people=CORRECTION.people[:1] * 22, stale=True), """\
The ledger has changed since that preview, so nothing was done. It would do this now:
“Two names” of 2026-11-24 is taken out of the game, without credit for anybody.
2 scores change, 1 rank.
""" + "  ada: 20 → 0 points, rank 1 → 2\n" * 20 + """\
  … and 2 more
Nothing is changed yet. `confirm 4f1a09` does exactly this."""),
    ("board", BOARD, """\
All time
  1. ada  20
  1. ben  20
… and 10 more
Winner: ada, ben"""),
    ("empty board", BoardView(title="Today", rows=(), participants=0), "Today: Nobody has answered yet."),
    ("hint", HINT, "Hint 1 of 2 (−20 %): Think of tags."),
    ("help", HELP, "today  show it\nhint   one more"),
    ("note", Note("Hello."), "Hello."),
]  # fmt: skip


@pytest.mark.parametrize(("view", "golden"), [pytest.param(view, golden, id=name) for name, view, golden in GOLDEN])
def test_a_view_reads_like_this(view: View, golden: str) -> None:
    assert text(view) == golden


@pytest.mark.parametrize("view", [pytest.param(view, id=name) for name, view, _ in GOLDEN])
def test_a_terminal_shows_the_same_words(view: View) -> None:
    console = Console(file=io.StringIO(), width=100, force_terminal=True, record=True)
    console.print(renderable(view))
    shown = console.export_text()
    plain = set(re.findall(r"\w+", text(view)))
    assert plain - set(re.findall(r"\w+", shown)) == set()


@pytest.mark.parametrize("view", [replace(CARD, title="Lists [red]"), replace(REVEAL, title="Lists [red]")])
def test_brackets_in_a_title_are_no_markup(view: View) -> None:
    console = Console(file=io.StringIO(), width=100, record=True)
    console.print(renderable(view))
    assert "Lists [red]" in console.export_text()


@pytest.mark.parametrize("view", [replace(CARD, voided=True), replace(REVEAL, question=replace(CARD, voided=True))])
def test_a_question_that_was_voided_says_so_and_asks_for_nothing(view: View) -> None:
    console = Console(file=io.StringIO(), width=200, record=True)
    console.print(renderable(view))
    for shown in (text(view), console.export_text()):
        assert "taken out of the game" in shown
        assert "▶" not in shown


def test_what_a_learner_made_moves_no_cursor() -> None:
    case = CaseVerdict(passed=False, visible=True, call="f()", expected="1", got="\x1b[31m")
    found = Verdict(outcome=Outcome.WRONG, cases=(case,), stdout="\x1b[2Jhi\u202e", traceback="\x1b]0;x\x07")
    rude = Standing(rank=1, member=MemberId(1), name="a\x1b[2J\nb", points=1)
    boards = BoardView(title="Today", rows=(rude,), participants=1, winners=(rude.name,))
    for view in (VerdictView(verdict=found, lines=(), tries_left=1), boards, Note("\x1b[H")):
        drawn = io.StringIO()
        Console(file=drawn, width=100).print(renderable(view))
        for shown in (text(view), drawn.getvalue()):
            assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_a_broken_off_run_lists_no_cases() -> None:
    verdict = Verdict(outcome=Outcome.TOO_SLOW, reasons=("Stopped.",), cases=WRONG.verdict.cases)
    shown = text(VerdictView(verdict=verdict, lines=(), tries_left=4))
    assert "hidden" not in shown
    assert "Too slow" in shown


@pytest.mark.parametrize(
    ("outcome", "cpu", "told"),
    [(Outcome.PASSED, 0.1, False), (Outcome.PASSED, 1.2, True), (Outcome.TOO_SLOW, 2.0, False)],
)
def test_time_is_told_where_it_is_near_to_what_is_allowed(outcome: Outcome, cpu: float, *, told: bool) -> None:
    shown = text(TrialView(verdict=Verdict(outcome=outcome, seconds=1.3, cpu_seconds=cpu)))
    assert ("It took 1.3 s." in shown) == told


def test_what_comes_back_says_how_its_kind_is_answered() -> None:
    assert review(a_card("choice")).endswith("review b")
    assert "open a block" in review(a_card("function"))
