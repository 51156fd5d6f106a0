"""From a learner's form to the pool, the question of the day and its author's name: the real console, store, bank and judge."""

import io
from functools import partial
from pathlib import Path

from bot.chats.console import ConsoleChat
from bot.core.hearing import hear
from bot.core.heartbeat import beat, wake
from bot.core.world import World
from bot.testing.clocks import FakeClock
from tests.scenarios.console_stage import ConsoleStage
from tests.scenarios.stages import MORNING, playing

FIRST = """\
ada> suggest
ada> fill kind: output
ada> fill prompt: What does a default remember?
ada> fill program:
ada> ```
def add(item, to=[]):
    to.append(item)
    return to


add("a")
print(add("b"))
```
ada> fill answer: ['b']
ada> fill why: The default list is made once, when the function is defined.
ada> send
"""
MENDED = """\
ada> suggest s1
ada> fill answer: ['a', 'b']
ada> send
ada> suggest credit s1
ben> suggest s1
mo> inbox
mo> inbox s1
mo> inbox approve s1
ada> today
mo> pin community/1 2026-11-24
"""
NEXT = """\
ben> answer ['a', 'b']
mo> edit community/1
mo> reveal
mo> audit
"""


async def talk(world: World, chat: ConsoleChat, typed: str) -> None:
    """Everything typed in one conversation, shown where the console writes."""
    chat._stdin = io.BytesIO(typed.encode())
    await chat.listen(partial(hear, world))


async def test_a_learners_question_is_executed_approved_asked_and_signed(tmp_path: Path) -> None:
    clock, out = FakeClock(MORNING), io.StringIO()
    stage = ConsoleStage()
    async with playing(stage, tmp_path, clock) as play:
        chat = ConsoleChat(stdin=io.BytesIO(), stdout=out, me="mo", session="s")
        stage._chat = chat
        async with play._bot() as world:
            await talk(world, chat, f"mo> setup daily 09:00 UTC open=12h\n{FIRST}")
            assert "Not yet: suggestion s1" in out.getvalue()
            assert "Answer, line 1: the program prints `['a', 'b']`, the key says `['b']` on Python 3.11." in (
                " ".join(out.getvalue().split())
            )
            await talk(world, chat, MENDED)
        told = out.getvalue()
        assert "Thank you: suggestion s1" in told
        assert "There is no suggestion 's1' of yours" in told
        assert "Suggestions: 1 · questions with reports: 0 · noticed by me: 0" in told
        assert "I executed it on Python 3.11, and its answer holds" in told
        assert "is in the pool as community/1" in told
        assert "Your question “What does a default remember?” is approved" in told
        async with play._bot() as world:  # started again: the question comes from the store
            await wake(world)
            await clock.advance_to(MORNING.replace(day=24, hour=9))
            await beat(world)
            await talk(world, chat, NEXT)
    told = out.getvalue()
    assert "What does a default remember?" in told
    assert "✓ Right" in told
    assert "community/1 was asked on 2026-11-24, so it cannot be edited any more" in told
    assert "Written by ada." in told
    assert "inbox approve s1" in told
