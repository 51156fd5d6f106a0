"""The port Identities in terms of named statements."""

from datetime import datetime
from functools import partial

from bot.core.records import Member, Union
from bot.quiz.ids import Address, CommunityId, MemberId
from bot.store import rows
from bot.store.corrections import as_before, resettle
from bot.store.database import Database, Run
from bot.store.deriving import rescore, restreak

MOVED = (
    "unite_trace",
    "unite_submissions",
    "unite_helps",
    "unite_sprints_later",
    "unite_sprints",
    "unite_live_answers",
    "unite_recalls",
    "unite_preferences",
    "unite_suggestions",
    "unite_reports",
    "unite_flags",
    "unite_letters",
    "unite_mutes",
    "unite_presence",
    "unite_acts",
    "unite_member",
    "unite_addresses",
)
"""Statements that hand something over; what two people cannot both have is left behind, and goes with the next."""
LEFT_BEHIND = (
    "erase_scores",
    "erase_streaks",
    "erase_sprints",
    "erase_live_answers",
    "erase_helps",
    "erase_recalls",
    "erase_preferences",
    "erase_reports",
    "erase_mutes",
)


class StoredIdentities:
    """Who is who, on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def known(self, address: Address) -> Member | None:
        """See the port."""
        found = await self._database.read("member_of", address)
        return rows.member(found[0]) if found else None

    async def addresses(self, member: MemberId) -> tuple[Address, ...]:
        """See the port."""
        return tuple(Address(row["address"]) for row in await self._database.read("addresses", member))

    async def unite(self, union: Union, *, now: datetime) -> bool:
        """See the port."""
        return await self._database.write(partial(_unite, union, rows.millis(now)))

    async def part(self, address: Address) -> bool:
        """See the port."""
        return await self._database.write(partial(_part, address))

    async def unchecked(self, community: CommunityId, *, before: datetime, most: int) -> tuple[Member, ...]:
        """See the port."""
        return tuple(map(rows.member, await self._database.read("unchecked", community, rows.millis(before), most)))

    async def presence(self, community: CommunityId, member: MemberId, *, there: bool | None, now: datetime) -> None:
        """See the port."""

        async def unit(run: Run) -> None:
            away = None if there is None else int(not there)
            await run("presence", community, member, rows.millis(now), away)
            await run("scores_seen", community, member)

        await self._database.write(unit)


async def _unite(union: Union, now: int, run: Run) -> bool:
    into, other = union.into, union.other
    if not await _as_previewed(run, union):
        return False
    here = {row["community_id"] for one in (into, other) for row in await run("communities_of", one)}
    for act in union.acts:
        (row,) = await run("act", *rows.acted(act))
        for change in union.changes:
            if await run("in_community", change.entry, act.community):
                await resettle(run, row["id"], change)
    for name in MOVED:
        await run(name, into, other)
    for name in LEFT_BEHIND:
        await run(name, other)
    await run("unite_address", into, other, now)
    await run("member_erase", other, f"linked:{other}", now)
    for community in sorted(here):
        await rescore(run, CommunityId(community), into)
        await restreak(run, CommunityId(community))
        await run("scores_seen", community, into)
    return True


async def _as_previewed(run: Run, union: Union) -> bool:
    people = [await run("member_row", one) for one in (union.into, union.other)]
    (found,) = await run("settled_by", union.into, union.other)
    if not all(people) or found["entries"] != union.settled:
        return False
    return await as_before(run, union.changes)


async def _part(address: Address, run: Run) -> bool:
    for row in await run("member_of", address):
        others = [one["address"] for one in await run("addresses", row["id"]) if one["address"] != address]
        if not others:
            return False
        if row["address"] == address:
            await run("part_address", others[0])
            await run("part_first", row["id"], others[0])
        else:
            await run("part_address", address)
        return True
    return False
