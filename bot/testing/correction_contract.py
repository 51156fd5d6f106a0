"""The law of Corrections as tests."""

from dataclasses import replace

from bot.core.records import Act, RoundState
from bot.quiz.answers import Typed
from bot.quiz.boards import ALL
from bot.quiz.ids import Ref, SubmissionId
from bot.quiz.rulings import Credit, Rekeyed, Voided
from bot.testing.sprint_contract import SPRINT, SprintStore
from bot.testing.store_contract import settlement, submit
from bot.testing.terms import (
    FIRST,
    Store,
    a_term,
    answers,
    correction,
    seen,
)


class CorrectionContract:
    """Every store corrects like this."""

    async def test_a_correction_moves_scores_ruling_and_log_at_once(self, store: Store) -> None:
        term = await a_term(store)
        one, here = term.rounds[0], term.community.id
        for member in term.people[:2]:
            await answers(store, one, member, 5)
        made = await correction(store, term, one, 8, Voided(Credit.FULL))
        assert await store.correct(made)
        assert [row.points for row in await store.top(here, ALL, rows=9)] == [8, 8]
        assert [entry.points for entry in await store.history(here)] == [8, 8]
        corrected = (await store.rounds(here))[0]
        assert (corrected.ruling, corrected.key_hash) == (Voided(Credit.FULL), "new")
        assert await store.acts(here) == (made.act,)

    async def test_a_correction_of_a_ledger_that_went_on_changes_nothing(self, store: Store) -> None:
        term = await a_term(store)
        one, here = term.rounds[0], term.community.id
        await answers(store, one, term.people[0], 5)
        early = await correction(store, term, one, 8, None)
        await answers(store, one, term.people[1], 5)
        assert not await store.correct(early)
        assert await store.correct(await correction(store, term, one, 9, None))
        stale = replace(early, settled=2)
        before = await seen(store, term)
        assert not await store.correct(stale)
        assert await seen(store, term) == before
        assert len(await store.acts(here)) == 1

    async def test_a_question_that_was_voided_breaks_no_streak_and_feeds_those_who_answered(self, store: Store) -> None:
        term = await a_term(store)
        for one in term.rounds[:2]:
            await store.move(one.id, RoundState.OPEN, ref=Ref("r"))
        for member in term.people[:2]:
            await answers(store, term.rounds[0], member, 0)
        await answers(store, term.rounds[1], term.people[1], 0)
        await store.move(term.rounds[1].id, RoundState.CLOSED)
        assert await store.correct(await correction(store, term, term.rounds[1], 0, Voided(Credit.NONE)))
        streaks = [(await store.streak(term.community.id, member.id)).current for member in term.people[:2]]
        assert streaks == [1, 2]

    async def test_a_correction_of_a_question_that_was_ruled_on_since_changes_nothing(self, store: Store) -> None:
        term = await a_term(store)
        one = term.rounds[0]
        early = await correction(store, term, one, 0, None)
        assert await store.correct(await correction(store, term, one, 0, Voided(Credit.FULL)))
        assert not await store.correct(early)
        assert (await store.rounds(term.community.id))[0].ruling == Voided(Credit.FULL)

    async def test_what_was_graded_under_another_ruling_is_not_settled(self, store: Store) -> None:
        term = await a_term(store)
        one, here = term.rounds[0], term.community.id
        await submit(store, one, term.people[0].id, "crossed", at=one.opens)
        ruling = Rekeyed(Typed("43"))
        assert await store.correct(await correction(store, term, one, 0, ruling))
        assert (await store.settle(SubmissionId("crossed"), settlement(10))).settlement is None
        assert await store.participants(here, ALL) == 0
        entry = await store.settle(SubmissionId("crossed"), settlement(10), ruling=ruling)
        assert entry.settlement == settlement(10)

    async def test_people_are_those_who_answered_sprinted_or_moderated_hidden_or_not(self, store: SprintStore) -> None:
        term, other = await a_term(store), await a_term(store)
        for member in term.people[1:3]:
            await answers(store, term.rounds[0], member, 0)
        await store.show(term.people[1].id, alias="~owl~", hidden=True)
        found = await store.people(term.community.id)
        shown = [(one.id, one.alias, one.hidden) for one in found]
        assert shown == [(term.people[1].id, "~owl~", True), (term.people[2].id, None, False)]
        assert await store.people(other.community.id) == ()
        sprinter, moderator = other.people[:2]
        await store.keep(other.community.id, sprinter.id, SPRINT)
        await store.record(Act(community=other.community.id, by=moderator.id, at=FIRST, what="post"))
        assert await store.people(other.community.id) == (sprinter, moderator)

    async def test_what_was_done_stays_in_the_log_of_its_community(self, store: Store) -> None:
        here, there = await a_term(store), await a_term(store)
        acts = [
            Act(community=term.community.id, by=here.people[0].id, at=FIRST, what=what, why="because", result="so")
            for term, what in ((here, "post"), (there, "post"), (here, "close"))
        ]
        for act in acts:
            await store.record(act)
        assert await store.acts(here.community.id) == (acts[0], acts[2])
