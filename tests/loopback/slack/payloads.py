"""What Slack sends the app, field by field."""

from typing import TYPE_CHECKING

from tests.loopback.slack.apps import Installation
from tests.loopback.slack.shapes import view_shape
from tests.loopback.slack.wire import Json
from tests.loopback.slack.workspaces import ELSEWHERE, Channel, Kind, User, View

if TYPE_CHECKING:
    from tests.loopback.slack.server import Slack


_NAMES = {Kind.DIRECT: "directmessage", Kind.PRIVATE: "privategroup", Kind.GROUP: "mpdm"}
"""What a command says in place of a name that is nobody's business."""


def _who(by: Installation, user: User) -> Json:
    workspace = by.workspace
    team = ELSEWHERE if user.stranger else workspace.id
    return {
        "team": {"id": workspace.id, "domain": workspace.domain},
        "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": team},
        "api_app_id": by.app.id,
        "token": "legacy-verification-token",
        "enterprise": None,
        "is_enterprise_install": False,
    }


def _where(channel: Channel) -> Json:
    return {"id": channel.id, "name": channel.name}


def command(by: Installation, user: User, channel: Channel, *, name: str, text: str, trigger: str, url: str) -> Json:
    """A slash command."""
    return {
        "token": "legacy-verification-token",
        "team_id": by.workspace.id,
        "team_domain": by.workspace.domain,
        "channel_id": channel.id,
        "channel_name": _NAMES.get(channel.kind, channel.name),
        "user_id": user.id,
        "user_name": user.name,
        "command": name,
        "text": text,
        "api_app_id": by.app.id,
        "is_enterprise_install": "false",
        "response_url": url,
        "trigger_id": trigger,
    }


def message_actions(
    by: Installation, user: User, channel: Channel, message: Json, *, ephemeral: bool, state: Json, **more: object
) -> Json:
    """block_actions on a message; `more` brings actions, trigger_id and response_url."""
    container = {"type": "message", "message_ts": message["ts"], "channel_id": channel.id, "is_ephemeral": ephemeral}
    if message.get("thread_ts"):
        container["thread_ts"] = message["thread_ts"]
    return {
        "type": "block_actions",
        **_who(by, user),
        "container": container,
        "channel": _where(channel),
        # An ephemeral message is not repeated to the app.
        **({} if ephemeral else {"message": message}),
        "state": {"values": state},
        **more,
    }


def view_actions(by: Installation, user: User, view: View, **more: object) -> Json:
    """block_actions on a modal or the home."""
    return {
        "type": "block_actions",
        **_who(by, user),
        "container": {"type": "view", "view_id": view.id},
        "view": view_shape(view, by),
        **more,
    }


def submission(by: Installation, user: User, view: View, *, trigger: str) -> Json:
    """view_submission."""
    return {
        "type": "view_submission",
        **_who(by, user),
        "trigger_id": trigger,
        "view": view_shape(view, by),
        "response_urls": [],
    }


def closed(by: Installation, user: User, view: View, *, cleared: bool) -> Json:
    """view_closed."""
    return {"type": "view_closed", **_who(by, user), "view": view_shape(view, by), "is_cleared": cleared}


def shortcut(by: Installation, user: User, **more: object) -> Json:
    """A global shortcut; `more` brings callback_id, trigger_id and action_ts."""
    return {"type": "shortcut", **_who(by, user), **more}


def message_shortcut(by: Installation, user: User, channel: Channel, message: Json, **more: object) -> Json:
    """A message shortcut; `more` brings callback_id, trigger_id, response_url and action_ts."""
    return {
        "type": "message_action",
        **_who(by, user),
        "channel": _where(channel),
        "message_ts": message["ts"],
        "message": message,
        **more,
    }


def event(slack: "Slack", by: Installation, inner: Json) -> Json:
    """An event in its envelope of the Events API."""
    return {
        "token": "legacy-verification-token",
        "team_id": by.workspace.id,
        "context_team_id": by.workspace.id,
        "context_enterprise_id": None,
        "api_app_id": by.app.id,
        "event": inner,
        "type": "event_callback",
        "event_id": slack.mint.id("Ev"),
        "event_time": int(slack.clock.now().timestamp()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": by.workspace.id,
                "user_id": by.user,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
        "event_context": slack.mint.id("4-"),
    }
