"""The bot lives in its chats until they end, or until it is told to stop."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core import words
from bot.core.messages import Accept, Note, Submission, View
from bot.core.ports import Hear, Waiting
from bot.living import live
from bot.quiz.errors import Busy, JudgeClosing, Refused
from bot.quiz.ids import SubmissionId
from bot.quiz.runs import Job, Run
from bot.testing.chats import PaperChat
from bot.testing.days import PLACE, Day, person
from bot.testing.questions import a_coding

GRACE = timedelta(seconds=600)


class LivelyChat(PaperChat):
    """People act by a script: one coroutine a visit."""

    def __init__(self, *script: Callable[[Hear], Coroutine[object, object, None]]) -> None:
        super().__init__()
        self.script = list(script)
        self.heard = 0

    async def listen(self, hear: Hear) -> None:
        self.heard += 1
        if self.script:
            await self.script.pop(0)(hear)
        else:
            await super().listen(hear)


class SlowJudge:
    """Runs nothing until it is ended."""

    def __init__(self) -> None:
        self.began, self.over = asyncio.Event(), asyncio.Event()

    async def run(self, job: Job, *, waiting: Waiting | None = None) -> Run:  # noqa: ARG002
        self.began.set()
        await self.over.wait()
        raise JudgeClosing("The judge is closing.")

    async def stop(self) -> None:
        self.over.set()


async def never() -> None:
    raise AssertionError("nobody waited for a verdict")


async def no_visit(_hear: Hear) -> None:
    """A chat that ends by itself."""


def raising(error: Exception) -> Callable[[Hear], Coroutine[object, object, None]]:
    async def visit(_hear: Hear) -> None:
        raise error

    return visit


async def test_it_ends_when_its_only_chat_ends() -> None:
    day, chat = Day(), LivelyChat(no_visit)
    await live(replace(day.world, chats={"paper": chat}), asyncio.Event(), grace=GRACE, give_up=never)
    assert chat.heard == 1


async def test_it_goes_on_while_one_of_two_chats_does() -> None:
    day, stop, other = Day(), asyncio.Event(), LivelyChat()
    chats = {"paper": LivelyChat(no_visit), "other": other}
    living = asyncio.create_task(live(replace(day.world, chats=chats), stop, grace=GRACE, give_up=never))
    await settled()
    assert not living.done()
    other.leave()
    await living


async def test_with_no_chat_it_keeps_the_schedule_until_it_is_stopped() -> None:
    day, stop = Day(), asyncio.Event()
    await day.begins()
    living = asyncio.create_task(live(replace(day.world, chats={}), stop, grace=GRACE, give_up=never))
    await settled()
    assert not living.done()
    stop.set()
    await living


async def test_a_chat_that_failed_is_listened_to_again_when_its_platform_says() -> None:
    day, stop = Day(), asyncio.Event()
    chat = LivelyChat(raising(Busy("later", seconds=90)))
    living = asyncio.create_task(live(replace(day.world, chats={"paper": chat}), stop, grace=GRACE, give_up=never))
    await settled()
    await day.clock.advance(timedelta(seconds=89))
    assert chat.heard == 1
    await day.clock.advance(timedelta(seconds=1))
    assert chat.heard == 2
    stop.set()
    await living


async def test_a_chat_with_a_defect_does_not_stop_the_others_and_a_refusal_is_final() -> None:
    day, stop = Day(), asyncio.Event()
    broken, refused, well = LivelyChat(raising(KeyError("x"))), LivelyChat(raising(Refused("token"))), LivelyChat()
    world = replace(day.world, chats={"a": broken, "b": refused, "c": well})
    living = asyncio.create_task(live(world, stop, grace=GRACE, give_up=never))
    await settled()
    await day.clock.advance(timedelta(seconds=31))
    assert (broken.heard, refused.heard, well.heard) == (2, 1, 1)
    stop.set()
    await living


async def test_when_every_chat_refuses_it_says_why() -> None:
    chats = {"a": LivelyChat(raising(Refused("The token is wrong."))), "b": LivelyChat(raising(Refused("So is mine.")))}
    with pytest.raises(Refused, match="The token is wrong"):
        await live(replace(Day().world, chats=chats), asyncio.Event(), grace=GRACE, give_up=never)


async def test_a_defect_of_the_only_chat_is_not_hidden() -> None:
    with pytest.raises(KeyError):
        await live(
            replace(Day().world, chats={"a": LivelyChat(raising(KeyError()))}),
            asyncio.Event(),
            grace=GRACE,
            give_up=never,
        )


async def test_told_to_stop_it_waits_for_a_verdict_and_then_tells_whoever_waits_too_long() -> None:
    day, stop, judge, shown = Day(a_coding()), asyncio.Event(), SlowJudge(), list[View]()
    community = await day.begins()

    async def visit(hear: Hear) -> None:
        answer = await hear(
            Submission(
                id=SubmissionId("paper:1"), who=person("ada"), place=PLACE, answer="def double(x):\n    return x + x"
            )
        )
        assert isinstance(answer, Accept)
        shown.append(await answer.then())

    world = replace(day.world, judge=judge, chats={"paper": LivelyChat(visit)})
    living = asyncio.create_task(live(world, stop, grace=timedelta(0), give_up=judge.stop))
    await judge.began.wait()
    stop.set()
    await living
    assert shown == [Note(words.JUDGE_AWAY.format(trouble=words.JUDGE_CLOSING))]
    (entry,) = await day.store.history(community.id)
    assert entry.settlement is None


async def settled() -> None:
    for _ in range(50):
        await asyncio.sleep(0)
