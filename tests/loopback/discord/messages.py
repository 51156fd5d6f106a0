"""Making, changing and removing messages: what sending, replying, followups and edits have in common."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from tests.loopback.discord.components import dressed, texts
from tests.loopback.discord.entities import Attachment, Channel, Message, MessageFlags, User
from tests.loopback.discord.errors import Json, Refusal, form
from tests.loopback.discord.permissions import allows
from tests.loopback.discord.rules import FILE_SIZE, Draft, check

if TYPE_CHECKING:
    from tests.loopback.discord.rest.calls import Upload
    from tests.loopback.discord.world import World

T = TypeVar("T")
SETTABLE = MessageFlags.SUPPRESS_EMBEDS | MessageFlags.SUPPRESS_NOTIFICATIONS | MessageFlags.COMPONENTS_V2
_USER, _ROLE, _ALL = re.compile(r"<@!?(\d+)>"), re.compile(r"<@&(\d+)>"), re.compile(r"@(?:everyone|here)\b")


def create(
    world: "World",
    channel: Channel,
    author: User,
    body: Json,
    uploads: Mapping[int, "Upload"],
    *,
    extra_flags: int = 0,
    viewer: User | None = None,
    interaction: Json | None = None,
) -> Message:
    """Check a message and put it into its channel; tells the bot MESSAGE_CREATE unless only one person sees it.

    Raises:
        Refusal: what Discord would answer.
    """
    message = Message(
        id=world.timeline.snowflake(),
        channel_id=channel.id,
        author=author,
        sent=world.timeline.now(),
        nonce=body.get("nonce"),
        tts=bool(body.get("tts")),
        viewer=viewer.id if viewer else None,
        interaction=interaction,
        application_id=world.bot.id if interaction else None,
        webhook_id=world.bot.id if interaction else None,
        kind=20 if interaction and interaction["type"] == 2 else 0,
        flags=extra_flags | (int(body.get("flags") or 0) & SETTABLE),
    )
    _fill(world, message, body, uploads, channel)
    _reply(message, body, channel)
    channel.messages[message.id] = message
    if channel.thread:
        channel.thread.sent += 1
        channel.thread.archived = False
    world.tell.message("MESSAGE_CREATE", message)
    world.changed()
    return message


def edit(world: "World", message: Message, body: Json, uploads: Mapping[int, "Upload"], *, first: bool = False) -> None:
    """Change a message; `first` fills one that was only announced (a deferred answer).

    Raises:
        Refusal: what Discord would answer.
    """
    channel = world.channel(message.channel_id)
    wanted = int(body.get("flags") or 0) & SETTABLE
    if "flags" in body and message.has(MessageFlags.COMPONENTS_V2) and not wanted & MessageFlags.COMPONENTS_V2:
        raise form({"flags": ("MESSAGE_FLAGS_COMPONENTS_V2_REMOVED", "IS_COMPONENTS_V2 cannot be removed")})
    before = message.flags
    message.flags |= wanted
    try:
        _fill(world, message, body, uploads, channel)
    except Refusal:
        message.flags = before
        raise
    message.flags &= ~MessageFlags.LOADING
    if not first:
        message.edited = world.timeline.now()
    world.tell.message("MESSAGE_CREATE" if first else "MESSAGE_UPDATE", message)
    world.changed()


def delete(world: "World", message: Message) -> None:
    """Remove a message; its thread stays, as at Discord."""
    del world.channel(message.channel_id).messages[message.id]
    world.tell.message_gone(message)
    world.changed()


def _fill(world: "World", message: Message, body: Json, uploads: Mapping[int, "Upload"], channel: Channel) -> None:
    """Give a message the fields a body names, if the whole is allowed."""
    files = _files(world, message, body, uploads)
    draft = Draft(
        content=_field(body, "content", message.content) or "",
        embeds=_field(body, "embeds", message.embeds) or [],
        components=_field(body, "components", message.components) or [],
        flags=message.flags,
        names=[one.filename for one in files],
        poll=_field(body, "poll", message.poll),
    )
    check(draft)
    message.content = draft.content.strip()
    message.embeds = list(draft.embeds)
    if body.get("components") is not None or "components" in body:
        message.components = dressed(draft.components, files, world.timeline.snowflake())
    if draft.poll and draft.poll is not message.poll:
        message.poll = _poll(draft.poll, world.timeline.now())
    message.attachments = files
    for one in files:
        world.attachments[one.id] = one
    message.pings = _pings(world, message, body, channel)


def _field(body: Json, name: str, present: T) -> T:
    found: T = body.get(name, present)
    return found


def _files(world: "World", message: Message, body: Json, uploads: Mapping[int, "Upload"]) -> list[Attachment]:
    """The attachments a message has after a request: kept ones, then new ones."""
    named = body.get("attachments")
    notes = {str(one.get("id")): one for one in named or []}
    kept = [one for one in message.attachments if named is None or str(one.id) in notes]
    strange = set(notes) - {str(one.id) for one in message.attachments} - {str(index) for index in uploads}
    if strange:
        raise form({"attachments": ("ATTACHMENT_NOT_FOUND", f"No file for attachment {min(strange)}")})
    return kept + [_file(world, message, file, notes.get(str(index), {})) for index, file in sorted(uploads.items())]


def _file(world: "World", message: Message, file: "Upload", note: Json) -> Attachment:
    if len(file.data) > FILE_SIZE:
        raise Refusal(40005)
    return Attachment(
        id=world.timeline.snowflake(),
        filename=(note.get("filename") or file.filename).replace(" ", "_"),
        data=file.data,
        content_type=file.content_type,
        channel_id=message.channel_id,
        description=note.get("description"),
        ephemeral=message.viewer is not None,
    )


def _reply(message: Message, body: Json, channel: Channel) -> None:
    asked = body.get("message_reference")
    if not asked:
        return
    if int(asked["message_id"]) not in channel.messages and asked.get("fail_if_not_exists", True):
        raise form({"message_reference": ("REPLIES_UNKNOWN_MESSAGE", "Unknown message")})
    message.kind = 19
    message.reference = {"type": 0, "message_id": str(asked["message_id"]), "channel_id": str(channel.id)}


def _poll(poll: Json, now: datetime) -> Json:
    answers = [{"answer_id": index, **one} for index, one in enumerate(poll["answers"], 1)]
    return {
        "question": poll["question"],
        "answers": answers,
        "expiry": (now + timedelta(hours=poll.get("duration") or 24)).isoformat(),
        "allow_multiselect": bool(poll.get("allow_multiselect")),
        "layout_type": poll.get("layout_type", 1),
        "results": {"answer_counts": [], "is_finalized": False},
    }


def _pings(world: "World", message: Message, body: Json, channel: Channel) -> set[int]:
    """Who is notified: what the text names, allowed mentions allow and the author may."""
    said = "\n".join([message.content, *texts(message.components)])
    allowed = body.get("allowed_mentions")
    kinds = set(allowed.get("parse") or []) if allowed is not None else {"users", "roles", "everyone"}
    wanted = {int(id_) for key in ("users", "roles") for id_ in (allowed or {}).get(key) or []}
    guild = world.guild_of(channel)
    named = {int(id_) for id_ in _USER.findall(said)}
    users = {id_ for id_ in named if id_ in world.users and ("users" in kinds or id_ in wanted)}
    if guild is None:
        return users
    powerful = allows(world.can(message.author, channel), "mention_everyone")
    named = {int(id_) for id_ in _ROLE.findall(said) if int(id_) in guild.roles}
    roles = {id_ for id_ in named if ("roles" in kinds or id_ in wanted) and (powerful or guild.roles[id_].mentionable)}
    everyone = {0} if powerful and "everyone" in kinds and _ALL.search(said) else set()
    return users | roles | everyone
