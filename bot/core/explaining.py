"""Why a person's scores are what they are: question by question, rule by rule, and how a season is made of its days."""

from collections.abc import Sequence

from bot.core.records import Community, Entry, Member, Round, earned_by
from bot.core.scorecards import WhyOne, WhyView
from bot.core.world import World
from bot.quiz.boards import scores, season_of

LATEST = 7
"""So many questions are explained, the latest first."""


async def why(world: World, community: Community, member: Member) -> WhyView:
    """Every line of the latest questions somebody answered, and their season."""
    rounds = {one.id: one for one in await world.agenda.rounds(community.id)}
    entries = [one for one in await world.ledger.history(community.id, member.id) if one.settlement]
    latest = list(dict.fromkeys(rounds[entry.round].id for entry in reversed(entries)))[:LATEST]
    season = season_of(community.schedule.local_date(world.clock.now()))
    score = scores(earned_by(entry, rounds[entry.round]) for entry in entries).get(season)
    return WhyView(
        name=member.name,
        questions=tuple(_one(world, rounds[id_], [one for one in entries if one.round == id_]) for id_ in latest),
        season=score.points if score else 0,
        late=score.late if score else 0,
        days=len({rounds[one.round].date for one in entries if season_of(rounds[one.round].date) == season}),
    )


def _one(world: World, one: Round, entries: Sequence[Entry]) -> WhyOne:
    settled = [entry.settlement for entry in entries if entry.settlement]
    return WhyOne(
        title=world.title_of(one),
        date=one.date,
        points=sum(entry.points for entry in entries),
        lines=tuple(line for settlement in settled for line in settlement.lines),
    )
