"""What rooms add to a view (labels, buttons, numbers) is in the catalogues, on every chat and for every view."""

from collections.abc import Callable, Iterator

import pytest

from bot.chats.console import render as console
from bot.chats.discord.drawing import drawing
from bot.chats.discord.render import rendered
from bot.chats.slack.render import drawn
from bot.core.languages import speaking
from bot.core.messages import View
from bot.core.words import COMMANDS, MODERATOR_COMMANDS
from bot.testing.views import VIEWS
from tests.chats.discord.test_views import sent
from tests.languages.pseudo import PSEUDO, texts, unsaid

UNREAD = frozenset({"action_id", "block_id", "custom_id", "type", "url", "value"})
"""Fields of both platforms that nobody is shown."""


def on_console(view: View) -> str:
    return console.text(view)


def on_discord(view: View) -> str:
    return "\n".join(_read(sent(drawing(rendered(view)))))


def on_slack(view: View) -> str:
    return "\n".join(_read(drawn(view).blocks))


def _read(shown: object) -> Iterator[str]:
    match shown:
        case str():
            yield shown
        case dict():
            yield from (text for name, one in shown.items() if name not in UNREAD for text in _read(one))
        case list() | tuple():
            yield from (text for one in shown for text in _read(one))


@pytest.mark.usefixtures("pseudo_spoken")
@pytest.mark.parametrize("look", [on_console, on_discord, on_slack])
@pytest.mark.parametrize("name", VIEWS)
async def test_a_chat_adds_nothing_that_no_catalogue_has(name: str, look: Callable[[View], str]) -> None:
    commands = (command for command, _ in (*COMMANDS, *MODERATOR_COMMANDS))
    with speaking(PSEUDO):
        assert unsaid(look(VIEWS[name]), [*texts(VIEWS[name]), *commands]) == []
