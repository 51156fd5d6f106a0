"""The store against what SQLite gives at best, side by side in one run: `python -m benchmarks.store [--json]`.

recorded_over_limit  answers a second through the store (written down pending, then settled, each on the disk before its
                     caller goes on; 256 callers) over a bare sqlite3 connection that runs the same statements with the
                     same values in batches of 256, and has no callers
naive_over_top20     the first 20 by GROUP BY over a million answers, over reading them from the board
naive_over_rank      one person's rank by RANK() over the same GROUP BY, over reading it from the board
rank_ms              one person's rank, in the middle of a board of 20 000

Processor time an answer (`recorded_cpu_us`, `limit_cpu_us`) says the same on a machine that is busy with other things.
"""

import argparse
import asyncio
import json
import random
import resource
import sqlite3
import statistics
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count, islice
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from bot.core.records import Community, Member, Round, Settlement
from bot.quiz.answers import Code, dumps
from bot.quiz.boards import ALL, season_of, sums_of
from bot.quiz.ids import Address, Place, SubmissionId
from bot.quiz.scoring import Rule, ScoreLine
from bot.quiz.setups import parse
from bot.quiz.verdicts import CaseVerdict, Outcome, Verdict
from bot.store import rows
from bot.store.sqlite import SQLiteStore
from bot.store.sqlite.engine import PRAGMAS
from bot.store.sqlite.running import bound
from bot.testing.questions import an_output

IN_FLIGHT = 256
FIRST = datetime(2026, 11, 2, 9, tzinfo=UTC)
SOURCE = "def shares(cents, people):\n    share, rest = divmod(cents, people)\n    return [share] * people\n"
VERDICT = Verdict(
    outcome=Outcome.PASSED,
    cases=tuple(CaseVerdict(passed=True, visible=True, call="shares(9, 3)", expected="[3, 3, 3]") for _ in range(3)),
)
SETTLEMENT = Settlement(verdict=VERDICT, lines=(ScoreLine(rule=Rule.LEVEL, points=20, why="level 2"),), attempt=1)
_NUMBERS = count(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A community with its people and its questions."""

    community: Community
    people: Sequence[Member]
    rounds: Sequence[Round]


async def furnish(store: SQLiteStore, *, people: int, days: int) -> Room:
    """Enrol, invite and plan; the question that is answered is always the newest."""
    community = await store.enrol(Place("console"), parse("daily 09:00 UTC"), now=FIRST)
    members = await asyncio.gather(*(store.member(Address(f"console:{at}"), f"person {at}") for at in range(people)))
    found = []
    for day in range(days):
        slot = community.schedule.slot((FIRST + timedelta(days=day)).date())
        one = await store.plan(community.id, f"{slot.date}", slot, an_output(topic=f"topic{day % 7}/part"))
        found.append(one)
    return Room(community=community, people=members, rounds=found)


def drawn(room: Room, answers: int, chance: random.Random) -> Iterator[tuple[SubmissionId, Round, Member]]:
    """Answers as they come: one question after the other, anybody at any time."""
    for at in range(answers):
        one = room.rounds[at * len(room.rounds) // answers]
        yield SubmissionId(f"console:{next(_NUMBERS):020}"), one, chance.choice(room.people)


# ---- recording ------------------------------------------------------------------------------------------


async def recorded(store: SQLiteStore, room: Room, answers: int, chance: random.Random) -> float:
    """Answers a second through the store."""
    waiting = drawn(room, answers, chance)

    async def client() -> None:
        for id_, one, member in waiting:
            await store.receive(
                id_,
                round=one.id,
                member=member.id,
                answer=Code(SOURCE),
                key_hash=one.key_hash,
                at=one.opens,
                lease=one.closes,
            )
            await store.settle(id_, SETTLEMENT)

    start = perf_counter()
    await asyncio.gather(*(client() for _ in range(IN_FLIGHT)))
    return answers / (perf_counter() - start)


def limit(path: Path, room: Room, answers: int, chance: random.Random) -> float:
    """Answers a second when a bare connection runs the store's own statements in batches, and nobody waits for one."""
    waiting, here = drawn(room, answers, chance), room.community.id
    start = perf_counter()
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for pragma in PRAGMAS:
            raw.execute(pragma)
        while batch := list(islice(waiting, IN_FLIGHT)):
            raw.execute("begin immediate")
            for id_, one, member in batch:
                opens, closes = rows.millis(one.opens), rows.millis(one.closes)
                told(raw, "receive", id_, one.id, member.id, dumps(Code(SOURCE)), one.key_hash, opens, closes)
                step = told(raw, "streak_step", one.id, member.id)[0]
                if step[5] == 1:
                    told(raw, "streak_set", here, member.id, step[2] + 1, step[2] + 1, 0)
                    told(raw, "score_set", here, member.id, "streak", step[2] + 1, 0, 0)
            raw.execute("commit")
            raw.execute("begin immediate")
            for id_, one, member in batch:
                texts = rows.verdict_text(SETTLEMENT.verdict), rows.lines_text(SETTLEMENT.lines)
                told(raw, "settle", id_, 1, 20, *texts, None)
                sums = sums_of(one.date, one.topic)
                told(raw, "score_add", here, member.id, 20, 0, rows.millis(one.opens), *sums)
                month = season_of(one.date)
                whole = told(raw, "score_month", here, member.id, f"{month}-", f"{month}.")[0]
                told(raw, "score_set", here, member.id, month, -whole[1], 0, whole[3])
            raw.execute("commit")
    return answers / (perf_counter() - start)


def told(raw: sqlite3.Connection, name: str, *values: object) -> list[tuple[Any, ...]]:
    """One statement on a bare connection."""
    return raw.execute(*bound(name, values)).fetchall()


async def recording(folder: Path, *, answers: int, turns: int) -> dict[str, float]:
    """Both, turn by turn, each on a database of its own."""
    ours, theirs, spent = [], [], [0.0, 0.0]
    for turn in range(turns):
        path = folder / f"limit{turn}.sqlite"
        async with SQLiteStore.open(folder / f"ours{turn}.sqlite") as store:
            room = await furnish(store, people=1000, days=28)
            before = process_time()
            ours.append(await recorded(store, room, answers, random.Random(turn)))
            spent[0] += process_time() - before
        async with SQLiteStore.open(path) as store:
            room = await furnish(store, people=1000, days=28)
        before = process_time()
        theirs.append(limit(path, room, answers, random.Random(turn)))
        spent[1] += process_time() - before
    return {
        "recorded_cpu_us": spent[0] / (answers * turns) * 1e6,
        "limit_cpu_us": spent[1] / (answers * turns) * 1e6,
        "recorded_per_second": statistics.median(ours),
        "limit_per_second": statistics.median(theirs),
        "recorded_over_limit": statistics.median(mine / best for mine, best in zip(ours, theirs, strict=True)),
    }


# ---- reading --------------------------------------------------------------------------------------------

_NAIVE = """
with sums as (
    select submission.member_id, sum(submission.points) as points from submission
    join round on round.id = submission.round_id
    where round.community_id = ? and submission.verdict is not null
    group by submission.member_id
)
"""


async def reading(folder: Path, *, answers: int, people: int) -> dict[str, float]:
    """A board of everybody, read from its index and by the obvious query over all answers."""
    path = folder / "big.sqlite"
    async with SQLiteStore.open(path) as store:
        room = await furnish(store, people=people, days=28)
    fill(path, room, answers)
    here = room.community.id
    async with SQLiteStore.open(path) as store:
        order = await store.top(here, ALL, rows=people)
        middle = order[people // 2].member
        top = await timed(lambda: store.top(here, ALL, rows=20))
        rank = await timed(lambda: store.standing(here, ALL, middle))
        around = await timed(lambda: store.around(here, ALL, middle, reach=2))
        gap = await timed(lambda: store.gap(here, ALL, middle))
    with closing(sqlite3.connect(path)) as raw:
        naive_top, _ = once(raw, f"{_NAIVE} select * from sums order by points desc limit 20", here)
        ranked = f"{_NAIVE}, ranks as (select *, rank() over (order by points desc) as place from sums)"
        naive_rank, found = once(raw, f"{ranked} select place from ranks where member_id = ?", here, middle)
    if found[0] != order[people // 2].rank:
        raise SystemExit(f"The board says rank {order[people // 2].rank}, the answers say {found[0]}.")
    return {
        "answers": answers,
        "top20_ms": top,
        "rank_ms": rank,
        "around_ms": around,
        "gap_ms": gap,
        "naive_top20_ms": naive_top,
        "naive_rank_ms": naive_rank,
        "naive_over_top20": naive_top / top,
        "naive_over_rank": naive_rank / rank,
    }


def fill(path: Path, room: Room, answers: int) -> None:
    """So many settled answers, with the board of all time that belongs to them."""
    chance = random.Random(7)
    answer, verdict, lines = dumps(Code("x = 1")), rows.verdict_text(Verdict(outcome=Outcome.PASSED)), "[]"
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("begin")
        raw.executemany(
            "insert into submission (id, round_id, member_id, answer, key_hash, received_at, lease, attempt, points, "
            "verdict, lines) values (?, ?, ?, ?, 'k', ?, 0, 1, ?, ?, ?)",
            (
                (id_, one.id, member.id, answer, rows.millis(one.opens), chance.choice((1, 6, 10, 20)), verdict, lines)
                for id_, one, member in drawn(room, answers, chance)
            ),
        )
        raw.execute(
            "insert into score select ?, member_id, 'all', -sum(points), 0, max(received_at), 0 from submission "
            "group by member_id",
            (room.community.id,),
        )
        raw.execute("commit")


async def timed(read: Callable[[], Awaitable[object]], times: int = 50) -> float:
    """Milliseconds of the median read, through the store and its thread."""
    taken = []
    for _ in range(times):
        start = perf_counter()
        await read()
        taken.append((perf_counter() - start) * 1000)
    return statistics.median(taken)


def once(raw: sqlite3.Connection, query: str, *values: object) -> tuple[float, tuple[Any, ...]]:
    """Milliseconds of the best of three, and the first row."""
    taken, found = [], ()
    for _ in range(3):
        start = perf_counter()
        found = raw.execute(query, values).fetchall()[0]
        taken.append((perf_counter() - start) * 1000)
    return min(taken), found


# ---------------------------------------------------------------------------------------------------------


async def measure(*, answers: int, turns: int, stored: int, people: int) -> dict[str, dict[str, float]]:
    """Everything, with the ratios apart."""
    with tempfile.TemporaryDirectory(dir=".") as name:
        found = await recording(Path(name), answers=answers, turns=turns)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        found |= await reading(Path(name), answers=stored, people=people) | {"memory_mb": memory}
    ratios = ("recorded_over_limit", "naive_over_top20", "naive_over_rank", "rank_ms")
    return {"ratios": {name: round(found[name], 3) for name in ratios}, "figures": found}


def main() -> None:
    """The command."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    asked.add_argument("--answers", type=int, default=20_000, help="recorded in each turn")
    asked.add_argument("--turns", type=int, default=3)
    asked.add_argument("--stored", type=int, default=1_000_000, help="answers in the database that is read")
    asked.add_argument("--people", type=int, default=20_000, help="people in it")
    given = asked.parse_args()
    told = asyncio.run(measure(answers=given.answers, turns=given.turns, stored=given.stored, people=given.people))
    if given.json:
        print(json.dumps(told))
        return
    for part, figures in told.items():
        print(part)
        for name, value in figures.items():
            print(f"  {name:<22}{value:>14,.3f}")


if __name__ == "__main__":
    main()
