"""Changes, told to the bot as gateway events; which intents let an event through."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.loopback.discord import payloads
from tests.loopback.discord.entities import Channel, ChannelType, Member, Message, Role, User
from tests.loopback.discord.errors import Json

if TYPE_CHECKING:
    from tests.loopback.discord.guilds import Guild
    from tests.loopback.discord.world import World

GUILDS, MEMBERS = 1 << 0, 1 << 1
GUILD_MESSAGES, GUILD_REACTIONS = 1 << 9, 1 << 10
DIRECT_MESSAGES, DIRECT_REACTIONS = 1 << 12, 1 << 13
MESSAGE_CONTENT = 1 << 15
PRESENCES = 1 << 8
PRIVILEGED = MEMBERS | PRESENCES | MESSAGE_CONTENT

Listener = Callable[[str, Json, int], None]
"""Event name, payload, and the intent that lets it through (0: always)."""


class Telling:
    """Passes changes on to every listener (the gateway)."""

    def __init__(self, world: "World") -> None:
        self._world = world
        self.listeners: list[Listener] = []

    def event(self, name: str, payload: Json, intent: int = 0) -> None:
        for listener in self.listeners:
            listener(name, payload, intent)
        self._world.changed()

    def channel(self, name: str, channel: Channel) -> None:
        if channel.guild_id is None:
            return
        told = payloads.channel(channel)
        if name == "THREAD_CREATE":
            told["newly_created"] = True
        self.event(name, told, GUILDS)

    def role(self, name: str, guild: "Guild", role: Role) -> None:
        told: Json = {"guild_id": str(guild.id)}
        told |= {"role_id": str(role.id)} if name == "GUILD_ROLE_DELETE" else {"role": payloads.role(role)}
        self.event(name, told, GUILDS)

    def member(self, name: str, guild: "Guild", member: Member) -> None:
        """The bot's own member update needs no members intent."""
        told: Json = {"guild_id": str(guild.id)}
        told |= {"user": payloads.user(member.user)} if name == "GUILD_MEMBER_REMOVE" else payloads.member(member)
        own = name == "GUILD_MEMBER_UPDATE" and member.user is self._world.bot
        self.event(name, told, GUILDS if own else MEMBERS)

    def guild_created(self, guild: "Guild") -> None:
        self.event("GUILD_CREATE", payloads.guild_create(guild, self._world.bot), GUILDS)

    def guild_gone(self, guild: "Guild", *, outage: bool) -> None:
        """Thrown out, or (with `outage`) only unavailable."""
        self.event("GUILD_DELETE", {"id": str(guild.id)} | ({"unavailable": True} if outage else {}), GUILDS)

    def message(self, name: str, message: Message) -> None:
        """Ephemeral messages are told to nobody, and those among people not to the bot."""
        channel = self._world.channel(message.channel_id)
        if message.viewer is not None or channel.kind is ChannelType.GROUP:
            return
        told = self._world.message_payload(message)
        if channel.guild_id:
            told["guild_id"] = str(channel.guild_id)
            author = self._world.guilds[channel.guild_id].members.get(message.author.id)
            if author:
                told["member"] = {key: value for key, value in payloads.member(author).items() if key != "user"}
        if message.nonce is not None and name == "MESSAGE_CREATE":
            told["nonce"] = message.nonce
        self.event(name, told, GUILD_MESSAGES if channel.guild_id else DIRECT_MESSAGES)

    def message_gone(self, message: Message) -> None:
        channel = self._world.channel(message.channel_id)
        if message.viewer is not None or channel.kind is ChannelType.GROUP:
            return
        told: Json = {"id": str(message.id), "channel_id": str(message.channel_id)}
        if channel.guild_id:
            told["guild_id"] = str(channel.guild_id)
        self.event("MESSAGE_DELETE", told, GUILD_MESSAGES if channel.guild_id else DIRECT_MESSAGES)

    def reaction(self, name: str, message: Message, emoji: str, who: User) -> None:
        channel = self._world.channel(message.channel_id)
        told: Json = {
            "user_id": str(who.id),
            "channel_id": str(message.channel_id),
            "message_id": str(message.id),
            "emoji": {"id": None, "name": emoji},
            "burst": False,
            "type": 0,
        }
        if channel.guild_id:
            guild = self._world.guilds[channel.guild_id]
            told["guild_id"] = str(guild.id)
            if name == "MESSAGE_REACTION_ADD":
                told["member"] = payloads.member(guild.members[who.id])
        self.event(name, told, GUILD_REACTIONS if channel.guild_id else DIRECT_REACTIONS)


def blanked(told: Json, bot_id: int) -> Json:
    """A message event without the MESSAGE_CONTENT intent: empty unless own, mentioning the bot, or direct."""
    own = told.get("author", {}).get("id") == str(bot_id)
    mentioned = any(one["id"] == str(bot_id) for one in told.get("mentions", []))
    if own or mentioned or "guild_id" not in told:
        return told
    return {**told, "content": "", "embeds": [], "attachments": [], "components": []}
