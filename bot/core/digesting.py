"""How a week went, for moderators: asked for with `digest`, and told by itself on Monday where notes have a place."""

from datetime import date, timedelta

from bot.core import words
from bot.core.errands import Errand
from bot.core.languages import say, speaking
from bot.core.messages import Answer, Command, Show
from bot.core.noting import note
from bot.core.pages import Action, Page, Row
from bot.core.posting import asked
from bot.core.records import Community
from bot.core.world import World
from bot.quiz.ids import MemberId, RoundId
from bot.quiz.options import monday_of
from bot.quiz.selection import unused
from bot.quiz.sentences import Sentence
from bot.quiz.weeks import Played, Tried, Week

WEEK = timedelta(days=7)


async def digest(world: World, community: Community, deed: Command) -> Answer:
    """`digest`: this week so far; `digest last` the one before."""
    monday = monday_of(community.schedule.local_date(world.clock.now()))
    last = deed.text.strip() == "last"
    week = await _week(world, community, monday - WEEK if last else monday)
    rows = [
        Row(
            text=one.title,
            detail=say(words.DIGEST_ROW, people=len(one.first), share=one.share)
            if one.first
            else say(words.DIGEST_NOBODY),
        )
        for one in week.played
    ]
    return Show(
        Page(
            title=say(words.DIGEST, week=week.name),
            text=await _sum(world, community, week),
            rows=tuple(rows[-12:]),
            actions=(
                _other_week(last=last),
                Action(label=say(words.DIGEST_QUEUE), name="queue"),
                Action(label=say(words.DIGEST_INBOX), name="inbox"),
            ),
        )
    )


def _other_week(*, last: bool) -> Action:
    if last:
        return Action(label=say(words.DASHBOARD_DIGEST), name="digest")
    return Action(label=say(words.DIGEST_LAST), name="digest", text="last")


async def digest_due(world: World, community: Community) -> list[Errand]:
    """The note about last week, once; only where moderators have a place of their own and something was asked."""
    now = world.clock.now()
    monday = monday_of(community.schedule.local_date(now))
    if not community.schedule.tell or monday <= community.schedule.local_date(community.since):
        return []
    occasion = f"digest-{Week(monday=monday - WEEK, played=()).name}"
    known = await world.outbox.errands(community.id, since=now - WEEK - timedelta(days=1))
    if any(one.occasion == occasion for one in known):
        return []
    week = await _week(world, community, monday - WEEK)
    if not week.played:
        return []
    with speaking(community.schedule.language):
        summary = await _sum(world, community, week)
    return [note(community, occasion, Sentence(words.DIGEST_NOTE, week=week.name, summary=summary), now=now)]


async def _week(world: World, community: Community, monday: date) -> Week:
    rounds = {one.id: one for one in await world.agenda.rounds(community.id) if one.ref is not None}
    tries: dict[RoundId, list[Tried]] = {one: [] for one in rounds}
    before: set[MemberId] = set()
    for entry in await world.ledger.history(community.id):
        if entry.round not in rounds or entry.settlement is None:
            continue
        tries[entry.round].append(Tried(member=entry.member, right=entry.settlement.verdict.right))
        if rounds[entry.round].date < monday:
            before.add(entry.member)
    inside = [one for one in rounds.values() if monday <= one.date < monday + WEEK]
    played = [Played(title=world.title_of(one), tries=tries[one.id]) for one in inside]
    return Week(monday=monday, played=played, before=before)


async def _sum(world: World, community: Community, week: Week) -> str:
    history = asked(await world.agenda.rounds(community.id))
    left = unused(
        world.bank.questions(community.id), history, versions=world.versions, source=community.schedule.source
    )
    told = [say(words.DIGEST_SUM, questions=len(week.played), people=len(week.people), new=len(week.new))]
    if week.share is not None and (hardest := week.hardest):
        told.append(say(words.DIGEST_SHARE, share=week.share, hardest=hardest.title, low=hardest.share))
    return " ".join([*told, say(words.DIGEST_LEFT, left=left)])
