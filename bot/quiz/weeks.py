"""A week in a community, in numbers: for moderators, who want to know how it went."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.quiz.boards import week_of
from bot.quiz.ids import MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One graded try."""

    member: MemberId
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """One question of the week: its title, and all its tries in their order."""

    title: str
    tries: Sequence[Tried]

    @property
    def first(self) -> Mapping[MemberId, bool]:
        """Whether each person was right at the first try."""
        return {one.member: one.right for one in reversed(self.tries)}

    @property
    def share(self) -> int | None:
        """Percent right at the first try; None when nobody answered."""
        return percent(self.first.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """Everything that was asked from a Monday to a Sunday."""

    monday: date
    played: Sequence[Played]
    before: Collection[MemberId] = ()
    """Who had answered in an earlier week."""

    @property
    def name(self) -> str:
        """`2026-W48`."""
        return week_of(self.monday)

    @property
    def people(self) -> frozenset[MemberId]:
        """Everybody who answered."""
        return frozenset(one.member for played in self.played for one in played.tries)

    @property
    def new(self) -> frozenset[MemberId]:
        """Those of them who never had before."""
        return self.people - frozenset(self.before)

    @property
    def share(self) -> int | None:
        """Percent right at the first try, over all questions."""
        return percent([right for played in self.played for right in played.first.values()])

    @property
    def hardest(self) -> Played | None:
        """The question the fewest were right at, of those that anybody answered."""
        answered = [one for one in self.played if one.share is not None]
        return min(answered, key=lambda one: (one.share, one.title), default=None)


def percent(rights: Collection[bool]) -> int | None:
    """The share of those that are right, rounded; None of nothing."""
    return round(100 * sum(rights) / len(rights)) if rights else None
