"""Which curriculum rows have a live question, and how many questions each topic has of each kind."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bot.bank.sheets import Sheet
from bot.bank.topics import Contents, Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCoverage:
    """One topic: what it has, and what it lacks."""

    topic: Topic
    kinds: Counter[str]
    """Live questions by kind."""
    levels: Counter[int]
    missing: tuple[str, ...]
    """Rows of this topic that no live question of the bank names."""

    @property
    def questions(self) -> int:
        """How many live questions it has."""
        return sum(self.kinds.values())


def coverage(contents: Contents, sheets: Iterable[Sheet]) -> tuple[TopicCoverage, ...]:
    """Every topic in the order it is taught. A row counts as covered wherever its question lies."""
    live = [sheet.question for sheet in sheets if sheet.question.live]
    covered = {row for question in live for row in question.seed}
    return tuple(
        TopicCoverage(
            topic=topic,
            kinds=Counter(str(question.kind) for question in live if question.topic == topic.id),
            levels=Counter(question.level for question in live if question.topic == topic.id),
            missing=tuple(row for row in topic.rows if row not in covered),
        )
        for topic in contents.topics
    )
