"""The views of scores: boards, where one stands, why, and what a correction would change."""

from dataclasses import dataclass
from datetime import date

from bot.core.pages import Action
from bot.quiz.scoring import ScoreLine
from bot.quiz.standings import Standing
from bot.quiz.streaks import Streak


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardView:
    """The public board: at most ten rows."""

    title: str
    rows: tuple[Standing, ...]
    participants: int
    winners: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()
    """The other boards, and this one as text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressView:
    """Where one person stands; for them alone."""

    name: str
    points: int
    rank: int | None
    around: tuple[Standing, ...]
    gap: int | None
    season: Standing | None
    """Where they stand this calendar month."""
    streak: Streak
    answered: int
    solved: int
    lines: tuple[ScoreLine, ...] = ()
    """Why today's points are what they are."""
    more: tuple[str, ...] = ()
    """What else is to be said, a sentence each: weak topics, badges, what is due for review."""
    actions: tuple[Action, ...] = ()
    """What they may want next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyOne:
    """What one question brought, rule by rule."""

    title: str
    date: date
    points: int
    lines: tuple[ScoreLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyView:
    """Why somebody's scores are what they are; for them alone."""

    name: str
    questions: tuple[WhyOne, ...]
    """The latest first."""
    season: int
    """Points of this calendar month."""
    late: int
    """The part of them that came late."""
    days: int
    """On so many days of it they took part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreChange:
    """What a correction does to one person on the board of all time: from and to."""

    name: str
    """Empty for who is hidden."""
    points: tuple[int, int]
    ranks: tuple[int, int] | None = None
    """None for who is on no board."""

    @property
    def score_changes(self) -> bool:
        """Whether their points become others."""
        return self.points[0] != self.points[1]

    @property
    def rank_changes(self) -> bool:
        """Whether they come to stand elsewhere."""
        return self.ranks is not None and self.ranks[0] != self.ranks[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionView:
    """What a correction would change, for the moderator who asked for it. Nothing is changed yet."""

    what: str
    counted: str
    """`12 scores change, 3 ranks.`"""
    people: tuple[ScoreChange, ...]
    code: str
    """`confirm` and this does exactly what is shown."""
    stale: bool = False
    """Another preview was confirmed, and the ledger had changed since it was shown."""


ScoreView = BoardView | ProgressView | WhyView | CorrectionView
