"""How somebody is shown to others: by name, by an alias, or not at all; at any time, and for the past as well."""

from dataclasses import replace

from bot.core import words
from bot.core.forgetting import erase_me
from bot.core.languages import say
from bot.core.messages import Answer, Command, Note, Show
from bot.core.records import Member
from bot.core.world import World
from bot.quiz.cleaning import clean_name
from bot.quiz.errors import VisibilityMistake
from bot.quiz.visibilities import parse


async def privacy(world: World, deed: Command) -> Answer:
    """`privacy public|alias NAME|hidden|erase`; with nothing behind it, how it stands."""
    if deed.text.split()[:1] == ["erase"]:
        return await erase_me(world, deed)
    member = await world.ledger.member(deed.who.address, clean_name(deed.who.name))
    if deed.text.strip():
        try:
            wanted = parse(deed.text)
        except VisibilityMistake as mistake:
            return Show(Note(str(mistake)))
        await world.ledger.show(member.id, alias=wanted.alias, hidden=wanted.hidden)
        member = replace(member, alias=wanted.alias, hidden=wanted.hidden)
    return Show(Note(shown_as(member)))


def shown_as(member: Member) -> str:
    """How boards show somebody."""
    if member.hidden:
        return say(words.SHOWN_HIDDEN)
    if member.alias:
        return say(words.SHOWN_ALIAS, alias=member.alias, name=member.name)
    return say(words.SHOWN_PUBLIC, name=member.name)
