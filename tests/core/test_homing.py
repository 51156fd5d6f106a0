"""In private messages somebody is at home where they answered last, and nowhere where they are not any more."""

from functools import partial

import pytest

from bot.core.cards import QuestionCard
from bot.core.hearing import hear
from bot.core.homing import at_home
from bot.core.messages import Ask, Command, Filled, Note, Submission, VerdictView, View, WantsEditor
from bot.core.scorecards import BoardView, ProgressView
from bot.quiz.ids import Address, Place, SubmissionId
from bot.quiz.setups import parse
from bot.testing.days import PLACE, Day, person
from bot.testing.questions import a_choice, an_output

DM = Place("paper:@paper:ada")
OTHER = Place("paper:other-room")


async def says(day: Day, name: str, text: str = "", *, who: str = "ada", place: Place = DM) -> View:
    return await day.chat.says(partial(hear, day.world), Command(who=person(who), place=place, name=name, text=text))


async def two_rooms() -> Day:
    """Ada answered in the study room first, and in the other room afterwards."""
    day = Day(a_choice(), an_output(), a_choice("third"))
    await day.begins()
    await day.world.agenda.enrol(OTHER, parse("daily 10:00 UTC pin=2026-11-24:output"), now=day.clock.now())
    await day.verdict("ada", "a")
    await day.at(10)
    given = Submission(id=SubmissionId("there"), who=person("ada"), place=OTHER, answer="42")
    assert isinstance(await day.chat.says(partial(hear, day.world), given), VerdictView)
    return day


async def test_everything_of_ones_own_can_be_asked_in_private(day: Day) -> None:
    await day.begins()
    await day.verdict("ada", "b")
    assert isinstance(await says(day, "today"), QuestionCard)
    assert isinstance(await says(day, "me"), ProgressView)
    assert isinstance(await says(day, "board"), BoardView)
    answer = Submission(id=SubmissionId("dm"), who=person("ada"), place=DM, answer="a")
    view = await day.chat.says(partial(hear, day.world), answer)
    assert isinstance(view, VerdictView)
    assert view.verdict.right


async def test_home_is_where_one_answered_last() -> None:
    day = await two_rooms()
    card = await says(day, "today")
    assert isinstance(card, QuestionCard)
    assert card.title == "The output question"
    await day.verdict("ada", "a")
    assert isinstance(await says(day, "today"), QuestionCard)


async def test_a_button_leads_to_the_community_of_its_own_question() -> None:
    day = await two_rooms()
    (here,) = [one for one in await day.world.agenda.communities() if one.place == PLACE]
    (one,) = await day.world.agenda.rounds(here.id)
    wants = WantsEditor(who=person("ada"), place=DM, round=one.id)
    asked = await hear(day.world, wants)
    assert isinstance(asked, Ask)
    assert asked.card.round == one.id


async def test_who_left_is_not_at_home_any_more() -> None:
    day = await two_rooms()
    day.chat.left.add(Address("paper:ada"))
    assert isinstance(await says(day, "board"), Note)


async def test_a_stranger_is_nowhere_at_home(day: Day) -> None:
    await day.begins()
    await day.verdict("ada", "a")
    for name in ("today", "board", "me"):
        assert isinstance(await says(day, name, who="eve"), Note)


@pytest.mark.parametrize("name", ["post", "setup", "queue"])
async def test_nothing_is_moderated_from_afar(day: Day, name: str) -> None:
    await day.begins()
    await day.verdict("mo", "a")
    deed = Command(who=person("mo", moderator=True), place=DM, name=name)
    view = await day.chat.says(partial(hear, day.world), deed)
    assert isinstance(view, Note)
    assert "No questions are asked in this place" in view.text


async def test_a_moderator_of_where_one_is_moderates_nothing_at_home(day: Day) -> None:
    await day.begins()
    await day.verdict("ada", "b")
    elsewhere = person("ada", moderator=True)
    moved = await at_home(day.world, Command(who=elsewhere, place=DM, name="me"))
    assert (moved.place, moved.who.moderator) == (PLACE, False)
    form = Filled(id=SubmissionId("f"), who=elsewhere, place=DM, form="new", about="", values={})
    assert not (await at_home(day.world, form)).who.moderator
