"""The port Sprints in terms of named statements."""

import json
from datetime import date
from functools import partial

from bot.quiz.ids import CommunityId, MemberId, QuestionId
from bot.quiz.sprints import Sprint
from bot.store import rows
from bot.store.database import Database, Row, Run
from bot.store.deriving import sprinted


class StoredSprints:
    """Sprints on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def sprint(self, community: CommunityId, member: MemberId, day: date) -> Sprint | None:
        """See the port."""
        found = await self._database.read("sprint", community, member, day.isoformat())
        return _sprint(found[0]) if found else None

    async def keep(self, community: CommunityId, member: MemberId, sprint: Sprint) -> None:
        """See the port."""
        await self._database.write(partial(_keep, community, member, sprint))


async def _keep(community: CommunityId, member: MemberId, sprint: Sprint, run: Run) -> None:
    questions, results = json.dumps(sprint.questions), json.dumps(sprint.results)
    key = community, member, sprint.day.isoformat()
    await run("sprint_keep", *key, questions, rows.millis(sprint.shown), results, sprint.points)
    await sprinted(run, community, member)


def _sprint(row: Row) -> Sprint:
    return Sprint(
        day=date.fromisoformat(row["day"]),
        questions=tuple(map(QuestionId, json.loads(row["questions"]))),
        shown=rows.moment(row["shown"]),
        results=tuple(json.loads(row["results"])),
    )
