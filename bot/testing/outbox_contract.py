"""The law of Outbox and Watch as tests. Subclass it and give it a `store`: `class TestMine(OutboxContract)`."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

import pytest

from bot.core.errands import Errand, ErrandKind, ErrandState, Move
from bot.core.ports import Agenda, Outbox, Watch
from bot.core.records import Community, Round, RoundState
from bot.quiz.ids import Place, Ref
from bot.quiz.setups import parse
from bot.testing.questions import an_output
from bot.testing.store_contract import MINUTE, NOW

LEASE = NOW + 2 * MINUTE


class Postbox(Agenda, Outbox, Watch, Protocol):
    """The three ports on one database."""


async def a_community(store: Postbox, place: str = "console") -> Community:
    """Somewhere to run errands for."""
    return await store.enrol(Place(place), parse("daily 09:00 UTC"), now=NOW)


async def planned(store: Postbox, community: Community) -> Round:
    """A round that waits to be opened."""
    slot = community.schedule.slot(NOW.date())
    return await store.plan(community.id, f"{slot.date}", slot, an_output())


def errand(
    community: Community, kind: ErrandKind = ErrandKind.OPEN, *, due: datetime = NOW, day: int = 24, seat: int = 0
) -> Errand:
    """Something that is due."""
    return Errand(community=community.id, occasion=f"2026-11-{day}", kind=kind, due=due, seat=seat)


async def claimed(store: Postbox, now: datetime = NOW, lease: datetime = LEASE) -> Errand:
    """Whatever is due first."""
    found = await store.claim(now, lease)
    assert found is not None
    return found


class OutboxContract:
    """Every store keeps these promises."""

    async def test_an_errand_is_written_down_once_a_key(self, store: Postbox) -> None:
        community = await a_community(store)
        first = replace(errand(community, ErrandKind.NOTE), text="ünïcode ✓")
        await store.add(first, replace(first, text="other"))
        await store.add(replace(first, state=ErrandState.SKIPPED))
        assert await store.errands(community.id, since=NOW) == (first,)

    async def test_nothing_is_claimed_before_it_is_due(self, store: Postbox) -> None:
        community = await a_community(store)
        await store.add(errand(community))
        assert await store.claim(NOW - MINUTE, LEASE) is None
        assert (await claimed(store)).key == f"{community.id}:2026-11-24:open"

    async def test_what_ends_comes_before_what_opens_and_the_earliest_first(self, store: Postbox) -> None:
        community = await a_community(store)
        kinds = (ErrandKind.OPEN, ErrandKind.REVEAL, ErrandKind.CLOSE)
        await store.add(*(errand(community, kind) for kind in kinds))
        await store.add(errand(community, due=NOW - MINUTE, day=23))
        order = [(await claimed(store)).key.partition(":")[2] for _ in range(4)]
        assert order == ["2026-11-23:open", "2026-11-24:close", "2026-11-24:reveal", "2026-11-24:open"]

    async def test_two_workers_never_hold_one_errand(self, store: Postbox) -> None:
        community = await a_community(store)
        await store.add(errand(community, day=23), errand(community, day=24))
        found = await asyncio.gather(*(store.claim(NOW, LEASE) for _ in range(5)))
        assert len({one.key for one in found if one}) == 2
        assert found.count(None) == 3

    async def test_a_claim_can_be_for_one_community_or_one_key(self, store: Postbox) -> None:
        here, there = await a_community(store), await a_community(store, "console:b")
        await store.add(errand(here), errand(there), errand(there, ErrandKind.CLOSE))
        mine = await store.claim(NOW, LEASE, community=there.id, key=f"{there.id}:2026-11-24:open")
        assert mine is not None
        assert (mine.community, mine.kind) == (there.id, ErrandKind.OPEN)
        assert await store.claim(NOW, LEASE, key="nobody's") is None

    async def test_a_dead_workers_errand_is_claimed_again_with_a_higher_fence(self, store: Postbox) -> None:
        community = await a_community(store)
        await store.add(errand(community))
        first = await claimed(store)
        assert await store.claim(LEASE - MINUTE, LEASE) is None
        second = await claimed(store, LEASE, LEASE + MINUTE)
        assert (first.fence, second.fence, second.lease) == (1, 2, LEASE + MINUTE)

    async def test_a_zombie_records_nothing(self, store: Postbox) -> None:
        community = await a_community(store)
        one = await planned(store, community)
        await store.add(errand(community))
        zombie = await claimed(store)
        await claimed(store, LEASE, LEASE + MINUTE)
        move = Move(round=one.id, state=RoundState.OPEN, ref=Ref("zombie's"))
        follow = errand(community, ErrandKind.CLOSE)
        assert not await store.finish(zombie, ErrandState.DONE, move=move, then=[follow])
        assert not await store.postpone(zombie, LEASE)
        assert [kept.kind for kept in await store.errands(community.id, since=NOW)] == [ErrandKind.OPEN]
        assert await store.rounds(community.id) == (one,)

    async def test_an_end_moves_the_round_and_adds_what_follows_at_once(self, store: Postbox) -> None:
        community = await a_community(store)
        one = await planned(store, community)
        await store.add(errand(community))
        mine = await claimed(store)
        follow = [replace(errand(community, kind), round=one.id) for kind in (ErrandKind.CLOSE, ErrandKind.REVEAL)]
        move = Move(round=one.id, state=RoundState.OPEN, ref=Ref("r"))
        assert await store.finish(mine, ErrandState.DONE, move=move, then=follow)
        (moved,) = await store.rounds(community.id)
        assert (moved.state, moved.ref) == (RoundState.OPEN, "r")
        states = {kept.kind: (kept.state, kept.round) for kept in await store.errands(community.id, since=NOW)}
        assert states == {
            ErrandKind.OPEN: (ErrandState.DONE, None),
            ErrandKind.CLOSE: (ErrandState.DUE, one.id),
            ErrandKind.REVEAL: (ErrandState.DUE, one.id),
        }

    async def test_an_end_is_final(self, store: Postbox) -> None:
        community = await a_community(store)
        await store.add(errand(community))
        mine = await claimed(store)
        assert await store.finish(mine, ErrandState.SKIPPED)
        assert not await store.finish(mine, ErrandState.DONE)
        assert await store.claim(LEASE + MINUTE, LEASE + 2 * MINUTE) is None
        assert await store.next_moment() is None

    async def test_a_postponed_errand_comes_back_when_it_was_told_to(self, store: Postbox) -> None:
        community = await a_community(store)
        await store.add(errand(community))
        assert await store.postpone(await claimed(store), NOW + MINUTE)
        assert await store.claim(NOW, LEASE) is None
        assert await store.next_moment() == NOW + MINUTE
        assert (await claimed(store, NOW + MINUTE, LEASE)).fence == 2

    async def test_the_next_moment_is_the_earliest_that_can_be_claimed(self, store: Postbox) -> None:
        community = await a_community(store)
        assert await store.next_moment() is None
        await store.add(errand(community), errand(community, due=NOW + 9 * MINUTE, day=25))
        assert await store.next_moment() == NOW
        await claimed(store)
        assert await store.next_moment() == LEASE

    async def test_the_latest_opening_of_each_community_is_known(self, store: Postbox) -> None:
        here, there = await a_community(store), await a_community(store, "console:b")
        await store.add(errand(here), errand(here, due=NOW - MINUTE, day=23), errand(there, due=NOW - MINUTE))
        extra = Errand(community=there.id, occasion="2026-11-24+0", kind=ErrandKind.OPEN, due=NOW)
        await store.add(extra, errand(there, ErrandKind.CLOSE, due=NOW + MINUTE))
        assert await store.openings() == {here.id: NOW, there.id: NOW - MINUTE}

    async def test_what_is_due_at_the_end_of_a_round_moves_with_it(self, store: Postbox) -> None:
        community = await a_community(store)
        one = await planned(store, community)
        ends = [replace(errand(community, kind), round=one.id) for kind in (ErrandKind.CLOSE, ErrandKind.REVEAL)]
        await store.add(*ends)
        await store.shift(one.id, closes=NOW + MINUTE, reveals=NOW + 3 * MINUTE)
        dues = {kept.kind: kept.due for kept in await store.errands(community.id, since=NOW)}
        assert dues == {ErrandKind.CLOSE: NOW + MINUTE, ErrandKind.REVEAL: NOW + 3 * MINUTE}

    @pytest.mark.parametrize(
        ("since", "until", "excused"), [(-60, -1, False), (-60, 30, True), (30, 60, True), (1500, 1600, False)]
    )
    async def test_a_round_open_during_an_outage_is_excused(
        self, store: Postbox, since: int, until: int, *, excused: bool
    ) -> None:
        community = await a_community(store)
        one = await planned(store, community)
        await store.move(one.id, RoundState.OPEN, ref=Ref("r"))
        await store.excuse(NOW + since * MINUTE, NOW + until * MINUTE)
        (kept,) = await store.rounds(community.id)
        assert kept.excused == excused

    async def test_a_pulse_is_remembered_to_the_minute(self, store: Postbox) -> None:
        moments = [NOW, NOW + timedelta(seconds=59), NOW + MINUTE, NOW + 2 * MINUTE]
        assert [await store.pulse(moment) for moment in moments] == [None, NOW, NOW, NOW + MINUTE]
