"""Who is in a channel: asked for once in a while, and forgotten when somebody comes or goes."""

from datetime import datetime, timedelta

from bot.chats.slack.calling import Api
from bot.chats.slack.rich import Json
from bot.core.ports import Clock
from bot.quiz.errors import Busy, Gone

FRESH = timedelta(minutes=10)
PAGE, PAGES = 500, 40


class Members:
    """The people of channels."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._known: dict[tuple[str, str], tuple[datetime, frozenset[str]]] = {}

    async def present(self, api: Api, team: str, channel: str, user: str) -> bool:
        """Whether somebody is there; True where Slack does not say."""
        at, there = self._known.get((team, channel), (None, frozenset[str]()))
        if at is None or self._clock.now() - at >= FRESH:
            try:
                there = await self._ask(api, channel)
            except (Busy, Gone):
                return True
            self._known[team, channel] = self._clock.now(), there
        return user in there

    def forget(self, team: str, channel: str) -> None:
        """Somebody came or left."""
        self._known.pop((team, channel), None)

    async def _ask(self, api: Api, channel: str) -> frozenset[str]:
        found: set[str] = set()
        asked: Json = {"channel": channel, "limit": PAGE}
        for _ in range(PAGES):
            answer = await api.call("conversations.members", **asked)
            found.update(answer["members"])
            cursor = (answer.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                return frozenset(found)
            asked["cursor"] = cursor
        raise Busy("The channel has more members than are looked through.", seconds=60)
