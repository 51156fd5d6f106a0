"""The port Ledger in terms of named statements."""

from datetime import datetime

from bot.core.records import Entry, Help, Member, Received, Settlement
from bot.quiz import answers
from bot.quiz.errors import StoreTrouble
from bot.quiz.ids import Address, CommunityId, MemberId, RoundId, SubmissionId
from bot.quiz.scoring import points
from bot.quiz.standings import Tally
from bot.store import rows
from bot.store.database import Database, Row, Run, write_one


class StoredLedger:
    """People and their answers on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def member(self, address: Address, name: str) -> Member:
        """See the port."""
        (row,) = await write_one(self._database, "member", address, name)
        return rows.member(row)

    async def receive(
        self,
        id: SubmissionId,  # noqa: A002
        *,
        round: RoundId,  # noqa: A002
        member: MemberId,
        answer: answers.Answer,
        key_hash: str,
        at: datetime,
        lease: datetime,
    ) -> Received:
        """See the port."""
        values = (id, round, member, answers.dumps(answer), key_hash, rows.millis(at), rows.millis(lease))

        async def unit(run: Run) -> tuple[bool, Row]:
            new = bool(await run("receive", *values))
            (row,) = await run("submission", id)
            return new, row

        new, row = await self._database.write(unit)
        return Received(entry=rows.entry(row), new=new)

    async def settle(self, id: SubmissionId, settlement: Settlement) -> Entry:  # noqa: A002
        """See the port."""
        verdict, lines = rows.verdict_text(settlement.verdict), rows.lines_text(settlement.lines)
        values = (id, settlement.attempt, points(settlement.lines), verdict, lines)

        async def unit(run: Run) -> Row:
            await run("settle", *values)
            found = await run("submission", id)
            if not found:
                raise StoreTrouble(f"There is no submission {id}.")
            return found[0]

        return rows.entry(await self._database.write(unit))

    async def unsettled(self, now: datetime) -> tuple[Entry, ...]:
        """See the port."""
        return tuple(map(rows.entry, await self._database.read("unsettled", rows.millis(now))))

    async def history(self, community: CommunityId, member: MemberId | None = None) -> tuple[Entry, ...]:
        """See the port."""
        return tuple(map(rows.entry, await self._database.read("history", community, member)))

    async def tallies(self, community: CommunityId, *, since: datetime | None = None) -> tuple[Tally, ...]:
        """See the port."""
        found = await self._database.read("tallies", community, rows.millis(since) if since else 0)
        return tuple(map(rows.tally, found))

    async def helps(self, round: RoundId, member: MemberId, *, taken: Help | None = None) -> tuple[Help, ...]:  # noqa: A002
        """See the port."""
        if taken is not None:
            values = (taken.round, taken.member, taken.kind.value, taken.number, rows.millis(taken.at))
            await write_one(self._database, "take_help", *values)
        return tuple(map(rows.help_, await self._database.read("helps", round, member)))
