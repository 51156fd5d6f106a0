"""Help: what can be asked, a page a topic; and after a hint, what comes next."""

import pytest

from bot.core import helptexts
from bot.core.messages import HelpView, HintView
from bot.core.pages import Page
from bot.core.words import COMMANDS, MODERATOR_COMMANDS
from bot.quiz.scoring import HINT_COST, TRIES
from bot.quiz.streaks import ANSWERED_PER_REST
from bot.testing.days import Day


async def test_help_lists_what_somebody_may_ask_and_the_topics(day: Day) -> None:
    for moderator, known in ((False, COMMANDS), (True, COMMANDS + MODERATOR_COMMANDS)):
        view = await day.asks("ada", "help", moderator=moderator)
        assert isinstance(view, HelpView)
        assert [name for name, _ in view.commands] == [name for name, _ in known]
        assert [action.text for action in view.actions] == [*helptexts.TITLES]


@pytest.mark.parametrize("topic", helptexts.TITLES)
async def test_each_topic_has_a_page_that_leads_to_the_others_and_back(day: Day, topic: str) -> None:
    page = await day.asks("ada", "help", topic.upper())
    assert isinstance(page, Page)
    assert page.rows
    assert len(page.actions) <= 5
    assert {action.text for action in page.actions} == {*helptexts.TITLES, ""} - {topic}


async def test_a_topic_there_is_not_is_met_with_what_was_meant(day: Day) -> None:
    assert "did you mean privacy?" in await day.note("ada", "help", "privcy")


def test_help_gives_the_numbers_of_the_rules() -> None:
    told = " ".join(sentence for sentences in helptexts.SENTENCES.values() for sentence in sentences)
    assert f"costs {HINT_COST} %" in told
    assert "five tries" in told
    assert "Seven answered in a row" in told
    assert (TRIES, ANSWERED_PER_REST) == (5, 7)
    assert helptexts.SENTENCES.keys() == helptexts.TITLES.keys()


async def test_after_a_hint_comes_the_next_and_after_the_last_the_answer(day: Day) -> None:
    await day.begins()
    first, last = [await day.asks("ada", "hint") for _ in range(2)]
    assert isinstance(first, HintView)
    assert isinstance(last, HintView)
    assert [(one.name, one.text) for one in (*first.actions, *last.actions)] == [("hint", ""), ("hint", "answer")]
    assert first.round == last.round is not None
