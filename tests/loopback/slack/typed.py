"""What a client makes of what people type: control characters escaped, mentions as ids, code in blocks of its own."""

import html
import re

from tests.loopback.slack.wire import Json
from tests.loopback.slack.workspaces import Workspace

_FENCE = re.compile(r"```\n?(.*?)\n?```", re.DOTALL)
_NAME = re.compile(r"(?<!\S)([@#])([\w.-]+)")
_MENTION = re.compile(r"<@(\w+)>")


def escaped(text: str) -> str:
    """As messages and commands carry it: `&`, `<` and `>` mean something there."""
    return html.escape(text, quote=False)


def command_text(text: str, workspace: Workspace, *, escape: bool) -> str:
    """The words after a command; `escape` is the manifest's `should_escape`, which turns names into ids."""
    told = escaped(text)
    return _NAME.sub(lambda found: _named(found, workspace, short=False), told) if escape else told


def message_text(text: str, workspace: Workspace) -> str:
    """A message: names that exist become mentions."""
    return _NAME.sub(lambda found: _named(found, workspace, short=True), escaped(text))


def _named(found: re.Match[str], workspace: Workspace, *, short: bool) -> str:
    mark, name = found[1], found[2]
    if mark == "@":
        user = next((one for one in workspace.users.values() if one.name == name.lower()), None)
        return found[0] if user is None else f"<@{user.id}>" if short else f"<@{user.id}|{user.name}>"
    channel = next((one for one in workspace.channels.values() if one.name == name), None)
    return found[0] if channel is None else f"<#{channel.id}|{channel.name}>"


def message_blocks(text: str) -> list[Json]:
    """The rich text that a client sends along with a message whose text is `text`."""
    elements: list[Json] = []
    for number, piece in enumerate(_FENCE.split(text)):
        if number % 2:
            elements.append({"type": "rich_text_preformatted", "elements": _plainly(piece)})
        elif piece.strip():
            elements.append({"type": "rich_text_section", "elements": _spoken(piece)})
    return [{"type": "rich_text", "elements": elements}] if elements else []


def _plainly(text: str) -> list[Json]:
    return [{"type": "text", "text": html.unescape(text)}] if text else []


def _spoken(text: str) -> list[Json]:
    pieces = _MENTION.split(text)
    return [
        element
        for number, piece in enumerate(pieces)
        for element in ([{"type": "user", "user_id": piece}] if number % 2 else _plainly(piece))
    ]
