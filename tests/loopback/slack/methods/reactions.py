"""Emoji under messages."""

import re

from tests.loopback.slack.calls import Call, method
from tests.loopback.slack.wire import Failed, Json

MOST = 23


@method("reactions.add")
async def add(call: Call) -> Json:
    call.require("reactions:write")
    channel = call.channel()
    message = call.message(channel, "timestamp")
    name = call.text("name").strip(":")
    if channel.archived:
        raise Failed("is_archived")
    if not re.fullmatch(r"[a-z0-9_+'-]+", name):
        raise Failed("invalid_name")
    users = message.reactions.get(name, [])
    if call.by.user in users:
        raise Failed("already_reacted")
    if not users and len(message.reactions) >= MOST:
        raise Failed("too_many_emoji")
    message.reactions[name] = [*users, call.by.user]
    return {}
