"""The law of Agenda and Ledger as tests. Subclass it and give it a `store`: `class TestMine(StoreContract)`."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Protocol

import pytest

from bot.core.ports import Agenda, Ledger
from bot.core.records import Community, Help, HelpKind, Received, Round, RoundState, Settlement
from bot.quiz.answers import Code
from bot.quiz.errors import StoreTrouble
from bot.quiz.ids import Address, MemberId, Place, Ref, RoundId, SubmissionId
from bot.quiz.scoring import Rule, ScoreLine
from bot.quiz.setups import parse
from bot.quiz.verdicts import CaseVerdict, Outcome, Verdict
from bot.testing.questions import an_output

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


class Store(Agenda, Ledger, Protocol):
    """Both ports on one database."""


def settlement(points: int = 10, *, right: bool = True) -> Settlement:
    """A verdict with every field filled, so that none is lost on the way."""
    case = CaseVerdict(passed=right, visible=True, category="c", call="f()", expected="1", got="2")
    verdict = Verdict(
        outcome=Outcome.PASSED if right else Outcome.WRONG,
        reasons=("because", "ünïcode ✓"),
        cases=(case,),
        stdout="out",
        traceback="trace",
    )
    return Settlement(verdict=verdict, lines=(ScoreLine(rule=Rule.LEVEL, points=points, why="level 1"),), attempt=1)


async def a_round(store: Store, place: str = "console") -> tuple[Community, Round]:
    """A community with one planned round."""
    community = await store.enrol(Place(place), parse("daily 09:00 UTC"), now=NOW)
    slot = community.schedule.slot(NOW.date())
    return community, await store.plan(community.id, "2026-11-24", slot, an_output())


async def submit(store: Store, one: Round, member: MemberId, id: str = "s1", at: datetime = NOW) -> Received:  # noqa: A002
    """An answer arrives."""
    return await store.receive(
        SubmissionId(id), round=one.id, member=member, answer=Code("x = 1"), key_hash="k", at=at, lease=at + MINUTE
    )


class StoreContract:
    """Every store keeps these promises."""

    async def test_enrolling_twice_keeps_the_community_and_takes_the_new_schedule(self, store: Store) -> None:
        first = await store.enrol(Place("console"), parse("daily 09:00 UTC"), now=NOW)
        second = await store.enrol(Place("console"), parse("weekdays 10:30 Europe/Berlin"), now=NOW + MINUTE)
        assert (second.id, second.seed, second.since) == (first.id, first.seed, NOW)
        assert second.schedule == parse("weekdays 10:30 Europe/Berlin")
        assert await store.communities() == (second,)

    async def test_a_round_is_planned_once_a_key(self, store: Store) -> None:
        community, one = await a_round(store)
        again = await store.plan(community.id, one.key, community.schedule.slot(NOW.date()), an_output("other"))
        assert again == one
        assert await store.rounds(community.id) == (one,)

    async def test_a_round_only_moves_forward(self, store: Store) -> None:
        community, one = await a_round(store)
        await store.move(one.id, RoundState.CLOSED, ref=Ref("r"))
        await store.move(one.id, RoundState.OPEN)
        (moved,) = await store.rounds(community.id)
        assert (moved.state, moved.ref) == (RoundState.CLOSED, "r")

    async def test_a_round_can_be_given_another_end(self, store: Store) -> None:
        community, one = await a_round(store)
        await store.shift(one.id, closes=NOW + MINUTE, reveals=NOW + 2 * MINUTE)
        (shifted,) = await store.rounds(community.id)
        assert (shifted.closes, shifted.reveals) == (NOW + MINUTE, NOW + 2 * MINUTE)

    async def test_rounds_of_other_communities_stay_theirs(self, store: Store) -> None:
        here, one = await a_round(store, "console:a")
        there, other = await a_round(store, "console:b")
        assert await store.rounds(here.id) == (one,)
        assert await store.rounds(there.id) == (other,)

    async def test_a_person_is_one_member_under_the_latest_name(self, store: Store) -> None:
        first = await store.member(Address("console:ada"), "ada")
        second = await store.member(Address("console:ada"), "Ada L.")
        assert second.id == first.id
        assert second.name == "Ada L."

    async def test_an_answer_delivered_twice_is_written_once(self, store: Store) -> None:
        community, one = await a_round(store)
        ada = await store.member(Address("console:ada"), "ada")
        first = await submit(store, one, ada.id)
        second = await submit(store, one, ada.id, at=NOW + MINUTE)
        assert (first.new, second.new) == (True, False)
        assert second.entry == first.entry
        assert await store.history(community.id) == (first.entry,)

    async def test_settling_twice_keeps_the_first_verdict_whole(self, store: Store) -> None:
        _, one = await a_round(store)
        ada = await store.member(Address("console:ada"), "ada")
        await submit(store, one, ada.id)
        first = await store.settle(SubmissionId("s1"), settlement(10))
        second = await store.settle(SubmissionId("s1"), settlement(99, right=False))
        assert second == first
        assert first.settlement == settlement(10)

    async def test_settling_what_was_never_received_is_trouble(self, store: Store) -> None:
        with pytest.raises(StoreTrouble):
            await store.settle(SubmissionId("nobody's"), settlement())

    async def test_pending_answers_come_back_when_their_lease_is_over(self, store: Store) -> None:
        _, one = await a_round(store)
        ada = await store.member(Address("console:ada"), "ada")
        pending = (await submit(store, one, ada.id, "s1")).entry
        await submit(store, one, ada.id, "s2")
        await store.settle(SubmissionId("s2"), settlement())
        assert await store.unsettled(NOW) == ()
        assert await store.unsettled(NOW + MINUTE) == (pending,)

    async def test_an_answer_to_nothing_or_by_nobody_is_trouble(self, store: Store) -> None:
        community, one = await a_round(store)
        ada = await store.member(Address("console:ada"), "ada")
        with pytest.raises(StoreTrouble):
            await submit(store, replace(one, id=RoundId(404)), ada.id)
        with pytest.raises(StoreTrouble):
            await submit(store, one, MemberId(404))
        assert await store.history(community.id) == ()

    async def test_moving_a_round_nobody_planned_changes_nothing(self, store: Store) -> None:
        community, one = await a_round(store)
        await store.move(RoundId(404), RoundState.OPEN)
        await store.shift(RoundId(404), closes=NOW, reveals=NOW)
        assert await store.rounds(community.id) == (one,)

    async def test_history_can_be_one_persons(self, store: Store) -> None:
        community, one = await a_round(store)
        ada = await store.member(Address("console:ada"), "ada")
        ben = await store.member(Address("console:ben"), "ben")
        await submit(store, one, ada.id, "s1")
        await submit(store, one, ben.id, "s2", at=NOW + MINUTE)
        assert [entry.id for entry in await store.history(community.id, ada.id)] == ["s1"]
        assert [entry.id for entry in await store.history(community.id)] == ["s1", "s2"]

    async def test_help_is_noted_once(self, store: Store) -> None:
        _, one = await a_round(store)
        ada = await store.member(Address("console:ada"), "ada")
        hint = Help(round=one.id, member=ada.id, kind=HelpKind.HINT, number=1, at=NOW)
        for _ in range(2):
            assert await store.helps(one.id, ada.id, taken=hint) == (hint,)
        assert await store.helps(one.id, MemberId(99)) == ()
