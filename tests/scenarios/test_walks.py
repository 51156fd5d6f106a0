"""The walk through what was sent finds what is planted: in a text, on a button, in metadata, in a private message."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.core.messages import Note, View
from bot.core.pages import Action, Page
from bot.core.world import World
from bot.quiz.ids import Place
from bot.quiz.questions import Question
from bot.quiz.tasks import Coding
from bot.testing.clocks import FakeClock
from bot.testing.questions import a_choice, a_crash, an_output
from tests.core.test_fairness import _card as blind_card
from tests.scenarios.console_stage import ConsoleStage
from tests.scenarios.stages import MORNING, Play, playing
from tests.scenarios.transcripts import steps
from tests.scenarios.wires import ON

QUESTION = "stars-on-the-card"
WROTE = "def masked(code): return 'the words of ada'"
SCRIPT = f"""
```chat
clock> 2026-11-23 20:00
mo> /quiz-admin setup daily 09:00 UTC open=12h pin=2026-11-24:{QUESTION}
clock> 2026-11-24 09:00
ada> answer {WROTE}
ben> today
mo> today
```
"""


@dataclass(kw_only=True)
class Evening:
    """A question is open, and ada had it wrong."""

    play: Play
    world: World
    place: Place
    question: Question

    async def publishes(self, view: View, *, place: Place | None = None, key: str = "planted") -> None:
        where = place or self.place
        await self.world.chat_at(where).publish(where, view, key=key)

    async def walks(self) -> None:
        """Look at what was sent since."""
        moderator = self.play.stage.address("mo")
        await self.play.walk.look(self.world, self.play.stage.sent(), {moderator})

    async def private(self, who: str) -> Place:
        address = self.play.stage.address(who)
        return await self.world.chat_at(self.place).private(address)


@pytest.fixture(params=["discord", "slack"])
async def evening(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Evening]:
    clock = FakeClock(MORNING)
    async with AsyncExitStack() as rooms:
        stage = await rooms.enter_async_context(ON[request.param](clock))
        play = await rooms.enter_async_context(playing(stage, tmp_path, clock))
        (script := tmp_path / "script.md").write_text(SCRIPT, "utf-8")
        world = await rooms.enter_async_context(play._bot())
        for step in steps(script):
            await play._step(world, step, {})
            await play.walks(world, step)
        (community,) = await world.agenda.communities()
        (one,) = [one for one in world.bank.questions() if one.id == QUESTION]
        yield Evening(play=play, world=world, place=community.place, question=one)


def _hidden(question: Question) -> str:
    assert isinstance(question.task, Coding)
    return next(case.call for case in question.task.cases if not case.visible)


def _solution(question: Question) -> str:
    assert isinstance(question.task, Coding)
    return f"```python\n{question.task.solution}\n```"


PLANTED: dict[str, Callable[[Question], str]] = {
    "the solution": _solution,
    "the explanation": lambda question: question.why,
    "a hint": lambda question: question.hints[0],
    "a hidden case": lambda question: f"Try `{_hidden(question)}` as well.",
    "an answer": lambda _: f"ada said `{WROTE}`.",
    "a verdict": lambda _: "ada: ✗ Not yet",
    "a verdict in German": lambda _: "ada: ✗ Noch nicht",
}


@pytest.mark.parametrize("planted", PLANTED)
async def test_what_everybody_could_read_is_found(evening: Evening, planted: str) -> None:
    await evening.publishes(Note(PLANTED[planted](evening.question)))
    with pytest.raises(AssertionError, match="everybody can read"):
        await evening.walks()


async def test_what_hangs_on_a_button_is_found(evening: Evening) -> None:
    hung = Action(label="Look", name="hint", text=_hidden(evening.question))
    await evening.publishes(Page(title="A page", actions=(hung,)))
    with pytest.raises(AssertionError, match="everybody can read"):
        await evening.walks()


async def test_what_hangs_in_metadata_is_found(evening: Evening) -> None:
    await evening.publishes(Note("Good evening."), key=evening.question.hints[0])
    if evening.place.startswith("discord:"):  # there a key is told by its digest alone
        await evening.walks()
        return
    with pytest.raises(AssertionError, match="everybody can read"):
        await evening.walks()


@pytest.mark.parametrize("planted", ["the solution", "the explanation", "a hidden case", "an answer"])
async def test_a_private_message_to_another_learner_is_walked_as_well(evening: Evening, planted: str) -> None:
    ben, mo = await evening.private("ben"), await evening.private("mo")
    note = Note(PLANTED[planted](evening.question))
    await evening.publishes(note, place=mo, key="for mo")
    await evening.walks()
    await evening.publishes(note, place=ben, key="for ben")
    with pytest.raises(AssertionError, match=f"{evening.play.stage.address('ben')} can read"):
        await evening.walks()


async def test_who_is_shown_the_answer_because_they_gave_up_may_read_it(evening: Evening) -> None:
    shown = await evening.play.stage.says("ben", "hint answer")
    assert evening.question.why[:40] in shown
    await evening.walks()


async def test_a_stage_sends_something(tmp_path: Path) -> None:
    (script := tmp_path / "script.md").write_text(SCRIPT, "utf-8")
    async with playing(ConsoleStage(), tmp_path) as play:
        await play.run(steps(script))
        assert play.walk.looked_at


PAIRS = {
    "choice": (a_choice(right=(True, False, False)), a_choice(right=(False, False, True))),
    "output": (an_output(prints="1\n"), an_output(prints="2\n")),
    "crash": (a_crash(error="KeyError", line=1), a_crash(error="IndexError", line=2)),
}


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("chat", ["discord", "slack"])
async def test_a_card_goes_over_the_wire_the_same_whatever_the_key_is(chat: str, pair: str) -> None:
    one, other = [await _sent(chat, question) for question in PAIRS[pair]]
    assert one == other


async def _sent(chat: str, question: Question) -> str:
    """The request with which a card is published, in a world made anew."""
    clock = FakeClock(MORNING)
    async with AsyncExitStack() as rooms:
        stage = await rooms.enter_async_context(ON[chat](clock))
        await stage.chats[chat].publish(stage.place, blind_card(question), key="2026-11-24")
        (found,) = [one for one in stage.sent() if question.title in one.text]
        return found.text
