import asyncio
from contextlib import AsyncExitStack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.judge.queueing import FairQueue
from bot.quiz.errors import JudgeBusy


class Crowd:
    """People who stand in line; `order` is who was let through."""

    def __init__(self, queue: FairQueue) -> None:
        self.queue = queue
        self.order: list[str] = []
        self.places: dict[str, list[int]] = {}
        self.tasks: dict[str, asyncio.Task[None]] = {}
        self.leave: dict[str, asyncio.Event] = {}

    async def come(self, name: str, lane: str, learner: str = "") -> None:
        self.leave[name] = asyncio.Event()
        self.tasks[name] = asyncio.create_task(self._stand(name, lane, learner))
        await asyncio.sleep(0)

    async def go(self, name: str) -> None:
        self.leave[name].set()
        await self.tasks[name]
        await asyncio.sleep(0)

    async def _stand(self, name: str, lane: str, learner: str) -> None:
        places = self.places.setdefault(name, [])
        async with self.queue.turn(lane, learner, places.append):
            self.order.append(name)
            await self.leave[name].wait()


async def test_lanes_take_turns_however_many_wait_in_one() -> None:
    crowd = Crowd(FairQueue(1, 100))
    for name in ("a1", "a2", "a3", "a4"):
        await crowd.come(name, "a")
    await crowd.come("b1", "b")
    await crowd.come("b2", "b")
    for _ in range(6):
        await crowd.go(crowd.order[-1])
    assert crowd.order == ["a1", "a2", "b1", "a3", "b2", "a4"]


async def test_nobody_runs_two_things_at_once_and_nobody_waits_for_them() -> None:
    crowd = Crowd(FairQueue(2, 100))
    await crowd.come("ada1", "a", "ada")
    await crowd.come("ada2", "a", "ada")
    await crowd.come("ben1", "a", "ben")
    assert crowd.order == ["ada1", "ben1"]
    await crowd.go("ben1")
    assert crowd.order == ["ada1", "ben1"]
    await crowd.go("ada1")
    assert crowd.order == ["ada1", "ben1", "ada2"]
    await crowd.go("ada2")


async def test_everybody_is_told_their_place_when_it_changes() -> None:
    crowd = Crowd(FairQueue(1, 100))
    for name in ("a1", "a2", "a3"):
        await crowd.come(name, "a")
    await crowd.come("b1", "b")
    assert crowd.places == {"a1": [], "a2": [1], "a3": [2, 3], "b1": [2]}
    for name in ("a1", "a2"):
        await crowd.go(name)
    assert crowd.places == {"a1": [], "a2": [1], "a3": [2, 3, 2, 1], "b1": [2, 1]}
    for name in ("b1", "a3"):
        await crowd.go(name)


async def test_who_gives_up_leaves_no_gap() -> None:
    crowd = Crowd(FairQueue(1, 100))
    for name in ("a1", "a2", "a3"):
        await crowd.come(name, "a")
    crowd.tasks["a2"].cancel()
    await asyncio.gather(crowd.tasks["a2"], return_exceptions=True)
    await crowd.go("a1")
    assert crowd.order == ["a1", "a3"]
    await crowd.go("a3")
    await crowd.queue.idle()


async def test_one_more_than_may_wait_is_refused_in_a_sentence() -> None:
    crowd = Crowd(FairQueue(1, 2))
    for name in ("a1", "a2", "a3"):
        await crowd.come(name, "a")
    with pytest.raises(JudgeBusy, match="2 answers are waiting to be judged"):
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(crowd.queue.turn("b"))
    for name in ("a1", "a2", "a3"):
        await crowd.go(name)


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["", "x", "y"]), st.booleans()), max_size=20),
    st.integers(1, 3),
)
def test_whoever_stays_is_let_through_once_and_nothing_is_left(
    people: list[tuple[str, str, bool]], at_once: int
) -> None:
    async def day() -> None:
        queue = FairQueue(at_once, 100)
        running: list[str] = []
        through: list[int] = []

        async def stand(number: int, lane: str, learner: str) -> None:
            async with queue.turn(lane, learner):
                running.append(learner)
                try:
                    assert len(running) <= at_once
                    assert not learner or running.count(learner) == 1
                    await asyncio.sleep(0)
                finally:
                    running.remove(learner)
                through.append(number)

        tasks = [asyncio.create_task(stand(at, lane, learner)) for at, (lane, learner, _) in enumerate(people)]
        await asyncio.sleep(0)
        for task, (_, _, stays) in zip(tasks, people, strict=True):
            if not stays and not task.done():
                task.cancel()
        ended = await asyncio.gather(*tasks, return_exceptions=True)
        assert len(through) == sum(one is None for one in ended)
        assert all(one is None for one, (_, _, stays) in zip(ended, people, strict=True) if stays)
        await queue.idle()
        assert len(queue) == 0

    asyncio.run(day())
