"""One message per key, ever. Slack promises no such thing, so a key travels in the message's metadata."""

import logging
from collections import OrderedDict
from dataclasses import dataclass
from datetime import timedelta

from bot.chats.slack.calling import Api, Uncertain
from bot.chats.slack.followups import Followups
from bot.chats.slack.render import Drawn
from bot.chats.slack.rich import Json
from bot.quiz.errors import ChatTrouble, Gone

log = logging.getLogger(__name__)

EVENT_TYPE = "askling_message"
LOOK_BACK = timedelta(days=7)
"""An errand is tried again within hours; a week is far beyond that."""
PAGE, PAGES = 200, 10
SWEEP = timedelta(seconds=60)
"""After a request nobody answered: until then Slack has carried it out, or never will."""
KEPT = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a message goes, and its key."""

    channel: str
    key: str
    thread: str = ""


class Posting:
    """Publishes, and takes away what came twice."""

    def __init__(self, followups: Followups) -> None:
        self._followups = followups
        self._known: OrderedDict[tuple[str, str], str] = OrderedDict()

    async def once(self, api: Api, spot: Spot, drawn: Drawn, *, broadcast: bool = False) -> str:
        """The time stamp of the one message with this key, sent now when there is none.

        Raises:
            Gone, Refused, Busy: as the port says; after `Busy` it may be there, and the next call finds it.
        """
        if (spot.channel, spot.key) in self._known:
            return self._known[spot.channel, spot.key]
        ts = await self._find(api, spot) or await self._send(api, spot, drawn, broadcast=broadcast)
        self._known[spot.channel, spot.key] = ts
        if len(self._known) > KEPT:
            self._known.popitem(last=False)
        return ts

    async def _send(self, api: Api, spot: Spot, drawn: Drawn, *, broadcast: bool) -> str:
        metadata = {"event_type": EVENT_TYPE, "event_payload": {"key": spot.key}}
        more: Json = {"channel": spot.channel, "metadata": metadata, "unfurl_links": False, "unfurl_media": False}
        if spot.thread:
            more |= {"thread_ts": spot.thread, "reply_broadcast": broadcast}
        try:
            await api.draw("chat.postMessage", drawn, **more)
        except Uncertain:
            # It may be there, or land later: look now, and once more when it must have landed.
            self._followups.start(self._sweep(api, spot))
            ts = await self._find(api, spot)
            if ts is None:
                raise
            return ts
        return await self._eldest(api, spot)

    async def _eldest(self, api: Api, spot: Spot) -> str:
        """The first message with this key; ours is taken away again when another process was quicker."""
        found = await self._all(api, spot)
        if not found:
            raise Gone("The message {key} was deleted as soon as it was there.", key=spot.key)
        for ts in found[1:]:
            await self._take_away(api, spot, ts)
        return found[0]

    async def _find(self, api: Api, spot: Spot) -> str | None:
        found = await self._all(api, spot)
        return found[0] if found else None

    async def _all(self, api: Api, spot: Spot) -> list[str]:
        """Time stamps of the messages with this key, the eldest first."""
        since = api.wire.clock.now() - LOOK_BACK
        asked: Json = {"channel": spot.channel, "include_all_metadata": True, "limit": PAGE}
        if spot.thread:
            method, asked = "conversations.replies", asked | {"ts": spot.thread}
        else:
            method, asked = "conversations.history", asked | {"oldest": f"{since.timestamp():.6f}"}
        found: list[str] = []
        for _ in range(PAGES):
            answer = await api.call(method, **asked)
            found += [str(one["ts"]) for one in answer["messages"] if _key(one) == spot.key]
            cursor = (answer.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                break
            asked["cursor"] = cursor
        return sorted(found, key=float)

    async def _sweep(self, api: Api, spot: Spot) -> None:
        await api.wire.clock.sleep_until(api.wire.clock.now() + SWEEP)
        try:
            for ts in (await self._all(api, spot))[1:]:
                log.warning("slack.swept", extra={"key": spot.key})
                await self._take_away(api, spot, ts)
        except ChatTrouble as trouble:
            log.warning("slack.not_swept", extra={"key": spot.key, "trouble": str(trouble)})

    async def _take_away(self, api: Api, spot: Spot, ts: str) -> None:
        try:
            await api.call("chat.delete", channel=spot.channel, ts=ts)
        except Gone:  # the other process was as quick
            return


def _key(message: Json) -> str:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != EVENT_TYPE:
        return ""
    return str((metadata.get("event_payload") or {}).get("key", ""))
