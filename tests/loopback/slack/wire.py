"""What goes over the wire, and the few periods Slack measures everything by."""

from datetime import timedelta
from typing import Any

Json = dict[str, Any]

ACK = timedelta(seconds=3)
"""How long Slack waits for an acknowledgement."""
TRIGGER = timedelta(seconds=3)
"""How long a trigger_id opens a view; once."""
RESPONSE_URL = timedelta(minutes=30)
RESPONSE_URL_USES = 5
RETRIES = (timedelta(), timedelta(minutes=1), timedelta(minutes=5))
"""When an event nobody acknowledged comes again."""
TICKET = timedelta(seconds=30)
"""How long the address of apps.connections.open can be dialled; once."""
DRAIN = timedelta(seconds=10)
"""Between the notice of a refresh and the end of that socket."""
SOCKETS = 10
"""Open at once for an app."""
STACK = 3
"""Modals above each other."""


class Failed(Exception):
    """`{"ok": false, "error": ...}`, with whatever else Slack tells."""

    def __init__(self, error: str, **extra: Any) -> None:
        super().__init__(error)
        self.answer: Json = {"ok": False, "error": error, **extra}
