"""What a workspace consists of: members, channels, messages, views."""

from dataclasses import dataclass, field
from enum import StrEnum

from tests.loopback.slack.wire import Json

ELSEWHERE = "T0STRANGER"
"""The workspace that people from elsewhere are at home in."""


class Kind(StrEnum):
    """Of a conversation; the value begins its scopes."""

    PUBLIC = "channels"
    PRIVATE = "groups"
    DIRECT = "im"
    GROUP = "mpim"

    @property
    def singular(self) -> str:
        """What events call one such conversation."""
        return {"channels": "channel", "groups": "group"}.get(self.value, self.value)


@dataclass(slots=True, kw_only=True)
class User:
    """A member of a workspace, human or not."""

    id: str
    name: str
    real_name: str
    tz: str = "Europe/London"
    locale: str = "en-GB"
    admin: bool = False
    owner: bool = False
    bot: bool = False
    guest: bool = False
    deleted: bool = False
    stranger: bool = False
    """Comes from another workspace through Slack Connect."""
    bot_id: str = ""


@dataclass(slots=True, kw_only=True)
class Message:
    """One message; `only` names who alone sees it when it is ephemeral."""

    ts: str
    channel: str
    user: str
    text: str
    blocks: list[Json] = field(default_factory=list)
    metadata: Json | None = None
    thread_ts: str = ""
    app_id: str = ""
    bot_id: str = ""
    only: str = ""
    edited: str = ""
    reactions: dict[str, list[str]] = field(default_factory=dict)
    files: list[Json] = field(default_factory=list)
    subtype: str = ""
    broadcast: bool = False
    history: list[str] = field(default_factory=list)
    """The texts it had before."""


@dataclass(slots=True, kw_only=True)
class Channel:
    """A conversation of any kind."""

    id: str
    name: str
    kind: Kind = Kind.PUBLIC
    members: set[str] = field(default_factory=set)
    messages: list[Message] = field(default_factory=list)
    ephemerals: list[Message] = field(default_factory=list)
    archived: bool = False
    deleted: bool = False
    shared: bool = False
    refuses: str = ""
    """What posting here fails with: `restricted_action_read_only_channel` and its like."""

    def message(self, ts: str) -> Message | None:
        return next((one for one in self.messages if one.ts == ts), None)


@dataclass(slots=True, kw_only=True)
class View:
    """A modal or a home as Slack keeps it; `content` is what the app sent, with ids filled in."""

    id: str
    content: Json
    user: str
    hash: str
    root: str
    previous: str | None = None
    values: dict[tuple[str, str], Json] = field(default_factory=dict)
    """What its user has filled in, by block_id and action_id."""
    errors: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Workspace:
    """One team."""

    id: str
    name: str
    domain: str
    users: dict[str, User] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    groups: dict[str, list[str]] = field(default_factory=dict)
    """User groups: id and who is in them."""
    stacks: dict[str, list[View]] = field(default_factory=dict)
    """Each person's open modals, the visible one last."""
    homes: dict[str, View] = field(default_factory=dict)

    def direct(self, one: str, two: str) -> Channel | None:
        """The direct conversation of two people."""
        return next((c for c in self.channels.values() if c.kind is Kind.DIRECT and c.members == {one, two}), None)

    def view(self, id_or_external: str) -> View | None:
        """An open modal or a home by either of its names."""
        views = [*self.homes.values(), *(view for stack in self.stacks.values() for view in stack)]
        return next((v for v in views if id_or_external in {v.id, v.content.get("external_id") or v.id}), None)
