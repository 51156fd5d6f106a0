import re
from pathlib import Path

from bot.core.hearing import hear
from bot.core.languages import say, speaking, spoken
from bot.core.messages import Filled, Person
from bot.quiz.ids import Address, SubmissionId
from bot.testing.days import PLACE, Day

CORE = Path(__file__).parents[2] / "bot" / "core"
ADA = Person(address=Address("paper:ada"), name="ada", locale="de-AT")


def test_a_sentence_without_a_translation_is_said_in_english() -> None:
    with speaking("tlh"):
        assert say("Open until {at}.", at="noon") == "Open until noon."


def test_a_language_is_spoken_for_a_while_and_an_empty_one_changes_nothing() -> None:
    before = spoken()
    with speaking("de"):
        with speaking(""):
            assert spoken() == "de"
        assert spoken() == "de"
    assert spoken() == before


def test_no_sentence_goes_out_untranslated() -> None:
    tables = {"COMMANDS", "MODERATOR_COMMANDS", "BOARDS", "TOO_FAST", "TOO_MANY"}
    for file in CORE.glob("*.py"):
        if file.name == "auditing.py":  # it lists what the log keeps in English
            continue
        said = re.findall(
            r"(?<!say\()(?<!Sentence\()(?<!else )(?<!        )\bwords\.([A-Z_]+)\b(?! if)", file.read_text("utf-8")
        )
        assert set(said) <= tables, file.name


async def test_a_form_nobody_knows_any_more_is_said_kindly(day: Day) -> None:
    filled = Filled(id=SubmissionId("1"), who=ADA, place=PLACE, form="gone", about="", values={})
    answered = await hear(day.world, filled)
    assert "öffne es noch einmal" in str(answered)
