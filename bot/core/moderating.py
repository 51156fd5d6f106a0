"""What a moderator does by hand: ask now, close now, reveal now."""

from bot.core import words
from bot.core.messages import Answer, Command, Note, Show
from bot.core.posting import post_extra
from bot.core.records import Community, Round, RoundState
from bot.core.revealing import close, reveal
from bot.core.world import World
from bot.quiz.errors import BankTrouble


async def moderate(world: World, deed: Command) -> Answer:
    """`post`, `close`, `reveal`; moderators only."""
    if not deed.who.moderator:
        return Show(Note(words.ONLY_MODERATORS))
    community = await world.community_at(deed.place)
    if community is None:
        return Show(Note(words.NOT_HERE))
    acts = {"post": _post, "close": _close, "reveal": _reveal}
    return Show(Note(await acts[deed.name](world, community)))


async def _post(world: World, community: Community) -> str:
    """One question is open at a time, so the one before is closed and revealed first."""
    await _close(world, community)
    await _reveal(world, community)
    try:
        posted = await post_extra(world, community)
    except BankTrouble as trouble:
        return str(trouble)
    return words.POSTED_NOW.format(title=_title(world, posted))


async def _close(world: World, community: Community) -> str:
    one = await world.latest(community, RoundState.OPEN)
    if one is None:
        return words.NOTHING_TO_CLOSE
    now = world.clock.now()
    await world.agenda.shift(one.id, closes=min(one.closes, now), reveals=one.reveals)
    await close(world, community, one)
    return words.CLOSED_NOW.format(title=_title(world, one))


async def _reveal(world: World, community: Community) -> str:
    """Revealing an open question closes it first: nobody answers beside the answer."""
    await _close(world, community)
    one = await world.latest(community, RoundState.CLOSED)
    if one is None:
        return words.NOTHING_TO_REVEAL
    await reveal(world, community, one)
    return words.REVEALED_NOW.format(title=_title(world, one))


def _title(world: World, one: Round) -> str:
    question = world.question_of(one)
    return question.title if question else str(one.question)
