"""What goes wrong at Discord, in the words of the port: Gone, Refused (naming what a person must change) or Busy."""

from collections.abc import Iterator
from contextlib import contextmanager

import aiohttp
import discord

from bot.core import words
from bot.quiz.errors import Busy, ChatTrouble, Gone, Refused

UNKNOWN = {10003: "channel", 10004: "server", 10008: "message", 10013: "person", 10007: "member"}
NO_ACCESS, NO_PERMISSION, NO_DIRECT, OLD_EDITS, ARCHIVED = 50001, 50013, 50007, 30046, 50083
HAS_THREAD = 160004
SENTENCES = {
    OLD_EDITS: words.DISCORD_OLD_EDITS,
    ARCHIVED: words.DISCORD_ARCHIVED,
    NO_DIRECT: words.DISCORD_NO_DIRECT,
}
BUSY_SECONDS = 5.0
AWAY = (TimeoutError, aiohttp.ClientError, OSError, discord.DiscordServerError, discord.GatewayNotFound)
"""Discord, or the way to it, does not work right now."""

UNREADABLE = (ValueError, TypeError, KeyError, AttributeError)
"""What the library raises over an answer that is no JSON, or not the JSON it should be."""


class Lacking(Refused):
    """A permission is missing; which one, Discord does not say."""


@contextmanager
def troubles() -> Iterator[None]:
    """Whatever discord.py raises inside comes out as a ChatTrouble."""
    try:
        yield
    except ChatTrouble:
        raise
    except discord.LoginFailure:
        raise Refused(words.DISCORD_REFUSED_US) from None
    except discord.RateLimited as error:
        raise Busy(words.DISCORD_WAIT, seconds=error.retry_after) from None
    except AWAY as error:
        why = str(error) or type(error).__name__
        raise Busy(words.DISCORD_AWAY, seconds=BUSY_SECONDS, why=why) from None
    except discord.HTTPException as error:
        raise trouble(error) from None
    except UNREADABLE as error:
        why = f"{type(error).__name__} in its answer"
        raise Busy(words.DISCORD_AWAY, seconds=BUSY_SECONDS, why=why) from None


def trouble(error: discord.HTTPException) -> ChatTrouble:
    """One refusal of Discord's."""
    if error.code in UNKNOWN:
        return Gone(words.DISCORD_GONE[UNKNOWN[error.code]])
    if error.status == 401:
        return Refused(words.DISCORD_REFUSED_US)
    if error.code in SENTENCES:
        return Refused(SENTENCES[error.code])
    if error.status == 429:
        return Busy(words.DISCORD_WAIT, seconds=BUSY_SECONDS)
    if error.code in (NO_ACCESS, NO_PERMISSION):
        return Lacking(words.DISCORD_MAY_NOT)
    return Refused(words.DISCORD_REFUSES, code=error.code, why=error.text[:200])
