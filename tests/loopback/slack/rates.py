"""Rate limits by method and workspace, when a test wants them."""

from collections import defaultdict, deque
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tests.loopback.slack.wire import Failed

if TYPE_CHECKING:
    from tests.loopback.slack.calls import Call

MINUTE = timedelta(minutes=1)
PER_MINUTE = {1: 1, 2: 20, 3: 50, 4: 100, 5: 600}
TIERS = {
    "chat.update": 3,
    "chat.delete": 3,
    "chat.postEphemeral": 4,
    "chat.scheduleMessage": 3,
    "conversations.history": 3,
    "conversations.info": 3,
    "conversations.open": 3,
    "conversations.replies": 3,
    "conversations.members": 4,
    "reactions.add": 3,
    "team.info": 3,
    "usergroups.users.list": 2,
    "users.info": 4,
    "users.list": 2,
    "views.open": 4,
    "views.push": 4,
    "views.update": 4,
    "views.publish": 4,
    "files.getUploadURLExternal": 4,
    "files.completeUploadExternal": 4,
}
CHANNEL = timedelta(seconds=1)
"""Between two chat.postMessage in one channel; a short burst is let through."""
BURST = 3


class Rates:
    """Counts calls on the platform's clock; off until `enforced`."""

    def __init__(self) -> None:
        self.enforced = False
        self._spent: defaultdict[tuple[str, ...], deque[datetime]] = defaultdict(deque)

    def spend(self, call: "Call") -> None:
        """One call more.

        Raises:
            Failed: `ratelimited`, which the door turns into status 429 with Retry-After.
        """
        if not self.enforced or call.installation is None:
            return
        team = call.installation.workspace.id
        if call.method == "chat.postMessage":
            self._take((team, call.method, str(call.args.get("channel"))), BURST, CHANNEL * BURST, call.at)
        else:
            self._take((team, call.method), PER_MINUTE[TIERS.get(call.method, 5)], MINUTE, call.at)

    def _take(self, key: tuple[str, ...], most: int, span: timedelta, now: datetime) -> None:
        spent = self._spent[key]
        while spent and now - spent[0] >= span:
            spent.popleft()
        if len(spent) >= most:
            after = (spent[0] + span - now).total_seconds()
            raise Failed("ratelimited", after=max(1, -int(-after)))
        spent.append(now)
