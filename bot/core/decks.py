"""One person's review: what they missed wherever they answered, taken in from the ledger, and what of it is due.

Only what was revealed can be missed, and nothing is asked here that is being asked in a place of theirs just now.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from bot.core.asking import Asked
from bot.core.messages import Person
from bot.core.records import Community, Entry, Member, Round, RoundState
from bot.core.settling import graded
from bot.core.world import World
from bot.quiz.ids import Place, QuestionId, RoundId
from bot.quiz.recalls import Rating, Recall, Spaced, begun, in_order, rating_of
from bot.quiz.rulings import Voided


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A recall and what it asks."""

    recall: Recall
    asked: Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What one person reviews on one day."""

    member: Member
    day: date
    """Their study day."""
    all: tuple[Due, ...]
    """What can be asked, what is due first at first."""

    @property
    def due(self) -> tuple[Due, ...]:
        """What is due by now."""
        return tuple(one for one in self.all if one.recall.memory.due <= self.day)

    @property
    def next_day(self) -> date | None:
        """When something is due that is not yet."""
        return next((one.recall.memory.due for one in self.all if one.recall.memory.due > self.day), None)

    def at(self, id: RoundId | None) -> Due | None:  # noqa: A002 - the noun's own word
        """What was missed in a round; without one, what is due first."""
        if id is None:
            return next(iter(self.due), None)
        return next((one for one in self.all if one.recall.round == id), None)


async def desk_of(world: World, member: Member, who: Person, place: Place) -> Desk:
    """Somebody's review as it stands, with what was revealed since they last looked. Call it inside their turn."""
    here = await world.community_at(place)
    homes = set(await world.profiles.homes(member.id))
    theirs = [one for one in await world.agenda.communities() if one.id in homes or one == here]
    deck = {one.question: one for one in await world.recalls.deck(member.id)}
    shown: dict[RoundId, Asked] = {}
    running: set[QuestionId] = set()
    for community in theirs:
        rounds = await world.agenda.rounds(community.id)
        running |= {one.question for one in rounds if one.state is not RoundState.REVEALED}
        revealed = _revealed(world, community, rounds)
        shown |= revealed
        entries = await world.ledger.history(community.id, member.id) if community.id in homes else ()
        if missed := _missed(deck, revealed, entries, world.spaced):
            await world.recalls.recall(member.id, *missed)
            deck |= {one.question: one for one in missed}
    known = [one for one in sorted(deck.values(), key=in_order) if one.round in shown and one.question not in running]
    return Desk(
        member=member,
        day=study_day(world, who, here or next(iter(theirs), None)),
        all=tuple(Due(recall=one, asked=shown[one.round]) for one in known),
    )


async def miss(world: World, member: Member, one: Round, rating: Rating, day: date) -> Recall:
    """Somebody says of a question, whatever its state, that they did not know it; once a study day."""
    day = max(day, one.date)  # west of the round's zone it may still be the day before
    known = next((old for old in await world.recalls.deck(member.id) if old.question == one.question), None)
    if known and known.memory.seen >= day:
        return known
    now = known.seen(rating, day, world.spaced) if known else begun(one.question, one.id, rating, day, world.spaced)
    await world.recalls.recall(member.id, now)
    return now


def study_day(world: World, who: Person, community: Community | None) -> date:
    """The date where somebody lives, or else where they study."""
    zone = who.zone or (community.schedule.zone if community else "UTC")
    return world.clock.now().astimezone(ZoneInfo(zone)).date()


def _revealed(world: World, community: Community, rounds: Sequence[Round]) -> dict[RoundId, Asked]:
    fair = [one for one in rounds if one.state is RoundState.REVEALED and not isinstance(one.ruling, Voided)]
    return {
        one.id: Asked(community=community, round=one, question=question)
        for one in fair
        if (question := world.question_of(one)) is not None
    }


def _missed(
    deck: Mapping[QuestionId, Recall], revealed: Mapping[RoundId, Asked], entries: Sequence[Entry], spaced: Spaced
) -> list[Recall]:
    """What rounds since the last look say: new recalls, and old ones whose question was asked once more."""
    tries: defaultdict[RoundId, list[Entry]] = defaultdict(list)
    for entry in filter(graded, entries):
        tries[entry.round].append(entry)
    found: dict[QuestionId, Recall] = {}
    for one in (asked.round for asked in revealed.values() if asked.round.id in tries):
        settled = [entry.settlement for entry in tries[one.id] if entry.settlement]
        rules = {line.rule for settlement in settled for line in settlement.lines}
        rating = rating_of([settlement.verdict.right for settlement in settled], rules)
        known = found.get(one.question) or deck.get(one.question)
        if rating is None or (known and one.date <= known.memory.seen):
            continue
        if known:
            found[one.question] = replace(known.seen(rating, one.date, spaced), round=one.id)
        elif rating.missed:
            found[one.question] = begun(one.question, one.id, rating, one.date, spaced)
    return list(found.values())
