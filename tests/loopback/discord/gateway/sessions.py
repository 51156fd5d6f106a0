"""A gateway session: what a bot was told, kept for the next socket."""

import secrets
from collections import deque
from dataclasses import dataclass, field

from tests.loopback.discord.errors import Json
from tests.loopback.discord.gateway.sockets import Socket

DISPATCH = 0
KEPT = 2000


@dataclass(slots=True, kw_only=True)
class Session:
    """`told` holds the latest events with their numbers, so that RESUME can replay."""

    id: str = field(default_factory=lambda: secrets.token_hex(16))
    intents: int
    socket: Socket | None = None
    sequence: int = 0
    told: deque[tuple[int, str, Json]] = field(default_factory=lambda: deque(maxlen=KEPT))

    def dispatch(self, event: str, payload: Json) -> None:
        """Number an event, keep it, and send it if somebody listens."""
        self.sequence += 1
        self.told.append((self.sequence, event, payload))
        if self.socket:
            self.socket.send(DISPATCH, payload, sequence=self.sequence, event=event)

    def knows(self, after: int) -> bool:
        """Whether everything after a number can be replayed."""
        return after <= self.sequence and self.sequence - after <= len(self.told)

    def replay(self, after: int) -> int:
        """Send again what came after a number; how many events that was."""
        missed = [one for one in self.told if one[0] > after]
        for sequence, event, payload in missed:
            if self.socket:
                self.socket.send(DISPATCH, payload, sequence=sequence, event=event)
        return len(missed)
