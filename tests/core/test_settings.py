"""What somebody sets for themselves holds wherever they are known."""

from dataclasses import replace

import pytest

from bot.core.hearing import hear
from bot.core.languages import available, named, spoken
from bot.core.messages import Answer, Command, Correct, Fill, Filled, Note, Show
from bot.core.pages import Page
from bot.quiz.errors import StoreTrouble
from bot.quiz.ids import Address, SubmissionId
from bot.quiz.preferences import Preferences
from bot.testing.days import PLACE, Day, person

ADA = replace(person("ada"), locale="fr", zone="Europe/Paris")


async def sends(day: Day, **values: str) -> Answer:
    filled = Filled(id=SubmissionId("1"), who=ADA, place=PLACE, form="settings", about="", values=values)
    return await hear(day.world, filled)


async def says(day: Day, text: str = "", *, name: str = "settings") -> Answer:
    return await hear(day.world, Command(who=ADA, place=PLACE, name=name, text=text))


def told(answer: Answer) -> str:
    assert isinstance(answer, Show)
    assert isinstance(answer.view, Page)
    return answer.view.text


async def test_the_form_shows_how_it_stands(day: Day) -> None:
    fresh = await says(day)
    assert isinstance(fresh, Fill)
    assert [(field.name, field.value) for field in fresh.form.fields] == [
        ("zone", ""),
        ("language", "auto"),
        ("reminders", "off"),
    ]
    await sends(day, zone="asia/kolkata", language="en", reminders="on")
    again = await says(day)
    assert isinstance(again, Fill)
    assert [field.value for field in again.form.fields] == ["Asia/Kolkata", "en", "on"]


async def test_nobody_is_reminded_who_did_not_ask_for_it(day: Day) -> None:
    assert await day.world.profiles.preferences(ADA.address) == Preferences()
    assert "never write to you first" in told(await sends(day, zone="", language="auto", reminders="off"))
    assert "before a question closes" in told(await sends(day, zone="", language="auto", reminders="on"))


async def test_a_zone_that_is_none_keeps_the_form_open_and_says_what_was_meant(day: Day) -> None:
    answer = await sends(day, zone="Europe/Berln", language="auto", reminders="on")
    assert isinstance(answer, Correct)
    assert "did you mean Europe/Berlin?" in answer.message
    assert await day.world.profiles.preferences(ADA.address) == Preferences()


async def test_one_setting_can_be_said_alone(day: Day) -> None:
    assert "Your day ends in Europe/Berlin." in told(await says(day, "zone Europe/Berlin"))
    assert "I speak English" in told(await says(day, "language en"))
    assert "before a question closes" in told(await says(day, "reminders on"))
    mine = await day.world.profiles.preferences(ADA.address)
    assert mine == Preferences(zone="Europe/Berlin", locale="en", reminders=True)
    await says(day, "zone auto")
    await says(day, "language auto")
    assert await day.world.profiles.preferences(ADA.address) == Preferences(reminders=True)


async def test_whoever_follows_their_chat_again_is_told_so_in_its_language(day: Day) -> None:
    german = replace(ADA, locale="de-AT")
    for text, language in (("language en", "en"), ("language auto", "de-AT"), ("reminders on", "de-AT")):
        await hear(day.world, Command(who=german, place=PLACE, name="settings", text=text))
        assert spoken() == language, text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("zon UTC", "did you mean zone?"),
        ("language klingon", "I do not speak 'klingon'"),
        ("reminders maybe", "`on` or `off`"),
    ],
)
async def test_what_nobody_can_set_is_said(day: Day, text: str, said: str) -> None:
    answer = await says(day, text)
    assert isinstance(answer, Correct)
    assert said in answer.message


async def test_a_language_that_was_set_goes_before_that_of_the_chat_and_stays_spoken(day: Day) -> None:
    await says(day, name="help")
    assert spoken() == "fr"
    await says(day, "language en")
    await says(day, name="help")
    assert spoken() == "en"
    stranger = replace(ADA, address=Address("paper:ben"), locale="")
    await hear(day.world, Command(who=stranger, place=PLACE, name="help"))
    assert spoken() == "en"
    await hear(day.world, Command(who=replace(stranger, locale="fr"), place=PLACE, name="help"))
    assert spoken() == "fr"


async def test_the_zone_that_was_set_ends_the_day(day: Day) -> None:
    await day.begins()
    page = await day.asks("ada", "home")
    assert isinstance(page, Page)
    assert any("day ends in UTC" in row.text for row in page.rows)
    await says(day, "zone Pacific/Auckland")
    page = await day.asks("ada", "home")
    assert isinstance(page, Page)
    assert any("day ends in Pacific/Auckland" in row.text for row in page.rows)


async def test_a_store_that_is_away_is_said_and_not_raised(day: Day) -> None:
    class Away:
        async def preferences(self, address: Address) -> Preferences:
            raise StoreTrouble(f"nobody can look {address} up")

    world = replace(day.world, profiles=Away())  # type: ignore[arg-type]
    answer = await hear(world, Command(who=ADA, place=PLACE, name="help"))
    assert isinstance(answer, Show)
    assert isinstance(answer.view, Note)


def test_every_language_is_called_by_its_own_name() -> None:
    assert {one: named(one) for one in available()} == {"en": "English", "de": "Deutsch"}
