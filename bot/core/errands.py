"""What the bot has to do at a moment, written down before it is done: rows of the outbox."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.core.records import RoundState
from bot.quiz.ids import CommunityId, Ref, RoundId


class ErrandKind(StrEnum):
    """What is done."""

    OPEN = "open"
    REMIND = "remind"
    CLOSE = "close"
    REVEAL = "reveal"
    NOTE = "note"
    """A sentence for moderators."""


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
    lease: datetime | None = None
    """While sending: how long the worker may take. While due: not before this, after trouble."""
    fence: int = 0

    @property
    def key(self) -> str:
        """Its name for ever, and the key of what it publishes."""
        return f"{self.community}:{self.occasion}:{self.kind}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A round enters a state, in the transaction that ends an errand."""

    round: RoundId
    state: RoundState
    ref: Ref | None = None
