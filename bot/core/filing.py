"""The doors to what waits for moderators, and to the workshop that reads and proves a community's own questions.

Their law is that of `ports`.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol

from bot.core.contributions import Findings, Flag, Letter, Mute, Reading, Report, Suggestion, Twin
from bot.quiz.ids import Address, CommunityId, FlagId, LetterId, MemberId, QuestionId, RoundId, SuggestionId
from bot.quiz.items import Way
from bot.quiz.questions import Question


class Workshop(Protocol):
    """Knows how a question is written and proved. What strangers write is only ever executed in the jail."""

    def begin(self, text: str) -> Mapping[str, str]:
        """What a message already says of a question: a prompt and a program, or a whole question file."""
        ...

    def read(self, values: Mapping[str, str], *, id: QuestionId, topic: str) -> Reading:  # noqa: A002
        """The question in a form's values, or in the whole file that its field `file` holds."""
        ...

    async def prove(self, values: Mapping[str, str], *, lane: str, learner: str) -> Findings:
        """Execute a question that could be read, on every Python the judge has; twins are not looked for.

        Raises:
            JudgeTrouble: nothing could be executed.
        """
        ...

    async def twins(self, question: Question, others: Iterable[Question]) -> tuple[Twin, ...]:
        """Which of the others are much like it, the nearest first."""
        ...


class Suggestions(Protocol):
    """Questions that people wrote. Raises only StoreTrouble."""

    async def suggest(self, suggestion: Suggestion) -> Suggestion:
        """Write one down; it comes back with its number. Idempotent by event: a known one returns as it is."""
        ...

    async def amend(self, suggestion: Suggestion) -> Suggestion | None:
        """Replace what is kept under its id, if its revision is still the one given.

        None, and nothing is changed, when somebody else changed it since.
        """
        ...

    async def suggestions(self, community: CommunityId) -> tuple[Suggestion, ...]:
        """All of a community's, oldest first."""
        ...

    async def suggestion(self, id: SuggestionId) -> Suggestion | None:  # noqa: A002
        """One, wherever it belongs to; None when there is none."""
        ...


class Reports(Protocol):
    """What people say is wrong with a question. Raises only StoreTrouble."""

    async def report(self, report: Report) -> None:
        """Write one down; a later one of the same person about the same round replaces it, and is open again."""
        ...

    async def reports(self, community: CommunityId) -> tuple[Report, ...]:
        """All of a community's, oldest first."""
        ...

    async def settle_reports(self, round: RoundId) -> int:  # noqa: A002
        """A moderator dealt with all there are about a round. Returns how many were open."""
        ...


class Flags(Protocol):
    """What the bot noticed. Raises only StoreTrouble."""

    async def flag(self, *flags: Flag) -> int:
        """Write them down, all or none. Idempotent by community, kind and subject. Returns how many were new."""
        ...

    async def flags(self, community: CommunityId) -> tuple[Flag, ...]:
        """All of a community's, oldest first."""
        ...

    async def settle_flag(self, id: FlagId) -> bool:  # noqa: A002
        """A moderator dealt with it. False when somebody had before."""
        ...


class Letters(Protocol):
    """Sentences for one person. Raises only StoreTrouble."""

    async def leave_letter(self, letter: Letter) -> None:
        """Keep a letter until it is shown."""
        ...

    async def letters(self, community: CommunityId, address: Address) -> tuple[Letter, ...]:
        """What waits for somebody in a community, oldest first."""
        ...

    async def forget_letters(self, *ids: LetterId) -> None:
        """They were shown."""
        ...


class Mutes(Protocol):
    """Who is on no board of a community. The boards know it at the same instant. Raises only StoreTrouble."""

    async def mute(self, mute: Mute) -> None:
        """Keep somebody off the boards; a later one of the same person replaces it."""
        ...

    async def unmute(self, community: CommunityId, member: MemberId) -> bool:
        """Put somebody back. False when they were not muted."""
        ...

    async def muted(self, community: CommunityId) -> tuple[Mute, ...]:
        """Everybody who is muted there, by id."""
        ...


class Ways(Protocol):
    """How people went about questions, for their analysis. Raises only StoreTrouble."""

    async def ways(self, community: CommunityId, *, since: date) -> tuple[Way, ...]:
        """One a person and round asked since a date, by round and person: graded tries only, erased people left out."""
        ...


class Inbox(Suggestions, Reports, Flags, Letters, Mutes, Ways, Protocol):
    """All of it, on one store."""
