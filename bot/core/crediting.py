"""Who wrote a question of the community's own is named with its answer, if they want to be."""

import re
from dataclasses import replace

from bot.core import deskwords
from bot.core.cards import RevealCard
from bot.core.contributions import OWN
from bot.core.languages import say
from bot.core.records import Community
from bot.core.world import World
from bot.quiz.ids import SuggestionId
from bot.quiz.questions import Question

_MARKUP = re.compile(r"[^\w .,'+-]|_")


async def credited(world: World, community: Community, question: Question, view: RevealCard) -> RevealCard:
    """The card with its author; who is hidden stays so, and who has an alias has it here as well."""
    owner, _, number = question.id.partition("/")
    one = await world.inbox.suggestion(SuggestionId(int(number))) if owner == OWN and number.isdecimal() else None
    if one is None or not one.credit:
        return view
    people = await world.corrections.people(community.id)
    author = next((member for member in people if member.id == one.author and not member.hidden), None)
    if author is None:
        return view
    name = _MARKUP.sub("", author.alias or author.name).strip() or say(deskwords.SOMEBODY)
    return replace(view, why=f"{view.why.rstrip()}\n\n{say(deskwords.WRITTEN_BY, name=name)}")
