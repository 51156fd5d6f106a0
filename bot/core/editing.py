"""What somebody alone is given to answer in: the options of a choice in an order of their own.

So "it is the second one" tells a neighbour nothing. Lines to put in order are left alone: their letters are typed, and
they are everybody's letters on the card.
"""

from dataclasses import replace

from bot.core.messages import Ask, Deed
from bot.core.world import World
from bot.quiz.shuffling import shuffled


async def in_own_order(world: World, deed: Deed, asked: Ask) -> Ask:
    """The same, as this person sees it; stable for a person, a round and a community."""
    card = asked.card
    if card.keep_order or len(card.options) < 2:
        return asked
    community = await world.community_at(deed.place)
    seed = f"{community.seed if community else ''}:{card.round}:{deed.who.address}"
    order = shuffled(len(card.options), seed=seed)
    own = replace(card, options=tuple(card.options[at] for at in order), order=order)
    return replace(asked, card=own)
