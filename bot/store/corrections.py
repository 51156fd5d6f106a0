"""The port Corrections in terms of named statements: what is replaced is kept, and every act stays in the log."""

from collections.abc import Iterable, Sequence
from functools import partial

from bot.core.errands import Errand
from bot.core.records import Act, Correction, Member, Resettled
from bot.quiz import rulings
from bot.quiz.ids import CommunityId, MemberId
from bot.quiz.scoring import points
from bot.store import rows
from bot.store.database import Database, Run, write_one
from bot.store.deriving import rescore, restreak
from bot.store.errands import add_errands


class StoredCorrections:
    """Corrections and the audit log on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def correct(self, correction: Correction, *, then: Sequence[Errand] = ()) -> bool:
        """See the port."""
        return await self._database.write(partial(_correct, correction, then))

    async def people(self, community: CommunityId) -> tuple[Member, ...]:
        """See the port."""
        return tuple(map(rows.member, await self._database.read("members_of", community)))

    async def record(self, act: Act) -> None:
        """See the port."""
        await write_one(self._database, "act", *rows.acted(act))

    async def acts(self, community: CommunityId) -> tuple[Act, ...]:
        """See the port."""
        return tuple(map(rows.act, await self._database.read("acts", community)))


async def _correct(correction: Correction, then: Sequence[Errand], run: Run) -> bool:
    if not await _as_previewed(run, correction):
        return False
    ruling = None if correction.ruling is None else rulings.dumps(correction.ruling)
    (act,) = await run("act", *rows.acted(correction.act))
    await run("rule", correction.round, ruling, correction.key_hash)
    members = {await resettle(run, act["id"], change) for change in correction.changes}
    for member in sorted(members):
        await rescore(run, correction.act.community, member)
    await restreak(run, correction.act.community)
    await add_errands(run, then)
    return True


async def _as_previewed(run: Run, correction: Correction) -> bool:
    (found,) = await run("settled_of", correction.round)
    (one,) = map(rows.round_, await run("round", correction.round))
    if found["entries"] != correction.settled or one.ruling != correction.was:
        return False
    return await as_before(run, correction.changes)


async def as_before(run: Run, changes: Iterable[Resettled]) -> bool:
    """Whether entries are still settled as they were when their changes were thought through."""
    for change in changes:
        known = await run("submission", change.entry)
        if not known or rows.entry(known[0]).settlement != change.before:
            return False
    return True


async def resettle(run: Run, act: int, change: Resettled) -> MemberId:
    """An entry is worth something else because of an act; what it was is kept. Returns whose it is."""
    after = change.after
    verdict, lines = rows.verdict_text(after.verdict), rows.lines_text(after.lines)
    await run("supersede", act, change.entry)
    (row,) = await run("resettle", change.entry, after.attempt, points(after.lines), verdict, lines)
    return MemberId(row["member_id"])
