"""Conversations and what was said in them."""

from typing import TypeVar

from tests.loopback.slack.calls import Call, method
from tests.loopback.slack.shapes import channel_shape, message_shape
from tests.loopback.slack.wire import Failed, Json
from tests.loopback.slack.workspaces import Channel, Message

T = TypeVar("T")

MOST = 999


@method("conversations.info")
async def info(call: Call) -> Json:
    channel = call.channel(scope="read")
    shape = channel_shape(channel, call.workspace, member=call.by.user)
    if not call.flag("include_num_members"):
        shape.pop("num_members", None)
    return {"channel": shape}


@method("conversations.open")
async def open_conversation(call: Call) -> Json:
    if call.args.get("channel"):
        return {"channel": {"id": call.channel().id}}
    users = [one for one in str(call.args.get("users") or "").split(",") if one]
    if not users:
        raise Failed("users_list_not_supplied")
    if any(user not in call.workspace.users for user in users):
        raise Failed("user_not_found")
    if any(call.workspace.users[user].deleted for user in users):
        raise Failed("user_disabled")
    call.require("mpim:write" if len(users) > 1 else "im:write")
    if len(users) > 1:
        raise Failed("too_many_users")
    known = call.workspace.direct(call.by.user, users[0])
    channel = call.slack.direct(call.workspace, call.by.user, users[0])
    return {"channel": {"id": channel.id}} | ({"no_op": True, "already_open": True} if known else {})


@method("conversations.members")
async def members(call: Call) -> Json:
    channel = call.channel(scope="read")
    shown, after = page(call, sorted(channel.members), 100)
    return {"members": shown, "response_metadata": {"next_cursor": after}}


@method("conversations.history")
async def history(call: Call) -> Json:
    channel = call.channel(scope="history")
    if call.by.user not in channel.members:
        raise Failed("not_in_channel")
    visible = [one for one in channel.messages if not one.thread_ts or one.broadcast]
    return _messages(call, channel, [one for one in reversed(visible) if _between(call, one)])


@method("conversations.replies")
async def replies(call: Call) -> Json:
    channel = call.channel(scope="history")
    ts = call.text("ts")
    parent = channel.message(ts)
    if parent is None:
        raise Failed("thread_not_found")
    below = [one for one in channel.messages if one.thread_ts == ts and _between(call, one)]
    return _messages(call, channel, [parent, *below])


def _between(call: Call, message: Message) -> bool:
    oldest, latest = str(call.args.get("oldest") or "0"), str(call.args.get("latest") or "9999999999")
    if call.flag("inclusive"):
        return float(oldest) <= float(message.ts) <= float(latest)
    return float(oldest) < float(message.ts) < float(latest)


def _messages(call: Call, channel: Channel, found: list[Message]) -> Json:
    shown, after = page(call, found, 100)
    shapes = [_threaded(channel, message_shape(m, call.by, metadata=call.flag("include_all_metadata"))) for m in shown]
    answer: Json = {"messages": shapes, "has_more": bool(after), "pin_count": 0}
    return answer | ({"response_metadata": {"next_cursor": after}} if after else {})


def _threaded(channel: Channel, shape: Json) -> Json:
    below = [one for one in channel.messages if one.thread_ts == shape["ts"]]
    if not below:
        return shape
    return shape | {"thread_ts": shape["ts"], "reply_count": len(below), "latest_reply": below[-1].ts}


def page(call: Call, found: list[T], default: int) -> tuple[list[T], str]:
    """The part of a listing a call asks for, and the cursor of the next one."""
    try:
        start = int(str(call.args.get("cursor") or "c:0").removeprefix("c:"))
        limit = min(MOST, int(call.args.get("limit") or default))
    except ValueError:
        raise Failed("invalid_cursor") from None
    rest = len(found) - start - limit
    return found[start : start + limit], f"c:{start + limit}" if rest > 0 else ""
