"""What goes wrong is said in the language of who reads it: troubles of chats and of the judge, with what is in them."""

import string

import pytest

from bot.core import words
from bot.core.messages import View
from bot.quiz.errors import Refused
from bot.quiz.setups import parse
from bot.testing.days import MODERATORS, PLACE, Day
from bot.testing.questions import a_coding
from tests.languages.pseudo import PSEUDO, strange, texts, unsaid
from tools.catalogues import BOT
from tools.raised import raised

OF_CHATS = sorted(
    {
        *(text for file in (BOT / "chats").rglob("*.py") for text in raised(file) if text),
        *(
            text
            for name, value in vars(words).items()
            if name.startswith(("DISCORD_", "SLACK_"))
            for text in texts(value)
        ),
    }
)
"""Why a room could not do something, in its own words."""
CODE = "def double(x):\n    return x"
pytestmark = pytest.mark.usefixtures("pseudo_spoken")


async def pseudo_day() -> Day:
    """A community, a learner and a moderator who speak the made-up language."""
    day = Day(a_coding())
    schedule = parse(f"daily 09:00 UTC tell={MODERATORS} language={PSEUDO}")
    await day.world.agenda.enrol(PLACE, schedule, now=day.clock.now())
    await day.at(9)
    for name in ("mo", "ada"):
        await day.asks(name, "settings", f"language {PSEUDO}")
    return day


def left_english(day: Day, *shown: View | str) -> list[str]:
    """Plain words beside those of the question."""
    return unsaid("\n".join(texts(shown)), texts(day.world.bank.questions()))


async def test_a_judge_that_is_away_is_excused_in_words_of_the_catalogues() -> None:
    day = await pseudo_day()
    day.judge.away = day.workshop.away = True
    shown = [await day.says("ada", CODE), await day.note("ada", "run", CODE)]
    shown.append(await day.note("mo", "try", f"{a_coding().id} {CODE}", moderator=True))
    assert all(strange(words.JUDGE_SILENT) in "".join(texts(one)) for one in shown), shown
    assert left_english(day, *shown) == []


@pytest.mark.parametrize("sentence", OF_CHATS)
async def test_a_chats_trouble_is_told_to_moderators_in_their_language(sentence: str) -> None:
    day = await pseudo_day()
    blanks = {name: "7" for _, name, _, _ in string.Formatter().parse(sentence) if name}
    day.chat.paper.closed_places[PLACE] = Refused(sentence, **blanks)
    shown = [await day.note("mo", "reveal", moderator=True)]
    await day.at(9, day=25)
    assert day.notes
    assert any(strange(sentence).format(**blanks) in text for text in [*shown, *day.notes])
    day.chat.paper.closed_places[MODERATORS] = Refused(sentence, **blanks)
    pages = [await day.asks("mo", name, moderator=True) for name in ("queue", "dashboard", "audit")]
    assert left_english(day, *shown, *day.notes, *pages) == []
