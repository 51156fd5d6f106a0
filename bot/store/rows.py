"""From rows to values and back. Instants are milliseconds since 1970."""

import json
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta

from bot.core.errands import Errand, ErrandKind, ErrandState
from bot.core.records import Community, Entry, Help, HelpKind, Member, Round, RoundState, Settlement
from bot.quiz import answers
from bot.quiz.ids import Address, CommunityId, MemberId, Place, QuestionId, Ref, RoundId, SubmissionId
from bot.quiz.scoring import Rule, ScoreLine
from bot.quiz.setups import parse
from bot.quiz.standings import Tally
from bot.quiz.verdicts import CaseVerdict, Outcome, Verdict
from bot.store.database import Row

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def millis(moment: datetime) -> int:
    """An instant as the store keeps it."""
    return (moment - _EPOCH) // _MILLISECOND


def moment(value: int) -> datetime:
    """An instant as the house uses it, UTC-aware."""
    return _EPOCH + value * _MILLISECOND


def community(row: Row) -> Community:
    """A row of `community`."""
    return Community(
        id=CommunityId(row["id"]),
        place=Place(row["place"]),
        schedule=parse(row["schedule"]),
        seed=row["seed"],
        since=moment(row["since"]),
    )


def member(row: Row) -> Member:
    """A row of `member`."""
    return Member(id=MemberId(row["id"]), address=Address(row["address"]), name=row["name"])


def round_(row: Row) -> Round:
    """A row of `round`."""
    return Round(
        id=RoundId(row["id"]),
        community=CommunityId(row["community_id"]),
        key=row["key"],
        question=QuestionId(row["question_id"]),
        key_hash=row["key_hash"],
        date=date.fromisoformat(row["date"]),
        opens=moment(row["opens"]),
        closes=moment(row["closes"]),
        reveals=moment(row["reveals"]),
        state=RoundState(row["state"]),
        ref=None if row["ref"] is None else Ref(row["ref"]),
        excused=bool(row["excused"]),
    )


def errand(row: Row) -> Errand:
    """A row of `errand`."""
    return Errand(
        community=CommunityId(row["community_id"]),
        occasion=row["occasion"],
        kind=ErrandKind(row["kind"]),
        due=moment(row["due"]),
        state=ErrandState(row["state"]),
        round=None if row["round_id"] is None else RoundId(row["round_id"]),
        text=row["text"],
        lease=moment(row["lease"]) if row["lease"] else None,
        fence=row["fence"],
    )


def entry(row: Row) -> Entry:
    """A row of `submission`."""
    return Entry(
        id=SubmissionId(row["id"]),
        round=RoundId(row["round_id"]),
        member=MemberId(row["member_id"]),
        answer=answers.loads(row["answer"]),
        key_hash=row["key_hash"],
        at=moment(row["received_at"]),
        settlement=None if row["verdict"] is None else _settlement(row),
    )


def help_(row: Row) -> Help:
    """A row of `help`."""
    return Help(
        round=RoundId(row["round_id"]),
        member=MemberId(row["member_id"]),
        kind=HelpKind(row["kind"]),
        number=row["number"],
        at=moment(row["taken_at"]),
    )


def tally(row: Row) -> Tally:
    """A row of the tallies."""
    return Tally(member=MemberId(row["member"]), name=row["name"], points=row["points"])


def verdict_text(verdict: Verdict) -> str:
    """A verdict as JSON."""
    return json.dumps(asdict(verdict), ensure_ascii=False)


def lines_text(lines: tuple[ScoreLine, ...]) -> str:
    """Score lines as JSON."""
    return json.dumps([asdict(line) for line in lines], ensure_ascii=False)


def _settlement(row: Row) -> Settlement:
    told = json.loads(row["verdict"])
    verdict = Verdict(
        outcome=Outcome(told["outcome"]),
        reasons=tuple(told["reasons"]),
        cases=tuple(CaseVerdict(**case) for case in told["cases"]),
        stdout=told["stdout"],
        traceback=told["traceback"],
    )
    lines = tuple(ScoreLine(**line | {"rule": Rule(line["rule"])}) for line in json.loads(row["lines"]))
    return Settlement(verdict=verdict, lines=lines, attempt=row["attempt"])
