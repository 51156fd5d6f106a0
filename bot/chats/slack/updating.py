"""Revising messages: the last view wins, and one message is changed at most once in three seconds."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.chats.slack.calling import Api
from bot.chats.slack.followups import Followups
from bot.chats.slack.render import Drawn

APART = timedelta(seconds=3)
"""chat.update may be called fifty times a minute in a whole workspace."""
KEPT = 1_000


@dataclass(slots=True)
class _Lane:
    """One message."""

    api: Api
    drawn: Drawn | None = None
    waiting: list["asyncio.Future[None]"] = field(default_factory=list)
    changed: datetime | None = None
    shows: Drawn | None = None
    running: bool = False


class Updating:
    """Merges the revisions of each message."""

    def __init__(self, followups: Followups) -> None:
        self._followups = followups
        self._lanes: dict[tuple[str, str], _Lane] = {}

    async def revise(self, api: Api, channel: str, ts: str, drawn: Drawn) -> None:
        """Return when the message shows this view, or a later one.

        Raises:
            Gone, Refused, Busy: it cannot be changed, or not now.
        """
        lane = self._lanes.setdefault((channel, ts), _Lane(api))
        if lane.shows == drawn and not lane.running and lane.changed and api.wire.clock.now() < lane.changed + APART:
            return
        lane.drawn = drawn
        shown: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        lane.waiting.append(shown)
        if not lane.running:
            lane.running = True
            self._followups.start(self._run(lane, channel, ts))
        await shown

    async def _run(self, lane: _Lane, channel: str, ts: str) -> None:
        """Change the message until nothing newer waits."""
        clock = lane.api.wire.clock
        try:
            while lane.drawn is not None:
                if lane.changed is not None:
                    await clock.sleep_until(lane.changed + APART)
                drawn, waiting = lane.drawn, lane.waiting
                lane.drawn, lane.waiting = None, []
                lane.changed = clock.now()
                error = await self._change(lane.api, channel, ts, drawn)
                lane.shows = None if error else drawn
                _tell(waiting, error)
        finally:
            lane.running = False
            _tell(lane.waiting, asyncio.CancelledError())
            self._tidy()

    async def _change(self, api: Api, channel: str, ts: str, drawn: Drawn) -> Exception | None:
        try:
            await api.draw("chat.update", drawn, channel=channel, ts=ts)
        except Exception as error:  # noqa: BLE001 - whoever waits for it is told
            return error
        return None

    def _tidy(self) -> None:
        """Forget messages that nobody has changed for long."""
        idle = [key for key, lane in self._lanes.items() if not lane.running]
        for key in idle[: max(0, len(self._lanes) - KEPT)]:
            del self._lanes[key]


def _tell(waiting: list["asyncio.Future[None]"], error: BaseException | None) -> None:
    for one in waiting:
        if one.done():
            continue
        if error is None:
            one.set_result(None)
        elif isinstance(error, asyncio.CancelledError):
            one.cancel()
        else:
            one.set_exception(error)
