"""Where one person stands, for them alone: points, rank, streak, weak topics, badges, and what is due for review."""

from collections import defaultdict
from collections.abc import Sequence
from functools import partial

from bot.core import labels, words
from bot.core.decks import Desk, desk_of
from bot.core.explaining import why
from bot.core.languages import say
from bot.core.messages import Answer, Command, Note, Person, Show, View
from bot.core.muting import why_muted
from bot.core.pages import Action, Style
from bot.core.records import Community, Entry, Member, Round, subject
from bot.core.scorecards import ProgressView
from bot.core.settling import graded
from bot.core.world import World
from bot.quiz.badges import Badge, Played, badges
from bot.quiz.boards import ALL, season_of
from bot.quiz.ids import Place, RoundId
from bot.quiz.recalls import Rating
from bot.quiz.rulings import Voided
from bot.quiz.scoring import Rule
from bot.quiz.standings import NEIGHBOURS
from bot.quiz.weaknesses import TopicShare, weak


async def me(world: World, deed: Command) -> Answer:
    """Points, rank, neighbours and streak; `me why` explains every line."""
    community = await world.community_at(deed.place)
    if community is None:
        return Show(Note(say(words.NOT_HERE)))
    if deed.text.strip().casefold() == "why":
        member = await world.member(deed.who)
        return Show(await why(world, community, member))
    view, desk = await progress(world, community, deed.who, deed.place)
    muted = await why_muted(world, community, desk.member)
    return Show(view, partial(_told, muted) if muted else None)


async def _told(sentence: str) -> View:
    return Note(sentence)


async def progress(world: World, community: Community, who: Person, place: Place) -> tuple[ProgressView, Desk]:
    """Where somebody stands, by all they ever answered and by this season; and their review."""
    member = await world.member(who)
    async with world.turns.of(member.id):
        desk = await desk_of(world, member, who, place)
    boards, here = world.boards, community.id
    season = season_of(community.schedule.local_date(world.clock.now()))
    mine = await boards.standing(here, ALL, member.id)
    entries = await world.ledger.history(here, member.id)
    rounds = await world.agenda.rounds(here)
    latest = next((one.id for one in reversed(rounds) if one.ref is not None), None)
    today = [entry for entry in entries if entry.round == latest]
    streak = await boards.streak(here, member.id)
    view = ProgressView(
        name=member.name,
        points=mine.points if mine else 0,
        rank=mine.rank if mine else None,
        season=await boards.standing(here, season, member.id),
        around=await boards.around(here, ALL, member.id, reach=NEIGHBOURS),
        gap=await boards.gap(here, ALL, member.id),
        streak=streak,
        answered=len({entry.round for entry in entries}),
        solved=len({entry.round for entry in entries if entry.solved}),
        lines=tuple(line for entry in today if entry.settlement for line in entry.settlement.lines),
        more=await _more(world, member, desk, played(world, rounds, entries), streak.best),
        actions=_steps(desk),
    )
    return view, desk


def played(world: World, rounds: Sequence[Round], entries: Sequence[Entry]) -> list[Played]:
    """How somebody did at each question they answered and that still counts, oldest first."""
    tries: defaultdict[RoundId, list[Entry]] = defaultdict(list)
    for entry in filter(graded, entries):
        tries[entry.round].append(entry)
    fair = [one for one in rounds if one.id in tries and not isinstance(one.ruling, Voided)]
    return [found for one in fair if (found := _one(world, one, tries[one.id]))]


def _one(world: World, one: Round, tries: Sequence[Entry]) -> Played | None:
    question = world.question_of(one)
    rules = {line.rule for entry in tries if entry.settlement for line in entry.settlement.lines}
    if question is None:
        return None
    return Played(
        topic=subject(one.topic) or question.subject,
        level=question.level,
        tries=len(tries),
        solved=any(entry.solved for entry in tries),
        helped=bool(rules & {Rule.HINTS, Rule.REVEALED}),
    )


async def _more(world: World, member: Member, desk: Desk, done: Sequence[Played], best: int) -> tuple[str, ...]:
    """What is due, weak topics, and badges, a sentence each."""
    told = [due(desk)] if desk.all else []
    if topics := weak((one.topic, one.solved and one.tries == 1) for one in done):
        told.append(say(labels.WEAK_TOPICS, topics=", ".join(map(_share, topics))))
    recalled = sum(one.times > 1 and one.rating is Rating.GOOD for one in await world.recalls.deck(member.id))
    if earned := badges(done, best_streak=best, recalled=recalled):
        told.append(say(labels.BADGES_EARNED, badges=", ".join(map(_badge, earned))))
    return tuple(told)


def due(desk: Desk) -> str:
    """How much is to be reviewed, or when something will be."""
    if desk.due or desk.next_day is None:
        return say(labels.DUE_NOW, number=len(desk.due))
    return say(labels.DUE_ON, day=desk.next_day)


def _share(share: TopicShare) -> str:
    return say(labels.WEAK_TOPIC, topic=share.topic, right=share.right, of=share.of)


def _badge(badge: Badge) -> str:
    return say(labels.BADGES[badge.value])


def _steps(desk: Desk) -> tuple[Action, ...]:
    style = Style.PRIMARY if desk.due else Style.PLAIN
    return (
        *[Action(label=say(labels.REVIEW), name="review", style=style)] * bool(desk.all),
        Action(label=say(labels.WHY), name="me", text="why"),
        Action(label=say(labels.BOARD), name="board"),
        Action(label=say(labels.SETTINGS), name="settings"),
    )
