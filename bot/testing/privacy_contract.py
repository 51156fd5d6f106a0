"""The law of Privacy as tests."""

from datetime import timedelta
from typing import Protocol

import pytest

from bot.core.ports import Agenda, Ledger
from bot.core.records import Help, HelpKind
from bot.core.scorekeeping import Boards, Corrections, Privacy, Sprints
from bot.quiz.answers import Code
from bot.quiz.boards import ALL, STREAK, sprints_of
from bot.quiz.errors import StoreTrouble
from bot.quiz.ids import Address, SubmissionId
from bot.quiz.sprints import Sprint
from bot.quiz.streaks import Streak
from bot.testing.store_contract import settlement, submit
from bot.testing.terms import FIRST, a_term, answers


class Store(Agenda, Ledger, Boards, Corrections, Privacy, Sprints, Protocol):
    """The ports that know something about people, on one database."""


class PrivacyContract:
    """Every store forgets like this."""

    async def test_who_is_erased_is_on_no_board_and_their_answers_are_nobodys(self, store: Store) -> None:
        term = await a_term(store)
        here, one, (gone, stays) = term.community.id, term.rounds[0], term.people[:2]
        for member in (gone, stays):
            await answers(store, one, member, 7)
        await store.helps(
            one.id, gone.id, taken=Help(round=one.id, member=gone.id, kind=HelpKind.HINT, number=1, at=FIRST)
        )
        sprint = Sprint(day=one.date, questions=(one.question,), shown=FIRST, results=(5,))
        await store.keep(here, gone.id, sprint)
        assert await store.erase(gone.address, now=FIRST)
        await store.rebuild(here)
        assert await store.sprint(here, gone.id, one.date) is None
        assert await store.participants(here, sprints_of(one.date)) == 0
        for period in (ALL, STREAK):
            assert [row.member for row in await store.top(here, period, rows=9)] == [stays.id]
            assert await store.standing(here, period, gone.id) is None
        assert await store.streak(here, gone.id) == Streak()
        assert await store.helps(one.id, gone.id) == ()
        theirs = [entry for entry in await store.history(here) if entry.member == gone.id]
        assert [(entry.answer, entry.points) for entry in theirs] == [(Code(""), 7)]
        assert "erased" in theirs[0].id
        assert (await store.history(here, stays.id))[0].answer == Code("x = 1")

    async def test_who_comes_back_after_being_erased_is_somebody_new(self, store: Store) -> None:
        term = await a_term(store)
        gone = term.people[0]
        await answers(store, term.rounds[0], gone, 7)
        await store.erase(gone.address, now=FIRST)
        again = await store.member(gone.address, gone.name)
        assert again.id != gone.id
        assert await store.standing(term.community.id, ALL, again.id) is None

    async def test_an_answer_that_waits_for_its_verdict_goes_with_its_author(self, store: Store) -> None:
        term = await a_term(store)
        await submit(store, term.rounds[0], term.people[0].id, f"{term.community.place}:pending", at=FIRST)
        await store.erase(term.people[0].address, now=FIRST)
        assert await store.history(term.community.id) == ()
        with pytest.raises(StoreTrouble):  # it was on its way while its author went
            await submit(store, term.rounds[0], term.people[0].id, f"{term.community.place}:late", at=FIRST)

    async def test_nobody_is_erased_for_an_address_nobody_has(self, store: Store) -> None:
        await a_term(store)
        assert not await store.erase(Address("console:stranger"), now=FIRST)

    async def test_sources_are_forgotten_once_their_time_is_over_and_points_stay(self, store: Store) -> None:
        term = await a_term(store)
        here, member = term.community.id, term.people[0]
        for one in term.rounds[:2]:
            await answers(store, one, member, 7)
        pending = SubmissionId(f"{term.community.place}:pending")
        await submit(store, term.rounds[0], member.id, pending, at=term.rounds[0].opens)
        before = term.rounds[0].closes + timedelta(hours=1)
        assert await store.forget_sources(before) == 1
        assert await store.forget_sources(before) == 0
        kept = {entry.id: entry for entry in await store.history(here)}
        assert kept[pending].answer == Code("x = 1")
        old, new = (entry for entry in kept.values() if entry.id != pending)
        assert (old.answer, new.answer) == (Code(""), Code("x = 1"))
        assert old.points == 7
        assert old.settlement is not None
        assert old.settlement.verdict.stdout == ""
        assert new.settlement == settlement(7)
