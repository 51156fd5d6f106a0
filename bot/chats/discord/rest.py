"""The client that posts. It needs no gateway, so what is due is shown also while nobody's presses come in."""

import asyncio
from contextlib import suppress

import discord

from bot.chats.discord.connection import Connection, Connector
from bot.chats.discord.patience import patiently
from bot.chats.discord.troubles import troubles

LOGIN_SECONDS = 20.0
CALL_SECONDS = 10.0
"""Of one call: the library's own bound is five minutes."""


class Rest:
    """Logs in when it is first needed."""

    def __init__(self, token: str, connect: Connector) -> None:
        self._token, self._connect = token, connect
        self._client: discord.Client | None = None
        self._turn = asyncio.Lock()

    async def client(self) -> discord.Client:
        """A client that is logged in.

        Raises:
            Refused: the token is none.
            Busy: Discord is away.
        """
        async with self._turn:
            if self._client is None:
                client = Connection(connect=self._connect)
                try:
                    with troubles():
                        await patiently(client.login(self._token), LOGIN_SECONDS)
                except BaseException:
                    await _closed(client)
                    raise
                self._client = client
            return self._client

    async def close(self) -> None:
        """Hang up."""
        if self._client is not None:
            await _closed(self._client)
            self._client = None


async def _closed(client: discord.Client) -> None:
    with suppress(Exception):
        await patiently(client.close(), CALL_SECONDS)
