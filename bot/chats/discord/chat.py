"""The port `Chat` on Discord."""

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress

import discord

from bot.chats.discord import editing, examining, permissions, posting
from bot.chats.discord.completing import Completing
from bot.chats.discord.connection import IDENTIFY_SECONDS, Connection, Connector, connector
from bot.chats.discord.drafts import Drafts
from bot.chats.discord.editing import Edits
from bot.chats.discord.patience import patiently
from bot.chats.discord.places import place_of, user_at
from bot.chats.discord.render import rendered, titled
from bot.chats.discord.rest import CALL_SECONDS, Rest
from bot.chats.discord.router import Router
from bot.chats.discord.serving import Serving
from bot.chats.discord.sheets import Sheet
from bot.chats.discord.supervisor import Sleep, supervise, wait_for_a_start
from bot.chats.discord.syncing import sync
from bot.chats.discord.threads import discuss
from bot.chats.discord.troubles import Lacking, troubles
from bot.core.languages import explained
from bot.core.messages import View
from bot.core.ports import Hear, Pool, Tried
from bot.quiz.errors import Gone, Refused
from bot.quiz.ids import Address, Place, Ref

log = logging.getLogger(__name__)

DRAIN_SECONDS = 3.0
"""What those who are being answered get when the bot is told to stop; those who wait for a judge had more before."""
HEAR_SECONDS = 1.5


class DiscordChat:
    """Keeps the port `Chat` on Discord.

    Args:
        token: the bot's.
        connect: makes a connector for each client.
        sleep: waits some seconds between two attempts to connect.
        pause: seconds before a second IDENTIFY.
        hear_seconds: what the front desk may take before `thinking …` is shown.
    """

    def __init__(
        self,
        token: str,
        *,
        connect: Connector = connector,
        sleep: Sleep = asyncio.sleep,
        pause: float = IDENTIFY_SECONDS,
        hear_seconds: float = HEAR_SECONDS,
    ) -> None:
        self._token, self._connect, self._sleep, self._pause = token, connect, sleep, pause
        self._hear_seconds = hear_seconds
        self._rest = Rest(token, connect)
        self._edits = Edits(self._edit)
        self._completing, self._drafts = Completing(), Drafts()
        self._sent: dict[str, Ref] = {}
        self._numbers: dict[str, int] = {}
        self._connection: Connection | None = None

    @classmethod
    @asynccontextmanager
    async def open(cls, token: str) -> "AsyncIterator[DiscordChat]":
        """A chat, hung up afterwards."""
        chat = cls(token)
        try:
            yield chat
        finally:
            await chat.close()

    async def close(self) -> None:
        """Hang up."""
        await self._rest.close()

    def completes(self, pool: Pool) -> None:
        """Options complete themselves with the questions and topics of a place from now on."""
        self._completing.pool = pool

    async def listen(self, hear: Hear) -> None:
        """Until cancelled; then those who are being answered have their answer first.

        Raises:
            Refused: a token or an intent must be changed.
        """
        router = Router(
            Serving(hear, self._drafts, numbers=self._numbers, seconds=self._hear_seconds), self._completing
        )

        def make() -> Connection:
            self._connection = Connection(take=router.take, connect=self._connect, begin=self._begin, pause=self._pause)
            return self._connection

        supervised = asyncio.create_task(supervise(make, self._token, sleep=self._sleep), name="discord")
        try:
            await asyncio.shield(supervised)
        except asyncio.CancelledError:
            await router.finish(DRAIN_SECONDS)
            raise
        finally:
            supervised.cancel()
            with suppress(asyncio.CancelledError, Refused):
                await supervised

    async def publish(self, place: Place, view: View, *, key: str, under: Ref | None = None) -> Ref:
        """Show a view to everybody in a place, once a key."""
        if key not in self._sent:
            try:
                self._sent[key] = await posting.publish(
                    self._rest, place, rendered(view), key=key, title=titled(view), under=under
                )
            except Lacking as lacking:
                raise Refused(" ".join(await self.lacks(place)) or explained(lacking)) from None
            await discuss(self._rest, self._sent[key], view)
        return self._sent[key]

    async def revise(self, ref: Ref, view: View) -> None:
        """Replace what a message shows; of several in a row the last one is made."""
        await self._edits.make(ref, rendered(view))
        await discuss(self._rest, ref, view)

    async def lacks(self, place: Place, *, thread: bool = False) -> Sequence[str]:
        """The permissions that are missing in a channel, a sentence each."""
        return await permissions.lacking(self._rest, place, thread=thread)

    async def present(self, place: Place, address: Address) -> bool:
        """Whether somebody is still a member of a place's server."""
        return await permissions.present(self._rest, place, address)

    async def private(self, address: Address) -> Place:
        """Somebody's direct messages with the bot."""
        client, user = await self._rest.client(), user_at(address)
        if user is None:
            raise Gone("{address} is nobody on Discord.", address=address)
        with troubles():
            channel = await patiently(client.create_dm(discord.Object(user)), CALL_SECONDS)
        return place_of(None, channel.id)

    async def examine(self, views: Mapping[str, View]) -> Sequence[Tried]:  # noqa: ARG002 - Discord has no judge of them
        """What `askling doctor` wants to know."""
        return await examining.examine(self._rest, self._token)

    def ready(self) -> bool:
        """Whether Discord's events come in."""
        return self._connection is not None and self._connection.reachable

    async def _edit(self, ref: Ref, sheet: Sheet) -> None:
        await editing.edit(self._rest, ref, sheet)

    async def _begin(self, client: discord.Client) -> None:
        """Logged in: wait for a session if few are left, and tell Discord our commands if they have changed."""
        await wait_for_a_start(client, self._sleep)
        try:
            self._numbers |= await sync(client)
        except discord.HTTPException as error:
            log.error("discord.not_synced", extra={"why": str(error)})  # noqa: TRY400 - Discord's words say it all
