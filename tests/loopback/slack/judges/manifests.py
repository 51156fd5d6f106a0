"""The judge of an app manifest: Slack's schema, when it is at hand, and what a schema cannot say."""

from collections import Counter

import jsonschema_rs

from tests.loopback.slack.judges.documents import document
from tests.loopback.slack.wire import Json

NEEDS = {
    "app_mention": "app_mentions:read",
    "channel_archive": "channels:read",
    "channel_deleted": "channels:read",
    "channel_rename": "channels:read",
    "group_archive": "groups:read",
    "group_deleted": "groups:read",
    "group_rename": "groups:read",
    "member_joined_channel": "channels:read",
    "member_left_channel": "channels:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "message.mpim": "mpim:history",
    "reaction_added": "reactions:read",
    "team_join": "users:read",
    "user_change": "users:read",
}
"""Events and the scope each needs; others need none."""


def manifest_objections(manifest: Json) -> list[str]:
    """Everything Slack would say at *Create from manifest*, in words."""
    return [*_schema(manifest), *_events(manifest), *_commands(manifest)]


def _schema(manifest: Json) -> list[str]:
    schema = document("manifest.schema.2.0.0.json")
    if schema is None:
        return []
    validator = jsonschema_rs.Draft7Validator(schema)
    return [
        f"{'/'.join(map(str, error.instance_path))}: {error.message[:300]}" for error in validator.iter_errors(manifest)
    ]


def _events(manifest: Json) -> list[str]:
    settings = manifest.get("settings", {})
    events = settings.get("event_subscriptions", {}).get("bot_events", [])
    scopes = set(manifest.get("oauth_config", {}).get("scopes", {}).get("bot", []))
    told = [
        f"the event {one} needs the scope {NEEDS[one]}" for one in events if NEEDS.get(one, "") not in {"", *scopes}
    ]
    if events and not settings.get("socket_mode_enabled") and not settings["event_subscriptions"].get("request_url"):
        told.append("events need Socket Mode or a request_url")
    return told


def _commands(manifest: Json) -> list[str]:
    features = manifest.get("features", {})
    scopes = manifest.get("oauth_config", {}).get("scopes", {}).get("bot", [])
    commands, shortcuts = features.get("slash_commands", []), features.get("shortcuts", [])
    told = (
        ["commands and shortcuts need the scope commands"] if commands + shortcuts and "commands" not in scopes else []
    )
    if not features.get("bot_user"):
        told.append("scopes of a bot need a bot_user")
    twice = [name for name, count in Counter(one["command"] for one in commands).items() if count > 1]
    told += [f"the command {name} is there twice" for name in twice]
    if sum(1 for one in shortcuts if one["type"] == "message") > 5 or len(shortcuts) > 10:
        told.append("at most ten shortcuts, five of them on messages")
    return told
