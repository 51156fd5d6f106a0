"""What people write for their community, what they report, what the bot notices: frozen values of the inbox."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.quiz.ids import CommunityId, FlagId, LetterId, MemberId, QuestionId, RoundId, SubmissionId, SuggestionId
from bot.quiz.questions import Question

OWN = "community"
"""The first part of the ids and topics of questions that a community wrote itself."""
TOPIC = f"{OWN}/questions"
"""Theirs, until a moderator gives it another."""
KINDS = ("choice", "output", "error", "function", "fill")
"""Questions that a form of five fields can hold; others are handed in as a file."""
FILE = "file"
"""The field of a form that holds a whole question file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """Something to mend in what somebody wrote."""

    field: str
    """Of the form: `program`; empty where it is about all of it."""
    line: int
    """Of that field, from 1; 0 where it is about no line."""
    text: str
    """A clause without its full stop."""
    fix: str
    """Whole sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a form or a file came to: a question, or mistakes."""

    text: str
    """The question file."""
    question: Question | None = None
    mistakes: tuple[Mistake, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """A question that is much like another."""

    question: QuestionId
    why: str
    """`the program`, `the prompt`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What executing a question showed."""

    versions: tuple[str, ...] = ()
    """Pythons it was executed on: `3.13`."""
    proved: bool = False
    """Whether running it showed that its key is right; a choice may rest on somebody's word."""
    mistakes: tuple[Mistake, ...] = ()
    twins: tuple[Twin, ...] = ()


class SuggestionState(StrEnum):
    """The life of a suggestion."""

    DRAFT = "draft"
    """Its author has something to mend; nobody else sees it."""
    WAITING = "waiting"
    """For a moderator."""
    ASKED = "asked"
    """A moderator asked its author something."""
    APPROVED = "approved"
    """Its question is in the pool."""
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"
    """By its author."""
    RETIRED = "retired"
    """It was in the pool, and is not asked any more."""

    @property
    def open(self) -> bool:
        """Whether it is a moderator's turn, or will be."""
        return self in (SuggestionState.WAITING, SuggestionState.ASKED)

    @property
    def private(self) -> bool:
        """Whether it is its author's alone."""
        return self in (SuggestionState.DRAFT, SuggestionState.WITHDRAWN)

    @property
    def pooled(self) -> bool:
        """Whether its question exists."""
        return self in (SuggestionState.APPROVED, SuggestionState.RETIRED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A question that somebody wrote for their community."""

    id: SuggestionId = SuggestionId(0)  # noqa: RUF009 - a NewType call is a constant
    """0: the store gives it one."""
    event: SubmissionId
    """The platform's own id of what brought it, so that a second delivery is known."""
    community: CommunityId
    author: MemberId
    at: datetime
    values: Mapping[str, str]
    """The form as it was filled in, by the names of its fields."""
    text: str
    """The question file made of it."""
    state: SuggestionState
    findings: Findings = field(default_factory=Findings)
    topic: str = TOPIC
    credit: bool = False
    """Whether its author wants to be named at the reveal."""
    revision: int = 0
    """Counts its changes."""

    @property
    def question(self) -> QuestionId:
        """The id of its question, once it is approved."""
        return QuestionId(f"{OWN}/{self.id}")


class Wrong(StrEnum):
    """What a report says is wrong with a question."""

    KEY = "key"
    WORDING = "wording"
    CODE = "code"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Somebody says that something is wrong with a question; one a person and round."""

    round: RoundId
    member: MemberId
    at: datetime
    wrong: Wrong
    text: str
    settled: bool = False
    """Whether a moderator dealt with it."""


class FlagKind(StrEnum):
    """What the bot notices by itself."""

    SIMILAR = "similar"
    """Two people's code is alike where it need not be."""
    BROKEN = "broken"
    """How people did says that the question is broken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """Evidence for a moderator; nothing follows from it by itself."""

    id: FlagId = FlagId(0)  # noqa: RUF009 - a NewType call is a constant
    """0: the store gives it one."""
    community: CommunityId
    kind: FlagKind
    subject: str
    """What makes it one: two people at a round, or a question and its key."""
    round: RoundId
    at: datetime
    members: tuple[MemberId, ...] = ()
    share: int = 0
    """Of two answers: percent of the smaller one that is in the other as well."""
    settled: bool = False


class LetterKind(StrEnum):
    """What somebody is told about what they wrote."""

    ASKED = "asked"
    APPROVED = "approved"
    DISMISSED = "dismissed"
    RETIRED = "retired"
    LOOKED_INTO = "looked into"
    """Their report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A sentence for one person, shown with their next command."""

    id: LetterId = LetterId(0)  # noqa: RUF009 - a NewType call is a constant
    """0: the store gives it one."""
    community: CommunityId
    to: MemberId
    at: datetime
    kind: LetterKind
    title: str
    """Of the question it is about."""
    quote: str = ""
    """A moderator's own words."""
    suggestion: SuggestionId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mute:
    """Somebody plays on, and is on no board of one community."""

    community: CommunityId
    member: MemberId
    at: datetime
    reason: str
