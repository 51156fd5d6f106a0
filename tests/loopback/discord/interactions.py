"""What a person did, on its way to the bot and back."""

import secrets
from dataclasses import dataclass, field
from datetime import timedelta
from enum import IntEnum
from typing import TYPE_CHECKING

from tests.loopback.discord import payloads
from tests.loopback.discord.entities import Channel, ChannelType, Message, MessageFlags, User
from tests.loopback.discord.errors import Json, Refusal
from tests.loopback.discord.permissions import allows
from tests.loopback.discord.timeline import born

if TYPE_CHECKING:
    from tests.loopback.discord.world import World

DEADLINE = timedelta(seconds=3)
_CONTEXTS = {ChannelType.DM: 1, ChannelType.GROUP: 2}
LIFE = timedelta(minutes=15)


class Did(IntEnum):
    """Interaction types."""

    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4
    MODAL = 5


class Reply(IntEnum):
    """Callback types."""

    MESSAGE = 4
    DEFERRED = 5
    DEFERRED_UPDATE = 6
    UPDATE = 7
    CHOICES = 8
    MODAL = 9


@dataclass(slots=True, kw_only=True)
class Interaction:
    """One thing a person did. `response` is the message that `@original` means."""

    id: int
    did: Did
    token: str
    person: User
    channel: Channel
    data: Json
    message: Message | None = None
    cause: "Interaction | None" = None
    """The interaction that opened the modal."""
    replied: Reply | None = None
    response: Message | None = None
    modal: Json | None = None
    choices: list[Json] | None = None
    own: bool = False
    """The command was installed by the person alone."""
    failed: bool = False
    """The person was told "The application did not respond"."""
    followups: list[Message] = field(default_factory=list)

    def thinking(self) -> bool:
        """Whether the person sees "is thinking…"."""
        return bool(self.response and self.response.has(MessageFlags.LOADING))


class Interactions:
    """All of them, by id and by token, with their deadlines."""

    def __init__(self, world: "World") -> None:
        self._world = world
        self._known: dict[int, Interaction] = {}
        self.by_token: dict[str, Interaction] = {}

    def begin(
        self,
        did: Did,
        person: User,
        channel: Channel,
        data: Json,
        *,
        message: Message | None = None,
        cause: Interaction | None = None,
        own: bool = False,
    ) -> Interaction:
        """Tell the bot what a person did."""
        one = Interaction(
            id=self._world.timeline.snowflake(),
            did=did,
            token=secrets.token_urlsafe(60),
            person=person,
            channel=channel,
            data=data,
            message=message,
            cause=cause,
            own=own,
        )
        self._known[one.id] = one
        self.by_token[one.token] = one
        self._world.tell.event("INTERACTION_CREATE", self.payload(one))
        return one

    def again(self, one: Interaction) -> None:
        """Send an interaction a second time, as a replay after RESUME may."""
        self._world.tell.event("INTERACTION_CREATE", self.payload(one))

    def acknowledging(self, id_: int, token: str) -> Interaction:
        """The interaction a callback is for; Refusal 10062 when unknown or too late, 40060 when answered."""
        one = self._known.get(id_)
        if one is None or one.token != token:
            raise Refusal(10062)
        if one.replied is not None:
            raise Refusal(40060)
        if self._world.timeline.now() - born(one.id) > DEADLINE:
            one.failed = True
            self._world.changed()
            raise Refusal(10062)
        return one

    def following(self, token: str) -> Interaction:
        """Whose webhook token it is; Refusal 10015 when unknown or not yet answered, 50027 after 15 minutes."""
        one = self.by_token.get(token)
        if one is None or one.replied is None:
            raise Refusal(10015)
        if self._world.timeline.now() - born(one.id) > LIFE:
            raise Refusal(50027)
        return one

    def expire(self) -> None:
        """Tell people whose interaction nobody answered in time."""
        for one in self._known.values():
            if one.replied is None and self._world.timeline.now() - born(one.id) > DEADLINE:
                one.failed = True
        self._world.changed()

    def payload(self, one: Interaction) -> Json:
        """INTERACTION_CREATE, as the gateway sends it."""
        guild = self._world.guild_of(one.channel)
        told: Json = {
            "id": str(one.id),
            "application_id": str(self._world.bot.id),
            "type": int(one.did),
            "token": one.token,
            "version": 1,
            "data": one.data,
            "channel_id": str(one.channel.id),
            "channel": payloads.channel(one.channel) | {"permissions": str(self._world.can(one.person, one.channel))},
            "locale": one.person.locale,
            "app_permissions": str(self._world.can(self._world.bot, one.channel)),
            "entitlements": [],
            "attachment_size_limit": 10 * 1024 * 1024,
            "authorizing_integration_owners": owners(one),
            "context": _CONTEXTS.get(one.channel.kind, 0),
        }
        if guild:
            told["guild_id"] = str(guild.id)
            told["guild"] = {"id": str(guild.id), "locale": guild.locale, "features": []}
            told["guild_locale"] = guild.locale
            told["member"] = payloads.member(guild.members[one.person.id]) | {
                "permissions": str(self._world.can(one.person, one.channel))
            }
        else:
            told["user"] = payloads.user(one.person)
        if one.message:
            told["message"] = self._world.message_payload(one.message)
        return told

    def metadata(self, one: Interaction) -> Json:
        """`interaction_metadata` for a message that answers it."""
        told: Json = {
            "id": str(one.id),
            "type": int(one.did),
            "user": payloads.user(one.person),
            "authorizing_integration_owners": owners(one),
        }
        if one.did is Did.COMPONENT and one.message:
            told["interacted_message_id"] = str(one.message.id)
        if one.did is Did.MODAL and one.cause:
            told["triggering_interaction_metadata"] = self.metadata(one.cause)
        return told


def owners(one: Interaction) -> Json:
    """Who installed the application: the guild ("0", itself 0 in direct messages), or the person alone ("1")."""
    return {"1": str(one.person.id)} if one.own else {"0": str(one.channel.guild_id or 0)}


def may_use_commands(world: "World", person: User, channel: Channel) -> bool:
    return allows(world.can(person, channel), "use_application_commands")
