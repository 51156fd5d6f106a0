"""Our discord.Client: guild events and interactions only, nothing cached, nobody mentioned, a bounded connector."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import discord

from bot.chats.discord.inbox import Interaction

Connector = Callable[[], aiohttp.BaseConnector]
CONNECTIONS = 64
"""The library's own bound is none: of 400 presses at once on a busy machine it lost 283, and with 64 none."""
discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # nobody here speaks
WAITS_SECONDS = 30.0
"""A rate limit that is longer is told to us instead of slept through."""
GUILDS_SECONDS = 0.05
"""Nothing of ours waits for the guilds to arrive."""
IDENTIFY_SECONDS = 5.0
DEAF_SECONDS = 60.0
"""Without an answer to a heartbeat, the line is taken for dead."""


def connector(**options: Any) -> aiohttp.BaseConnector:  # noqa: ANN401 - aiohttp's options
    """What production connects with; options of aiohttp's go before ours."""
    return aiohttp.TCPConnector(**{"limit": CONNECTIONS, "keepalive_timeout": 75, **options})


class Connection(discord.Client):
    """One client; a new one is made whenever it breaks.

    Args:
        take: what every interaction is handed to; None for a client that only posts.
        connect: makes its connector, which it closes.
        begin: awaited once it is logged in, before it connects.
        pause: seconds before a second IDENTIFY.
    """

    def __init__(
        self,
        *,
        take: Callable[[Interaction], Awaitable[None]] | None = None,
        connect: Connector = connector,
        begin: Callable[[discord.Client], Awaitable[None]] | None = None,
        pause: float = IDENTIFY_SECONDS,
    ) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True),
            connector=connect(),
            max_messages=None,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
            allowed_mentions=discord.AllowedMentions.none(),
            max_ratelimit_timeout=WAITS_SECONDS,
            guild_ready_timeout=GUILDS_SECONDS,
            heartbeat_timeout=DEAF_SECONDS,
        )
        self._take, self._begin, self._pause = take, begin, pause
        self.reachable = False
        """Whether Discord's events come in."""
        self.met = False
        """Whether it was ever reachable."""

    async def setup_hook(self) -> None:
        """Logged in."""
        if self._begin is not None:
            await self._begin(self)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:  # noqa: ARG002
        """Discord takes an IDENTIFY every five seconds."""
        if not initial:
            await asyncio.sleep(self._pause)

    async def on_interaction(self, interaction: Interaction) -> None:
        """Somebody did something."""
        if self._take is not None:
            await self._take(interaction)

    async def on_connect(self) -> None:
        """A session began."""
        self.reachable = self.met = True

    async def on_resumed(self) -> None:
        """A session goes on."""
        self.reachable = True

    async def on_disconnect(self) -> None:
        """The library tries again by itself."""
        self.reachable = False
