"""One call of the Web API: what was asked, by whom, and the table of methods that answer."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tests.loopback.slack.apps import Installation
from tests.loopback.slack.wire import Failed, Json
from tests.loopback.slack.workspaces import Channel, Kind, Message, User, View, Workspace

if TYPE_CHECKING:
    from tests.loopback.slack.server import Slack


@dataclass(slots=True, kw_only=True)
class Call:
    """A request as it arrived."""

    slack: "Slack"
    method: str
    args: Json
    at: datetime
    verb: str = "POST"
    as_json: bool = False
    token: str = ""
    installation: Installation | None = None
    answer: Json = field(default_factory=dict)
    scopes: set[str] = field(default_factory=set)
    """What it needed and had."""
    fault: str = ""
    """What befell it on purpose."""
    reader: str = ""
    """Whom alone a `response_url` answered; empty for everybody, and for every other method."""

    @property
    def by(self) -> Installation:
        if self.installation is None:
            raise Failed("not_authed")
        return self.installation

    @property
    def workspace(self) -> Workspace:
        return self.by.workspace

    def given(self, name: str, default: Any = None) -> Any:
        """An argument; JSON inside a form is read."""
        value = self.args.get(name, default)
        if isinstance(value, str) and name in _STRUCTURED:
            try:
                return json.loads(value)
            except ValueError:
                raise Failed("invalid_arguments", detail=f"{name} is no JSON") from None
        return value

    def text(self, name: str) -> str:
        """A required argument."""
        value = self.args.get(name)
        if value in (None, ""):
            raise Failed(
                "invalid_arguments", response_metadata={"messages": [f"[ERROR] missing required field: {name}"]}
            )
        return str(value)

    def flag(self, name: str) -> bool:
        return str(self.args.get(name, "")).lower() in {"1", "true"}

    def require(self, *scopes: str) -> None:
        """One of these scopes must have been granted; what is used is written down.

        Raises:
            Failed: `missing_scope`.
        """
        held = [scope for scope in scopes if scope in self.by.scopes]
        if not held:
            raise Failed("missing_scope", needed=scopes[0], provided=",".join(sorted(self.by.scopes)))
        self.by.used.add(held[0])
        self.scopes.add(held[0])

    def channel(self, name: str = "channel", *, scope: str = "") -> Channel:
        """The conversation an argument names; `scope` is what its kind is put before: `history`, `read`."""
        found = self.workspace.channels.get(self.text(name))
        hidden = found and found.kind is not Kind.PUBLIC and self.by.user not in found.members
        if found is None or found.deleted or hidden:
            raise Failed("channel_not_found")
        if scope:
            self.require(f"{found.kind}:{scope}")
        return found

    def message(self, channel: Channel, name: str = "ts") -> Message:
        found = channel.message(self.text(name))
        if found is None:
            raise Failed("message_not_found")
        return found

    def member(self, name: str = "user") -> User:
        found = self.workspace.users.get(self.text(name))
        if found is None:
            raise Failed("user_not_found")
        return found

    def view(self) -> View:
        found = self.workspace.view(str(self.args.get("view_id") or self.text("external_id")))
        if found is None:
            raise Failed("not_found")
        return found


_STRUCTURED = {"blocks", "metadata", "view", "attachments", "files", "message", "file_ids"}

Run = Callable[[Call], Awaitable[Json]]
METHODS: dict[str, Run] = {}


def method(name: str) -> Callable[[Run], Run]:
    """The function behind a method of the Web API."""

    def named(run: Run) -> Run:
        METHODS[name] = run
        return run

    return named
