"""The port Privacy in terms of named statements."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from hashlib import sha256

from bot.quiz.answers import dumps, loads
from bot.quiz.forgetting import without_traces, without_words
from bot.quiz.ids import Address
from bot.store import rows
from bot.store.database import Database, Row, Run

ERASED = (
    "erase_scores",
    "erase_streaks",
    "erase_sprints",
    "erase_live_answers",
    "erase_helps",
    "erase_recalls",
    "erase_preferences",
    "erase_suggestions",
    "erase_credits",
    "erase_reports",
    "erase_flags",
    "erase_letters",
    "erase_mutes",
    "erase_presence",
    "erase_addresses",
)
"""Statements that take somebody out of a table; a question of theirs that was approved stays as nobody's."""


class StoredPrivacy:
    """Forgetting people and what they wrote, on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def erase(self, address: Address, *, now: datetime) -> bool:
        """See the port."""
        return await self._database.write(partial(_erase, hashed(address), rows.millis(now)))

    async def erase_again(self, buried: Mapping[str, int]) -> int:
        """Erase whom tombstones of a later database name (hash and instant). Returns how many were found."""

        async def unit(run: Run) -> int:
            known = {row["address_hash"] for row in await run("tombstones")}
            found = [await _erase(one, at, run) for one, at in buried.items() if one not in known]
            for one, at in buried.items():
                await run("tombstone", one, at)
            return sum(found)

        return await self._database.write(unit)

    async def forget_sources(self, before: datetime) -> int:
        """See the port."""
        found = await self._database.read("rounds_remembered", rows.millis(before))
        for row in found:
            await self._database.write(partial(_forget, row["id"]))
        return len(found)


def hashed(address: Address) -> str:
    """What a tombstone keeps of an address."""
    return sha256(f"erased {address}".encode("utf-8", "surrogatepass")).hexdigest()


async def _erase(address_hash: str, now: int, run: Run) -> bool:
    """Whoever has an address of that hash."""
    people = {row["id"]: row for row in await run("members_known") if hashed(row["address"]) == address_hash}
    for row in people.values():
        for known in await run("addresses", row["id"]):
            await run("tombstone", hashed(known["address"]), now)
        await _anonymise(run, row["id"])
        for part in ERASED:
            await run(part, row["id"])
        await run("member_erase", row["id"], f"erased:{row['id']}", now)
    return bool(people)


async def _anonymise(run: Run, member: int) -> None:
    await run("erase_reattributed", member)
    await run("erase_superseded", member)
    await run("erase_pending", member)
    for number, row in enumerate(await run("answers_of", member)):
        await run("anonymise", row["id"], f"erased:{member}:{number}", *_wordless(row))


async def _forget(one: int, run: Run) -> None:
    for row in await run("code_of", one):
        await run("forget_code", row["id"], *_wordless(row))
        for older in await run("superseded_of", row["id"]):
            verdict = rows.verdict_text(without_traces(rows.verdict(older["verdict"])))
            await run("forget_superseded", older["act_id"], row["id"], verdict)
    await run("round_forgotten", one)


def _wordless(row: Row) -> tuple[str, str]:
    verdict = rows.verdict_text(without_traces(rows.verdict(row["verdict"])))
    return dumps(without_words(loads(row["answer"]))), verdict
