"""Sprints in a dictionary."""

from collections.abc import MutableMapping
from datetime import date

from bot.quiz.ids import CommunityId, MemberId
from bot.quiz.sprints import Sprint


class MemorySprints:
    """Keeps the port `Sprints`."""

    _sprints: MutableMapping[tuple[CommunityId, MemberId, date], Sprint]

    async def sprint(self, community: CommunityId, member: MemberId, day: date) -> Sprint | None:
        """See the port."""
        return self._sprints.get((community, member, day))

    async def keep(self, community: CommunityId, member: MemberId, sprint: Sprint) -> None:
        """See the port."""
        self._sprints[community, member, sprint.day] = sprint
