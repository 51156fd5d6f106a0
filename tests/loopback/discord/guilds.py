"""A guild, and what a test may change in it while the bot runs."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tests.loopback.discord.entities import Channel, ChannelType, Member, Overwrite, Role, ThreadState, User
from tests.loopback.discord.permissions import EVERYTHING, allows, bits

if TYPE_CHECKING:
    from tests.loopback.discord.world import World

KINDS = {
    "text": ChannelType.TEXT,
    "announcement": ChannelType.ANNOUNCEMENT,
    "forum": ChannelType.FORUM,
    "voice": ChannelType.VOICE,
}


class Guild:
    """One guild. Every change is told to the bot by its gateway event, as Discord would."""

    def __init__(self, world: "World", name: str, *, owner: User) -> None:
        self.world = world
        self.id = world.timeline.snowflake()
        self.name = name
        self.owner = owner
        self.locale = "en-US"
        self.roles: dict[int, Role] = {}
        self.members: dict[int, Member] = {}
        self.channels: dict[int, Channel] = {}

    @property
    def everyone(self) -> Role:
        """The role everybody has; its id is the guild's."""
        return self.roles[self.id]

    def add_role(self, name: str, *permissions: str, mentionable: bool = False, managed: bool = False) -> Role:
        """A new role with these permissions."""
        role = Role(
            id=self.world.timeline.snowflake(),
            name=name,
            permissions=bits(permissions),
            position=len(self.roles),
            mentionable=mentionable,
            managed=managed,
        )
        self.roles[role.id] = role
        self.world.tell.role("GUILD_ROLE_CREATE", self, role)
        return role

    def remove_role(self, role: Role) -> None:
        """The role is deleted; members lose it."""
        del self.roles[role.id]
        for member in self.members.values():
            member.roles.discard(role.id)
        self.world.tell.role("GUILD_ROLE_DELETE", self, role)

    def change_role(self, role: Role, *permissions: str) -> None:
        """The role now has exactly these permissions."""
        role.permissions = bits(permissions)
        self.world.tell.role("GUILD_ROLE_UPDATE", self, role)

    def add_member(self, user: User, *, roles: Iterable[Role] = ()) -> Member:
        """Somebody joins."""
        member = Member(user=user, joined=self.world.timeline.now(), roles={role.id for role in roles})
        self.members[user.id] = member
        self.world.tell.member("GUILD_MEMBER_ADD", self, member)
        return member

    def remove_member(self, user: User) -> None:
        """Somebody leaves."""
        member = self.members.pop(user.id)
        self.world.tell.member("GUILD_MEMBER_REMOVE", self, member)

    def add_channel(
        self, name: str, *, kind: str = "text", tags: Iterable[str] = (), topic: str | None = None
    ) -> Channel:
        """A new channel: text, announcement, forum or voice."""
        channel = Channel(
            id=self.world.timeline.snowflake(),
            kind=KINDS[kind],
            name=name,
            guild_id=self.id,
            topic=topic,
            position=len(self.channels),
            tags={self.world.timeline.snowflake(): tag for tag in tags},
        )
        self.channels[channel.id] = channel
        self.world.tell.channel("CHANNEL_CREATE", channel)
        return channel

    def add_thread(
        self, parent: Channel, name: str, owner: User, *, starter: int | None = None, auto_archive: int = 1440
    ) -> Channel:
        """A public thread; `starter` is the message it hangs under, if any."""
        thread = Channel(
            id=starter or self.world.timeline.snowflake(),
            kind=ChannelType.PUBLIC_THREAD,
            name=name,
            guild_id=self.id,
            parent_id=parent.id,
            thread=ThreadState(
                owner_id=owner.id, created=self.world.timeline.now(), auto_archive=auto_archive, members={owner.id}
            ),
        )
        self.channels[thread.id] = thread
        self.world.tell.channel("THREAD_CREATE", thread)
        return thread

    def remove_channel(self, channel: Channel) -> None:
        """The channel is deleted, with its threads."""
        for one in [one for one in self.channels.values() if one.parent_id == channel.id and one.thread]:
            self.remove_channel(one)
        del self.channels[channel.id]
        self.world.tell.channel("THREAD_DELETE" if channel.thread else "CHANNEL_DELETE", channel)

    def overwrite(
        self, channel: Channel, whom: Role | User, *, allow: Iterable[str] = (), deny: Iterable[str] = ()
    ) -> None:
        """Replace what a role or a person is allowed and denied in a channel."""
        kind = 0 if isinstance(whom, Role) else 1
        channel.overwrites[whom.id] = Overwrite(id=whom.id, kind=kind, allow=bits(allow), deny=bits(deny))
        self.world.tell.channel("CHANNEL_UPDATE", channel)

    def deny_bot(self, channel: Channel, *permissions: str) -> None:
        """Take permissions from the bot in a channel; with none given, give them all back."""
        self.overwrite(channel, self.world.bot, deny=permissions)

    def can(self, user: User, channel: Channel | None = None) -> int:
        """The permissions of a person here, or in a channel: a number of bits."""
        member = self.members.get(user.id)
        if member is None:
            return 0
        held = self.everyone.permissions
        for role in member.roles:
            held |= self.roles[role].permissions
        if user.id == self.owner.id or allows(held, "administrator"):
            return EVERYTHING
        return self._overwritten(held, member, channel) if channel else held

    def _overwritten(self, held: int, member: Member, channel: Channel) -> int:
        if channel.thread and channel.parent_id:
            channel = self.channels[channel.parent_id]
        marks = channel.overwrites
        if self.id in marks:
            held = held & ~marks[self.id].deny | marks[self.id].allow
        mine = [marks[role] for role in member.roles if role in marks]
        for one in mine:
            held &= ~one.deny
        for one in mine:
            held |= one.allow
        if member.user.id in marks:
            held = held & ~marks[member.user.id].deny | marks[member.user.id].allow
        return held if allows(held, "view_channel") else 0
