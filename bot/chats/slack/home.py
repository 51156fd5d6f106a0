"""The App Home: where somebody stands, the question of the day, what they answered last, and the next steps."""

from bot.chats.slack.limits import VIEW_BLOCKS
from bot.chats.slack.marks import Mark, Slip, button, row
from bot.chats.slack.pages import SHORTCUTS
from bot.chats.slack.render import blocks_of
from bot.chats.slack.rich import Json, divider
from bot.chats.slack.serving import Serving
from bot.core.languages import say, speaking
from bot.core.messages import Command, Person
from bot.quiz.ids import Place

SHOWN = ("today", "home")
"""Commands whose answers make up the home."""


async def home(serving: Serving, who: Person, place: Place) -> Json:
    """The home of one person."""
    parts: list[list[Json]] = []
    with speaking(who.locale):
        for name in SHOWN:
            view = await serving.heard(Command(who=who, place=place, name=name))
            part = blocks_of(view) if view else []
            if part and part not in parts:
                parts.append(part)
        steps = row(*(button(say(label), Mark(name=name)) for name, label in SHORTCUTS.items()))
    blocks = [block for part in parts for block in [*part, divider()]]
    kept = Slip(place=place)
    return {"type": "home", "private_metadata": kept.dumps(), "blocks": [*blocks[: VIEW_BLOCKS - 1], steps]}
