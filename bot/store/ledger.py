"""The port Ledger in terms of named statements."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.core.records import Entry, Help, Member, Received, Settlement
from bot.quiz import answers, rulings
from bot.quiz.errors import StoreTrouble
from bot.quiz.ids import Address, CommunityId, MemberId, RoundId, SubmissionId
from bot.quiz.rulings import Ruling
from bot.quiz.scoring import points
from bot.store import rows
from bot.store.database import Database, Row, Run, write_one
from bot.store.deriving import answered, earn


class StoredLedger:
    """People and their answers on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def member(self, address: Address, name: str) -> Member:
        """See the port."""
        return await self._database.write(partial(_member, address, name))

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
        entry = Entry(id=id, round=round, member=member, answer=answer, key_hash=key_hash, at=at)
        return await self._database.write(partial(_receive, entry, (*rows.received(entry), rows.millis(lease))))

    async def settle(self, id: SubmissionId, settlement: Settlement, *, ruling: Ruling | None = None) -> Entry:  # noqa: A002
        """See the port."""
        verdict, lines = rows.verdict_text(settlement.verdict), rows.lines_text(settlement.lines)
        values = (
            id,
            settlement.attempt,
            points(settlement.lines),
            verdict,
            lines,
            rulings.dumps(ruling) if ruling else None,
        )
        row, new = await self._database.write(partial(_settle, values))
        return rows.entry(row, settlement if new else None)

    async def unsettled(self, now: datetime) -> tuple[Entry, ...]:
        """See the port."""
        return tuple(map(rows.entry, await self._database.read("unsettled", rows.millis(now))))

    async def history(
        self,
        community: CommunityId,
        member: MemberId | None = None,
        *,
        round: RoundId | None = None,  # noqa: A002
    ) -> tuple[Entry, ...]:
        """See the port."""
        return tuple(map(rows.entry, await self._database.read("history", community, member, round)))

    async def helps(self, round: RoundId, member: MemberId, *, taken: Help | None = None) -> tuple[Help, ...]:  # noqa: A002
        """See the port."""
        if taken is not None:
            values = (taken.round, taken.member, taken.kind.value, taken.number, rows.millis(taken.at))
            await write_one(self._database, "take_help", *values)
        return tuple(map(rows.help_, await self._database.read("helps", round, member)))

    async def show(self, member: MemberId, *, alias: str | None, hidden: bool) -> None:
        """See the port."""

        async def unit(run: Run) -> None:
            await run("member_show", member, alias, int(hidden))
            await run("scores_show", member, int(hidden))

        await self._database.write(unit)


async def _member(address: Address, name: str, run: Run) -> Member:
    """Who has several addresses is called as at the first of them."""
    linked = await run("member_by_link", address)
    return rows.member((linked or await run("member", address, name))[0])


async def _receive(entry: Entry, row: Sequence[object], run: Run) -> Received:
    written = await run("receive", *row)
    if not written:
        known = await run("submission", entry.id)
        if not known:
            raise StoreTrouble(f"There is no round {entry.round} or no member {entry.member}.")
        return Received(entry=rows.entry(known[0]), new=False)
    for back in await run("presence_back", entry.round, entry.member):
        await run("scores_seen", back["community_id"], entry.member)
    if written[0]["late"]:
        return Received(entry=replace(entry, late=True), new=True)
    await answered(run, entry.member, entry.round)
    return Received(entry=entry, new=True)


async def _settle(values: Sequence[object], run: Run) -> tuple[Row, bool]:
    """The row as it stands, and whether it was settled just now."""
    written = await run("settle", *values)
    if not written:
        known = await run("submission", values[0])
        if not known:
            raise StoreTrouble(f"There is no submission {values[0]}.")
        return known[0], False
    row = written[0]
    await earn(run, CommunityId(row["community_id"]), MemberId(row["member_id"]), rows.earned(row))
    return row, True
