"""The law of Recalls, of Profiles and of Spaced as tests."""

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Protocol

import pytest

from bot.core.records import RoundState
from bot.core.scorekeeping import Privacy
from bot.core.studying import Dossiers, Profiles, Recalls
from bot.quiz.ids import Address, MemberId, QuestionId, Ref
from bot.quiz.preferences import Preferences
from bot.quiz.recalls import LONGEST, Memory, Rating, Recall, Spaced, begun
from bot.testing.store_contract import submit
from bot.testing.studies import doubling
from bot.testing.terms import FIRST, Store, a_term, answers

DAY = date(2026, 11, 24)
MINE = Preferences(zone="Asia/Kolkata", locale="de", reminders=True)


class StudyStore(Store, Recalls, Profiles, Dossiers, Privacy, Protocol):
    """What is kept for one person alone, and the ledger it is about."""


class StudyContract:
    """Every store keeps what people review and set for themselves like this."""

    async def test_a_recall_is_kept_whole_a_person_and_question(self, store: StudyStore) -> None:
        term = await a_term(store)
        one, (ada, ben) = term.rounds[0], term.people[:2]
        first = begun(one.question, one.id, Rating.AGAIN, DAY, doubling)
        again = first.seen(Rating.GOOD, DAY + timedelta(days=1), doubling)
        for recall in (first, again):
            await store.recall(ada.id, recall)
            assert await store.deck(ada.id) == (recall,)
        assert await store.deck(ben.id) == ()

    async def test_a_deck_begins_with_what_is_due_first(self, store: StudyStore) -> None:
        term = await a_term(store)
        ada = term.people[0].id
        later, sooner = a_recall("a", term.rounds[0].id, days=3), a_recall("b", term.rounds[0].id, days=1)
        await store.recall(ada, later, sooner)
        assert await store.deck(ada) == (sooner, later)

    async def test_preferences_are_known_by_address_and_the_last_ones_hold(self, store: StudyStore) -> None:
        term = await a_term(store)
        ada = term.people[0]
        assert await store.preferences(ada.address) == Preferences()
        for mine in (MINE, replace(MINE, locale="", reminders=False)):
            await store.prefer(ada.id, mine)
            assert await store.preferences(ada.address) == mine
        assert await store.preferences(term.people[1].address) == Preferences()
        assert await store.preferences(Address("console:nobody")) == Preferences()

    async def test_home_is_where_one_answered_last(self, store: StudyStore) -> None:
        here, there = await a_term(store), await a_term(store)
        ada = here.people[0]
        assert await store.homes(ada.id) == ()
        await answers(store, here.rounds[0], ada, 7)
        await answers(store, there.rounds[1], ada, 7)
        assert await store.homes(ada.id) == (there.community.id, here.community.id)

    async def test_a_streak_is_at_stake_for_who_asked_to_be_told_and_has_not_answered(self, store: StudyStore) -> None:
        term = await a_term(store)
        before, now = term.rounds[:2]
        runs, silent, answered, new = term.people[:4]
        for member in (runs, silent, answered):
            await answers(store, before, member, 7)
        for member in (runs, answered, new):
            await store.prefer(member.id, MINE)
        await store.move(now.id, RoundState.OPEN, ref=Ref("r"))
        await submit(store, now, answered.id, f"{term.community.place}:now", at=now.opens)
        assert await store.at_stake(now.id) == (runs,)

    async def test_what_is_kept_for_one_person_goes_with_them(self, store: StudyStore) -> None:
        term = await a_term(store)
        one, ada = term.rounds[0], term.people[0]
        await store.recall(ada.id, a_recall("a", one.id))
        await store.prefer(ada.id, MINE)
        await store.erase(ada.address, now=FIRST)
        for _ in range(2):
            assert await store.deck(ada.id) == ()
            assert await store.preferences(ada.address) == Preferences()
            await store.recall(ada.id, a_recall("a", one.id))  # it was on its way while they went
            await store.prefer(ada.id, MINE)

    async def test_what_is_kept_is_told_to_whom_it_is_about(self, store: StudyStore) -> None:
        term = await a_term(store)
        one, (ada, ben) = term.rounds[0], term.people[:2]
        await answers(store, one, ada, 7)
        await answers(store, one, ben, 7)
        await store.recall(ada.id, a_recall("a", one.id))
        await store.prefer(ada.id, MINE)
        kept = await store.kept(ada.address)
        counts = {name: len(kept[name]) for name in ("member", "submission", "recall", "preference", "help", "act")}
        assert counts == {"member": 1, "submission": 1, "recall": 1, "preference": 1, "help": 0, "act": 0}
        assert json.loads(json.dumps(kept)) == kept
        assert await store.kept(Address("console:stranger")) == {}

    async def test_nobody_has_neither_recalls_nor_preferences(self, store: StudyStore) -> None:
        term = await a_term(store)
        await store.recall(MemberId(404), a_recall("a", term.rounds[0].id))
        await store.prefer(MemberId(404), MINE)
        assert await store.deck(MemberId(404)) == ()


def a_recall(name: str, one: int, *, days: int = 1) -> Recall:
    """Missed on one day, due so many days later."""
    memory = Memory(stability=1.25, difficulty=5.5, seen=DAY, due=DAY + timedelta(days=days))
    return Recall(question=QuestionId(name), round=one, rating=Rating.HARD, memory=memory)  # type: ignore[arg-type]


class SpacedContract:
    """However days are reckoned, it is like this."""

    @pytest.fixture
    def spaced(self) -> Spaced:
        """What is tested."""
        raise KeyError

    async def test_it_comes_back_on_a_later_day_and_never_later_than_the_longest(self, spaced: Spaced) -> None:
        for rating in Rating:
            memory = spaced(None, rating, DAY)
            for _ in range(40):
                assert timedelta(days=1) <= memory.due - memory.seen <= timedelta(days=LONGEST)
                memory = spaced(memory, rating, memory.due)

    async def test_what_is_remembered_comes_back_later_each_time(self, spaced: Spaced) -> None:
        memory = spaced(None, Rating.AGAIN, DAY)
        gaps = []
        for _ in range(4):
            memory = spaced(memory, Rating.GOOD, memory.due)
            gaps.append(memory.due - memory.seen)
        assert gaps == sorted(gaps)
        assert gaps[0] < gaps[-1]

    async def test_a_better_rating_never_comes_back_sooner(self, spaced: Spaced) -> None:
        known = spaced(spaced(None, Rating.GOOD, DAY), Rating.GOOD, DAY + timedelta(days=3))
        for memory in (None, known):
            day = memory.due if memory else DAY
            dues = [spaced(memory, rating, day).due for rating in (Rating.AGAIN, Rating.HARD, Rating.GOOD)]
            assert dues == sorted(dues)

    async def test_the_same_answers_lead_to_the_same_days(self, spaced: Spaced) -> None:
        assert spaced(None, Rating.HARD, DAY) == spaced(None, Rating.HARD, DAY)
