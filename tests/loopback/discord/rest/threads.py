"""Threads under a message, posts of a forum, who is in them."""

from tests.loopback.discord import messages, payloads
from tests.loopback.discord.entities import Channel, ChannelType, MessageFlags
from tests.loopback.discord.errors import Json, Refusal, form
from tests.loopback.discord.guilds import Guild
from tests.loopback.discord.rest.calls import TABLE, Call, Result
from tests.loopback.discord.rest.channels import may_send

_CHANNEL = "/channels/{channel_id}"
_DURATIONS = {60, 1440, 4320, 10080}


def _guild(call: Call, channel: Channel) -> Guild:
    guild = call.world.guild_of(channel)
    if guild is None:
        raise Refusal(50003)
    return guild


def _checked(body: Json) -> Json:
    """A thread's form; Refusal 50035 for a bad name or duration."""
    if not 1 <= len(body.get("name") or "") <= 100:
        raise form({"name": ("BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.")})
    if body.get("auto_archive_duration", 1440) not in _DURATIONS:
        raise form({"auto_archive_duration": ("BASE_TYPE_CHOICES", "Value must be one of {60, 1440, 4320, 10080}.")})
    return body


@TABLE.add("POST", f"{_CHANNEL}/messages/{{message_id}}/threads")
async def under_message(call: Call) -> Result:
    """A thread whose id is its starter message's."""
    channel = call.channel("create_public_threads")
    message = call.world.message(channel, call.id("message_id"))
    guild, body = _guild(call, channel), _checked(call.form())
    if channel.kind not in (ChannelType.TEXT, ChannelType.ANNOUNCEMENT):
        raise Refusal(50024)
    if message.thread_id:
        raise Refusal(160004)
    thread = guild.add_thread(
        channel, body["name"], call.world.bot, starter=message.id, auto_archive=body.get("auto_archive_duration", 1440)
    )
    message.thread_id = thread.id
    message.flags |= MessageFlags.HAS_THREAD
    call.world.tell.message("MESSAGE_UPDATE", message)
    return 201, payloads.thread(thread)


@TABLE.add("POST", f"{_CHANNEL}/threads")
async def create(call: Call) -> Result:
    """A thread of its own, or a post when the channel is a forum."""
    channel, body = call.channel(), _checked(call.form())
    guild = _guild(call, channel)
    if channel.kind is ChannelType.FORUM:
        return _post(call, guild, channel, body)
    call.require(channel, "create_public_threads")
    thread = guild.add_thread(
        channel, body["name"], call.world.bot, auto_archive=body.get("auto_archive_duration", 1440)
    )
    return 201, payloads.thread(thread) | {"member": _member(call, thread)}


def _post(call: Call, guild: Guild, forum: Channel, body: Json) -> Result:
    call.require(forum, "send_messages")
    tags = [int(tag) for tag in body.get("applied_tags") or []]
    if len(tags) > 5 or not set(tags) <= set(forum.tags):
        raise form({"applied_tags": ("INVALID_TAG", "Tags must be five or fewer tags of the forum")})
    thread = guild.add_thread(forum, body["name"], call.world.bot, auto_archive=body.get("auto_archive_duration", 1440))
    assert thread.thread
    thread.thread.tags = tags
    try:
        may_send(call, thread, body["message"])
        message = messages.create(call.world, thread, call.world.bot, body["message"], call.uploads)
    except Refusal:
        guild.remove_channel(thread)
        raise
    del thread.messages[message.id]
    message.id = thread.id  # a post's first message has the post's id
    thread.messages[message.id] = message
    return 201, payloads.thread(thread) | {
        "message": call.world.message_payload(message),
        "member": _member(call, thread),
    }


def _member(call: Call, thread: Channel) -> Json:
    assert thread.thread
    return {
        "id": str(thread.id),
        "user_id": str(call.world.bot.id),
        "join_timestamp": thread.thread.created.isoformat(),
        "flags": 1,
    }


@TABLE.add("PUT", f"{_CHANNEL}/thread-members/@me")
async def join(call: Call) -> Result:
    thread = call.channel().thread
    if thread is None:
        raise Refusal(50024)
    thread.members.add(call.world.bot.id)
    return 204, None


@TABLE.add("DELETE", f"{_CHANNEL}/thread-members/@me")
async def leave(call: Call) -> Result:
    thread = call.channel().thread
    if thread is None:
        raise Refusal(50024)
    thread.members.discard(call.world.bot.id)
    return 204, None


@TABLE.add("PUT", f"{_CHANNEL}/thread-members/{{user_id}}")
async def add(call: Call) -> Result:
    channel = call.channel("send_messages_in_threads")
    if channel.thread is None:
        raise Refusal(50024)
    if call.id("user_id") not in _guild(call, channel).members:
        raise Refusal(10007)
    channel.thread.members.add(call.id("user_id"))
    return 204, None


@TABLE.add("GET", "/guilds/{guild_id}/threads/active")
async def active(call: Call) -> Result:
    guild = call.world.guild(call.id("guild_id"))
    threads = [one for one in guild.channels.values() if one.thread and not one.thread.archived]
    mine = [_member(call, one) for one in threads if one.thread and call.world.bot.id in one.thread.members]
    return 200, {"threads": [payloads.thread(one) for one in threads], "members": mine, "has_more": False}
