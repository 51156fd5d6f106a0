"""How a delivery ended."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Ack:
    """What came back in time; `body` is JSON, text or nothing."""

    body: Any = None


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing came back in time. `reason`: `timeout`, `http_error`, `connection_failed` or `dispatch_failed`."""

    reason: str
