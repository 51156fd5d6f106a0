"""The port Recalls in terms of named statements."""

from functools import partial

from bot.quiz import recalls
from bot.quiz.ids import MemberId, QuestionId, RoundId
from bot.quiz.recalls import Rating, Recall
from bot.store.database import Database, Row, Run


class StoredRecalls:
    """What people review, on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def deck(self, member: MemberId) -> tuple[Recall, ...]:
        """See the port."""
        return tuple(sorted(map(_recall, await self._database.read("deck", member)), key=recalls.in_order))

    async def recall(self, member: MemberId, *recalls: Recall) -> None:
        """See the port."""
        await self._database.write(partial(_keep, member, recalls))


async def _keep(member: MemberId, kept: tuple[Recall, ...], run: Run) -> None:
    for one in kept:
        before = None if one.before is None else recalls.dumps(one.before)
        memory = recalls.dumps(one.memory)
        await run("recall", member, one.question, one.round, one.rating.value, memory, before, one.times)


def _recall(row: Row) -> Recall:
    return Recall(
        question=QuestionId(row["question_id"]),
        round=RoundId(row["round_id"]),
        rating=Rating(row["rating"]),
        memory=recalls.loads(row["memory"]),
        before=None if row["before"] is None else recalls.loads(row["before"]),
        times=row["times"],
    )
