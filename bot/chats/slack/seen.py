"""What came already: Slack delivers an event again when it missed our acknowledgement, and people press twice."""

from collections import OrderedDict

KEPT = 10_000
TWICE = 1.0
"""Seconds within which a second press of one button is a slip of the finger, by Slack's own time of the press."""


class Seen:
    """Remembers the latest names."""

    def __init__(self) -> None:
        self._names: OrderedDict[str, None] = OrderedDict()

    def again(self, name: str) -> bool:
        """Whether this name came before; it has now."""
        if not name:
            return False
        known = name in self._names
        self._names[name] = None
        if len(self._names) > KEPT:
            self._names.popitem(last=False)
        return known


class Presses:
    """Buttons that were pressed a moment ago."""

    def __init__(self) -> None:
        self._last: OrderedDict[tuple[str, ...], float] = OrderedDict()

    def twice(self, button: tuple[str, ...], at: float) -> bool:
        """Whether the same person pressed the same button just before.

        Args:
            button: who, where and which.
            at: seconds, as Slack counts them.
        """
        before = self._last.pop(button, None)
        self._last[button] = at
        if len(self._last) > KEPT:
            self._last.popitem(last=False)
        return before is not None and 0 <= at - before < TWICE
