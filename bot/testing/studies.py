"""What people review and set for themselves, in dictionaries; and days between reviews that a test can foretell."""

from collections.abc import MutableMapping
from datetime import date, datetime, timedelta

from bot.core.records import Member
from bot.quiz.ids import Address, CommunityId, MemberId, QuestionId, RoundId
from bot.quiz.preferences import Preferences
from bot.quiz.recalls import LONGEST, Memory, Rating, Recall, in_order
from bot.testing.boards import MemoryBoards


def doubling(memory: Memory | None, rating: Rating, day: date) -> Memory:
    """A `Spaced` that cheats by knowing nothing of memory: the next day, or after twice as long as before."""
    stability = min(2 * memory.stability, LONGEST) if memory and rating is Rating.GOOD else 1
    return Memory(stability=stability, difficulty=5, seen=day, due=day + timedelta(days=stability))


class MemoryStudies(MemoryBoards):
    """Keeps the ports `Recalls` and `Profiles`."""

    _recalls: MutableMapping[tuple[MemberId, QuestionId], Recall]
    _preferences: MutableMapping[MemberId, Preferences]

    async def deck(self, member: MemberId) -> tuple[Recall, ...]:
        """See the port."""
        return tuple(sorted((one for key, one in self._recalls.items() if key[0] == member), key=in_order))

    async def recall(self, member: MemberId, *recalls: Recall) -> None:
        """See the port."""
        if member in self._members and not self._gone(member):
            self._recalls.update({(member, one.question): one for one in recalls})

    async def preferences(self, address: Address) -> Preferences:
        """See the port."""
        known = self._who(address)
        return Preferences() if known is None else self._preferences.get(known.id, Preferences())

    async def prefer(self, member: MemberId, preferences: Preferences) -> None:
        """See the port."""
        if member in self._members and not self._gone(member):
            self._preferences[member] = preferences

    async def homes(self, member: MemberId) -> tuple[CommunityId, ...]:
        """See the port."""
        latest: dict[CommunityId, datetime] = {}
        for entry in self._entries.values():
            if entry.member == member:
                here = self._rounds[entry.round].community
                latest[here] = max(entry.at, latest.get(here, entry.at))
        return tuple(sorted(latest, key=lambda one: (-latest[one].timestamp(), one)))

    async def at_stake(self, round: RoundId) -> tuple[Member, ...]:  # noqa: A002
        """See the port."""
        here = self._rounds[round].community
        answered = {one.member for one in self._entries.values() if one.round == round and not one.late}
        asked = [member for member, set_ in sorted(self._preferences.items()) if set_.reminders]
        there = [member for member in asked if (here, member) not in self._away]
        waiting = [member for member in there if member not in answered and self._streak(here, member).current]
        return tuple(self._members[member] for member in waiting)
