"""Which chats are run, and how each is opened. A room is imported here, by name, and only when it is wanted."""

import difflib
import os
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import TYPE_CHECKING

from bot.clocks import SystemClock
from bot.config import Settings, address
from bot.core.ports import Chat
from bot.quiz.errors import SettingsMistake

if TYPE_CHECKING:
    from bot.chats.slack import Config as SlackConfig

GROUP = "askling.chats"
"""The entry points through which other people's chats plug in: callables without arguments, as in `Door.factory`."""
NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """How one of our own rooms is opened."""

    factory: str
    """`module:callable`. It returns a Chat, or an async context manager that yields one and closes it."""
    arguments: Callable[[Settings], Mapping[str, object]] = lambda _: {}
    """What of the settings it is called with, by keyword."""
    wanted: Callable[[Settings], bool] = lambda _: False
    """Whether the settings have all that it needs, so that it is run without being named."""


def slack_config(settings: Settings) -> "SlackConfig":
    """What of the settings is Slack's."""
    from bot.chats.slack import Config

    host, port = address(settings.slack_listen)
    return Config(
        bot_token=settings.slack_bot_token.get_secret_value(),
        app_token=settings.slack_app_token.get_secret_value(),
        signing_secret=settings.slack_signing_secret.get_secret_value(),
        client_id=settings.slack_client_id,
        client_secret=settings.slack_client_secret.get_secret_value(),
        host=host,
        port=port,
        command=settings.slack_command,
        moderators=settings.slack_moderators,
    )


DOORS: Mapping[str, Door] = {
    "console": Door(factory="bot.chats.console:ConsoleChat.here"),
    "discord": Door(
        factory="bot.chats.discord:DiscordChat.open",
        arguments=lambda settings: {"token": settings.discord_token.get_secret_value()},
        wanted=lambda settings: bool(settings.discord_token.get_secret_value()),
    ),
    "slack": Door(
        factory="bot.chats.slack:opened",
        arguments=lambda settings: {"config": slack_config(settings), "clock": SystemClock()},
        wanted=lambda settings: any(
            one.get_secret_value() for one in (settings.slack_bot_token, settings.slack_client_secret)
        ),
    ),
}


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Mapping[str, Chat]]:
    """The chats of the settings by name, closed again afterwards. None at all is fine: the schedule is kept.

    Raises:
        SettingsMistake: a chat that there is not.
    """
    async with AsyncExitStack() as stack:
        yield {name: await open_one(stack, name, settings) for name in names(settings)}


def names(settings: Settings) -> tuple[str, ...]:
    """The chats to run: those named, or else those that have a token, or else the console if somebody is there.

    Raises:
        SettingsMistake: a chat that there is not.
    """
    if settings.chats == (NONE,):
        return ()
    known = {*DOORS, *_others()}
    if strange := [name for name in settings.chats if name not in known]:
        raise SettingsMistake("\n".join(_unknown(name, known) for name in strange))
    wanted = settings.chats or tuple(name for name, door in DOORS.items() if door.wanted(settings))
    return tuple(dict.fromkeys(wanted)) or (("console",) if _somebody_is_there() else ())


async def open_one(stack: AsyncExitStack, name: str, settings: Settings) -> Chat:
    """One chat, closed again with `stack`."""
    door = DOORS.get(name)
    if door is None:
        made = _others()[name].load()()
    else:
        made = EntryPoint(name, door.factory, GROUP).load()(**door.arguments(settings))
    if isinstance(made, AbstractAsyncContextManager):
        made = await stack.enter_async_context(made)
    chat: Chat = made
    return chat


def _others() -> Mapping[str, EntryPoint]:
    return {one.name: one for one in entry_points(group=GROUP)}


def _unknown(name: str, known: set[str]) -> str:
    close = difflib.get_close_matches(name, known, n=1)
    there = f"did you mean {close[0]}?" if close else f"there are {', '.join(sorted(known))}, and {NONE}."
    return f"ASKLING_CHATS: {name} is no chat here; {there}"


def _somebody_is_there() -> bool:
    """Whether standard input is a terminal, a pipe or a file; a service has none, or the null device."""
    with suppress(OSError, ValueError, AttributeError):
        return not os.path.samestat(os.fstat(sys.stdin.fileno()), Path(os.devnull).stat())
    return False
