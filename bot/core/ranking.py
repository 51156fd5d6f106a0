"""Boards for everybody."""

from bot.core import words
from bot.core.languages import say
from bot.core.messages import Answer, Command, Note, Show
from bot.core.records import Community
from bot.core.scorecards import BoardView
from bot.core.world import World
from bot.quiz.boards import ALL, STREAK, Period, day_of, season_of, sprints_of, topic_of, week_of
from bot.quiz.spelling import meant
from bot.quiz.standings import PUBLIC_ROWS, winners


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
