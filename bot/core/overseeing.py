"""The moderators' first page: what is open, what comes, what waits for them, and where to go from there."""

from bot.core import words
from bot.core.languages import explained, say
from bot.core.messages import Answer, Command, Show
from bot.core.notation import at, at_in, outline
from bot.core.noting import untold
from bot.core.pages import Action, Page, Row, Style
from bot.core.previewing import NOTES, coming
from bot.core.records import Community, RoundState
from bot.core.world import World
from bot.quiz.boards import week_of
from bot.quiz.errors import BankTrouble
from bot.quiz.setups import spelled

COMING = 3


async def dashboard(world: World, community: Community, deed: Command) -> Answer:
    """`dashboard`: one look at everything."""
    week = week_of(community.schedule.local_date(world.clock.now()))
    people = await world.boards.participants(community.id, week)
    zone = deed.who.zone or community.schedule.zone
    rows = [*await _open(world, community, zone), *await _ahead(world, community, zone)]
    rows += [Row(text=one) for one in await untold(world, community, since=world.clock.now() - NOTES)]
    paused = community.schedule.paused_until is not None
    return Show(
        Page(
            title=say(words.DASHBOARD),
            text=say(words.DASHBOARD_SUM, schedule=spelled(community.schedule), people=people),
            rows=tuple(rows[:12]),
            actions=(
                Action(label=say(words.DASHBOARD_QUEUE), name="queue", style=Style.PRIMARY),
                Action(label=say(words.DASHBOARD_PREVIEW), name="preview"),
                Action(label=say(words.DASHBOARD_INBOX), name="inbox"),
                Action(label=say(words.DASHBOARD_DIGEST), name="digest"),
                Action(label=say(words.DASHBOARD_RESUME), name="resume")
                if paused
                else Action(label=say(words.DASHBOARD_PAUSE), name="pause"),
            ),
        )
    )


async def _open(world: World, community: Community, zone: str) -> list[Row]:
    one = await world.latest(community, RoundState.OPEN)
    if one is None:
        return [Row(text=say(words.DASHBOARD_NOTHING))]
    entries = [entry for entry in await world.ledger.history(community.id, round=one.id) if entry.settlement]
    answered = len({entry.member for entry in entries})
    solved = len({entry.member for entry in entries if entry.solved})
    return [
        Row(
            text=say(words.DASHBOARD_OPEN, title=world.title_of(one)),
            detail=say(words.DASHBOARD_ANSWERS, answered=answered, solved=solved, at=at_in(one.closes, zone)),
            actions=(
                Action(label=say(words.DASHBOARD_CLOSE), name="close"),
                Action(label=say(words.DASHBOARD_EXTEND), name="extend", text="2h"),
            ),
        )
    ]


async def _ahead(world: World, community: Community, zone: str) -> list[Row]:
    try:
        ahead = (await coming(world, community))[:COMING]
    except BankTrouble as trouble:
        return [Row(text=explained(trouble))]
    return [
        Row(
            text=f"{at(one.slot.opens, zone)} · {one.question.title}",
            detail=outline(one.question),
            actions=(
                Action(label=say(words.DASHBOARD_SWAP), name="swap", text=f"{one.slot.date}"),
                Action(label=say(words.DASHBOARD_LOOK), name="preview", text=str(one.question.id)),
            ),
        )
        for one in ahead
    ]
