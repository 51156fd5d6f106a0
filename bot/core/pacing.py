"""Who may do now what costs the machine something, per learner and per community; counted in memory."""

from datetime import datetime
from math import ceil

from bot.core import words
from bot.core.languages import say
from bot.quiz.ids import CommunityId, MemberId
from bot.quiz.rates import COMMUNITY, LEARNER, Rate, Window

KEPT = 10_000
"""So many windows are remembered before the idle ones are let go."""


class Paces:
    """Counts runs of code, or what else is paced. A restart forgets them, which lets somebody run ten times more."""

    def __init__(
        self,
        *,
        learner: Rate = LEARNER,
        community: Rate = COMMUNITY,
        too_fast: str = words.TOO_FAST,
        too_many: str = words.TOO_MANY,
    ) -> None:
        self._learner, self._community = learner, community
        self._said = {"learner": too_fast, "community": too_many}
        self._windows: dict[tuple[str, int], Window] = {}

    def refusal(self, community: CommunityId, member: MemberId, now: datetime) -> str | None:
        """Take a place and return None, or take none and return the sentence that says how long to wait."""
        rates = {("learner", int(member)): self._learner, ("community", int(community)): self._community}
        for key, rate in rates.items():
            if wait := self._window(key).wait(rate, now):
                return say(self._said[key[0]], times=rate.times, seconds=ceil(wait.total_seconds()))
        for key, rate in rates.items():
            self._windows[key] = self._window(key).took(rate, now)
        self._let_go(now)
        return None

    def _window(self, key: tuple[str, int]) -> Window:
        return self._windows.get(key, Window())

    def _let_go(self, now: datetime) -> None:
        if len(self._windows) > KEPT:
            oldest = now - max(self._learner.within, self._community.within)
            self._windows = {key: one for key, one in self._windows.items() if one.moments[-1] > oldest}
