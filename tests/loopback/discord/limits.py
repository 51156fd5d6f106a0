"""Rate-limit headers, and buckets a test makes small."""

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta

from tests.loopback.discord.timeline import Timeline

_MAJOR = ("channel_id", "guild_id", "webhook_id", "webhook_token")
_FREE = ("/interactions/",)
"""Endpoints with no bucket of their own."""


class Buckets:
    """Every route answers with bucket headers; a route has room without end until `set` makes it small."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._sizes: dict[str, tuple[int, float]] = {}
        self._used: dict[str, tuple[datetime, int]] = {}

    def set(self, route: str, limit: int, seconds: float) -> None:
        """`"POST /channels/{channel_id}/messages"` takes `limit` calls in `seconds` of server time."""
        self._sizes[route] = (limit, seconds)

    def visit(self, method: str, template: str, params: Mapping[str, str]) -> tuple[Mapping[str, str], float | None]:
        """Headers for an answer, and how many seconds the caller is too early (None: it is not)."""
        if template.startswith(_FREE):
            return {}, None
        route = f"{method} {template}"
        limit, seconds = self._sizes.get(route, (50, 1.0))
        if route not in self._sizes:
            return self._headers(route, limit, limit - 1, seconds), None
        key = "|".join([route, *(params[name] for name in _MAJOR if name in params)])
        now = self._timeline.now()
        began, used = self._used.get(key, (now, 0))
        if now - began >= timedelta(seconds=seconds):
            began, used = now, 0
        rest = seconds - (now - began).total_seconds()
        if used >= limit:
            return self._headers(route, limit, 0, rest), rest
        self._used[key] = (began, used + 1)
        return self._headers(route, limit, limit - used - 1, rest), None

    def _headers(self, route: str, limit: int, remaining: int, rest: float) -> Mapping[str, str]:
        return {
            "X-RateLimit-Limit": str(limit),
            "X-RateLimit-Remaining": str(remaining),
            "X-RateLimit-Reset": f"{self._timeline.now().timestamp() + rest:.3f}",
            "X-RateLimit-Reset-After": f"{rest:.3f}",
            "X-RateLimit-Bucket": hashlib.sha256(route.encode()).hexdigest()[:32],
        }
