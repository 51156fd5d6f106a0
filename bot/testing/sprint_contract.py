"""The law of Sprints as tests."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Protocol

from bot.core.scorekeeping import Sprints
from bot.quiz.boards import sprints_of
from bot.quiz.ids import QuestionId
from bot.quiz.sprints import Sprint
from bot.testing.terms import FIRST, Store, a_term

SPRINT = Sprint(day=FIRST.date(), questions=(QuestionId("a"), QuestionId("b"), QuestionId("c")), shown=FIRST)


class SprintStore(Store, Sprints, Protocol):
    """Sprints, and the boards they are on."""


class SprintContract:
    """Every store keeps sprints like this."""

    async def test_a_sprint_is_kept_a_person_and_day(self, store: SprintStore) -> None:
        term = await a_term(store)
        here, (ada, ben) = term.community.id, term.people[:2]
        further = SPRINT.answered(7, FIRST + timedelta(seconds=9))
        for one in (SPRINT, further):
            await store.keep(here, ada.id, one)
            assert await store.sprint(here, ada.id, FIRST.date()) == one
        assert await store.sprint(here, ben.id, FIRST.date()) is None
        assert await store.sprint(here, ada.id, FIRST.date() + timedelta(days=1)) is None

    async def test_the_best_sprint_of_a_month_is_on_its_board_and_on_no_other(self, store: SprintStore) -> None:
        term = await a_term(store)
        here, ada = term.community.id, term.people[0]
        for day, points in ((date(2026, 11, 26), 9), (date(2026, 11, 27), 4), (date(2026, 12, 1), 5)):
            await store.keep(here, ada.id, replace(SPRINT, day=day).answered(points, FIRST))
        for _ in range(2):
            boards = [await store.top(here, sprints_of(date(2026, month, 1)), rows=9) for month in (11, 12)]
            assert [[row.points for row in board] for board in boards] == [[9], [5]]
            assert await store.standing(here, sprints_of(date(2026, 10, 1)), ada.id) is None
            await store.rebuild(here)

    async def test_a_sprint_without_an_answer_is_on_no_board(self, store: SprintStore) -> None:
        term = await a_term(store)
        await store.keep(term.community.id, term.people[0].id, SPRINT)
        assert await store.participants(term.community.id, sprints_of(SPRINT.day)) == 0
