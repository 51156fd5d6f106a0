"""Everything that can go wrong on the way, each with a name. `slack.faults.on(method, fault, ...)` queues them."""

from collections import defaultdict, deque
from dataclasses import dataclass, field
from enum import StrEnum

from tests.loopback.slack.wire import Json


class Kind(StrEnum):
    """How a call fails."""

    ERROR = "error"
    LIMITED = "429"
    BROKEN = "500"
    HTML = "html"
    DROP_BEFORE = "drop_before"
    DROP_AFTER = "drop_after"
    SLOW = "slow"
    GONE = "gone"
    REFUSED = "refused"
    NO_HELLO = "no_hello"
    BLACK_HOLE = "black_hole"
    DEAD_TICKET = "dead_ticket"


@dataclass(frozen=True, slots=True)
class Fault:
    """One failure; `answer` and `seconds` where its kind needs them."""

    kind: Kind
    answer: Json = field(default_factory=dict)
    seconds: float = 0.0


def error(code: str, **extra: str) -> Fault:
    """`{"ok": false, "error": code}` with status 200; nothing was done."""
    return Fault(Kind.ERROR, {"ok": False, "error": code, **extra})


def limited(seconds: float = 1) -> Fault:
    """Status 429 with Retry-After; nothing was done."""
    return Fault(Kind.LIMITED, {"ok": False, "error": "ratelimited"}, seconds)


def broken() -> Fault:
    """Status 500; nothing was done."""
    return Fault(Kind.BROKEN)


def html() -> Fault:
    """Status 200 and a page for humans, as a proxy or an outage gives; nothing was done."""
    return Fault(Kind.HTML)


def drop_before() -> Fault:
    """The connection ends before anything was done."""
    return Fault(Kind.DROP_BEFORE)


def drop_after() -> Fault:
    """It was done, and the answer is lost."""
    return Fault(Kind.DROP_AFTER)


def slow(seconds: float) -> Fault:
    """It is done and answered only after so many seconds of the platform's clock."""
    return Fault(Kind.SLOW, seconds=seconds)


def gone() -> Fault:
    """For `response_url`: 404, as one that was used five times; for a file, as one that was deleted."""
    return Fault(Kind.GONE, {"ok": False, "error": "used_url"})


def refused() -> Fault:
    """For `link`: the dial is answered 503; the ticket is burnt."""
    return Fault(Kind.REFUSED)


def no_hello() -> Fault:
    """For `link`: the socket opens, answers pings, and says and gets nothing."""
    return Fault(Kind.NO_HELLO)


def black_hole() -> Fault:
    """For `link`: it says hello, then nothing moves any more, not even pongs."""
    return Fault(Kind.BLACK_HOLE)


def dead_ticket() -> Fault:
    """For `link`: the dial is answered 404, as for a ticket that was used."""
    return Fault(Kind.DEAD_TICKET)


class Faults:
    """What will go wrong, by method; `link`, `envelope`, `response_url`, `upload`, `download` are methods too."""

    def __init__(self) -> None:
        self._queues: defaultdict[str, deque[Fault]] = defaultdict(deque)
        self._always: dict[str, Fault] = {}

    def on(self, method: str, *faults: Fault, times: int = 1) -> None:
        """The next calls fail so, in this order, the whole row `times` times."""
        self._queues[method].extend(faults * times)

    def always(self, method: str, fault: Fault) -> None:
        """Every call fails so, until `clear`."""
        self._always[method] = fault

    def clear(self) -> None:
        """Nothing goes wrong any more."""
        self._queues.clear()
        self._always.clear()

    def take(self, method: str) -> Fault | None:
        """What befalls this call."""
        queue = self._queues.get(method)
        return queue.popleft() if queue else self._always.get(method)

    def left(self) -> dict[str, int]:
        """Faults that have not befallen anybody yet."""
        return {method: len(queue) for method, queue in self._queues.items() if queue}
