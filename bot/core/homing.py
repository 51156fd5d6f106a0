"""In a place that belongs to nobody, such as private messages, somebody is at home where they answered last."""

from dataclasses import replace

from bot.core.messages import Command, Deed, Filled
from bot.core.records import Community
from bot.core.world import World
from bot.quiz.errors import ChatTrouble
from bot.quiz.ids import Address, Place, RoundId, chat_of

HOMELY = frozenset({"today", "answer", "run", "hint", "guessed", "me", "home", "board", "sprint", "suggest", "report"})
"""Commands that are about a community, whichever of its places they are given in."""


async def at_home(world: World, deed: Deed) -> Deed:
    """The same deed, done at home where its place belongs to nobody; never on another chat than it came from."""
    if isinstance(deed, Command) and deed.name not in HOMELY:
        return deed
    if await world.community_at(deed.place) is not None:
        return deed
    one = None if isinstance(deed, Filled) else deed.round
    place = await _home(world, deed, one)
    if place is None:
        return deed
    # whoever moderates the place they came from moderates nothing here
    return replace(deed, place=place, who=replace(deed.who, moderator=False))


async def _home(world: World, deed: Deed, one: RoundId | None) -> Place | None:
    """A place of the community in which they answered last and still are; of a round, of its own community."""
    member = await world.identities.known(deed.who.address)
    if member is None:  # who is not known has answered nowhere
        return None
    communities = {one.id: one for one in await world.agenda.communities()}
    for id_ in await world.profiles.homes(member.id):
        community = communities.get(id_)
        if community is None or (one is not None and not await _asked(world, community, one)):
            continue
        if place := await _place(world, community, deed.place, deed.who.address):
            return place
    return None


async def _asked(world: World, community: Community, one: RoundId) -> bool:
    return any(known.id == one for known in await world.agenda.rounds(community.id))


async def _place(world: World, community: Community, here: Place, address: Address) -> Place | None:
    chat = chat_of(here)
    for place in community.places:
        try:
            if chat_of(place) == chat and await world.chat_at(place).present(place, address):
                return place
        except ChatTrouble:  # nobody can tell now whether they are still there
            continue
    return None
