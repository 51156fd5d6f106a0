"""Whoever's chat speaks German is answered in it, and nobody else is."""

from bot.core.cards import QuestionCard
from bot.core.hearing import hear
from bot.core.messages import Command, Note, Person, Show
from bot.quiz.ids import Address
from bot.testing.days import PLACE, Day


def somebody(name: str, locale: str) -> Person:
    return Person(address=Address(f"paper:{name}"), name=name, locale=locale)


async def told(day: Day, who: Person) -> str:
    answered = await hear(day.world, Command(who=who, place=PLACE, name="post"))
    assert isinstance(answered, Show)
    assert isinstance(answered.view, Note)
    return answered.view.text


async def test_everybody_is_answered_in_their_own_language() -> None:
    day = Day()
    await day.begins()
    assert isinstance(day.shown[0], QuestionCard)
    assert await told(day, somebody("ada", "de-AT")) == "Das kann hier nur die Moderation."
    assert await told(day, somebody("ben", "en-GB")) == "Only a moderator can do that here."
    assert await told(day, somebody("cleo", "")) == "Only a moderator can do that here."
