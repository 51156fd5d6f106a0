"""Messages of a channel, and the channel itself."""

from datetime import timedelta

from tests.loopback.discord import messages, payloads
from tests.loopback.discord.entities import Channel, ChannelType, Message
from tests.loopback.discord.errors import Json, Refusal
from tests.loopback.discord.permissions import allows
from tests.loopback.discord.rest.calls import TABLE, Call, Result

_CHANNEL = "/channels/{channel_id}"
_MESSAGES = f"{_CHANNEL}/messages"
_MESSAGE = f"{_MESSAGES}/{{message_id}}"
NONCE_WINDOW = timedelta(minutes=3)
"""Discord says "the past few minutes"."""


@TABLE.add("POST", _MESSAGES)
async def send(call: Call) -> Result:
    """Send a message; a nonce enforced a second time returns the first message, 10008 when that is deleted."""
    channel, body = call.channel(), call.form()
    may_send(call, channel, body)
    key = (channel.id, str(body.get("nonce")))
    if body.get("enforce_nonce") and (known := _known(call, key)):
        return 200, call.world.message_payload(known)
    message = messages.create(call.world, channel, call.world.bot, body, call.uploads)
    if body.get("nonce") is not None:
        call.server.nonces[key] = message
    return 200, call.world.message_payload(message) | ({"nonce": body["nonce"]} if body.get("nonce") else {})


def _known(call: Call, key: tuple[int, str]) -> Message | None:
    message = call.server.nonces.get(key)
    if message is None or call.world.timeline.now() - message.sent > NONCE_WINDOW:
        return None
    if message.id not in call.world.channel(key[0]).messages:
        raise Refusal(10008)
    return message


def may_send(call: Call, channel: Channel, body: Json) -> None:
    """Refuse what the bot may not send here: 40058, 50001, 50007, 50008, 50013, 50083."""
    if channel.kind is ChannelType.FORUM:
        raise Refusal(40058)
    if channel.kind is ChannelType.CATEGORY:
        raise Refusal(50008)
    if channel.recipient and channel.recipient.closed:
        raise Refusal(50007)
    if channel.thread and channel.thread.archived and channel.thread.locked:
        raise Refusal(50083)
    call.require(channel, "send_messages_in_threads" if channel.thread else "send_messages")
    held = call.world.can(call.world.bot, channel)
    if call.uploads and not allows(held, "attach_files"):
        raise Refusal(50013)
    if body.get("embeds") and not allows(held, "embed_links"):
        raise Refusal(50013)


@TABLE.add("GET", _MESSAGES)
async def history(call: Call) -> Result:
    """Newest first, 50 by default; empty without permission to read the history."""
    channel = call.channel()
    if not allows(call.world.can(call.world.bot, channel), "read_message_history"):
        return 200, []
    limit = int(call.query.get("limit", 50))
    shown = [one for one in channel.messages.values() if one.viewer is None]
    shown.sort(key=lambda one: one.id, reverse=True)
    if "before" in call.query:
        shown = [one for one in shown if one.id < int(call.query["before"])]
    if "after" in call.query:
        after = [one for one in shown if one.id > int(call.query["after"])]
        return 200, [call.world.message_payload(one) for one in after[-limit:]]
    if "around" in call.query:
        middle = int(call.query["around"])
        shown.sort(key=lambda one: abs(one.id - middle))
        shown = sorted(shown[:limit], key=lambda one: one.id, reverse=True)
    return 200, [call.world.message_payload(one) for one in shown[:limit]]


def _message(call: Call, *needs: str) -> Message:
    return call.world.message(call.channel(*needs), call.id("message_id"))


@TABLE.add("GET", _MESSAGE)
async def read(call: Call) -> Result:
    return 200, call.world.message_payload(_message(call, "read_message_history"))


@TABLE.add("PATCH", _MESSAGE)
async def edit(call: Call) -> Result:
    """Edit an own message; an archived thread refuses (50083)."""
    message = _message(call)
    if message.author is not call.world.bot:
        raise Refusal(50005)
    thread = call.world.channel(message.channel_id).thread
    if thread and thread.archived:
        raise Refusal(50083)
    messages.edit(call.world, message, call.form(), call.uploads)
    return 200, call.world.message_payload(message)


@TABLE.add("DELETE", _MESSAGE)
async def delete(call: Call) -> Result:
    message = _message(call)
    if message.author is not call.world.bot:
        call.channel("manage_messages")
    messages.delete(call.world, message)
    return 204, None


@TABLE.add("PUT", f"{_MESSAGE}/reactions/{{emoji_name}}/@me")
async def react(call: Call) -> Result:
    message = _message(call, "read_message_history")
    emoji = call.params["emoji_name"]
    if emoji not in message.reactions:
        call.channel("add_reactions")
    message.reactions.setdefault(emoji, set()).add(call.world.bot.id)
    call.world.tell.reaction("MESSAGE_REACTION_ADD", message, emoji, call.world.bot)
    return 204, None


@TABLE.add("DELETE", f"{_MESSAGE}/reactions/{{emoji_name}}/@me")
async def unreact(call: Call) -> Result:
    message = _message(call)
    emoji = call.params["emoji_name"]
    message.reactions.get(emoji, set()).discard(call.world.bot.id)
    call.world.tell.reaction("MESSAGE_REACTION_REMOVE", message, emoji, call.world.bot)
    return 204, None


@TABLE.add("PUT", f"{_MESSAGES}/pins/{{message_id}}")
@TABLE.add("PUT", f"{_CHANNEL}/pins/{{message_id}}")
async def pin(call: Call) -> Result:
    message = _message(call, "manage_messages")
    message.pinned = True
    call.world.tell.message("MESSAGE_UPDATE", message)
    return 204, None


@TABLE.add("POST", f"{_CHANNEL}/typing")
async def typing(call: Call) -> Result:
    call.channel("send_messages")
    return 204, None


@TABLE.add("GET", _CHANNEL)
async def channel(call: Call) -> Result:
    return 200, payloads.channel(call.channel())


@TABLE.add("PATCH", _CHANNEL)
async def change(call: Call) -> Result:
    """Rename a channel, change its topic; archive, lock or rename a thread."""
    one, body = call.channel(), call.form()
    if one.thread:
        if one.thread.owner_id != call.world.bot.id or "locked" in body:
            call.require(one, "manage_threads")
        one.thread.archived = bool(body.get("archived", one.thread.archived))
        one.thread.locked = bool(body.get("locked", one.thread.locked))
        one.thread.auto_archive = body.get("auto_archive_duration", one.thread.auto_archive)
        one.thread.tags = [int(tag) for tag in body.get("applied_tags", one.thread.tags)]
    else:
        call.require(one, "manage_channels")
        one.topic = body.get("topic", one.topic)
    one.name = body.get("name", one.name)
    call.world.tell.channel("THREAD_UPDATE" if one.thread else "CHANNEL_UPDATE", one)
    return 200, payloads.channel(one)


@TABLE.add("DELETE", _CHANNEL)
async def remove(call: Call) -> Result:
    one = call.channel()
    call.require(one, "manage_threads" if one.thread else "manage_channels")
    guild = call.world.guild_of(one)
    if guild is None:
        raise Refusal(50003)
    told = payloads.channel(one)
    guild.remove_channel(one)
    return 200, told
