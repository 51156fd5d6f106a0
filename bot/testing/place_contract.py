"""The law of Places as tests."""

from typing import Protocol

from bot.core.belonging import Places
from bot.core.errands import ErrandKind, ErrandState, Move
from bot.core.ports import Agenda, Ledger, Outbox
from bot.core.records import RoundState
from bot.quiz.ids import Place, Ref
from bot.quiz.setups import parse
from bot.testing.outbox_contract import LEASE, errand
from bot.testing.store_contract import MINUTE, NOW, a_round

HERE, THERE, ELSEWHERE = Place("console"), Place("paper:1:2"), Place("paper:1:3")


class Gathered(Agenda, Ledger, Outbox, Places, Protocol):
    """The ports on one database."""


class PlaceContract:
    """Every store keeps these promises."""

    async def test_a_community_can_have_several_places_each_with_its_number(self, store: Gathered) -> None:
        community, _ = await a_round(store)
        await store.join(community.id, THERE, now=NOW)
        joined = await store.join(community.id, ELSEWHERE, now=NOW)
        assert [(one.number, one.place) for one in joined.seats] == [(0, HERE), (1, THERE), (2, ELSEWHERE)]
        assert (joined.place, joined.seed, joined.since) == (community.place, community.seed, community.since)
        assert await store.communities() == (joined,)
        assert await store.join(community.id, THERE, now=NOW) == joined

    async def test_enrolling_in_any_of_its_places_is_about_the_one_community(self, store: Gathered) -> None:
        community, _ = await a_round(store)
        await store.join(community.id, THERE, now=NOW)
        enrolled = await store.enrol(THERE, parse("daily 10:00 UTC"), now=NOW)
        assert (enrolled.id, enrolled.schedule.at.hour) == (community.id, 10)
        assert await store.communities() == (enrolled,)

    async def test_a_place_that_comes_back_has_its_number_and_no_other_place_gets_it(self, store: Gathered) -> None:
        community, _ = await a_round(store)
        await store.join(community.id, THERE, now=NOW)
        await store.leave(THERE, now=NOW)
        assert [one.places for one in await store.communities()] == [(HERE,)]
        await store.join(community.id, ELSEWHERE, now=NOW)
        back = await store.join(community.id, THERE, now=NOW)
        assert [(one.number, one.place) for one in back.seats] == [(0, HERE), (1, THERE), (2, ELSEWHERE)]

    async def test_where_the_first_place_leaves_the_next_is_the_first(self, store: Gathered) -> None:
        community, one = await a_round(store)
        await store.join(community.id, THERE, now=NOW)
        await store.leave(HERE, now=NOW)
        (left,) = await store.communities()
        assert (left.id, left.place, left.places) == (community.id, THERE, (THERE,))
        assert await store.rounds(left.id) == (one,)
        new = await store.enrol(HERE, parse("daily 10:00 UTC"), now=NOW)
        assert new.id != community.id
        assert len(await store.communities()) == 2

    async def test_a_place_belongs_to_one_community_and_the_last_takes_it_along(self, store: Gathered) -> None:
        here, _ = await a_round(store)
        there, _ = await a_round(store, THERE)
        await store.join(here.id, THERE, now=NOW)
        (left,) = await store.communities()
        assert (left.id, left.places) == (here.id, (HERE, THERE))
        await store.leave(ELSEWHERE, now=NOW)
        assert await store.communities() == (left,)
        assert len(await store.rounds(there.id)) == 1

    async def test_a_round_is_posted_once_a_place(self, store: Gathered) -> None:
        community, one = await a_round(store)
        await store.join(community.id, THERE, now=NOW)
        assert await store.posts(one.id) == {}
        for seat, place, ref in ((1, THERE, "t"), (0, None, "h")):
            await store.add(errand(community, ErrandKind.OPEN, seat=seat))
            mine = await store.claim(NOW, LEASE)
            assert mine is not None
            assert (mine.seat, mine.key.endswith("open@1")) == (seat, seat == 1)
            move = Move(round=one.id, state=RoundState.OPEN, ref=Ref(ref), place=place)
            assert await store.finish(mine, ErrandState.DONE, move=move)
        assert list((await store.posts(one.id)).items()) == [(THERE, "t"), (HERE, "h")]
        (shown,) = await store.rounds(community.id)
        assert (shown.state, shown.ref) == (RoundState.OPEN, "t")

    async def test_a_place_that_comes_late_is_noted_and_the_round_stays_where_it_is(self, store: Gathered) -> None:
        community, one = await a_round(store)
        await store.move(one.id, RoundState.CLOSED, ref=Ref("h"))
        await store.add(errand(community))
        late = await store.claim(NOW + MINUTE, LEASE)
        assert late is not None
        await store.finish(
            late, ErrandState.DONE, move=Move(round=one.id, state=RoundState.OPEN, ref=Ref("t"), place=THERE)
        )
        (shown,) = await store.rounds(community.id)
        assert (shown.state, shown.ref) == (RoundState.CLOSED, "h")
        assert await store.posts(one.id) == {HERE: "h", THERE: "t"}
