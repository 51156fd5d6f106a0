"""Everything at Discord: guilds, channels, messages, people."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from tests.loopback.discord import payloads
from tests.loopback.discord.entities import Attachment, Channel, ChannelType, Message, User
from tests.loopback.discord.errors import Json, Refusal
from tests.loopback.discord.guilds import Guild
from tests.loopback.discord.permissions import BOT, EVERYTHING, LEARNER, bits
from tests.loopback.discord.telling import Telling
from tests.loopback.discord.timeline import Timeline

T = TypeVar("T")


class World:
    """What exists. Ids are ints inside and strings on the wire."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.tell = Telling(self)
        self.users: dict[int, User] = {}
        self.guilds: dict[int, Guild] = {}
        self.directs: dict[int, Channel] = {}
        self.groups: dict[int, Channel] = {}
        self.attachments: dict[int, Attachment] = {}
        self.bot = self.add_user("askling", bot=True)
        self.owner = self.add_user("Olga")
        self._waiters: list[asyncio.Future[None]] = []

    def add_user(self, name: str, *, bot: bool = False, locale: str = "en-US") -> User:
        user = User(id=self.timeline.snowflake(), name=name, bot=bot, locale=locale)
        self.users[user.id] = user
        return user

    def add_guild(self, name: str, *, bot_may: tuple[str, ...] = BOT) -> Guild:
        """A guild the bot is in, with an integration role that has `bot_may`."""
        guild = Guild(self, name, owner=self.owner)
        self.guilds[guild.id] = guild
        everyone = guild.add_role("@everyone", *LEARNER)
        guild.roles = {guild.id: everyone}
        everyone.id, everyone.position = guild.id, 0
        guild.add_member(self.owner)
        guild.add_member(self.bot, roles=[guild.add_role("askling", *bot_may, managed=True)])
        self.tell.guild_created(guild)
        return guild

    def remove_guild(self, guild: Guild) -> None:
        """The bot is thrown out."""
        del self.guilds[guild.id]
        self.tell.guild_gone(guild, outage=False)

    def channel(self, id_: int) -> Channel:
        """A channel, thread or direct message by id.

        Raises:
            Refusal: 10003, as Discord answers for a deleted one.
        """
        for guild in self.guilds.values():
            if id_ in guild.channels:
                return guild.channels[id_]
        if id_ in self.groups:
            return self.groups[id_]
        if id_ in self.directs:
            return self.directs[id_]
        raise Refusal(10003)

    def guild(self, id_: int) -> Guild:
        """A guild the bot is in; Refusal 10004 otherwise."""
        if id_ not in self.guilds:
            raise Refusal(10004)
        return self.guilds[id_]

    def guild_of(self, channel: Channel) -> Guild | None:
        return self.guilds[channel.guild_id] if channel.guild_id else None

    def direct(self, user: User) -> Channel:
        """The direct messages between the bot and somebody, opened when new."""
        for one in self.directs.values():
            if one.recipient is user:
                return one
        channel = Channel(id=self.timeline.snowflake(), kind=ChannelType.DM, name=user.name, recipient=user)
        self.directs[channel.id] = channel
        return channel

    def group(self, user: User) -> Channel:
        """A conversation among people: only commands that people installed for themselves reach the bot from there."""
        channel = Channel(id=self.timeline.snowflake(), kind=ChannelType.GROUP, name="friends", recipient=user)
        self.groups[channel.id] = channel
        return channel

    def message(self, channel: Channel, id_: int) -> Message:
        """A message everybody can see; Refusal 10008 when there is none (any more)."""
        found = channel.messages.get(id_)
        if found is None or found.viewer is not None:
            raise Refusal(10008)
        return found

    def can(self, user: User, channel: Channel) -> int:
        """Bits of what somebody may do in a channel; most things in a direct message, nothing where one is not."""
        if channel.kind is ChannelType.GROUP and user is self.bot:
            return 0
        guild = self.guild_of(channel)
        if guild is None:
            return bits([*LEARNER, *BOT, "use_external_emojis"])
        return EVERYTHING if user.id == guild.owner.id else guild.can(user, channel)

    def message_payload(self, message: Message) -> Json:
        """A message as the bot reads it in an answer."""
        thread = None
        if message.thread_id:
            thread = next(
                (g.channels[message.thread_id] for g in self.guilds.values() if message.thread_id in g.channels), None
            )
        return payloads.message(message, self.bot, people=self.users, thread_of=thread)

    def changed(self) -> None:
        """Wake whoever waits for something to appear."""
        waiters, self._waiters = self._waiters, []
        for one in waiters:
            if not one.done():
                one.set_result(None)

    async def until(self, look: Callable[[], T | None], *, patience: float = 10.0) -> T:
        """The first truthy thing `look` returns, looking again at every change.

        Raises:
            TimeoutError: after `patience` seconds of real time, which only a broken test spends.
        """
        async with asyncio.timeout(patience):
            while not (found := look()):
                waiter = asyncio.get_running_loop().create_future()
                self._waiters.append(waiter)
                await waiter
        return found
