"""The law of Lives as tests."""

from dataclasses import replace
from typing import Protocol

from bot.core.scorekeeping import Lives
from bot.quiz.ids import CommunityId, QuestionId, Ref
from bot.quiz.lives import Live
from bot.testing.terms import Store, a_term


class LiveStore(Store, Lives, Protocol):
    """A store that keeps study nights."""


class LiveContract:
    """Every store keeps study nights like this."""

    async def test_a_study_night_is_kept_as_far_as_it_has_come(self, store: LiveStore) -> None:
        here = (await a_term(store)).community
        wish = Live(
            id=0, community=here.id, place=here.place, title="GIL", questions=(QuestionId("a"), QuestionId("b"))
        )
        begun = await store.begin_live(wish)
        assert await store.live_now(here.id) == begun == replace(wish, id=begun.id)
        further = replace(begun.posted(Ref("r")), shown=True).next()
        await store.keep_live(further)
        assert await store.live(begun.id) == further
        await store.keep_live(replace(further, over=True))
        assert await store.live_now(here.id) is None
        assert (await store.begin_live(wish)).id != begun.id

    async def test_only_the_first_answer_of_each_person_counts(self, store: LiveStore) -> None:
        term = await a_term(store)
        ada, ben = (one.id for one in term.people[:2])
        wish = Live(
            id=0, community=term.community.id, place=term.community.place, title="x", questions=(QuestionId("a"),)
        )
        one, other = await store.begin_live(wish), await store.begin_live(wish)
        assert await store.answer_live(one.id, 0, ada, right=False)
        assert not await store.answer_live(one.id, 0, ada, right=True)
        assert await store.answer_live(one.id, 0, ben, right=True)
        assert await store.answer_live(one.id, 1, ada, right=True)
        assert await store.live_answers(one.id) == {0: {ada: False, ben: True}, 1: {ada: True}}
        assert await store.live_answers(other.id) == {}

    async def test_a_community_knows_only_its_own(self, store: LiveStore) -> None:
        here = (await a_term(store)).community
        await store.begin_live(Live(id=0, community=here.id, place=here.place, title="x", questions=(QuestionId("a"),)))
        assert await store.live_now(CommunityId(here.id + 1000)) is None
        assert await store.live(4711) is None
