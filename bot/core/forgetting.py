"""What is not kept: old source text, and people who want to be gone."""

import logging

from bot.core import labels, ownwords
from bot.core.languages import say
from bot.core.messages import Answer, Command, Note, Show
from bot.core.pages import Action, Page, Style
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
        erase = Action(label=say(labels.ERASE_FOR_GOOD), name="privacy", text="erase everything", style=Style.DANGER)
        keep = Action(label=say(labels.KEEP_ME), name="privacy")
        return Show(Page(title=say(labels.ERASE_ME), text=say(ownwords.ERASE_ASKED), actions=(erase, keep)))
    erased = await world.privacy.erase(deed.who.address, now=world.clock.now())
    log.info("person.erased", extra={"known": erased})
    return Show(Note(say(ownwords.ERASED)))
