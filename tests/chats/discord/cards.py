"""Views with names that say what they are."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.core.cards import Example, QuestionCard
from bot.core.messages import VerdictView
from bot.quiz.ids import RoundId
from bot.quiz.questions import Kind
from bot.quiz.tasks import Criterion
from bot.quiz.verdicts import Outcome, Verdict

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


def a_card(kind: str, **changes: Any) -> QuestionCard:
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
