"""The ports Reports, Flags, Letters, Mutes and Ways in terms of named statements."""

from datetime import date
from functools import partial

from bot.core.contributions import Flag, FlagKind, Letter, LetterKind, Mute, Report, Wrong
from bot.quiz.ids import Address, CommunityId, FlagId, LetterId, MemberId, RoundId, SuggestionId
from bot.quiz.items import Way
from bot.store import rows
from bot.store.database import Database, Row, Run, write_one


class StoredInbox:
    """What waits for moderators and for single people, on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def report(self, report: Report) -> None:
        """See the port."""
        one = report
        values = (one.round, one.member, rows.millis(one.at), one.wrong.value, one.text)
        await write_one(self._database, "report", *values)

    async def reports(self, community: CommunityId) -> tuple[Report, ...]:
        """See the port."""
        return tuple(map(_report, await self._database.read("reports", community)))

    async def settle_reports(self, round: RoundId) -> int:  # noqa: A002 - the port's word
        """See the port."""
        return len(await write_one(self._database, "reports_settle", round))

    async def flag(self, *flags: Flag) -> int:
        """See the port."""

        async def unit(run: Run) -> int:
            return sum([len(await run("flag", *_flagged(one))) for one in flags])

        return await self._database.write(unit)

    async def flags(self, community: CommunityId) -> tuple[Flag, ...]:
        """See the port."""
        return tuple(map(_flag, await self._database.read("flags", community)))

    async def settle_flag(self, id: FlagId) -> bool:  # noqa: A002 - the port's word
        """See the port."""
        return bool(await write_one(self._database, "flag_settle", id))

    async def leave_letter(self, letter: Letter) -> None:
        """See the port."""
        one = letter
        values = (one.community, one.to, rows.millis(one.at), one.kind.value, one.title, one.quote, one.suggestion)
        await write_one(self._database, "letter", *values)

    async def letters(self, community: CommunityId, address: Address) -> tuple[Letter, ...]:
        """See the port."""
        return tuple(map(_letter, await self._database.read("letters", community, address)))

    async def forget_letters(self, *ids: LetterId) -> None:
        """See the port."""

        async def unit(run: Run) -> None:
            for one in ids:
                await run("letter_shown", one)

        await self._database.write(unit)

    async def mute(self, mute: Mute) -> None:
        """See the port."""
        await self._database.write(partial(_mute, mute))

    async def unmute(self, community: CommunityId, member: MemberId) -> bool:
        """See the port."""
        return await self._database.write(partial(_unmute, community, member))

    async def muted(self, community: CommunityId) -> tuple[Mute, ...]:
        """See the port."""
        return tuple(map(_muted, await self._database.read("muted", community)))

    async def ways(self, community: CommunityId, *, since: date) -> tuple[Way, ...]:
        """See the port."""
        return tuple(map(_way, await self._database.read("ways", community, since.isoformat())))


async def _mute(mute: Mute, run: Run) -> None:
    await run("mute", mute.community, mute.member, rows.millis(mute.at), mute.reason)
    await run("scores_seen", mute.community, mute.member)


async def _unmute(community: CommunityId, member: MemberId, run: Run) -> bool:
    found = await run("unmute", community, member)
    await run("scores_seen", community, member)
    return bool(found)


def _way(row: Row) -> Way:
    return Way(
        round=RoundId(row["round_id"]),
        member=MemberId(row["member_id"]),
        answer=row["answer"],
        right=bool(row["passed"]),
        tries=row["tries"],
        hints=row["hints"],
        points=row["points"],
    )


def _report(row: Row) -> Report:
    return Report(
        round=RoundId(row["round_id"]),
        member=MemberId(row["member_id"]),
        at=rows.moment(row["at"]),
        wrong=Wrong(row["wrong"]),
        text=row["text"],
        settled=bool(row["settled"]),
    )


def _flagged(one: Flag) -> tuple[object, ...]:
    people = (*one.members, None, None)[:2]
    return one.community, one.kind.value, one.subject, one.round, rows.millis(one.at), *people, one.share


def _flag(row: Row) -> Flag:
    return Flag(
        id=FlagId(row["id"]),
        community=CommunityId(row["community_id"]),
        kind=FlagKind(row["kind"]),
        subject=row["subject"],
        round=RoundId(row["round_id"]),
        at=rows.moment(row["at"]),
        members=tuple(MemberId(one) for one in (row["one"], row["other"]) if one is not None),
        share=row["share"],
        settled=bool(row["settled"]),
    )


def _letter(row: Row) -> Letter:
    about = row["suggestion_id"]
    return Letter(
        id=LetterId(row["id"]),
        community=CommunityId(row["community_id"]),
        to=MemberId(row["member_id"]),
        at=rows.moment(row["at"]),
        kind=LetterKind(row["kind"]),
        title=row["title"],
        quote=row["quote"],
        suggestion=None if about is None else SuggestionId(about),
    )


def _muted(row: Row) -> Mute:
    return Mute(
        community=CommunityId(row["community_id"]),
        member=MemberId(row["member_id"]),
        at=rows.moment(row["at"]),
        reason=row["reason"],
    )
