"""Everything that is written down about somebody, in every community, as a file for them alone."""

import json
from datetime import datetime

from bot.core import ownwords
from bot.core.languages import say
from bot.core.messages import Accept, Answer, Command, View
from bot.core.pages import Document
from bot.core.world import World


async def export_me(world: World, deed: Command) -> Answer:
    """`privacy export`."""
    now = world.clock.now()

    async def gathered() -> View:
        kept = await world.dossiers.kept(deed.who.address)
        told = {"person": deed.who.address, "told": now.isoformat(), "kept": kept}
        content = json.dumps(told, ensure_ascii=False, indent=2)
        return Document(name=_named(now), content=content, text=say(ownwords.EXPORTED))

    return Accept(gathered)


def _named(now: datetime) -> str:
    """Without the person's name: it may hold what no file name can."""
    return f"askling-{now:%Y-%m-%d}.json"
