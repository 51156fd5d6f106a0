"""Who is there."""

from zoneinfo import ZoneInfo

from tests.loopback.slack.calls import Call, method
from tests.loopback.slack.methods.conversations import page
from tests.loopback.slack.shapes import user_shape
from tests.loopback.slack.wire import Failed, Json
from tests.loopback.slack.workspaces import User


def _shape(call: Call, user: User) -> Json:
    offset = call.slack.clock.now().astimezone(ZoneInfo(user.tz or "UTC")).utcoffset()
    seconds = int(offset.total_seconds()) if offset else 0
    return user_shape(user, call.workspace, offset=seconds, locale=call.flag("include_locale"))


@method("users.info")
async def info(call: Call) -> Json:
    call.require("users:read")
    return {"user": _shape(call, call.member())}


@method("users.list")
async def everybody(call: Call) -> Json:
    call.require("users:read")
    shown, after = page(call, list(call.workspace.users.values()), 1000)
    return {"members": [_shape(call, user) for user in shown], "response_metadata": {"next_cursor": after}}


@method("usergroups.users.list")
async def group(call: Call) -> Json:
    call.require("usergroups:read")
    users = call.workspace.groups.get(call.text("usergroup"))
    if users is None:
        raise Failed("no_such_subteam")
    return {"users": users}


@method("team.info")
async def team(call: Call) -> Json:
    call.require("team:read")
    workspace = call.workspace
    return {
        "team": {
            "id": workspace.id,
            "name": workspace.name,
            "domain": workspace.domain,
            "email_domain": "",
            "url": f"https://{workspace.domain}.slack.com/",
        }
    }
