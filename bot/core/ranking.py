"""Boards for everybody, and where one person stands for them alone."""

from bot.core import words
from bot.core.explaining import why
from bot.core.languages import say
from bot.core.messages import Answer, Command, Note, Show
from bot.core.records import Community, Member
from bot.core.scorecards import BoardView, ProgressView
from bot.core.world import World
from bot.quiz.boards import ALL, STREAK, Period, day_of, season_of, sprints_of, topic_of, week_of
from bot.quiz.cleaning import clean_name
from bot.quiz.spelling import meant
from bot.quiz.standings import NEIGHBOURS, PUBLIC_ROWS, winners


async def board(world: World, deed: Command) -> Answer:
    """`board today|week|season|all|topic NAME|streak|sprint`; all by default."""
    community = await world.community_at(deed.place)
    if community is None:
        return Show(Note(say(words.NOT_HERE)))
    name, _, topic = (deed.text.strip().casefold() or "all").partition(" ")
    if name not in words.BOARDS:
        return Show(Note(say(words.NO_BOARD, name=name[:40])))
    topics = sorted({question.subject for question in world.bank.questions(community.id)})
    if name == "topic" and topic not in topics:
        return Show(Note(say(words.NO_TOPIC, name=topic[:40], meant=meant(topic, topics))))
    period = _period(world, community, name, topic)
    rows = await world.boards.top(community.id, period, rows=PUBLIC_ROWS)
    participants = await world.boards.participants(community.id, period)
    view = BoardView(
        title=say(words.BOARDS[name], topic=topic),
        rows=rows,
        participants=participants,
        winners=tuple(row.name for row in winners(rows, participants)),
    )
    return Show(view)


def _period(world: World, community: Community, name: str, topic: str) -> Period:
    today = community.schedule.local_date(world.clock.now())
    match name:
        case "today":
            return day_of(today)
        case "week":
            return week_of(today)
        case "season":
            return season_of(today)
        case "topic":
            return topic_of(topic)
        case "streak":
            return STREAK
        case "sprint":
            return sprints_of(today)
        case _:
            return ALL


async def me(world: World, deed: Command) -> Answer:
    """Points, rank, neighbours and streak; `me why` explains every line."""
    community = await world.community_at(deed.place)
    if community is None:
        return Show(Note(say(words.NOT_HERE)))
    member = await world.ledger.member(deed.who.address, clean_name(deed.who.name))
    explains = deed.text.strip().casefold() == "why"
    return Show(await (why if explains else progress)(world, community, member))


async def progress(world: World, community: Community, member: Member) -> ProgressView:
    """Where one person stands, by all they ever answered and by this season."""
    boards, here = world.boards, community.id
    season = season_of(community.schedule.local_date(world.clock.now()))
    mine = await boards.standing(here, ALL, member.id)
    entries = await world.ledger.history(here, member.id)
    rounds = await world.agenda.rounds(here)
    today = [entry for entry in entries if rounds and entry.round == rounds[-1].id]
    return ProgressView(
        name=member.name,
        points=mine.points if mine else 0,
        rank=mine.rank if mine else None,
        season=await boards.standing(here, season, member.id),
        around=await boards.around(here, ALL, member.id, reach=NEIGHBOURS),
        gap=await boards.gap(here, ALL, member.id),
        streak=await boards.streak(here, member.id),
        answered=len({entry.round for entry in entries}),
        solved=len({entry.round for entry in entries if entry.solved}),
        lines=tuple(line for entry in today if entry.settlement for line in entry.settlement.lines),
    )
