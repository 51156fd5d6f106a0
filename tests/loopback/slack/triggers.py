"""What lives for a while: trigger_ids and response_urls."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.ports import Clock
from tests.loopback.slack.apps import Installation
from tests.loopback.slack.memory import keep
from tests.loopback.slack.mint import Mint
from tests.loopback.slack.wire import RESPONSE_URL, RESPONSE_URL_USES, TRIGGER, Failed
from tests.loopback.slack.workspaces import Channel, Message


class Triggers:
    """Each opens one view within three seconds."""

    def __init__(self, clock: Clock, mint: Mint, *, most: int) -> None:
        self._clock = clock
        self._mint = mint
        self._most = most
        self._live: dict[str, tuple[str, datetime]] = {}
        self._spent: dict[str, datetime] = {}
        self.by: dict[str, str] = {}
        """Whose doing each was."""

    def new(self, user: str) -> str:
        """A trigger_id in the hands of the app, made by what `user` did."""
        name = self._mint.trigger()
        keep(self._live, name, (user, self._clock.now()), self._most)
        keep(self.by, name, user, self._most)
        return name

    def spend(self, name: str) -> str:
        """Whose it was.

        Raises:
            Failed: `invalid_`, `exchanged_` or `expired_trigger_id`.
        """
        if name not in self._live:
            raise Failed("invalid_trigger_id")
        user, born = self._live[name]
        if name in self._spent:
            raise Failed("exchanged_trigger_id")
        if self._clock.now() - born >= TRIGGER:
            raise Failed("expired_trigger_id")
        keep(self._spent, name, self._clock.now(), self._most)
        return user


@dataclass(slots=True, kw_only=True)
class ResponseUrl:
    """A way back to where something was done: five times within half an hour."""

    by: Installation
    channel: Channel
    user: str
    source: Message | None
    """The message something was pressed on; None for a command."""
    born: datetime
    uses: int = 0

    def use(self, now: datetime) -> None:
        """Count one use.

        Raises:
            Failed: `expired_url` or `used_url`.
        """
        if now - self.born >= RESPONSE_URL:
            raise Failed("expired_url")
        if self.uses >= RESPONSE_URL_USES:
            raise Failed("used_url")
        self.uses += 1
