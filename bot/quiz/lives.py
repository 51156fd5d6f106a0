"""A study night: questions one after the other, at the pace of a host, for whoever is in the room.

It is played with questions this community has seen revealed, or that its schedule never asks, so that it spoils
nothing; a right first answer is a point, however fast it was, and no other board knows of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from bot.quiz.ids import CommunityId, MemberId, Place, QuestionId, Ref, RoundId
from bot.quiz.questions import Question

LENGTH = 5
LONGEST = 20
_FIRST = -(2**40)
_ROOM = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """One study night, as far as it has come."""

    id: int
    """Counts up in the store, from 1."""
    community: CommunityId
    place: Place
    title: str
    questions: tuple[QuestionId, ...]
    at: int = 0
    """Which question is shown, from 0."""
    shown: bool = False
    """Its answer is shown to everybody, so no more answers count."""
    over: bool = False
    refs: tuple[Ref, ...] = ()
    """The messages of the questions so far."""

    @property
    def current(self) -> QuestionId:
        """The question that is shown."""
        return self.questions[self.at]

    @property
    def last(self) -> bool:
        """Whether no other question follows."""
        return self.at + 1 == len(self.questions)

    @property
    def round(self) -> RoundId:
        """What the current question's card is numbered by: below every round's number, and below every preview's."""
        return RoundId(_FIRST - self.id * _ROOM - self.at)

    def posted(self, ref: Ref) -> "Live":
        """The current question is there."""
        return replace(self, refs=(*self.refs[: self.at], ref))

    def next(self) -> "Live":
        """On to the next question."""
        return replace(self, at=self.at + 1, shown=False)


def lived(number: RoundId | None) -> bool:
    """Whether a card belongs to a study night."""
    return number is not None and number <= _FIRST - _ROOM


def night_of(number: RoundId) -> tuple[int, int]:
    """Which study night, and which of its questions."""
    return divmod(_FIRST - number, _ROOM)


def chosen(known: Iterable[Question], *, many: int, day: date, seed: str) -> tuple[QuestionId, ...]:
    """So many of them, mixed by the day and rising in level."""

    def mixed(question: Question) -> bytes:
        return sha256(f"{seed}:live:{day}:{question.id}".encode()).digest()

    picked = sorted({one.id: one for one in known}.values(), key=mixed)[: min(many, LONGEST)]
    return tuple(one.id for one in sorted(picked, key=lambda one: one.level))


def points(answers: Mapping[int, Mapping[MemberId, bool]]) -> Mapping[MemberId, int]:
    """A point for each right first answer, by person; who took part without one has 0."""
    people = {member for given in answers.values() for member in given}
    return {member: sum(given.get(member, False) for given in answers.values()) for member in people}
