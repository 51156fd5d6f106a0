"""What options complete themselves with: topics for everybody, questions by their ids for moderators alone, zones."""

from collections.abc import Sequence
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from bot.chats.discord.commands import QUESTION, TOPIC, ZONE, chosen, completed
from bot.chats.discord.inbox import Interaction, person, place
from bot.chats.discord.offered import sub_of
from bot.core.ports import Pool

Offers = list[tuple[str, str]]
"""Name and value of each."""


class Completing:
    """Offers what there is in a place; nothing before it is told."""

    def __init__(self) -> None:
        self.pool: Pool | None = None

    async def offers(self, interaction: Interaction) -> Offers:
        """For what is being typed."""
        data: Any = interaction.data
        name, options = chosen(data)
        focused = next((one for one in options if one.get("focused")), {})
        sub = sub_of(data["name"], name)
        option = next((one for one in sub.options if one.name == focused.get("name")), None) if sub else None
        known = await self._known(option.completes if option else "", interaction)
        return completed(str(focused.get("value") or ""), known)

    async def _known(self, what: str, interaction: Interaction) -> Sequence[tuple[str, str]]:
        if what == ZONE:
            return _zones()
        questions = await self.pool(place(interaction)) if self.pool and what else ()
        if what == TOPIC:
            topics = sorted({name for one in questions for name in (one.subject, one.topic)})
            return [(one, one) for one in topics]
        if what == QUESTION and person(interaction).moderator:  # a title gives away what is coming
            return [(f"{one.id} · {one.title}", one.id) for one in questions if one.live]
        return ()


@cache
def _zones() -> Sequence[tuple[str, str]]:
    return [(one, one) for one in sorted(available_timezones())]
