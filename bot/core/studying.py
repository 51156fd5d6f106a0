"""The doors to what is kept for one person alone: what they review, and what they set for themselves.

Their law is that of `ports`.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from bot.core.records import Member
from bot.quiz.ids import Address, CommunityId, MemberId, RoundId
from bot.quiz.preferences import Preferences
from bot.quiz.recalls import Recall


class Recalls(Protocol):
    """What people review, one recall a person and question. Raises only StoreTrouble."""

    async def deck(self, member: MemberId) -> tuple[Recall, ...]:
        """All that somebody reviews: what is due first, then by question."""
        ...

    async def recall(self, member: MemberId, *recalls: Recall) -> None:
        """Write recalls down, all or none; each takes the place of the one for its question."""
        ...


class Dossiers(Protocol):
    """Everything that is written down about one person. Raises only StoreTrouble."""

    async def kept(self, address: Address) -> Mapping[str, Sequence[Mapping[str, object]]]:
        """All of it, in every community, by what it is about (`submission`, `help` …); nothing for who is not known.

        The rows hold what JSON can hold: moments as text, and nothing that only other people may know.
        """
        ...


class Profiles(Protocol):
    """What people set for themselves, and where they are known. Raises only StoreTrouble."""

    async def preferences(self, address: Address) -> Preferences:
        """What somebody set; nothing is set by who is not known."""
        ...

    async def prefer(self, member: MemberId, preferences: Preferences) -> None:
        """What somebody sets, in place of all they set before."""
        ...

    async def homes(self, member: MemberId) -> tuple[CommunityId, ...]:
        """The communities in which somebody answered, where they did so last at first."""
        ...

    async def at_stake(self, round: RoundId) -> tuple[Member, ...]:  # noqa: A002 - the noun's own word
        """Who wants to be reminded, has a streak, and has not answered a round in time yet."""
        ...
