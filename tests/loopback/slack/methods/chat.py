"""Messages: posted, changed, taken away."""

from typing import TYPE_CHECKING

from tests.loopback.slack.blocks import kinds
from tests.loopback.slack.calls import Call, method
from tests.loopback.slack.contents import UPDATED_TEXT, Content, content
from tests.loopback.slack.shapes import message_shape
from tests.loopback.slack.wire import Failed, Json
from tests.loopback.slack.workspaces import Channel, Kind, Message

if TYPE_CHECKING:
    from tests.loopback.slack.apps import Installation
    from tests.loopback.slack.server import Slack


@method("chat.postMessage")
async def post_message(call: Call) -> Json:
    call.require("chat:write")
    channel = target(call)
    may_post(call, channel)
    said = content(call)
    thread = _thread(call, channel)
    message = post(call.slack, call.by, channel, said, thread=thread, broadcast=call.flag("reply_broadcast"))
    answer = {"channel": channel.id, "ts": message.ts, "message": message_shape(message, call.by)}
    return answer | ({"response_metadata": {"warnings": said.warnings}} if said.warnings else {})


def post(
    slack: "Slack",
    by: "Installation",
    channel: Channel,
    said: Content,
    *,
    thread: str = "",
    broadcast: bool = False,
    only: str = "",
) -> Message:
    """Put a message of the app into a conversation, or before one person's eyes."""
    message = Message(
        ts=slack.mint.ts(slack.clock.now()),
        channel=channel.id,
        user=by.user,
        text=said.text,
        blocks=said.blocks,
        metadata=said.metadata or None,
        thread_ts=thread,
        app_id=by.app.id,
        bot_id=by.bot_id,
        broadcast=broadcast,
        only=only,
    )
    (channel.ephemerals if only else channel.messages).append(message)
    if not only:
        shape = message_shape(message, by) | {"channel": channel.id, "event_ts": message.ts}
        slack.echo(by, channel, shape | {"channel_type": channel.kind.singular})
    return message


def target(call: Call) -> Channel:
    """The conversation; a person's id means the direct one with them."""
    named = call.text("channel")
    if named in call.workspace.users:
        if call.workspace.users[named].deleted:
            raise Failed("channel_not_found")
        return call.slack.direct(call.workspace, call.by.user, named)
    return call.channel()


def may_post(call: Call, channel: Channel) -> None:
    """Whether the app may write there.

    Raises:
        Failed: with Slack's own error.
    """
    if channel.archived:
        raise Failed("is_archived")
    if call.by.user not in channel.members:
        if channel.kind is Kind.PUBLIC and "chat:write.public" in call.by.scopes:
            call.by.used.add("chat:write.public")
        else:
            raise Failed("not_in_channel")
    if channel.refuses:
        raise Failed(channel.refuses)


def _thread(call: Call, channel: Channel) -> str:
    thread = str(call.args.get("thread_ts") or "")
    parent = channel.message(thread) if thread else None
    if thread and parent is None:
        raise Failed("cannot_reply_to_message")
    return (parent.thread_ts or parent.ts) if parent else ""


@method("chat.update")
async def update(call: Call) -> Json:
    call.require("chat:write")
    channel = call.channel()
    message = call.message(channel)
    if message.app_id != call.by.app.id:
        raise Failed("cant_update_message")
    if channel.archived:
        raise Failed("is_inactive")
    said = content(call, longest=UPDATED_TEXT, cut=False)
    if said.blocks and "rich_text" in kinds(message.blocks) and "rich_text" not in kinds(said.blocks):
        raise Failed("block_mismatch")
    change(message, said, now=call.slack.mint.ts(call.slack.clock.now()))
    shape = message_shape(message, call.by)
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": shape}


def change(message: Message, said: Content, *, now: str) -> None:
    """The message shows something else; metadata that is not spoken of stays."""
    message.history.append(message.text)
    message.text = said.text
    message.blocks = said.blocks
    message.edited = now
    if said.metadata is not None:
        message.metadata = said.metadata or None


@method("chat.delete")
async def delete(call: Call) -> Json:
    call.require("chat:write")
    channel = call.channel()
    message = call.message(channel)
    if message.app_id != call.by.app.id:
        raise Failed("cant_delete_message")
    channel.messages.remove(message)
    return {"channel": channel.id, "ts": message.ts}


@method("chat.postEphemeral")
async def post_ephemeral(call: Call) -> Json:
    call.require("chat:write")
    channel = call.channel()
    person = call.member()
    if channel.archived:
        raise Failed("is_archived")
    if call.by.user not in channel.members:
        raise Failed("not_in_channel")
    if person.id not in channel.members:
        raise Failed("user_not_in_channel")
    thread = _thread(call, channel)
    message = post(call.slack, call.by, channel, content(call), thread=thread, only=person.id)
    return {"message_ts": message.ts}


@method("chat.getPermalink")
async def get_permalink(call: Call) -> Json:
    channel = call.channel()
    message = call.message(channel, "message_ts")
    name = f"p{message.ts.replace('.', '')}"
    return {
        "channel": channel.id,
        "permalink": f"https://{call.workspace.domain}.slack.com/archives/{channel.id}/{name}",
    }
