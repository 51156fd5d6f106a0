"""A database from before communities could have several places goes on as it is."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from bot.core.cards import RevealCard
from bot.core.heartbeat import beat
from bot.core.messages import Note
from bot.core.records import RoundState, Seat
from bot.quiz.ids import Place
from bot.store.sqlite import SQLiteStore
from bot.store.sqlite.migrating import migrations
from bot.testing.days import MORNING, PLACE, Day
from bot.testing.questions import an_output

HOUR = 3_600_000
NINE = int(MORNING.replace(hour=9).timestamp() * 1000)


async def test_what_was_posted_before_is_closed_and_revealed_where_it_stands(tmp_path: Path) -> None:
    path, day = tmp_path / "old.sqlite", Day(an_output("q"))
    posted = day.chat.paper.send(PLACE, Note("the card"), key="1:2026-11-24", under=None, nonce=False)
    async with SQLiteStore.open(path, known=tuple(one for one in migrations() if one.version < 9)):
        pass
    with closing(sqlite3.connect(path)) as old:
        old.execute("insert into community values (1, ?, 'daily 09:00 UTC open=2h', 's', 0)", (PLACE,))
        old.execute(
            "insert into round "
            "(id, community_id, key, question_id, key_hash, topic, date, opens, closes, reveals, state, ref) "
            "values (1, 1, '2026-11-24', 'q', 'k', 'a/x', '2026-11-24', ?, ?, ?, 'open', ?)",
            (NINE, NINE + HOUR, NINE + HOUR, posted),
        )
        for kind, due in (("open", 0), ("close", HOUR), ("reveal", HOUR)):
            old.execute(
                "insert into errand (key, community_id, occasion, kind, due, state, round_id, text) "
                "values (?, 1, '2026-11-24', ?, ?, ?, 1, '')",
                (f"1:2026-11-24:{kind}", kind, NINE + due, "done" if kind == "open" else "due"),
            )
        old.commit()
    async with SQLiteStore.open(path) as store:
        (community,) = await store.communities()
        assert community.seats == (Seat(number=0, place=PLACE),)
        assert dict(await store.posts((await store.rounds(community.id))[0].id)) == {PLACE: posted}
        await day.clock.advance_to(MORNING.replace(hour=10))
        day.world = replace(
            day.world, agenda=store, places=store, ledger=store, boards=store, outbox=store, watch=store, privacy=store
        )
        await beat(day.world)
        assert [one.state for one in await store.rounds(community.id)] == [RoundState.REVEALED]
        assert isinstance(day.chat.posts[posted].view, RevealCard)
        assert len(day.chat.posts) == 1
        again = await store.enrol(PLACE, community.schedule, now=MORNING)
        assert (again.id, again.place) == (community.id, Place(PLACE))
