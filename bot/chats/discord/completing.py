"""What options complete themselves with: topics for everybody, questions by their ids for moderators alone, zones."""

from collections.abc import Sequence
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from bot.chats.discord.commands import QUESTION, TOPIC, ZONE, chosen, completed
from bot.chats.discord.inbox import Interaction, person
from bot.chats.discord.offered import sub_of
from bot.core.ports import Bank

Offers = list[tuple[str, str]]
"""Name and value of each."""


class Completing:
    """Offers what the bank has; nothing while there is none."""

    def __init__(self) -> None:
        self.bank: Bank | None = None

    def offers(self, interaction: Interaction) -> Offers:
        """For what is being typed."""
        data: Any = interaction.data
        name, options = chosen(data)
        focused = next((one for one in options if one.get("focused")), {})
        sub = sub_of(data["name"], name)
        option = next((one for one in sub.options if one.name == focused.get("name")), None) if sub else None
        known = self._known(option.completes if option else "", moderator=person(interaction).moderator)
        return completed(str(focused.get("value") or ""), known)

    def _known(self, what: str, *, moderator: bool) -> Sequence[tuple[str, str]]:
        questions = self.bank.questions() if self.bank else ()
        if what == ZONE:
            return _zones()
        if what == TOPIC:
            topics = sorted({name for one in questions for name in (one.subject, one.topic)})
            return [(one, one) for one in topics]
        if what == QUESTION and moderator:  # a title gives away what is coming
            return [(f"{one.id} · {one.title}", one.id) for one in questions if one.live]
        return ()


@cache
def _zones() -> Sequence[tuple[str, str]]:
    return [(one, one) for one in sorted(available_timezones())]
