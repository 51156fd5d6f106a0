"""How Slack writes its things down."""

from tests.loopback.slack.apps import Installation
from tests.loopback.slack.wire import Json
from tests.loopback.slack.workspaces import ELSEWHERE, Channel, Kind, Message, User, View, Workspace


def message_shape(message: Message, by: Installation | None = None, *, metadata: bool = True) -> Json:
    """A message as messages, events and payloads carry it."""
    shape: Json = {"type": "message", "user": message.user, "text": message.text, "ts": message.ts}
    if by and message.app_id:
        shape |= {"bot_id": message.bot_id, "app_id": message.app_id, "team": by.workspace.id}
    if message.subtype:
        shape["subtype"] = message.subtype
    if message.blocks:
        shape["blocks"] = message.blocks
    if message.thread_ts:
        shape["thread_ts"] = message.thread_ts
    if message.edited:
        shape["edited"] = {"user": message.user, "ts": message.edited}
    if message.reactions:
        shape["reactions"] = [
            {"name": name, "users": users, "count": len(users)} for name, users in message.reactions.items()
        ]
    if message.files:
        shape["files"] = message.files
    if metadata and message.metadata:
        shape["metadata"] = message.metadata
    return shape


def user_shape(user: User, workspace: Workspace, *, offset: int, locale: bool = False) -> Json:
    """A member as users.info gives them; `offset` is their zone's, in seconds, now."""
    shape: Json = {
        "id": user.id,
        "team_id": ELSEWHERE if user.stranger else workspace.id,
        "name": user.name,
        "deleted": user.deleted,
        "real_name": user.real_name,
        "profile": {
            "real_name": user.real_name,
            "display_name": user.name,
            "real_name_normalized": user.real_name,
            "display_name_normalized": user.name,
            "team": workspace.id,
        },
        "is_admin": user.admin,
        "is_owner": user.owner,
        "is_primary_owner": False,
        "is_restricted": user.guest,
        "is_ultra_restricted": False,
        "is_bot": user.bot,
        "is_app_user": False,
        "updated": 1_700_000_000,
    }
    if user.tz and not user.deleted:
        shape |= {"tz": user.tz, "tz_label": user.tz, "tz_offset": offset}
    if user.stranger and not any(user.id in one.members for one in workspace.channels.values()):
        shape["is_stranger"] = True  # whoever shares a channel with the app is none, says Slack
    if locale:
        shape["locale"] = user.locale
    return shape


def channel_shape(channel: Channel, workspace: Workspace, *, member: str) -> Json:
    """A conversation as conversations.info gives it to `member`."""
    shape: Json = {
        "id": channel.id,
        "created": 1_700_000_000,
        "is_archived": channel.archived,
        "is_channel": channel.kind is Kind.PUBLIC,
        "is_group": channel.kind is Kind.PRIVATE,
        "is_im": channel.kind is Kind.DIRECT,
        "is_mpim": channel.kind is Kind.GROUP,
        "is_private": channel.kind is not Kind.PUBLIC,
        "is_org_shared": False,
        "is_ext_shared": channel.shared,
        "is_shared": channel.shared,
        "context_team_id": workspace.id,
    }
    if channel.kind is Kind.DIRECT:
        return shape | {"user": next(iter(channel.members - {member}), member)}
    return shape | {
        "name": channel.name,
        "name_normalized": channel.name,
        "is_general": channel.name == "general",
        "is_member": member in channel.members,
        "num_members": len(channel.members),
        "is_read_only": "read_only" in channel.refuses,
        "is_thread_only": "thread_only" in channel.refuses,
        "topic": {"value": "", "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
    }


def view_shape(view: View, by: Installation) -> Json:
    """A view as answers and payloads carry it."""
    absent = {"submit": None, "close": None} if view.content["type"] == "modal" else {}
    defaults = {
        "callback_id": "",
        "private_metadata": "",
        "external_id": "",
        "clear_on_close": False,
        "notify_on_close": False,
    }
    return {
        **defaults,
        **absent,
        **view.content,
        "id": view.id,
        "team_id": by.workspace.id,
        "app_id": by.app.id,
        "app_installed_team_id": by.workspace.id,
        "bot_id": by.bot_id,
        "hash": view.hash,
        "root_view_id": view.root,
        "previous_view_id": view.previous,
        "state": {"values": state_shape(view.values)},
    }


def state_shape(values: dict[tuple[str, str], Json]) -> Json:
    """What was filled in or chosen, by block and then by action."""
    state: Json = {}
    for (block_id, action_id), value in values.items():
        state.setdefault(block_id, {})[action_id] = value
    return state
