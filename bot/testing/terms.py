"""A few weeks of a community, in which anything happens in any order: for tests of what boards say afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Protocol

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from bot.core.ports import Agenda, Ledger
from bot.core.records import Act, Community, Correction, Member, Resettled, Round, RoundState, subject
from bot.core.scorekeeping import Boards, Corrections
from bot.quiz.boards import ALL, STREAK, Period, day_of, season_of, topic_of, week_of
from bot.quiz.ids import Address, Place, Ref, SubmissionId
from bot.quiz.rulings import Credit, Ruling, Voided
from bot.quiz.setups import parse
from bot.testing.questions import an_output
from bot.testing.store_contract import settlement, submit

FIRST = datetime(2026, 11, 26, 9, tzinfo=UTC)
TOPICS = ("types/numbers", "types/strings", "names/binding")
_NUMBERS = count(1)


class Store(Agenda, Ledger, Boards, Corrections, Protocol):
    """The ports that boards are made from, on one database."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A community with a few people, and a question a day: over the turn of a week, a month and nearly a year's end."""

    community: Community
    people: Sequence[Member]
    rounds: Sequence[Round]


async def a_term(store: Store, *, days: int = 7, people: int = 5) -> Term:
    """A new community; nothing has happened in it yet."""
    here = f"console:{next(_NUMBERS)}"
    community = await store.enrol(Place(here), parse("daily 09:00 UTC"), now=FIRST)
    members = [await store.member(Address(f"{here}:{name}"), name) for name in "edcba"[:people]]
    slots = [community.schedule.slot((FIRST + timedelta(days=day)).date()) for day in range(days)]
    rounds = [
        await store.plan(community.id, f"{slot.date}", slot, an_output(topic=TOPICS[at % len(TOPICS)]))
        for at, slot in enumerate(slots)
    ]
    return Term(community=community, people=members, rounds=rounds)


async def answers(store: Store, one: Round, member: Member, points: int, *, hours: int = 1) -> SubmissionId:
    """Somebody's answer, so long after the round opened, is written down and settled."""
    id = f"s{next(_NUMBERS)}"  # noqa: A001
    await submit(store, one, member.id, id, at=one.opens + timedelta(hours=hours))
    await store.settle(SubmissionId(id), settlement(points))
    return SubmissionId(id)


async def seen(store: Store, term: Term) -> dict[str, object]:
    """Everything the boards say about a community."""
    told: dict[str, object] = {}
    for period in periods(term):
        board = term.community.id, period
        told[f"{period} top"] = await store.top(*board, rows=10)
        told[f"{period} people"] = await store.participants(*board)
        for one in term.people:
            told[f"{period} {one.name}"] = (
                await store.standing(*board, one.id),
                await store.around(*board, one.id, reach=2),
                await store.gap(*board, one.id),
            )
    for one in term.people:
        told[f"streak of {one.name}"] = await store.streak(term.community.id, one.id)
    return told


def periods(term: Term) -> list[Period]:
    """Every board that a term can fill."""
    days = [one.date for one in term.rounds]
    found = {period for day in days for period in (day_of(day), week_of(day), season_of(day))}
    return sorted({*found, *(topic_of(subject(topic)) for topic in TOPICS), ALL, STREAK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something happens in a term: to a round, by a person."""

    kind: str
    round: int
    person: int
    amount: int


TERMS = settings(
    max_examples=30,
    deadline=None,  # one store keeps all examples, each in a community of its own
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.differing_executors],
)
HAPPENINGS = st.lists(
    st.builds(
        Happening,
        kind=st.sampled_from(["answer", "receive", "settle", "late", "late", "open", "close", "show", "correct"]),
        round=st.integers(0, 3),
        person=st.integers(0, 2),
        amount=st.integers(0, 30),
    ),
    min_size=12,
    max_size=24,
)


async def happens(store: Store, term: Term, act: Happening, pending: list[SubmissionId]) -> None:
    """Do one act."""
    one, member = term.rounds[act.round], term.people[act.person]
    if act.kind in {"answer", "late", "receive"}:
        await store.move(one.id, RoundState.OPEN, ref=Ref("r"))
    match act.kind:
        case "answer":
            await answers(store, one, member, act.amount)
        case "late":
            await answers(store, one, member, act.amount, hours=24 + act.amount)
        case "receive":
            pending.append(SubmissionId(f"s{next(_NUMBERS)}"))
            await submit(store, one, member.id, pending[-1], at=one.opens + timedelta(hours=act.amount))
        case "settle":
            for id in pending[:1]:  # noqa: A001
                await store.settle(id, settlement(act.amount))
        case "open":
            await store.move(one.id, RoundState.OPEN, ref=Ref("r"))
        case "close":
            await store.move(one.id, RoundState.CLOSED)
        case "correct":
            ruling = Voided(Credit.NONE) if act.amount < 10 else None
            assert await store.correct(await correction(store, term, one, act.amount, ruling))
        case _:
            await store.show(member.id, alias="zz" if act.amount > 20 else None, hidden=act.amount < 10)


async def correction(store: Store, term: Term, one: Round, points: int, ruling: Ruling | None) -> Correction:
    """Every settled answer of a round is worth so much from now on."""
    settled = [entry for entry in await store.history(term.community.id, round=one.id) if entry.settlement is not None]
    changes = [
        Resettled(entry=entry.id, before=entry.settlement, after=settlement(points))
        for entry in settled
        if entry.settlement is not None
    ]
    now = next(known for known in await store.rounds(term.community.id) if known.id == one.id)
    said = Act(community=term.community.id, by=term.people[0].id, at=one.closes, what="void none", why="it was wrong")
    return Correction(
        act=said,
        round=one.id,
        was=now.ruling,
        ruling=ruling,
        key_hash="new",
        settled=len(settled),
        changes=tuple(changes),
    )
