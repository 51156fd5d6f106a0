"""Where a channel's questions come from: its pack, weights, theme of the week, bans and pins."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.quiz.ids import QuestionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One topic for one week."""

    topic: str
    monday: date

    def covers(self, day: date) -> bool:
        """Whether a date lies in its week."""
        return self.monday <= day < self.monday + timedelta(days=7)


def within(topic: str, names: Iterable[str]) -> bool:
    """Whether a topic is one of these or lies below one: `names/identity` is within `names`."""
    return any(topic == name or topic.startswith(f"{name}/") for name in names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A moderator's wishes for the choice of questions. A topic is `names`, or one below it, `names/identity`."""

    pack: frozenset[str] = frozenset()
    """Only these topics; empty means all."""
    bans: frozenset[str] = frozenset()
    weights: tuple[tuple[str, int], ...] = ()
    """How many times as often as others a topic comes up, sorted by topic."""
    theme: Theme | None = None
    pins: tuple[tuple[date, QuestionId], ...] = ()
    """Questions set for a nominal date, sorted by date, one a date."""

    def allows(self, topic: str) -> bool:
        """Whether questions of a topic may be asked without being pinned."""
        return (not self.pack or within(topic, self.pack)) and not within(topic, self.bans)

    def weight(self, topic: str) -> int:
        """1 unless said otherwise; the longest matching name decides."""
        matching = [(len(name), weight) for name, weight in self.weights if within(topic, (name,))]
        return max(matching, default=(0, 1))[1]

    def theme_on(self, day: date) -> str:
        """The topic of a date's week, or nothing."""
        return self.theme.topic if self.theme is not None and self.theme.covers(day) else ""

    def pinned(self, day: date) -> QuestionId | None:
        """What was set for a date."""
        return dict(self.pins).get(day)

    def reserved(self, day: date) -> frozenset[QuestionId]:
        """What is set for later dates, and should not be used up before."""
        return frozenset(question for later, question in self.pins if later > day)


ANYTHING = Source()
"""No wishes at all."""
