"""The bot is told to stop: nobody is broken off, nobody new is let in."""

import asyncio
from functools import partial

from bot.core import words
from bot.core.draining import Doorkeeper
from bot.core.hearing import hear
from bot.core.heartbeat import beat_for_ever
from bot.core.messages import Accept, Note, Show, Submission, VerdictView
from bot.quiz.ids import SubmissionId
from bot.testing.days import PLACE, Day, person


def an_answer(number: int) -> Submission:
    return Submission(id=SubmissionId(f"paper:{number}"), who=person("ada"), place=PLACE, answer="a")


async def test_who_was_heard_before_is_served_to_the_end_and_who_comes_later_is_told() -> None:
    day = Day()
    community = await day.begins()
    keeper = Doorkeeper(partial(hear, day.world))
    accepted = await keeper.hear(an_answer(1))
    keeper.close()
    assert await keeper.hear(an_answer(2)) == Show(Note(words.STOPPING))
    assert isinstance(accepted, Accept)
    assert isinstance(await accepted.then(), VerdictView)
    assert len(await day.store.history(community.id)) == 1


async def test_the_house_is_empty_once_the_last_one_was_served() -> None:
    served = asyncio.Event()

    async def then() -> Note:
        await served.wait()
        return Note("done")

    async def slowly(_deed: object) -> Accept:
        await asyncio.sleep(0)
        return Accept(then)

    keeper = Doorkeeper(slowly)
    await keeper.empty()
    accepted = await keeper.hear(an_answer(1))
    assert isinstance(accepted, Accept)
    running, empty = asyncio.create_task(_run(accepted)), asyncio.create_task(keeper.empty())
    await asyncio.sleep(0)
    keeper.close()
    await asyncio.sleep(0)
    assert not empty.done()
    served.set()
    assert await running == Note("done")
    await empty


async def _run(accepted: Accept) -> object:
    return await accepted.then()


async def test_a_heart_that_is_stopped_wakes_from_its_sleep_and_ends() -> None:
    day, stop = Day(), asyncio.Event()
    await day.begins()
    heart = asyncio.create_task(beat_for_ever(day.world, stop))
    for _ in range(20):
        await asyncio.sleep(0)
    assert not heart.done()
    stop.set()
    await heart
