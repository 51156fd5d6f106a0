"""The law of Identities as tests."""

from dataclasses import replace
from datetime import timedelta
from typing import Protocol

from bot.core.belonging import Identities
from bot.core.contributions import Letter, LetterKind, Mute
from bot.core.filing import Inbox
from bot.core.records import Act, Help, HelpKind, Member, Resettled, RoundState, Union
from bot.core.scorekeeping import Privacy, Sprints
from bot.core.studying import Profiles, Recalls
from bot.quiz.boards import ALL
from bot.quiz.ids import Address, CommunityId, MemberId, Ref
from bot.quiz.preferences import Preferences
from bot.quiz.streaks import Streak
from bot.testing.sprint_contract import SPRINT
from bot.testing.store_contract import MINUTE, NOW, settlement, submit
from bot.testing.terms import FIRST, Store, Term, a_term, answers, seen

DAY = timedelta(days=1)


class Known(Store, Identities, Inbox, Privacy, Profiles, Recalls, Sprints, Protocol):
    """The ports on one database."""


async def one_of_two(store: Known, term: Term, **changes: object) -> Union:
    """The first two people of a term turn out to be one; nothing is worth less for it."""
    into, other = term.people[:2]
    history = [*await store.history(term.community.id, into.id), *await store.history(term.community.id, other.id)]
    settled = sum(one.settlement is not None for one in history)
    plain = Union(into=into.id, other=other.id, settled=settled, changes=(), acts=())
    return replace(plain, **changes)  # type: ignore[arg-type]


class IdentityContract:
    """Every store keeps who is who like this."""

    async def test_two_people_become_one_with_all_their_addresses_and_answers(self, store: Known) -> None:
        term = await a_term(store)
        (ada, other, ben), here = term.people[:3], term.community.id
        for at, member in ((0, ada), (1, other), (1, ben)):
            await answers(store, term.rounds[at], member, 7)
        assert await store.unite(await one_of_two(store, term), now=NOW)
        assert [(row.member, row.points) for row in await store.top(here, ALL, rows=9)] == [(ada.id, 14), (ben.id, 7)]
        assert await store.participants(here, ALL) == 2
        assert await store.addresses(ada.id) == (ada.address, other.address)
        assert (await store.member(other.address, "another name")) == ada
        assert (await store.known(other.address), await store.known(Address("console:nobody"))) == (ada, None)
        assert {one.member for one in await store.history(here)} == {ada.id, ben.id}
        assert len(await store.history(here, ada.id)) == 2
        assert other.id not in {one.id for one in await store.people(here)}
        kept = await seen(store, term)
        await store.rebuild(here)
        assert await seen(store, term) == kept

    async def test_a_streak_is_what_both_answered(self, store: Known) -> None:
        term = await a_term(store)
        ada, other = term.people[:2]
        for one, member in zip(term.rounds[:4], (ada, other, ada, other), strict=True):
            await store.move(one.id, RoundState.OPEN, ref=Ref("r"))
            await answers(store, one, member, 0)
            await store.move(one.id, RoundState.CLOSED)
        assert (await store.streak(term.community.id, ada.id)).current == 0
        assert await store.unite(await one_of_two(store, term), now=NOW)
        assert await store.streak(term.community.id, ada.id) == Streak(current=4, best=4)
        assert await store.streak(term.community.id, other.id) == Streak()

    async def test_what_was_worth_something_twice_is_not_and_the_log_says_so(self, store: Known) -> None:
        term = await a_term(store)
        (ada, other), here = term.people[:2], term.community.id
        await answers(store, term.rounds[0], ada, 7)
        twice = await answers(store, term.rounds[0], other, 7, hours=2)
        act = Act(community=here, by=ada.id, at=FIRST, what="link", result="1 score changes")
        change = Resettled(entry=twice, before=settlement(7), after=settlement(0))
        assert await store.unite(await one_of_two(store, term, changes=(change,), acts=(act,)), now=NOW)
        mine = await store.standing(here, ALL, ada.id)
        assert mine is not None
        assert mine.points == 7
        assert await store.acts(here) == (act,)

    async def test_nothing_changes_where_the_ledger_went_on_or_somebody_is_gone(self, store: Known) -> None:
        term = await a_term(store)
        (ada, other), here = term.people[:2], term.community.id
        id_ = await answers(store, term.rounds[0], ada, 7)
        early = await one_of_two(store, term)
        await answers(store, term.rounds[1], other, 7)
        wrong = Resettled(entry=id_, before=settlement(8), after=settlement(0))
        before = await seen(store, term)
        assert not await store.unite(early, now=NOW)
        assert not await store.unite(await one_of_two(store, term, changes=(wrong,)), now=NOW)
        assert not await store.unite(replace(early, settled=2, other=MemberId(4040)), now=NOW)
        assert await seen(store, term) == before
        await store.erase(other.address, now=NOW)
        assert not await store.unite(await one_of_two(store, term), now=NOW)
        assert await store.addresses(ada.id) == (ada.address,)
        assert len(await store.history(here)) == 2

    async def test_all_that_somebody_left_goes_along_once(self, store: Known) -> None:
        term = await a_term(store)
        (ada, other), here, one = term.people[:2], term.community.id, term.rounds[0]
        for member, minutes in ((other, 0), (ada, 1)):
            hint = Help(round=one.id, member=member.id, kind=HelpKind.HINT, number=1, at=NOW + minutes * MINUTE)
            await store.helps(one.id, member.id, taken=hint)
            await store.keep(here, member.id, replace(SPRINT, shown=SPRINT.shown + minutes * MINUTE))
        await store.prefer(other.id, Preferences(zone="Asia/Kolkata"))
        await store.leave_letter(
            Letter(community=here, to=other.id, at=NOW, kind=LetterKind.ASKED, title="t", quote="hello")
        )
        await store.record(Act(community=here, by=other.id, at=FIRST, what="post"))
        assert await store.unite(await one_of_two(store, term), now=NOW)
        assert len(await store.helps(one.id, ada.id)) == 1
        assert await store.sprint(here, ada.id, SPRINT.day) == SPRINT
        for address in (ada.address, other.address):
            assert (await store.preferences(address)).zone == "Asia/Kolkata"
        for address in (ada.address, other.address):
            assert [letter.quote for letter in await store.letters(here, address)] == ["hello"]
        assert [act.by for act in await store.acts(here)] == [ada.id]

    async def test_who_was_hidden_or_muted_under_either_address_stays_so(self, store: Known) -> None:
        term = await a_term(store)
        (ada, other), here = term.people[:2], term.community.id
        await answers(store, term.rounds[0], ada, 7)
        await store.show(other.id, alias="owl", hidden=True)
        await store.mute(Mute(community=here, member=other.id, at=FIRST, reason="copied"))
        assert await store.unite(await one_of_two(store, term), now=NOW)
        assert await store.top(here, ALL, rows=9) == ()
        await store.show(ada.id, alias="owl", hidden=False)
        assert await store.top(here, ALL, rows=9) == ()
        assert await store.unmute(here, ada.id)
        assert [row.name for row in await store.top(here, ALL, rows=9)] == ["owl"]

    async def test_erasing_any_address_erases_the_person_at_all_of_them(self, store: Known) -> None:
        term = await a_term(store)
        (ada, other), here = term.people[:2], term.community.id
        for member in (ada, other):
            await answers(store, term.rounds[0], member, 7)
        assert await store.unite(await one_of_two(store, term), now=NOW)
        assert await store.erase(other.address, now=NOW)
        assert await store.top(here, ALL, rows=9) == ()
        assert (await store.known(ada.address), await store.known(other.address)) == (None, None)
        assert len({(await store.member(address, "new")).id for address in (ada.address, other.address)}) == 2

    async def test_people_who_are_one_can_become_one_with_a_third(self, store: Known) -> None:
        term = await a_term(store)
        ada, other, third = term.people[:3]
        assert await store.unite(await one_of_two(store, term), now=NOW)
        again = Union(into=third.id, other=ada.id, settled=0, changes=(), acts=())
        assert await store.unite(again, now=NOW + MINUTE)
        assert set(await store.addresses(third.id)) == {third.address, ada.address, other.address}
        assert (await store.member(other.address, "b")).id == third.id

    async def test_an_address_that_parts_begins_anew_and_all_that_was_earned_stays(self, store: Known) -> None:
        term = await a_term(store)
        (ada, other), here = term.people[:2], term.community.id
        await answers(store, term.rounds[0], other, 7)
        assert await store.unite(await one_of_two(store, term), now=NOW)
        assert await store.part(ada.address)
        assert await store.addresses(ada.id) == (other.address,)
        assert (await store.member(ada.address, "anew")).id not in {ada.id, other.id}
        assert [row.member for row in await store.top(here, ALL, rows=9)] == [ada.id]
        assert not await store.part(other.address)
        assert not await store.part(Address("console:nobody"))

    async def test_a_further_address_can_part_as_well(self, store: Known) -> None:
        term = await a_term(store)
        ada, other = term.people[:2]
        assert await store.unite(await one_of_two(store, term), now=NOW)
        assert await store.part(other.address)
        assert await store.addresses(ada.id) == (ada.address,)
        assert await store.known(other.address) is None

    async def test_who_has_left_is_hidden_in_that_community_alone_and_comes_back(self, store: Known) -> None:
        term, elsewhere = await a_term(store), await a_term(store)
        ada, here, there = term.people[0], term.community.id, elsewhere.community.id
        for place in (term, elsewhere):
            await answers(store, place.rounds[0], ada, 7)
        await store.presence(here, ada.id, there=False, now=FIRST)
        assert await names(store, here, there) == ([], ["e"])
        mine = await store.standing(here, ALL, ada.id)
        assert mine is not None
        assert mine.points == 7
        await store.presence(here, ada.id, there=None, now=FIRST)
        await store.show(ada.id, alias="owl", hidden=False)
        assert await names(store, here, there) == ([], ["owl"])
        await store.rebuild(here)
        assert await store.top(here, ALL, rows=9) == ()
        await store.presence(here, ada.id, there=True, now=FIRST)
        assert await names(store, here, there) == (["owl"], ["owl"])

    async def test_who_has_left_is_not_reminded_of_a_streak_there(self, store: Known) -> None:
        term = await a_term(store)
        (ada, other), here = term.people[:2], term.community.id
        for member in (ada, other):
            await store.prefer(member.id, Preferences(reminders=True))
            await answers(store, term.rounds[0], member, 7)
        await store.presence(here, ada.id, there=False, now=FIRST)
        assert [one.id for one in await store.at_stake(term.rounds[1].id)] == [other.id]

    async def test_who_answers_is_back_at_once(self, store: Known) -> None:
        term = await a_term(store)
        ada, here = term.people[0], term.community.id
        await answers(store, term.rounds[0], ada, 7)
        await store.presence(here, ada.id, there=False, now=FIRST)
        await submit(store, term.rounds[1], ada.id, "back", at=term.rounds[1].opens)
        assert [row.member for row in await store.top(here, ALL, rows=9)] == [ada.id]

    async def test_those_are_looked_for_who_are_on_a_board_and_were_not_looked_for_lately(self, store: Known) -> None:
        term = await a_term(store)
        (ada, other, ghost), here = term.people[:3], term.community.id
        for member in (ada, other, ghost):
            await answers(store, term.rounds[0], member, 7)
        await store.show(ghost.id, alias=None, hidden=True)

        async def waiting(most: int = 9) -> list[MemberId]:
            found: tuple[Member, ...] = await store.unchecked(here, before=FIRST, most=most)
            return [one.id for one in found]

        assert await waiting() == [ada.id, other.id]
        assert await waiting(1) == [ada.id]
        await store.presence(here, ada.id, there=False, now=FIRST)
        assert await waiting() == [other.id]
        assert len(await store.unchecked(here, before=FIRST + DAY, most=9)) == 2


async def names(store: Known, *communities: CommunityId) -> tuple[list[str], ...]:
    """Who is on the board of all time, community by community."""
    boards = [await store.top(one, ALL, rows=9) for one in communities]
    return tuple([row.name for row in board] for board in boards)
