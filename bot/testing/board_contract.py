"""The law of Boards as tests: small scenes, and whole terms in which anything happens in any order."""

from dataclasses import replace

from hypothesis import given

from bot.core.records import RoundState, earned_by
from bot.quiz.boards import ALL, STREAK, Period, scores
from bot.quiz.ids import Ref, SubmissionId
from bot.quiz.standings import Tally, ranked
from bot.quiz.streaks import Streak
from bot.testing.store_contract import settlement
from bot.testing.terms import (
    HAPPENINGS,
    TERMS,
    Happening,
    Store,
    a_term,
    answers,
    happens,
    periods,
    seen,
)


class BoardContract:
    """Every store's boards keep these promises."""

    @TERMS
    @given(acts=HAPPENINGS)
    async def test_boards_made_anew_say_what_the_kept_ones_said(self, store: Store, acts: list[Happening]) -> None:
        term, pending = await a_term(store, days=4, people=3), list[SubmissionId]()
        for act in acts:
            await happens(store, term, act, pending)
        kept = await seen(store, term)
        await store.rebuild(term.community.id)
        assert await seen(store, term) == kept

    @TERMS
    @given(acts=HAPPENINGS)
    async def test_every_board_is_what_the_rules_make_of_the_ledger(self, store: Store, acts: list[Happening]) -> None:
        term, pending = await a_term(store, days=4, people=3), list[SubmissionId]()
        for act in acts:
            await happens(store, term, replace(act, kind="answer") if act.kind == "show" else act, pending)
        rounds, members = {one.id: one for one in term.rounds}, {one.id: one for one in term.people}
        earned: dict[Period, list[Tally]] = {}
        for member in members.values():
            entries = await store.history(term.community.id, member.id)
            settled = [earned_by(entry, rounds[entry.round]) for entry in entries if entry.settlement is not None]
            for period, score in scores(settled).items():
                earned.setdefault(period, []).append(Tally(member=member.id, name=member.name, points=score.points))
        for period in periods(term):
            if period != STREAK:
                assert await store.top(term.community.id, period, rows=10) == ranked(earned.get(period, []))

    async def test_a_question_that_closes_after_a_later_one_shortens_streaks_that_are_over(self, store: Store) -> None:
        term = await a_term(store)
        member, other = term.people[:2]
        for one, who in zip(term.rounds[:4], (member, other, member, other), strict=True):
            await store.move(one.id, RoundState.OPEN, ref=Ref("r"))
            await answers(store, one, who, 1)
        for at in (3, 1):
            await store.move(term.rounds[at].id, RoundState.CLOSED)
        assert await store.streak(term.community.id, member.id) == Streak(current=0, best=1)

    async def test_an_answer_counts_on_its_questions_day_week_month_and_topic(self, store: Store) -> None:
        term = await a_term(store)
        one, member = term.rounds[0], term.people[0]
        await answers(store, one, member, 7, hours=23)
        for period in ("2026-11-26", "2026-W48", "2026-11", "all", "topic:types"):
            (row,) = await store.top(term.community.id, Period(period), rows=10)
            assert (row.rank, row.name, row.points) == (1, "e", 7)
        assert await store.participants(term.community.id, Period("topic:names")) == 0

    async def test_an_answer_settled_twice_counts_once(self, store: Store) -> None:
        term = await a_term(store)
        id = await answers(store, term.rounds[0], term.people[0], 7)  # noqa: A001
        await store.settle(id, settlement(9))
        mine = await store.standing(term.community.id, ALL, term.people[0].id)
        assert mine is not None
        assert mine.points == 7

    async def test_ties_share_a_rank_and_the_gap_leads_to_the_next_one(self, store: Store) -> None:
        term = await a_term(store)
        for member, points in zip(term.people, (9, 5, 5, 5, 1), strict=True):
            await answers(store, term.rounds[0], member, points)
        here = term.community.id
        top = await store.top(here, ALL, rows=3)
        assert [(row.rank, row.name) for row in top] == [(1, "e"), (2, "b"), (2, "c")]
        last = term.people[4].id
        assert await store.gap(here, ALL, last) == 4
        assert [row.rank for row in await store.around(here, ALL, last, reach=1)] == [2, 5]
        assert await store.gap(here, ALL, term.people[0].id) is None

    async def test_a_person_sees_so_many_neighbours_on_each_side(self, store: Store) -> None:
        term = await a_term(store)
        for member, points in zip(term.people, (50, 40, 30, 20, 10), strict=True):
            await answers(store, term.rounds[0], member, points)
        window = await store.around(term.community.id, ALL, term.people[2].id, reach=1)
        assert [(row.rank, row.name) for row in window] == [(2, "d"), (3, "c"), (4, "b")]

    async def test_who_took_no_part_has_no_place(self, store: Store) -> None:
        term = await a_term(store)
        here, nobody = term.community.id, term.people[0].id
        assert await store.standing(here, ALL, nobody) is None
        assert await store.around(here, ALL, nobody, reach=2) == ()
        assert await store.gap(here, ALL, nobody) is None
        assert await store.streak(here, nobody) == Streak()

    async def test_who_is_hidden_is_seen_by_themselves_alone_and_takes_no_rank(self, store: Store) -> None:
        term = await a_term(store)
        for member, points in zip(term.people[:3], (30, 20, 10), strict=True):
            await answers(store, term.rounds[0], member, points)
        here, ghost = term.community.id, term.people[1].id
        await store.show(ghost, alias=None, hidden=True)
        assert [(row.rank, row.name) for row in await store.top(here, ALL, rows=9)] == [(1, "e"), (2, "c")]
        mine = await store.standing(here, ALL, ghost)
        assert mine is not None
        assert (mine.rank, mine.points) == (2, 20)
        await answers(store, term.rounds[1], term.people[1], 100)
        await store.show(ghost, alias="owl", hidden=False)
        assert (await store.top(here, ALL, rows=1))[0].name == "owl"

    async def test_a_streak_grows_with_answers_and_ends_with_a_question_missed(self, store: Store) -> None:
        term = await a_term(store)
        here, member = term.community.id, term.people[0]
        for one, answered in zip(term.rounds, (True, True, False, True), strict=False):
            await store.move(one.id, RoundState.OPEN, ref=Ref("r"))
            if answered:
                await answers(store, one, member, 0)
            await store.move(one.id, RoundState.CLOSED)
        assert await store.streak(here, member.id) == Streak(current=1, best=2)
        assert [row.points for row in await store.top(here, STREAK, rows=10)] == [1]

    async def test_an_answer_in_time_that_is_written_after_the_end_repairs_the_streak(self, store: Store) -> None:
        term = await a_term(store)
        here, member = term.community.id, term.people[0]
        for one in term.rounds[:2]:
            await store.move(one.id, RoundState.OPEN, ref=Ref("r"))
        await answers(store, term.rounds[0], member, 0)
        await store.move(term.rounds[1].id, RoundState.CLOSED)
        assert (await store.streak(here, member.id)).current == 0
        await answers(store, term.rounds[1], member, 0)
        assert await store.streak(here, member.id) == Streak(current=2, best=2)

    async def test_a_question_that_was_never_asked_breaks_no_streak(self, store: Store) -> None:
        term = await a_term(store)
        await answers(store, term.rounds[0], term.people[0], 0)
        await store.move(term.rounds[1].id, RoundState.REVEALED)
        assert (await store.streak(term.community.id, term.people[0].id)).current == 1

    async def test_a_late_answer_is_marked_and_feeds_no_streak(self, store: Store) -> None:
        term = await a_term(store)
        await answers(store, term.rounds[0], term.people[0], 10, hours=24)
        (entry,) = await store.history(term.community.id)
        assert entry.late
        assert await store.streak(term.community.id, term.people[0].id) == Streak()

    async def test_twenty_days_of_a_month_count_and_late_ones_for_a_fifth(self, store: Store) -> None:
        term = await a_term(store, days=27)
        member, december = term.people[0], term.rounds[5:]
        for one in december[:20]:
            await answers(store, one, member, 10)
        await answers(store, december[20], member, 4)
        for one in december[21:]:
            await answers(store, one, member, 300, hours=30)
        mine = await store.standing(term.community.id, Period("2026-12"), member.id)
        assert mine is not None
        assert mine.points == 200 + 200 // 4
