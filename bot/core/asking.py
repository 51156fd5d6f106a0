"""What is being asked where: the round a deed is about, and until when it can be answered."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core import words
from bot.core.cards import QuestionCard
from bot.core.languages import say
from bot.core.posting import card
from bot.core.records import Community, Round, RoundState
from bot.core.world import World
from bot.quiz.ids import Place, RoundId
from bot.quiz.questions import Question
from bot.quiz.rulings import Voided


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is being answered, and where."""

    community: Community
    round: Round
    question: Question

    @property
    def late_until(self) -> datetime:
        """Until when an answer still earns half."""
        return late_until(self.community, self.round)

    def takes_answers(self, now: datetime) -> bool:
        """Whether an answer counts now, in time or late."""
        until = max(self.round.closes, self.late_until)
        return self.round.state in (RoundState.OPEN, RoundState.CLOSED) and now < until

    @property
    def voided(self) -> bool:
        """Whether a moderator took it out of the game."""
        return isinstance(self.round.ruling, Voided)

    def card(self, world: World) -> QuestionCard:
        """What it shows now: until when it is open, or that it is over."""
        version = world.version_for(self.question)
        over = self.round.state.over or world.clock.now() >= self.round.closes
        late = self.late_until if over and self.late_until > self.round.closes else None
        return replace(card(self.round, self.question, version, closed=over), late_until=late)


async def asked_at(world: World, place: Place, id: RoundId | None = None) -> Asked | str:  # noqa: A002
    """The round meant in a place, or the sentence that says why there is none.

    Args:
        world: the ports.
        place: where the question is asked.
        id: which round, once it is asked; None is the open one, or else the latest that still takes late answers.
    """
    community = await world.community_at(place)
    if community is None:
        return say(words.NOT_HERE)
    one = _meant(community, await world.agenda.rounds(community.id), id, world.clock.now())
    if one is None:
        return say(words.NOTHING_OPEN)
    question = world.question_of(one)
    if question is None:
        return say(words.QUESTION_GONE)
    return Asked(community=community, round=one, question=question)


async def as_it_is_now(world: World, asked: Asked) -> Asked:
    """The same round after what happened to it since: closed, revealed, extended, ruled on."""
    one = next(one for one in await world.agenda.rounds(asked.community.id) if one.id == asked.round.id)
    return replace(asked, round=one, question=world.question_of(one) or asked.question)


def late_until(community: Community, one: Round) -> datetime:
    """Until when an answer earns half: as long as the schedule leaves between closing and the reveal."""
    return min(one.reveals, one.closes + community.schedule.reveal_after)


def _meant(community: Community, rounds: Sequence[Round], id: RoundId | None, now: datetime) -> Round | None:  # noqa: A002
    if id is not None:  # a number may be guessed: what nobody was asked yet has neither card nor answer
        return next((one for one in rounds if one.id == id and one.state is not RoundState.PLANNED), None)
    late = [one for one in rounds if one.state is RoundState.CLOSED and now < late_until(community, one)]
    running = [one for one in rounds if one.state is RoundState.OPEN]
    return [None, *late, *running][-1]
