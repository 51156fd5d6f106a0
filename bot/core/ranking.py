"""Boards for everybody."""

from bot.core import labels, words
from bot.core.languages import say
from bot.core.messages import Answer, Command, Note, Show
from bot.core.notation import called
from bot.core.pages import Action, Page, Row
from bot.core.records import Community
from bot.core.scorecards import BoardView
from bot.core.world import World
from bot.quiz.boards import ALL, STREAK, Period, day_of, season_of, sprints_of, topic_of, week_of
from bot.quiz.spelling import meant
from bot.quiz.standings import PUBLIC_ROWS, winners

COPY = "text"
TOPICS = "topics"
TOPICS_SHOWN = 12
"""As many as a page has rows."""


async def board(world: World, deed: Command) -> Answer:
    """`board today|week|season|all|topic NAME|streak|sprint`; all by default. `text` behind it: to copy."""
    community = await world.community_at(deed.place)
    if community is None:
        return Show(Note(say(words.NOT_HERE)))
    kind, copied = _read(deed.text)
    name, _, topic = kind.partition(" ")
    topics = sorted({question.subject for question in world.bank.questions(community.id)})
    if name == TOPICS:
        return Show(_topics(topics))
    if name not in words.BOARDS:
        return Show(Note(say(words.NO_BOARD, name=name[:40])))
    if name == "topic" and topic not in topics:
        return Show(Note(say(words.NO_TOPIC, name=topic[:40], meant=meant(topic, topics))))
    view = await _view(world, community, name, topic)
    return Show(_as_text(view) if copied else view)


def _read(text: str) -> tuple[str, bool]:
    """Which board, and whether it is to be copied."""
    said = text.strip().casefold().split()
    copied = said[-1:] == [COPY] and said[:-1] != ["topic"]
    return " ".join(said[:-1] if copied else said) or "all", copied


async def _view(world: World, community: Community, name: str, topic: str) -> BoardView:
    period = _period(world, community, name, topic)
    rows = await world.boards.top(community.id, period, rows=PUBLIC_ROWS)
    participants = await world.boards.participants(community.id, period)
    return BoardView(
        title=say(words.BOARDS[name], topic=topic),
        rows=rows,
        participants=participants,
        winners=tuple(row.name for row in winners(rows, participants)),
        actions=_steps(f"{name} {topic}".strip()),
    )


def _steps(shown: str) -> tuple[Action, ...]:
    others = [name for name in words.BOARDS if name not in (shown, "topic")]
    return (
        *(Action(label=say(words.BOARDS[name]), name="board", text=name) for name in others),
        Action(label=say(labels.BY_TOPIC), name="board", text=TOPICS),
        Action(label=say(labels.COPY_AS_TEXT), name="board", text=f"{shown} {COPY}"),
    )


def _topics(topics: list[str]) -> Page:
    rows = tuple(
        Row(text=topic, actions=(Action(label=say(labels.BOARD), name="board", text=f"topic {topic}"),))
        for topic in topics[:TOPICS_SHOWN]
    )
    return Page(title=say(labels.BY_TOPIC), rows=rows)


def _as_text(view: BoardView) -> Page:
    """A block of plain lines, in columns."""
    wide = max((len(called(row.name)) for row in view.rows), default=0)
    lines = [f"{row.rank:>2}. {called(row.name):<{wide}}  {row.points:>5}" for row in view.rows]
    text = "\n".join(lines) or say(labels.NOBODY_YET)
    return Page(title=view.title, rows=(Row(text=say(labels.COPY_AS_TEXT), code=text),))


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
