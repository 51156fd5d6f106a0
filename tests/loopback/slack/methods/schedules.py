"""Messages for later. Ours never schedules at Slack; the method is here to show that it knows its limits."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from tests.loopback.slack.calls import Call, method
from tests.loopback.slack.contents import Content, content
from tests.loopback.slack.methods.chat import may_post, post, target
from tests.loopback.slack.wire import Failed, Json
from tests.loopback.slack.workspaces import Channel

FURTHEST = timedelta(days=120)
TOO_MANY = 30
WINDOW = 300


@method("chat.scheduleMessage")
async def schedule(call: Call) -> Json:
    call.require("chat:write")
    channel = target(call)
    may_post(call, channel)
    try:
        at = datetime.fromtimestamp(int(call.text("post_at")), UTC)
    except ValueError:
        raise Failed("invalid_time") from None
    now = call.slack.clock.now()
    if at <= now:
        raise Failed("time_in_past")
    if at - now > FURTHEST:
        raise Failed("time_too_far")
    slot = (channel.id, int(at.timestamp()) // WINDOW)
    if call.slack.scheduled[slot] >= TOO_MANY:
        raise Failed("restricted_too_many")
    call.slack.scheduled += Counter([slot])
    said, name = content(call), call.slack.mint.id("Q")
    call.slack.start(_later(call, channel, said, at))
    return {"channel": channel.id, "scheduled_message_id": name, "post_at": int(at.timestamp())}


async def _later(call: Call, channel: Channel, said: Content, at: datetime) -> None:
    await call.slack.clock.sleep_until(at)
    post(call.slack, call.by, channel, said)
    call.slack.changes.tell()
