"""The outbox half of the store that forgets."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.errands import Errand, ErrandKind, ErrandState, Move
from bot.quiz.ids import CommunityId, RoundId

_ENDED = (ErrandState.DONE, ErrandState.SKIPPED)
_ORDER = {ErrandKind.CLOSE: 0, ErrandKind.OPEN: 2}


class MemoryOutbox:
    """Keeps the ports `Outbox` and `Watch` in a dictionary; the store it is part of moves the rounds."""

    def __init__(self) -> None:
        super().__init__()
        self._errands: dict[str, Errand] = {}
        self._alive: datetime | None = None

    def _enter(self, move: Move) -> None:
        """Of the store it is part of."""

    async def add(self, *errands: Errand) -> None:
        """See the port."""
        for one in errands:
            self._errands.setdefault(one.key, one)

    async def claim(
        self, now: datetime, lease: datetime, *, community: CommunityId | None = None, key: str | None = None
    ) -> Errand | None:
        """See the port."""
        free = [
            one
            for one in self._errands.values()
            if one.state not in _ENDED
            and one.due <= now
            and (one.lease is None or one.lease <= now)
            and community in {None, one.community}
            and key in {None, one.key}
        ]
        if not free:
            return None
        first = min(free, key=lambda one: (one.due, _ORDER.get(one.kind, 1), one.key))
        claimed = replace(first, state=ErrandState.SENDING, lease=lease, fence=first.fence + 1)
        self._errands[claimed.key] = claimed
        return claimed

    async def finish(
        self, errand: Errand, state: ErrandState, *, move: Move | None = None, then: Sequence[Errand] = ()
    ) -> bool:
        """See the port."""
        if not self._holds(errand):
            return False
        self._errands[errand.key] = replace(self._errands[errand.key], state=state)
        if move is not None:
            self._enter(move)
        await self.add(*then)
        return True

    async def postpone(self, errand: Errand, until: datetime) -> bool:
        """See the port."""
        if not self._holds(errand):
            return False
        self._errands[errand.key] = replace(self._errands[errand.key], state=ErrandState.DUE, lease=until)
        return True

    async def next_moment(self) -> datetime | None:
        """See the port."""
        waiting = [one for one in self._errands.values() if one.state not in _ENDED]
        return min((max(one.due, one.lease or one.due) for one in waiting), default=None)

    async def openings(self) -> Mapping[CommunityId, datetime]:
        """See the port."""
        latest: dict[CommunityId, datetime] = {}
        for one in self._errands.values():
            if one.kind is ErrandKind.OPEN and "+" not in one.occasion:
                latest[one.community] = max(one.due, latest.get(one.community, one.due))
        return latest

    async def errands(self, community: CommunityId, *, since: datetime) -> tuple[Errand, ...]:
        """See the port."""
        mine = [one for one in self._errands.values() if one.community == community and one.due >= since]
        return tuple(sorted(mine, key=lambda one: (one.due, one.key)))

    async def pulse(self, now: datetime) -> datetime | None:
        """See the port."""
        before = self._alive
        if before is None or now - before >= timedelta(minutes=1):
            self._alive = now
        return before

    def _shift(self, round_id: RoundId, dues: Mapping[ErrandKind, datetime]) -> None:
        for one in list(self._errands.values()):
            if one.round != round_id or one.kind not in dues:
                continue
            due, sending = dues[one.kind], one.state is ErrandState.SENDING
            if one.state is ErrandState.DUE or (sending and one.due != due):
                self._errands[one.key] = replace(
                    one, due=due, lease=None, state=ErrandState.DUE, fence=one.fence + sending
                )

    def _holds(self, errand: Errand) -> bool:
        known = self._errands[errand.key]
        return known.state is ErrandState.SENDING and known.fence == errand.fence
