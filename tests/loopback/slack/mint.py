"""Names that look like Slack's and are the same in every run."""

from datetime import datetime

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Mint:
    """Gives out ids, time stamps and secrets."""

    def __init__(self) -> None:
        self._count = 0
        self._last = 0

    def id(self, prefix: str) -> str:
        """`C0000000A1`: what the prefix names, and never the same twice."""
        number, name = self._next() + 360, ""
        while number:
            number, digit = divmod(number, 36)
            name = _DIGITS[digit] + name
        return f"{prefix}{name.rjust(9, '0')}"

    def short(self) -> str:
        """A block_id or action_id Slack makes up."""
        return self.id("")[-5:]

    def secret(self, kind: str) -> str:
        """A token, ticket or hash."""
        return f"{kind}-{self._next():012d}"

    def trigger(self) -> str:
        return f"{self._next()}.{self._next()}.{self.id('').lower()}"

    def ts(self, now: datetime) -> str:
        """A message's own name: seconds with microseconds, always growing."""
        self._last = max(self._last + 1, int(now.timestamp()) * 1_000_000)
        return f"{self._last // 1_000_000}.{self._last % 1_000_000:06d}"

    def _next(self) -> int:
        self._count += 1
        return self._count
