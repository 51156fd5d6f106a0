"""The port Suggestions in terms of named statements."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from bot.core.contributions import Findings, Mistake, Suggestion, SuggestionState, Twin
from bot.quiz.ids import CommunityId, MemberId, QuestionId, SubmissionId, SuggestionId
from bot.store import rows
from bot.store.database import Database, Row, Run, write_one


class StoredSuggestions:
    """Questions that people wrote, on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def suggest(self, suggestion: Suggestion) -> Suggestion:
        """See the port."""
        one = suggestion
        values = (one.event, one.community, one.author, rows.millis(one.at), *_changing(one))

        async def unit(run: Run) -> Row:
            await run("suggest", *values)
            (row,) = await run("suggestion_by_event", one.event)
            return row

        return _suggestion(await self._database.write(unit))

    async def amend(self, suggestion: Suggestion) -> Suggestion | None:
        """See the port."""
        one = suggestion
        found = await write_one(self._database, "amend", one.id, one.revision, *_changing(one))
        return _suggestion(found[0]) if found else None

    async def suggestions(self, community: CommunityId) -> tuple[Suggestion, ...]:
        """See the port."""
        return tuple(map(_suggestion, await self._database.read("suggestions", community)))

    async def suggestion(self, id: SuggestionId) -> Suggestion | None:  # noqa: A002 - the port's word
        """See the port."""
        found = await self._database.read("suggestion", id)
        return _suggestion(found[0]) if found else None


def _changing(one: Suggestion) -> tuple[object, ...]:
    """What can be another after a change."""
    form, findings = (json.dumps(value, ensure_ascii=False) for value in (dict(one.values), asdict(one.findings)))
    return form, one.text, one.state.value, findings, one.topic, int(one.credit)


def _suggestion(row: Row) -> Suggestion:
    return Suggestion(
        id=SuggestionId(row["id"]),
        event=SubmissionId(row["event"]),
        community=CommunityId(row["community_id"]),
        author=MemberId(row["member_id"]),
        at=rows.moment(row["at"]),
        values=json.loads(row["form"]),
        text=row["text"],
        state=SuggestionState(row["state"]),
        findings=_findings(json.loads(row["findings"])),
        topic=row["topic"],
        credit=bool(row["credit"]),
        revision=row["revision"],
    )


def _findings(told: Mapping[str, Any]) -> Findings:
    return Findings(
        versions=tuple(told["versions"]),
        proved=told["proved"],
        mistakes=tuple(Mistake(**one) for one in told["mistakes"]),
        twins=tuple(Twin(question=QuestionId(one["question"]), why=one["why"]) for one in told["twins"]),
    )
