"""The port Lives in terms of named statements."""

import json
from collections.abc import Mapping
from dataclasses import replace

from bot.quiz.ids import CommunityId, MemberId, Place, QuestionId, Ref
from bot.quiz.lives import Live
from bot.store.database import Database, Row, write_one


class StoredLives:
    """Study nights on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def begin_live(self, live: Live) -> Live:
        """See the port."""
        told = live.community, live.place, live.title, json.dumps(live.questions)
        (row,) = await write_one(self._database, "live_begin", *told)
        return replace(live, id=row["id"])

    async def keep_live(self, live: Live) -> None:
        """See the port."""
        told = live.id, live.at, int(live.shown), int(live.over), json.dumps(live.refs)
        await write_one(self._database, "live_keep", *told)

    async def live(self, id: int) -> Live | None:  # noqa: A002 - the noun's own word
        """See the port."""
        found = await self._database.read("live", id)
        return _live(found[0]) if found else None

    async def live_now(self, community: CommunityId) -> Live | None:
        """See the port."""
        found = await self._database.read("live_now", community)
        return _live(found[0]) if found else None

    async def answer_live(self, id: int, at: int, member: MemberId, *, right: bool) -> bool:  # noqa: A002
        """See the port."""
        return bool(await write_one(self._database, "live_answer", id, at, member, int(right)))

    async def live_answers(self, id: int) -> Mapping[int, Mapping[MemberId, bool]]:  # noqa: A002
        """See the port."""
        answers: dict[int, dict[MemberId, bool]] = {}
        for row in await self._database.read("live_answers", id):
            answers.setdefault(row["at"], {})[MemberId(row["member_id"])] = bool(row["correct"])
        return answers


def _live(row: Row) -> Live:
    return Live(
        id=row["id"],
        community=CommunityId(row["community_id"]),
        place=Place(row["place"]),
        title=row["title"],
        questions=tuple(map(QuestionId, json.loads(row["questions"]))),
        at=row["at"],
        shown=bool(row["shown"]),
        over=bool(row["over"]),
        refs=tuple(map(Ref, json.loads(row["refs"]))),
    )
