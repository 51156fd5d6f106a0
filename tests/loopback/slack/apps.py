"""The app as Slack knows it, and its installations."""

from dataclasses import dataclass, field
from typing import Any, Self

from tests.loopback.slack.wire import Json
from tests.loopback.slack.workspaces import Workspace

SCOPES = frozenset(
    {
        "app_mentions:read",
        "channels:history",
        "channels:read",
        "chat:write",
        "commands",
        "files:read",
        "files:write",
        "groups:history",
        "groups:read",
        "im:history",
        "im:write",
        "reactions:write",
        "team:read",
        "usergroups:read",
        "users:read",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcut:
    """An entry of the shortcuts menu (`global`) or of a message's menu (`message`)."""

    name: str
    kind: str
    callback_id: str


@dataclass(slots=True, kw_only=True)
class App:
    """What the app's configuration page holds."""

    id: str = "A0ASKLING1"
    name: str = "askling"
    app_token: str = "xapp-1-A0ASKLING1-loopback"
    signing_secret: str = "loopback-signing-secret"
    client_id: str = "1000.2000"
    client_secret: str = "loopback-client-secret"
    scopes: frozenset[str] = SCOPES
    commands: frozenset[str] = frozenset({"/quiz"})
    escapes: bool = False
    """Whether names in the text of commands become ids (`should_escape`)."""
    shortcuts: tuple[Shortcut, ...] = ()
    events: frozenset[str] = frozenset({"app_home_opened", "app_mention", "message.im"})
    request_url: str = ""
    """Where deliveries are posted; empty for Socket Mode."""

    @classmethod
    def of(cls, manifest: Json, **more: Any) -> Self:
        """The app a manifest makes; only what the manifest asks for is delivered or allowed."""
        features = manifest.get("features", {})
        settings = manifest.get("settings", {})
        return cls(
            name=manifest["display_information"]["name"],
            scopes=frozenset(manifest.get("oauth_config", {}).get("scopes", {}).get("bot", [])),
            commands=frozenset(one["command"] for one in features.get("slash_commands", [])),
            escapes=any(one.get("should_escape") for one in features.get("slash_commands", [])),
            shortcuts=tuple(
                Shortcut(name=one["name"], kind=one["type"], callback_id=one["callback_id"])
                for one in features.get("shortcuts", [])
            ),
            events=frozenset(settings.get("event_subscriptions", {}).get("bot_events", [])),
            **more,
        )


@dataclass(slots=True, kw_only=True)
class Installation:
    """The app in a workspace."""

    app: App
    workspace: Workspace
    token: str
    scopes: frozenset[str]
    user: str
    """The bot's own user id."""
    bot_id: str
    dead: str = ""
    """The error its token gives: `token_revoked`, `account_inactive`, `token_expired` ..."""
    used: set[str] = field(default_factory=set)
    """Scopes that calls really needed."""
    refresh_token: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """What a code stands for."""

    installation: Installation
    person: str
