"""From rows to values and back. Instants are milliseconds since 1970."""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import Any

from bot.core.errands import Errand, ErrandKind, ErrandState
from bot.core.records import Act, Community, Entry, Help, HelpKind, Member, Round, RoundState, Seat, Settlement, subject
from bot.quiz import answers, rulings
from bot.quiz.boards import Earned, Score
from bot.quiz.ids import Address, CommunityId, MemberId, Place, QuestionId, Ref, RoundId, SubmissionId
from bot.quiz.scoring import Rule, ScoreLine
from bot.quiz.setups import parse
from bot.quiz.streaks import Streak
from bot.quiz.verdicts import CaseVerdict, Outcome, Verdict
from bot.store.database import Row

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def _fields(value: Any) -> dict[str, object]:  # noqa: ANN401 - any frozen value with slots
    """dataclasses.asdict copies everything deeply: 60 µs a verdict, where this takes 5."""
    return {name: getattr(value, name) for name in value.__slots__}


_JSON = json.JSONEncoder(ensure_ascii=False, default=_fields)


def millis(moment: datetime) -> int:
    """An instant as the store keeps it."""
    return (moment - _EPOCH) // _MILLISECOND


def moment(value: int) -> datetime:
    """An instant as the house uses it, UTC-aware."""
    return _EPOCH + value * _MILLISECOND


def communities(found: Sequence[Row]) -> tuple[Community, ...]:
    """Rows of `community` and `seat`, one a seat, those of a community together."""
    return tuple(_community(list(rows)) for _, rows in groupby(found, key=lambda row: int(row["id"])))


def _community(seats: Sequence[Row]) -> Community:
    row = seats[0]
    return Community(
        id=CommunityId(row["id"]),
        place=Place(row["place"]),
        schedule=parse(row["schedule"]),
        seed=row["seed"],
        since=moment(row["since"]),
        seats=tuple(Seat(number=one["seat"], place=Place(one["seat_place"])) for one in seats),
    )


def member(row: Row) -> Member:
    """A row of `member`."""
    return Member(
        id=MemberId(row["id"]),
        address=Address(row["address"]),
        name=row["name"],
        alias=row["alias"],
        hidden=bool(row["hidden"]),
    )


def round_(row: Row) -> Round:
    """A row of `round`."""
    return Round(
        id=RoundId(row["id"]),
        community=CommunityId(row["community_id"]),
        key=row["key"],
        question=QuestionId(row["question_id"]),
        key_hash=row["key_hash"],
        topic=row["topic"],
        date=date.fromisoformat(row["date"]),
        opens=moment(row["opens"]),
        closes=moment(row["closes"]),
        reveals=moment(row["reveals"]),
        state=RoundState(row["state"]),
        ref=None if row["ref"] is None else Ref(row["ref"]),
        excused=bool(row["excused"]),
        ruling=None if row["ruling"] is None else rulings.loads(row["ruling"]),
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
        seat=row["seat"],
    )


def entry(row: Row, settlement: Settlement | None = None) -> Entry:
    """A row of `submission`; one that was settled just now need not be read back."""
    if settlement is None and row["verdict"] is not None:
        settlement = _settlement(row)
    return Entry(
        id=SubmissionId(row["id"]),
        round=RoundId(row["round_id"]),
        member=MemberId(row["member_id"]),
        answer=answers.loads(row["answer"]),
        key_hash=row["key_hash"],
        at=moment(row["received_at"]),
        late=bool(row["late"]),
        settlement=settlement,
    )


def received(entry: Entry) -> tuple[object, ...]:
    """An entry as its row begins; what `receive` takes before the lease."""
    answer = answers.dumps(entry.answer)
    return (entry.id, entry.round, entry.member, answer, entry.key_hash, millis(entry.at))


def help_(row: Row) -> Help:
    """A row of `help`."""
    return Help(
        round=RoundId(row["round_id"]),
        member=MemberId(row["member_id"]),
        kind=HelpKind(row["kind"]),
        number=row["number"],
        at=moment(row["taken_at"]),
    )


def act(row: Row) -> Act:
    """A row of `act`."""
    return Act(
        community=CommunityId(row["community_id"]),
        by=MemberId(row["by_member"]),
        at=moment(row["at"]),
        what=row["what"],
        why=row["why"],
        result=row["result"],
    )


def acted(one: Act) -> tuple[object, ...]:
    """An act as its row."""
    return (one.community, one.by, millis(one.at), one.what, one.why, one.result)


def earned(row: Row) -> Earned:
    """A row of what somebody earned."""
    day = date.fromisoformat(row["day"])
    late = row["points"] if row["late"] else 0
    return Earned(day=day, topic=subject(row["topic"]), points=row["points"], late=late, at=moment(row["received_at"]))


def score(row: Row) -> Score:
    """A row of `score`."""
    return Score(points=-row["deficit"], late=row["late"], reached_at=moment(row["reached_at"]))


def streak(row: Row) -> Streak:
    """A row of `streak`."""
    return Streak(current=row["current"], best=row["best"], rests=row["rests"])


def verdict_text(verdict: Verdict) -> str:
    """A verdict as JSON."""
    return _JSON.encode(verdict)


def lines_text(lines: tuple[ScoreLine, ...]) -> str:
    """Score lines as JSON."""
    return _JSON.encode(lines)


def verdict(text: str) -> Verdict:
    """A verdict from its JSON."""
    told = json.loads(text)
    return Verdict(
        outcome=Outcome(told["outcome"]),
        reasons=tuple(told["reasons"]),
        cases=tuple(CaseVerdict(**case) for case in told["cases"]),
        stdout=told["stdout"],
        traceback=told["traceback"],
        seconds=told.get("seconds", 0.0),  # not in what earlier releases wrote
        cpu_seconds=told.get("cpu_seconds", 0.0),
    )


def _settlement(row: Row) -> Settlement:
    lines = tuple(ScoreLine(**line | {"rule": Rule(line["rule"])}) for line in json.loads(row["lines"]))
    return Settlement(verdict=verdict(row["verdict"]), lines=lines, attempt=row["attempt"])
