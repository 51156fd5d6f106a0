"""Keeping a client alive: discord.py gives up after a failed start or handshake and one malformed event; we do not.

Every attempt is a new client. Only what a person must change ends it: a token, an intent, a shard.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from typing import Any

import discord
from discord.http import Route

from bot.chats.discord.connection import Connection
from bot.chats.discord.patience import patiently
from bot.core import words
from bot.quiz.errors import Refused

log = logging.getLogger(__name__)

FIRST_SECONDS, MOST_SECONDS = 1.0, 60.0
FEW_STARTS = 5
"""Of 1000 a day; with none left Discord resets the token, so we wait instead."""
CLOSE_SECONDS = 3.0
FATAL = {
    4004: words.DISCORD_REFUSED_US,
    4010: words.DISCORD_SHARDS,
    4011: words.DISCORD_SHARDS,
    4012: words.DISCORD_VERSION,
    4013: words.DISCORD_INTENT,
    4014: words.DISCORD_INTENT,
}
Sleep = Callable[[float], Awaitable[object]]


async def supervise(make: Callable[[], Connection], token: str, *, sleep: Sleep = asyncio.sleep) -> None:
    """Connect, and again whenever it broke, until cancelled.

    Args:
        make: makes a client.
        token: the bot's.
        sleep: waits some seconds between two attempts.

    Raises:
        Refused: a person must change something first.
    """
    waits = _waits()
    while True:
        client = make()
        try:
            await client.start(token)
            why = "the connection was closed"
        except Exception as error:  # noqa: BLE001 - whatever the library raises, the cure is a new client
            if sentence := fatal(error):
                raise Refused(sentence) from None
            why = f"{type(error).__name__}: {error}"
        finally:
            client.reachable = False
            await _closed(client)
        if client.met:
            waits = _waits()
        seconds = next(waits)
        log.warning("discord.reconnecting", extra={"why": why, "seconds": seconds})
        await sleep(seconds)


def fatal(error: Exception) -> str:
    """What a person must change; empty when trying again may help."""
    match error:
        case discord.LoginFailure():
            return FATAL[4004]
        case discord.PrivilegedIntentsRequired():
            return FATAL[4014]
        case discord.ConnectionClosed(code=code):
            return FATAL.get(code, "")
        case _:
            return ""


async def wait_for_a_start(client: discord.Client, sleep: Sleep = asyncio.sleep) -> None:
    """Where few starts are left today, wait until there are more: a session that is resumed costs none.

    Raises:
        discord.HTTPException: Discord does not say.
    """
    left, seconds = await starts_left(client)
    if left < FEW_STARTS:
        log.error("discord.few_starts", extra={"left": left, "seconds": seconds})
        await sleep(seconds)


async def starts_left(client: discord.Client) -> tuple[int, float]:
    """How many sessions may be started, and in how many seconds there are more."""
    told: dict[str, Any] = await client.http.request(Route("GET", "/gateway/bot"))
    limit = told["session_start_limit"]
    return int(limit["remaining"]), limit["reset_after"] / 1000


async def _closed(client: discord.Client) -> None:
    with suppress(Exception):  # what a broken client raises at its end helps nobody
        await patiently(client.close(), CLOSE_SECONDS)


def _waits() -> Iterator[float]:
    """1, 2, 4 … seconds, 60 at most."""
    seconds = FIRST_SECONDS
    while True:
        yield seconds
        seconds = min(MOST_SECONDS, 2 * seconds)
