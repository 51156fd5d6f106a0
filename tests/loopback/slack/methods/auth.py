"""Who a token belongs to, and an address for a socket."""

from tests.loopback.slack.calls import Call, method
from tests.loopback.slack.wire import Json


@method("auth.test")
async def auth_test(call: Call) -> Json:
    by = call.by
    return {
        "url": f"https://{by.workspace.domain}.slack.com/",
        "team": by.workspace.name,
        "user": by.workspace.users[by.user].name,
        "team_id": by.workspace.id,
        "user_id": by.user,
        "bot_id": by.bot_id,
        "is_enterprise_install": False,
    }


@method("apps.connections.open")
async def connections_open(call: Call) -> Json:
    return {"url": call.slack.links.ticket()}
