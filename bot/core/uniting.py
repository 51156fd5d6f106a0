"""Two people who are one, thought through to its end without touching anything: what they have together.

Everything is as if one person had tried from the beginning: their tries at a question count in the order in which they
came, under whichever address, so the first right one earns by its number and what came after it earns nothing more.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.core.records import Community, Entry, Help, Member, Resettled, Round, Settlement
from bot.core.rescoring import settled
from bot.core.settling import graded as counted
from bot.core.settling import helped
from bot.core.world import World
from bot.quiz.ids import RoundId, SubmissionId
from bot.quiz.regrading import Rescored, Try, everywhere, graded, voided
from bot.quiz.rulings import Voided, ruled
from bot.quiz.scoring import Rule
from bot.quiz.streaks import Streak, streak

_BY_DAY = (Rule.PARTICIPATION, Rule.ADJUSTED)
"""Lines that `everywhere` puts where they belong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """What becomes of them in one community."""

    community: Community
    points: tuple[int, int, int]
    """The stayer's, the other's, and together."""
    streaks: tuple[Streak, Streak, Streak]
    twice: int
    """So many questions were answered under both."""
    changes: tuple[Resettled, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Uniting:
    """What becomes of them everywhere."""

    into: Member
    other: Member
    settled: int
    """So many settled entries of both it was reckoned from."""
    joints: tuple[Joint, ...]
    """Communities in which one of them answered."""

    @property
    def changes(self) -> tuple[Resettled, ...]:
        """Every entry that is worth something else."""
        return tuple(change for joint in self.joints for change in joint.changes)


async def reckon_union(world: World, into: Member, other: Member) -> Uniting:
    """Think it through."""
    joints, number = [], 0
    for community in await world.agenda.communities():
        mine = await world.ledger.history(community.id, into.id)
        theirs = await world.ledger.history(community.id, other.id)
        number += sum(entry.settlement is not None for entry in (*mine, *theirs))
        if mine or theirs:
            joints.append(await _joint(world, community, mine, theirs))
    return Uniting(into=into, other=other, settled=number, joints=tuple(joints))


async def _joint(world: World, community: Community, mine: Sequence[Entry], theirs: Sequence[Entry]) -> Joint:
    rounds = {one.id: one for one in await world.agenda.rounds(community.id)}
    changes = await _changes(world, community, rounds, mine, theirs) if mine and theirs else ()
    after = {change.entry: change.after for change in changes}
    both = _summed([_with(entry, after.get(entry.id)) for entry in (*mine, *theirs)])
    return Joint(
        community=community,
        points=(_summed(mine), _summed(theirs), both),
        streaks=(_streak(rounds, mine), _streak(rounds, theirs), _streak(rounds, (*mine, *theirs))),
        twice=len(_rounds(mine) & _rounds(theirs)),
        changes=changes,
    )


async def _changes(
    world: World, community: Community, rounds: Mapping[RoundId, Round], mine: Sequence[Entry], theirs: Sequence[Entry]
) -> tuple[Resettled, ...]:
    """Answers to questions that both answered, and the point for taking part on days on which both did."""
    entries = sorted((one for one in (*mine, *theirs) if one.settlement), key=lambda one: (one.at, one.id))
    shared = _rounds(mine) & _rounds(theirs)
    tries = []
    for entry in entries:
        helps = await _helps(world, entry, mine, theirs) if entry.round in shared else ()
        tries.append(_try(community, entry, helps))
    days = [{community.schedule.local_date(one.at) for one in whose if one.settlement} for whose in (mine, theirs)]
    fresh = {
        one.id: _as_it_is(one, entry) for one, entry in zip(tries, entries, strict=True) if one.day in days[0] & days[1]
    }
    for id_ in shared:
        fresh |= _anew(world, rounds[id_], [one for one in tries if one.round == id_], fresh)
    lines = everywhere(tries, fresh)
    found = []
    for entry in entries:
        before = settled(entry)
        number = fresh[entry.id].number if entry.id in fresh else before.attempt
        after = Settlement(verdict=before.verdict, lines=lines.get(entry.id, before.lines), attempt=number)
        found.append(Resettled(entry=entry.id, before=before, after=after))
    return tuple(one for one in found if one.after != one.before)


def _anew(
    world: World, one: Round, here: Sequence[Try], kept: Mapping[SubmissionId, Rescored]
) -> Mapping[SubmissionId, Rescored]:
    """One question's tries in the order in which they came."""
    question = world.bank.question(one.question)
    if question is None:
        return _without_question(here, kept)
    if isinstance(one.ruling, Voided):
        return voided(question, here, one.ruling.credit)
    return graded(ruled(question, one.ruling), here)


def _without_question(here: Sequence[Try], kept: Mapping[SubmissionId, Rescored]) -> Mapping[SubmissionId, Rescored]:
    """The bank has it no more: every try is worth what it was, until one was right."""
    found, solved = dict[SubmissionId, Rescored](), False
    for number, one in enumerate(here, start=1):
        lines = () if solved else tuple(line for line in one.lines if line.rule not in _BY_DAY)
        found[one.id] = Rescored(number=number, lines=lines)
        solved = solved or one.right
    return {**kept, **found}


def _as_it_is(one: Try, entry: Entry) -> Rescored:
    return Rescored(number=settled(entry).attempt, lines=tuple(line for line in one.lines if line.rule not in _BY_DAY))


async def _helps(world: World, entry: Entry, mine: Sequence[Entry], theirs: Sequence[Entry]) -> Sequence[Help]:
    """What both were helped with, each hint once."""
    people = {whose[0].member for whose in (mine, theirs)}
    taken = [one for member in sorted(people) for one in await world.ledger.helps(entry.round, member)]
    taken.sort(key=lambda one: (one.kind.value, one.number, one.at))
    return [next(same) for _, same in groupby(taken, key=lambda one: (one.kind, one.number))]


def _try(community: Community, entry: Entry, helps: Sequence[Help]) -> Try:
    hints, revealed = helped(helps, entry.at)
    return Try(
        id=entry.id,
        round=entry.round,
        day=community.schedule.local_date(entry.at),
        right=entry.solved,
        graded=counted(entry),
        lines=settled(entry).lines,
        hints=hints,
        revealed=revealed,
        late=entry.late,
    )


def _rounds(entries: Iterable[Entry]) -> set[RoundId]:
    return {entry.round for entry in entries if entry.settlement}


def _summed(entries: Iterable[Entry]) -> int:
    return sum(entry.points for entry in entries)


def _with(entry: Entry, settlement: Settlement | None) -> Entry:
    return replace(entry, settlement=settlement or entry.settlement)


def _streak(rounds: Mapping[RoundId, Round], entries: Iterable[Entry]) -> Streak:
    answered = {entry.round for entry in entries if not entry.late}
    return streak(one.id in answered for one in rounds.values() if one.id in answered or one.missable)
