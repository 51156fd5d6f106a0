"""What the bot has to do at a moment, written down before it is done: rows of the outbox."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.core.records import RoundState
from bot.quiz.ids import CommunityId, Place, Ref, RoundId


class ErrandKind(StrEnum):
    """What is done."""

    OPEN = "open"
    REMIND = "remind"
    CLOSE = "close"
    REVEAL = "reveal"
    NOTICE = "notice"
    """Look at how a question went, once it is over."""
    NUDGE = "nudge"
    """Private reminders, to who wants them."""
    NOTE = "note"
    """A sentence for moderators."""
    CORRECT = "correct"
    """A correction is told to everybody."""


class ErrandState(StrEnum):
    """The life of an errand: due, sending, due again after trouble, and one of two ends."""

    DUE = "due"
    SENDING = "sending"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """One thing to do once.

    A claim lends it to one worker until `lease`, and counts up `fence`: whoever comes back after another claim
    carries an older fence, and what they want to record is refused.
    """

    community: CommunityId
    occasion: str
    """What it belongs to: a slot's nominal local date, and `+1` for the first extra question of that day."""
    kind: ErrandKind
    due: datetime
    state: ErrandState = ErrandState.DUE
    round: RoundId | None = None
    text: str = ""
    """What a note says."""
    seat: int = 0
    """In which of the community's places: the number of its seat."""
    lease: datetime | None = None
    """While sending: how long the worker may take. While due: not before this, after trouble."""
    fence: int = 0

    @property
    def key(self) -> str:
        """Its name for ever, and the key of what it publishes."""
        return f"{self.community}:{self.occasion}:{self.kind}{at_seat(self.seat)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A round enters a state, in the transaction that ends an errand."""

    round: RoundId
    state: RoundState
    ref: Ref | None = None
    place: Place | None = None
    """Where the message is; None is the community's first place."""
    excused: bool = False
    """Not everybody could answer it, so nobody's streak misses it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """How an errand ended."""

    state: ErrandState = ErrandState.DONE
    move: Move | None = None
    then: Sequence[Errand] = ()


class Overtaken(Exception):
    """The lease ran out before anything was sent: another worker has taken over, or will."""


class TooLate(Exception):
    """Nobody could answer the question any more, or not in time."""


class NotYet(Exception):
    """It is to be done later, after all."""

    def __init__(self, until: datetime) -> None:
        super().__init__(f"not before {until}")
        self.until = until


def at_seat(number: int) -> str:
    """What a key ends with; the first place's ends as it did before there were others."""
    return f"@{number}" if number else ""
