"""What is not kept: old source text, and people who want to be gone."""

import logging

from bot.core import words
from bot.core.languages import say
from bot.core.messages import Answer, Command, Note, Show
from bot.core.world import World

log = logging.getLogger(__name__)


async def forget_sources(world: World) -> None:
    """The source text of answers goes when it has been kept long enough; verdicts and points stay."""
    rounds = await world.privacy.forget_sources(world.clock.now() - world.keep_sources)
    if rounds:
        log.info("sources.forgotten", extra={"rounds": rounds})


async def erase_me(world: World, deed: Command) -> Answer:
    """`privacy erase` says what would happen; `privacy erase everything` does it."""
    if deed.text.split()[1:] != ["everything"]:
        return Show(Note(say(words.ERASE_ASKED)))
    erased = await world.privacy.erase(deed.who.address, now=world.clock.now())
    log.info("person.erased", extra={"known": erased})
    return Show(Note(say(words.ERASED)))
