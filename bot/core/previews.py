"""Corrections that were shown and not confirmed yet, by their code. Kept in memory: after a restart one asks again."""

from bot.core.corrections import Request
from bot.quiz.ids import CommunityId

KEPT = 100


class Previews:
    """What each code stands for; of many, the latest."""

    def __init__(self) -> None:
        self._requests: dict[tuple[CommunityId, str], Request] = {}

    def keep(self, community: CommunityId, code: str, request: Request) -> None:
        """A preview was shown."""
        self._requests[community, code] = request
        while len(self._requests) > KEPT:
            del self._requests[next(iter(self._requests))]

    def of(self, community: CommunityId, code: str) -> Request | None:
        """What was shown under a code in this community."""
        return self._requests.get((community, code))

    def forget(self, community: CommunityId, code: str) -> None:
        """It was done."""
        self._requests.pop((community, code), None)
