"""The doors to what belongs together: the places of a community, the addresses of a person, and who is there.

Their law is that of `ports`.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from bot.core.records import Community, Member, Union
from bot.quiz.ids import Address, CommunityId, MemberId, Place, Ref, RoundId


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


class Identities(Protocol):
    """Who is who beyond one address, and who is still there. Raises only StoreTrouble."""

    async def known(self, address: Address) -> Member | None:
        """Whose an address is; None when nobody's. Nobody is made."""
        ...

    async def addresses(self, member: MemberId) -> tuple[Address, ...]:
        """All of a person's, the first one first."""
        ...

    async def unite(self, union: Union, *, now: datetime) -> bool:
        """Two people become one in one transaction: addresses, answers, help, scores, streaks, all they wrote.

        Entries keep who they were by, and what their settlements were. Where both had something there can be one of
        (a day's sprint, a report), the first or the stayer's is kept. False, with nothing changed, when the ledger is
        no longer what the preview was made from, or one of them is gone.
        """
        ...

    async def part(self, address: Address) -> bool:
        """An address is its own again: whoever uses it next begins anew. All that was earned stays with the person.

        False, and nothing is changed, when it is nobody's, or somebody's only one.
        """
        ...

    async def unchecked(self, community: CommunityId, *, before: datetime, most: int) -> tuple[Member, ...]:
        """People on a community's boards at whom nobody looked since; hidden ones are none of them."""
        ...

    async def presence(self, community: CommunityId, member: MemberId, *, there: bool | None, now: datetime) -> None:
        """Somebody was looked for. Who is not there is on no board of this community, until they are or answer.

        None: nobody could tell, so it stays as it was.
        """
        ...
