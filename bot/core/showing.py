"""How somebody is shown to others: by name, by an alias, or not at all; at any time, and for the past as well."""

from bot.core import words
from bot.core.forgetting import erase_me
from bot.core.languages import explained, say
from bot.core.messages import Answer, Command, Note, Show
from bot.core.world import World
from bot.quiz.cleaning import clean_name
from bot.quiz.errors import VisibilityMistake
from bot.quiz.visibilities import Visibility, parse


async def privacy(world: World, deed: Command) -> Answer:
    """`privacy public|alias NAME|hidden|erase`; with nothing behind it, how it stands."""
    if deed.text.split()[:1] == ["erase"]:
        return await erase_me(world, deed)
    member = await world.ledger.member(deed.who.address, clean_name(deed.who.name))
    wanted = Visibility(alias=member.alias, hidden=member.hidden)
    if deed.text.strip():
        try:
            wanted = parse(deed.text)
        except VisibilityMistake as mistake:
            return Show(Note(explained(mistake)))
        await world.ledger.show(member.id, alias=wanted.alias, hidden=wanted.hidden)
    return Show(Note(_said(wanted, member.name)))


def _said(wanted: Visibility, name: str) -> str:
    if wanted.hidden:
        return say(words.SHOWN_HIDDEN)
    if wanted.alias:
        return say(words.SHOWN_ALIAS, alias=wanted.alias, name=name)
    return say(words.SHOWN_PUBLIC, name=name)
