"""A correction thought through to its end, without touching anything: whose score and rank change, from and to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from bot.core.corrections import Adjust, Request
from bot.core.records import Community, Entry, Resettled, Round
from bot.core.rescoring import Case, rescored, settled
from bot.core.scorecards import ScoreChange
from bot.core.world import World
from bot.quiz.boards import ALL
from bot.quiz.errors import CorrectionMistake
from bot.quiz.ids import MemberId
from bot.quiz.rulings import Ruling
from bot.quiz.scoring import Rule, ScoreLine, points
from bot.quiz.standings import Tally, ranked

EVERYBODY = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoning:
    """What a correction comes to."""

    request: Request
    round: Round
    title: str
    ruling: Ruling | None
    """The round's afterwards."""
    key_hash: str
    """The round's afterwards."""
    settled: int
    """So many answers to the round it was reckoned from."""
    changes: tuple[Resettled, ...]
    people: tuple[ScoreChange, ...]
    """Everybody whose score or rank of all time changes, best rank first."""

    @property
    def empty(self) -> bool:
        """Whether nothing at all would change."""
        return not self.changes and (self.ruling, self.key_hash) == (self.round.ruling, self.round.key_hash)

    @property
    def code(self) -> str:
        """Six letters that stand for exactly this; what changes in between gives another code."""
        whole = repr((self.request, self.ruling, self.key_hash, self.settled, self.changes, self.people))
        return sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:6]


async def reckon(world: World, community: Community, request: Request) -> Reckoning:
    """Think a correction through.

    Raises:
        CorrectionMistake: it cannot be made.
        JudgeTrouble: stored code has to be run again and cannot be now.
    """
    one = next(one for one in await world.agenda.rounds(community.id) if one.id == request.round)
    here = [entry for entry in await world.ledger.history(community.id, round=one.id) if entry.settlement is not None]
    question = world.bank.question(one.question)
    ruling, key_hash = one.ruling, one.key_hash
    if isinstance(request, Adjust):
        changes = {request.member: [_adjusted(request, here)]}
    elif question is None:
        raise CorrectionMistake("The question of this round is no longer in the bank. Put its file back first.")
    else:
        ruling, key_hash = request.ruling, key_hash if request.ruling else question.key_hash
        case = Case(community=community, round=one, question=question, ruling=ruling)
        changes = await rescored(world, case, here)
    return Reckoning(
        request=request,
        round=one,
        title=question.title if question else str(one.question),
        ruling=ruling,
        key_hash=key_hash,
        settled=len(here),
        changes=tuple(change for member in sorted(changes) for change in changes[member]),
        people=await _people(world, community, {member: sum(map(_gain, found)) for member, found in changes.items()}),
    )


def _adjusted(request: Adjust, here: Sequence[Entry]) -> Resettled:
    """The person's best answer to the round carries the adjustment, so that it can be read where the points are."""
    mine = [entry for entry in here if entry.member == request.member]
    if not mine:
        raise CorrectionMistake(
            "They have not answered that question. Name one they did: `adjust 2026-11-23 ada +5 the reason`."
        )
    best = max(mine, key=lambda entry: (entry.points, entry.at))
    if best.points + request.points < 0:
        raise CorrectionMistake(
            "That answer brought this many points: {points}. No more than that can be taken.", points=best.points
        )
    before = settled(best)
    line = ScoreLine(rule=Rule.ADJUSTED, points=request.points, why=f"adjusted by a moderator: {request.why}")
    return Resettled(entry=best.id, before=before, after=replace(before, lines=(*before.lines, line)))


def _gain(change: Resettled) -> int:
    return points(change.after.lines) - points(change.before.lines)


async def _people(world: World, community: Community, gains: Mapping[MemberId, int]) -> tuple[ScoreChange, ...]:
    """Everybody on the board of all time whose row changes; those who are hidden stay nameless."""
    before = {row.member: row for row in await world.boards.top(community.id, ALL, rows=EVERYBODY)}
    tallies = [
        Tally(member=one.member, name=one.name, points=one.points + gains.get(one.member, 0)) for one in before.values()
    ]
    shown = [
        ScoreChange(
            name=row.name,
            points=(before[row.member].points, row.points),
            ranks=(before[row.member].rank, row.rank),
        )
        for row in ranked(tallies)
    ]
    hidden = [
        ScoreChange(name="", points=(mine.points, mine.points + gain))
        for member, gain in sorted(gains.items())
        if member not in before and gain
        if (mine := await world.boards.standing(community.id, ALL, member)) is not None
    ]
    return (*(one for one in shown if one.score_changes or one.rank_changes), *hidden)
