"""The port Profiles in terms of named statements."""

from bot.core.records import Member
from bot.quiz.ids import Address, CommunityId, MemberId, RoundId
from bot.quiz.preferences import Preferences
from bot.store import rows
from bot.store.database import Database, write_one


class StoredProfiles:
    """What people set for themselves, on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def preferences(self, address: Address) -> Preferences:
        """See the port."""
        for row in await self._database.read("preferences", address):
            return Preferences(zone=row["zone"], locale=row["locale"], reminders=bool(row["reminders"]))
        return Preferences()

    async def prefer(self, member: MemberId, preferences: Preferences) -> None:
        """See the port."""
        values = preferences.zone, preferences.locale, int(preferences.reminders)
        await write_one(self._database, "prefer", member, *values)

    async def homes(self, member: MemberId) -> tuple[CommunityId, ...]:
        """See the port."""
        return tuple(CommunityId(row["community_id"]) for row in await self._database.read("homes", member))

    async def at_stake(self, round: RoundId) -> tuple[Member, ...]:  # noqa: A002
        """See the port."""
        return tuple(map(rows.member, await self._database.read("at_stake", round)))
