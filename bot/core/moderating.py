"""What a moderator does by hand: ask now, close now, reveal now, correct what was asked, and read what was done."""

from collections.abc import Awaitable, Callable

from bot.core import words
from bot.core.auditing import audit, record
from bot.core.correcting import confirm, propose
from bot.core.digesting import digest
from bot.core.errands import Errand, ErrandKind, ErrandState
from bot.core.failing import LAST_TRY
from bot.core.joining import invite, leave
from bot.core.languages import explained, say
from bot.core.living import live
from bot.core.messages import Answer, Command, Note, Show
from bot.core.overseeing import dashboard
from bot.core.posting import asking, extra_slot, plan
from bot.core.records import Community, Round, RoundState
from bot.core.rehearsing import preview, try_preview
from bot.core.revealing import show_answer
from bot.core.sending import send_due
from bot.core.world import World
from bot.quiz.errors import BankTrouble, ChatTrouble
from bot.quiz.sentences import Sentence


async def moderate(world: World, deed: Command) -> Answer:
    """`post`, `close`, `reveal`, `rekey`, `void`, `adjust`, `confirm`, `audit`; moderators only."""
    if not deed.who.moderator:
        return Show(Note(say(words.ONLY_MODERATORS)))
    community = await world.community_at(deed.place)
    if community is None:
        return Show(Note(say(words.NOT_HERE)))
    acts = {"post": _post, "close": _close, "reveal": _reveal}
    if deed.name in acts:
        result = await acts[deed.name](world, community)
        await record(world, community, deed, result)
        return Show(Note(explained(result)))
    return await _SHOWN.get(deed.name, propose)(world, community, deed)


_SHOWN: dict[str, Callable[[World, Community, Command], Awaitable[Answer]]] = {
    "confirm": confirm,
    "audit": audit,
    "dashboard": dashboard,
    "digest": digest,
    "preview": preview,
    "invite": invite,
    "leave": leave,
    "try": try_preview,
    "live": live,
}
SHOWN = tuple(_SHOWN)


async def _post(world: World, community: Community) -> Sentence:
    """One question is open at a time, so the one before is closed and revealed first, if there is one to follow."""
    key, slot = await extra_slot(world, community)
    try:
        one = await plan(world, community, slot, key=key)
    except BankTrouble as trouble:
        return Sentence(trouble.sentence, **trouble.values)
    await _reveal(world, community)
    await world.outbox.add(*(asking(community, one, seat.number) for seat in community.seats))
    await send_due(world, community=community.id)
    latest = await world.latest(community, RoundState.OPEN)
    posted = latest is not None and latest.id == one.id
    return Sentence(words.POSTED_NOW if posted else words.NOT_POSTED, title=world.title_of(one))


async def _close(world: World, community: Community) -> Sentence:
    one = await world.latest(community, RoundState.OPEN)
    if one is None:
        return Sentence(words.NOTHING_TO_CLOSE)
    now = world.clock.now()
    await world.agenda.shift(one.id, closes=min(one.closes, now), reveals=one.reveals)
    await send_due(world, community=community.id)
    return Sentence(words.CLOSED_NOW, title=world.title_of(one))


async def _reveal(world: World, community: Community) -> Sentence:
    """Revealing an open question closes it first: nobody answers beside the answer."""
    one = await world.latest(community, RoundState.OPEN, RoundState.CLOSED) or await _owed(world, community)
    if one is None:
        return Sentence(words.NOTHING_TO_REVEAL)
    now = world.clock.now()
    await world.agenda.shift(one.id, closes=min(one.closes, now), reveals=min(one.reveals, now))
    await send_due(world, community=community.id)
    title = world.title_of(one)
    try:
        await _make_sure(world, community, one)
    except ChatTrouble as trouble:
        return Sentence(words.NOT_REVEALED, title=title, trouble=trouble)
    return Sentence(words.REVEALED_NOW, title=title)


async def _owed(world: World, community: Community) -> Round | None:
    """The latest question whose answer is still to be shown in one of the places."""
    rounds = await world.agenda.rounds(community.id)
    waiting = {one.round for one in await _waiting(world, community)}
    return next((one for one in reversed(rounds) if one.id in waiting), None)


async def _waiting(world: World, community: Community) -> list[Errand]:
    now = world.clock.now()
    errands = await world.outbox.errands(community.id, since=now - LAST_TRY)
    return [
        one
        for one in errands
        if one.kind is ErrandKind.REVEAL and one.state is ErrandState.DUE and one.due <= now
        if community.place_of(one.seat) is not None
    ]


async def _make_sure(world: World, community: Community, one: Round) -> None:
    """Show the answer here and now where its errand could not, or was given up; once more shows the same again."""
    one = next(known for known in await world.agenda.rounds(community.id) if known.id == one.id)
    places = [community.place_of(errand.seat) for errand in await _waiting(world, community) if errand.round == one.id]
    for place in community.places if one.state is not RoundState.REVEALED else filter(None, places):
        await show_answer(world, community, one, place)
    await world.agenda.move(one.id, RoundState.REVEALED)
