"""Somebody's own page: where they stand, what is due, what they answered last, what they set, and their privacy."""

from collections.abc import Sequence

from bot.core import labels, words
from bot.core.explaining import why
from bot.core.languages import say
from bot.core.messages import Answer, Command, Note, Show
from bot.core.notation import called
from bot.core.pages import Action, Page, Row, Style
from bot.core.progress import progress
from bot.core.records import Community, Member
from bot.core.scorecards import ProgressView, WhyOne
from bot.core.showing import shown_as
from bot.core.typed import points
from bot.core.world import World

LATEST = 5
"""So many of the questions they answered last are named."""


async def home(world: World, deed: Command) -> Answer:
    """`home`: the page of whoever asks."""
    community = await world.community_at(deed.place)
    if community is None:
        return Show(Note(say(words.NOT_HERE)))
    return Show(await home_page(world, community, deed))


async def home_page(world: World, community: Community, deed: Command) -> Page:
    """For a chat that has a place for such a page (`home`), and for those who ask."""
    view, desk = await progress(world, community, deed.who, deed.place)
    latest = (await why(world, community, desk.member)).questions[:LATEST]
    review = Action(label=say(labels.REVIEW), name="review", style=Style.PRIMARY if desk.due else Style.PLAIN)
    rows = [
        *(Row(text=told) for told in _facts(view)),
        *(Row(text=told, actions=(review,) * (at == 0 and bool(desk.all))) for at, told in enumerate(view.more)),
        *_neighbours(view),
        *_latest(latest),
        await _settings(world, deed, community),
        _privacy(desk.member),
    ]
    return Page(title=say(labels.HOME), text=_head(view), rows=tuple(rows), actions=_steps())


def _head(view: ProgressView) -> str:
    told = [points(view.points), say(labels.RANK, rank=view.rank) if view.rank else say(labels.NO_RANK)]
    told += [say(labels.TO_THE_NEXT, points=points(view.gap))] if view.gap else []
    return " · ".join(told)


def _facts(view: ProgressView) -> list[str]:
    streak, season = view.streak, view.season
    told = [say(labels.STREAK, current=streak.current, best=streak.best, rests=streak.rests)]
    told += [say(labels.THIS_SEASON, points=points(season.points), rank=season.rank)] if season else []
    return [*told, say(labels.ANSWERED, answered=view.answered, solved=view.solved)]


def _neighbours(view: ProgressView) -> list[Row]:
    told = [f"{row.rank}. {called(row.name)}  {row.points}" for row in view.around]
    return [Row(text=say(labels.AROUND_YOU), detail="\n".join(told))] if told else []


def _latest(questions: Sequence[WhyOne]) -> list[Row]:
    told = [f"{one.date} {one.title}: {points(one.points)}" for one in questions]
    why_ = Action(label=say(labels.WHY), name="me", text="why")
    return [Row(text=say(labels.LATEST), detail="\n".join(told), actions=(why_,))] if told else []


async def _settings(world: World, deed: Command, community: Community) -> Row:
    mine = await world.profiles.preferences(deed.who.address)
    reminded = labels.REMINDED if mine.reminders else labels.NOT_REMINDED
    told = say(labels.SET, zone=deed.who.zone or community.schedule.zone, reminders=say(reminded))
    return Row(text=told, actions=(Action(label=say(labels.SETTINGS), name="settings"),))


def _privacy(member: Member) -> Row:
    return Row(text=shown_as(member), actions=(Action(label=say(labels.PRIVACY), name="privacy"),))


def _steps() -> tuple[Action, ...]:
    return (
        Action(label=say(labels.TODAY), name="today", style=Style.PRIMARY),
        Action(label=say(labels.BOARD), name="board"),
        Action(label=say(labels.HELP), name="help"),
    )
