"""Crashes where a test or a simulation wants them: before and after any call of a port."""

import random
from typing import Any, TypeVar, cast

CALLS = 400
"""A crash comes within so many calls."""

Port = TypeVar("Port")


class Crash(BaseException):
    """The process is gone: nothing catches this, and nothing is tidied up."""


class Fuse:
    """Burns down with every call; where it ends, the process does."""

    def __init__(self, chance: random.Random | None) -> None:
        self._chance = chance
        self._left = self._length()

    def burn(self) -> None:
        """One call more. Raises Crash at the end, and is as long as new then."""
        self._left -= 1
        if self._left <= 0 and self._chance is not None:
            self._left = self._length()
            raise Crash

    def happens(self, share: float) -> bool:
        """Whether something of this likelihood goes wrong now."""
        return self._chance is not None and self._chance.random() < share

    def _length(self) -> int:
        return self._chance.randrange(1, CALLS) if self._chance else 0


def fused(port: Port, fuse: Fuse) -> Port:
    """A port that can crash before and after each call."""

    class Fused:
        def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - stands for every method of the port
            method = getattr(port, name)

            async def call(*values: object, **named: object) -> object:
                fuse.burn()
                result = await method(*values, **named)
                fuse.burn()
                return result

            return call

    return cast("Port", Fused())
