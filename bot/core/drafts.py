"""What somebody filled in and what did not hold, kept in memory, so that the form opens as they left it."""

from collections.abc import Mapping

from bot.quiz.ids import MemberId

KEPT = 100


class Drafts:
    """What each person left in a form; of many, the latest."""

    def __init__(self) -> None:
        self._values: dict[tuple[MemberId, str], Mapping[str, str]] = {}

    def keep(self, member: MemberId, about: str, values: Mapping[str, str]) -> None:
        """Somebody filled a form in, and has to again."""
        self._values.pop((member, about), None)
        self._values[member, about] = dict(values)
        while len(self._values) > KEPT:
            del self._values[next(iter(self._values))]

    def take(self, member: MemberId, about: str) -> Mapping[str, str] | None:
        """What they left, once."""
        return self._values.pop((member, about), None)
