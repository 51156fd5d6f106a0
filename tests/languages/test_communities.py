"""What everybody reads is in the community's language, whoever caused it."""

from functools import partial

import pytest

from bot.core.hearing import hear
from bot.core.messages import Command, Note, Person, Submission, View
from bot.core.outlooks import ScheduleView
from bot.core.scorecards import CorrectionView
from bot.quiz.ids import Address, SubmissionId
from bot.testing.days import PLACE, Day
from bot.testing.questions import an_output

OTHER = {"de": "en", "en": "de"}


def somebody(name: str, locale: str) -> Person:
    return Person(address=Address(f"paper:{name}"), name=name, locale=locale, moderator=name == "mo")


async def asks(day: Day, who: Person, name: str, text: str = "") -> View:
    return await day.chat.says(partial(hear, day.world), Command(who=who, place=PLACE, name=name, text=text))


async def lived(language: str) -> Day:
    """A community in one language; whoever does anything there speaks the other one."""
    day = Day(*(an_output(f"q{at}", topic=f"{'abc'[at % 3]}/x") for at in range(12)))
    mo, ada = somebody("mo", OTHER[language]), somebody("ada", OTHER[language])
    await day.begins()
    await asks(day, mo, "setup", f"daily 09:00 UTC open=12h remind=1h language={language}")
    await asks(day, mo, "post")
    await asks(day, mo, "extend", "1h")
    await day.chat.says(partial(hear, day.world), Submission(id=SubmissionId("s1"), who=ada, place=PLACE, answer="42"))
    await asks(day, ada, "report", "key whatever is wrong")
    await asks(day, mo, "close")
    await asks(day, mo, "reveal")
    await asks(day, mo, "ban", "c")
    for step in ("c 1", "reveal", "stop"):
        await asks(day, mo, "live", step)
    proposed = await asks(day, mo, "void", "full because")
    assert isinstance(proposed, CorrectionView)
    await asks(day, mo, "confirm", proposed.code)
    for hour in (9, 20):
        await day.at(hour, day=25)
    return day


@pytest.mark.parametrize("language", ["de", "en"])
async def test_everybody_reads_the_language_of_the_community(language: str) -> None:
    day = await lived(language)
    first, *posts = day.chat.posts.values()
    assert first.languages[0] == "en"  # asked before the community had said anything else
    shown = [*first.languages[1:], *(one for post in posts for one in post.languages)]
    assert len(shown) > 10
    assert set(shown) == {language}


@pytest.mark.parametrize(("language", "about_a_report"), [("de", "nicht stimmt"), ("en", "something is wrong")])
async def test_notes_for_moderators_are_written_in_it_too(language: str, about_a_report: str) -> None:
    notes = (await lived(language)).notes
    assert sum(about_a_report in note for note in notes) == 1, notes


@pytest.mark.parametrize(("language", "said"), [("de", "aus dem Spiel genommen"), ("en", "taken out of the game")])
async def test_a_correction_is_told_in_it(language: str, said: str) -> None:
    public = [view.text for view in (await lived(language)).shown if isinstance(view, Note)]
    assert sum(said in text for text in public) == 1, public


async def test_a_language_that_is_not_spoken_is_refused_with_those_that_are() -> None:
    day = Day()
    await day.begins()
    told = await day.note("mo", "setup", "language=tlh", moderator=True)
    assert told == "I do not speak 'tlh'; I speak en, de."
    assert "language" not in (await asks(day, somebody("mo", ""), "setup")).schedule  # type: ignore[union-attr]


async def test_whoever_speaks_another_language_is_told_how_to_change_it() -> None:
    day = Day()
    await day.begins()
    for locale, told in (("de-AT", "`setup language=de`"), ("en-GB", ""), ("fr", ""), ("", "")):
        view = await asks(day, somebody("mo", locale), "setup")
        assert isinstance(view, ScheduleView)
        assert [told in note for note in view.notes] == [True] * bool(told), locale
