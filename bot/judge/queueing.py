"""Who runs next when more want to than may: communities take turns, and nobody runs two things at once."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.core.ports import Waiting
from bot.quiz.errors import JudgeBusy


@dataclass(eq=False, slots=True)
class _Ticket:
    lane: str
    learner: str
    turn: asyncio.Future[None]
    waiting: Waiting | None
    told: int = field(default=0)


class FairQueue:
    """Lets `at_once` through at a time, the lanes in turn, first come first served inside a lane.

    Args:
        at_once: how many may run at the same time.
        longest: how many may wait; one more is refused.
    """

    def __init__(self, at_once: int, longest: int) -> None:
        self._free, self._longest = at_once, longest
        self._lanes: dict[str, deque[_Ticket]] = {}
        """In the order of their turns: a lane that was served goes to the end."""
        self._running: set[str] = set()
        self._taken = 0
        self._idle = asyncio.Event()
        self._idle.set()

    def __len__(self) -> int:
        """How many wait."""
        return sum(map(len, self._lanes.values()))

    @asynccontextmanager
    async def turn(self, lane: str, learner: str = "", waiting: Waiting | None = None) -> AsyncIterator[None]:
        """Wait for a turn, and hold it. Cancelling gives the place up.

        Raises:
            JudgeBusy: too many wait already.
        """
        if len(self) >= self._longest:
            raise JudgeBusy(f"{self._longest} answers are waiting to be judged. Please try again in a minute.")
        ticket = _Ticket(lane, learner, asyncio.get_running_loop().create_future(), waiting)
        self._stand_in_line(ticket)
        try:
            await ticket.turn
            yield
        finally:
            self._leave(ticket)

    async def idle(self) -> None:
        """Return when nobody runs and nobody waits."""
        await self._idle.wait()

    def _stand_in_line(self, ticket: _Ticket) -> None:
        self._taken += 1
        self._idle.clear()
        self._lanes.setdefault(ticket.lane, deque()).append(ticket)
        self._let_through()

    def _leave(self, ticket: _Ticket) -> None:
        lane = self._lanes.get(ticket.lane, ())
        if ticket in lane:
            self._take_out(ticket)
        elif ticket.turn.done() and not ticket.turn.cancelled():
            self._free += 1
            self._running.discard(ticket.learner)
        self._taken -= 1
        if not self._taken:
            self._idle.set()
        self._let_through()

    def _let_through(self) -> None:
        while self._free and (ticket := next(self._eligible(), None)):
            self._take_out(ticket)
            if ticket.turn.cancelled():
                continue
            self._free -= 1
            if ticket.learner:
                self._running.add(ticket.learner)
            ticket.turn.set_result(None)
        self._tell_places()

    def _eligible(self) -> Iterator[_Ticket]:
        """Those whose learner runs nothing, in the order of their turns, if nobody else came meanwhile."""
        depth = max(map(len, self._lanes.values()), default=0)
        for at in range(depth):
            for lane in self._lanes.values():
                if at < len(lane) and lane[at].learner not in self._running:
                    yield lane[at]

    def _take_out(self, ticket: _Ticket) -> None:
        """Out of its lane, which then goes behind the others."""
        lane = self._lanes.pop(ticket.lane)
        lane.remove(ticket)
        if lane:
            self._lanes[ticket.lane] = lane

    def _tell_places(self) -> None:
        for place, ticket in enumerate(self._in_order(), start=1):
            if ticket.waiting is not None and ticket.told != place:
                ticket.told = place
                ticket.waiting(place)

    def _in_order(self) -> Iterator[_Ticket]:
        depth = max(map(len, self._lanes.values()), default=0)
        return (lane[at] for at in range(depth) for lane in self._lanes.values() if at < len(lane))
