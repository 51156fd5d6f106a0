"""The moderators' desk on every chat, with the longest that people can write: pages and forms that each platform takes."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest

from bot.core.hearing import hear
from bot.core.messages import Accept, Filled, Person
from bot.core.pages import Page
from bot.core.world import World
from bot.quiz.ids import Address, SubmissionId
from bot.testing.clocks import FakeClock
from tests.scenarios.console_stage import ConsoleStage
from tests.scenarios.stages import MORNING, Play, Stage, playing
from tests.scenarios.wires import ON

BODY = "".join(f"    # line {number} says why it is done in this way\n" for number in range(40))
FUNCTION = {
    "kind": "function",
    "prompt": f"# {'A long title ' * 5}\n" + "Write `doubled(value)`, as <@everyone> & friends *wish*. " * 50,
    "program": f"def doubled(value):\n{BODY}    return value + value\n",
    "answer": "\n\n".join(f">>> doubled({number!r})\n{number * 2!r}" for number in (*range(3, 90), "ab")),
    "why": "Because of https://docs.python.org/3/tutorial/ and so on. " * 50,
}
CHOICE = {
    "kind": "choice",
    "prompt": "What is true?",
    "program": "",
    "answer": "\n".join(f"{'* ' if number == 1 else ''}{number} {'word ' * 100}" for number in range(4)),
    "why": "So it is.",
}


@asynccontextmanager
async def on(chat: str, folder: Path) -> AsyncIterator[Play]:
    clock = FakeClock(MORNING)
    async with AsyncExitStack() as rooms:
        stage: Stage = ConsoleStage()
        if chat != "console":
            stage = await rooms.enter_async_context(ON[chat](clock))
        yield await rooms.enter_async_context(playing(stage, folder, clock))


async def fills(world: World, form: str, values: dict[str, str], about: str = "") -> str:
    """A form comes back; what its sender is told."""
    (community,) = await world.agenda.communities()
    chat = community.place.partition(":")[0]
    who = Person(address=Address(f"{chat}:1234567"), name="Zoe")
    id_ = SubmissionId(f"{form} {hash(tuple(values.items()))}")
    answer = await hear(world, Filled(id=id_, who=who, place=community.place, form=form, about=about, values=values))
    assert isinstance(answer, Accept), answer
    view = await answer.then()
    assert isinstance(view, Page)
    return view.title


async def sets_up(stage: Stage) -> None:
    await stage.says("mo", "/quiz-admin setup daily 09:00 UTC open=12h")


@pytest.mark.parametrize("chat", ["console", "slack", "discord"])
async def test_the_longest_suggestion_can_be_read_and_decided(chat: str, tmp_path: Path) -> None:
    async with on(chat, tmp_path) as play, play._bot() as world:
        await sets_up(play.stage)
        for values in (FUNCTION, CHOICE):
            assert (await fills(world, "suggest", values)).startswith("Thank you")
        assert "Suggestions: 2" in await play.stage.says("mo", "/quiz-admin inbox")
        shown = await play.stage.says("mo", "/quiz-admin inbox s1")
        assert "its answer holds" in shown
        assert "A long title" in shown
        assert "What is true?" in await play.stage.says("mo", "/quiz-admin inbox s2")
        assert "ask" in (await play.stage.says("mo", "/quiz-admin inbox ask s1")).casefold()
        assert "community/1" in await play.stage.says("mo", "/quiz-admin inbox approve s1")
        assert "community/1" in await play.stage.says("mo", "/quiz-admin inbox questions")


@pytest.mark.parametrize("chat", ["console", "slack", "discord"])
@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("ada", "suggest"),
        ("mo", "/quiz-admin new"),
        ("mo", "/quiz-admin inbox edit s1"),
        ("mo", "/quiz-admin inbox dismiss s1"),
    ],
)
async def test_its_forms_can_be_opened(chat: str, who: str, said: str, tmp_path: Path) -> None:
    async with on(chat, tmp_path) as play, play._bot() as world:
        await sets_up(play.stage)
        await fills(world, "suggest", CHOICE)
        shown = await play.stage.says(who, said)
        assert any(word in shown for word in ("How is it answered?", "Why? They will read this."))
