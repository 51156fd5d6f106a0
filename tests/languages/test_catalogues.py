"""What every catalogue must hold; there is one test a language."""

import gettext
import string

import pytest

from bot.core.languages import DOMAIN, LOCALES, available, named
from bot.core.retelling import TEMPLATES
from tools.catalogues import languages, listed, read, sentences


def blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_what_can_be_said_is_collected_from_everywhere() -> None:
    said = sentences()
    assert "Only a moderator can do that here." in said  # core.words
    assert "My progress" in said  # core.labels
    assert "Suggest a question" in said  # core.deskwords
    assert "This place is part of that community already." in said  # core.unionwords
    assert "level {level}" in said  # core.typed
    assert "Each line can be used once." in said  # a mistake of the quiz
    assert "; did you mean {word}?" in said  # a sentence inside another


def test_what_the_bank_says_is_listed_as_it_says_it() -> None:
    assert TEMPLATES.read_text("utf-8") == listed()


@pytest.mark.parametrize("language", languages())
def test_a_language_can_say_everything_and_nothing_that_is_gone(language: str) -> None:
    known = {str(message.id) for message in read(language) if message.id and message.string}
    assert sentences() - known == set()
    assert known - sentences() == set()


@pytest.mark.parametrize("language", languages())
def test_a_translation_has_the_blanks_of_its_sentence(language: str) -> None:
    wrong = [one.id for one in read(language) if one.id and blanks(str(one.id)) != blanks(str(one.string))]
    assert wrong == []


@pytest.mark.parametrize("language", languages())
def test_what_is_compiled_is_what_is_written(language: str) -> None:
    compiled = gettext.translation(DOMAIN, LOCALES, languages=[language])
    differing = [one.id for one in read(language) if one.id and compiled.gettext(str(one.id)) != one.string]
    assert differing == []


def test_a_language_is_called_by_its_own_name() -> None:
    assert [named(one) for one in available()] == ["English", "Deutsch"]
