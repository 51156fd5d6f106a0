"""Which topics somebody should look at again: the share of first tries that were right, where there were enough."""

from collections.abc import Iterable
from dataclasses import dataclass

FEWEST = 3
"""Fewer questions of a topic say nothing."""
BELOW = 70
"""Percent right; a topic from there on is no weak one."""
SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicShare:
    """How somebody does in one topic, by their first tries."""

    topic: str
    right: int
    of: int

    @property
    def percent(self) -> int:
        """The share that was right, rounded down."""
        return 100 * self.right // self.of


def weak(firsts: Iterable[tuple[str, bool]]) -> tuple[TopicShare, ...]:
    """The weakest topics, the weakest first; of two equal ones that with more questions.

    Args:
        firsts: topic and whether it was right, of the first graded try at each question.
    """
    counts: dict[str, tuple[int, int]] = {}
    for topic, right in firsts:
        rights, of = counts.get(topic, (0, 0))
        counts[topic] = rights + right, of + 1
    shares = [TopicShare(topic=topic, right=right, of=of) for topic, (right, of) in counts.items() if of >= FEWEST]
    low = [share for share in shares if share.percent < BELOW]
    return tuple(sorted(low, key=lambda share: (share.percent, -share.of, share.topic))[:SHOWN])
