"""The doors to what belongs together: the places of a community. Their law is that of `ports`."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from bot.core.records import Community
from bot.quiz.ids import CommunityId, Place, Ref, RoundId


class Places(Protocol):
    """Where a community meets, and what was posted in each of its places. Raises only StoreTrouble."""

    async def join(self, community: CommunityId, place: Place, *, now: datetime) -> Community:
        """A place becomes one of a community's. Whatever it belonged to before, it has left.

        A place that comes back gets the number it had.
        """
        ...

    async def leave(self, place: Place, *, now: datetime) -> None:
        """A place belongs to no community any more.

        The last of its places takes a community out of `Agenda.communities`; what happened in it stays written down.
        """
        ...

    async def posts(self, round: RoundId) -> Mapping[Place, Ref]:  # noqa: A002
        """The messages that show a round, one a place, in the order in which they were posted."""
        ...
