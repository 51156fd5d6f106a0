"""Boards for everybody, and where one person stands for them alone."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.core import words
from bot.core.messages import Answer, BoardView, Command, Note, ProgressView, Show
from bot.core.records import Community, Entry, Round
from bot.core.world import World
from bot.quiz.cleaning import clean_name
from bot.quiz.standings import PUBLIC_ROWS, Standing, around, gap_above, place_of, ranked, winners
from bot.quiz.streaks import Streak, streak


async def standings(world: World, community: Community, *, since: datetime | None = None) -> tuple[Standing, ...]:
    """Everybody's place in a community since an instant (None: ever)."""
    return ranked(await world.ledger.tallies(community.id, since=since))


async def board(world: World, deed: Command) -> Answer:
    """`board today|week|all`; all by default."""
    community = await world.community_at(deed.place)
    if community is None:
        return Show(Note(words.NOT_HERE))
    name = deed.text.strip().casefold() or "all"
    if name not in words.BOARDS:
        return Show(Note(words.NO_BOARD.format(name=name[:40])))
    rows = await standings(world, community, since=_since(community, name, world.clock.now()))
    view = BoardView(
        title=words.BOARDS[name],
        rows=rows[:PUBLIC_ROWS],
        participants=len(rows),
        winners=tuple(row.name for row in winners(rows)),
    )
    return Show(view)


async def progress(world: World, deed: Command) -> Answer:
    """Points, rank, neighbours, streak, and why today's points are what they are."""
    community = await world.community_at(deed.place)
    if community is None:
        return Show(Note(words.NOT_HERE))
    member = await world.ledger.member(deed.who.address, clean_name(deed.who.name))
    rows = await standings(world, community)
    mine = place_of(rows, member.id)
    entries = await world.ledger.history(community.id, member.id)
    rounds = await world.agenda.rounds(community.id)
    today = [entry for entry in entries if rounds and entry.round == rounds[-1].id]
    view = ProgressView(
        name=member.name,
        points=mine.points if mine else 0,
        rank=mine.rank if mine else None,
        around=around(rows, member.id),
        gap=gap_above(rows, member.id),
        streak=streak_of(rounds, entries),
        answered=len({entry.round for entry in entries}),
        solved=len({entry.round for entry in entries if entry.solved}),
        lines=tuple(line for entry in today if entry.settlement for line in entry.settlement.lines),
    )
    return Show(view)


def streak_of(rounds: Sequence[Round], entries: Sequence[Entry]) -> Streak:
    """One person's streak: a question still open counts once answered and is not missed before it closes."""
    closes = {one.id: one.closes for one in rounds}
    answered = {entry.round for entry in entries if entry.at < closes[entry.round]}
    return streak(one.id in answered for one in rounds if one.id in answered or one.missable)


def _since(community: Community, name: str, now: datetime) -> datetime | None:
    today = community.schedule.local_date(now)
    match name:
        case "today":
            return community.schedule.midnight(today)
        case "week":
            return community.schedule.midnight(today - timedelta(days=today.weekday()))
        case _:
            return None
