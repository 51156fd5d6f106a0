"""What exists at Discord: people, roles, channels, messages."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, IntFlag

from tests.loopback.discord.errors import Json


class ChannelType(IntEnum):
    TEXT = 0
    DM = 1
    VOICE = 2
    GROUP = 3
    """Direct messages among people, without the bot."""
    CATEGORY = 4
    ANNOUNCEMENT = 5
    PUBLIC_THREAD = 11
    FORUM = 15


class MessageFlags(IntFlag):
    SUPPRESS_EMBEDS = 1 << 2
    HAS_THREAD = 1 << 5
    EPHEMERAL = 1 << 6
    LOADING = 1 << 7
    SUPPRESS_NOTIFICATIONS = 1 << 12
    COMPONENTS_V2 = 1 << 15


@dataclass(slots=True, kw_only=True)
class User:
    id: int
    name: str
    bot: bool = False
    locale: str = "en-US"
    closed: bool = False
    """Takes no direct messages."""


@dataclass(slots=True, kw_only=True)
class Role:
    id: int
    name: str
    permissions: int
    position: int = 1
    managed: bool = False
    mentionable: bool = False


@dataclass(slots=True, kw_only=True)
class Member:
    user: User
    joined: datetime
    roles: set[int] = field(default_factory=set)
    nick: str | None = None


@dataclass(slots=True, kw_only=True)
class Overwrite:
    id: int
    kind: int
    """0 for a role, 1 for a member."""
    allow: int = 0
    deny: int = 0


@dataclass(slots=True, kw_only=True)
class ThreadState:
    owner_id: int
    created: datetime
    archived: bool = False
    locked: bool = False
    auto_archive: int = 1440
    tags: list[int] = field(default_factory=list)
    sent: int = 0
    members: set[int] = field(default_factory=set)


@dataclass(slots=True, kw_only=True)
class Attachment:
    id: int
    filename: str
    data: bytes
    content_type: str
    channel_id: int
    description: str | None = None
    ephemeral: bool = False
    spoiler: bool = False

    @property
    def url(self) -> str:
        return f"https://cdn.discordapp.com/attachments/{self.channel_id}/{self.id}/{self.filename}"


@dataclass(slots=True, kw_only=True)
class Message:
    id: int
    channel_id: int
    author: User
    sent: datetime
    content: str = ""
    embeds: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    reactions: dict[str, set[int]] = field(default_factory=dict)
    poll: Json | None = None
    flags: int = 0
    edited: datetime | None = None
    nonce: str | int | None = None
    tts: bool = False
    kind: int = 0
    pinned: bool = False
    application_id: int | None = None
    webhook_id: int | None = None
    interaction: Json | None = None
    """The `interaction_metadata` it carries."""
    reference: Json | None = None
    thread_id: int | None = None
    viewer: int | None = None
    """The one person who sees it, when it is ephemeral."""
    pings: set[int] = field(default_factory=set)
    """Users and roles it really notified; 0 stands for everyone."""

    def has(self, flag: MessageFlags) -> bool:
        return bool(self.flags & flag)


@dataclass(slots=True, kw_only=True)
class Channel:
    id: int
    kind: ChannelType
    name: str
    guild_id: int | None = None
    parent_id: int | None = None
    topic: str | None = None
    position: int = 0
    overwrites: dict[int, Overwrite] = field(default_factory=dict)
    tags: dict[int, str] = field(default_factory=dict)
    """Tags of a forum by id."""
    thread: ThreadState | None = None
    recipient: User | None = None
    messages: dict[int, Message] = field(default_factory=dict)

    @property
    def last_message_id(self) -> int | None:
        return max((one.id for one in self.messages.values() if one.viewer is None), default=None)
