"""Views as Slack keeps them: opened, stacked, replaced; used by views.* and by answers to a submission alike."""

import copy
import json
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from tests.loopback.slack.blocks import controls, filled
from tests.loopback.slack.forms import initial
from tests.loopback.slack.judges.rules import unsupported, view_mistakes
from tests.loopback.slack.wire import STACK, Failed, Json
from tests.loopback.slack.workspaces import View, Workspace

if TYPE_CHECKING:
    from tests.loopback.slack.server import Slack

LARGEST = 250_000


def checked(content: object, kind: str, unknown: AbstractSet[str] = frozenset()) -> Json:
    """The view, when Slack would take it.

    Raises:
        Failed: with Slack's own error.
    """
    if not isinstance(content, dict) or content.get("type") != kind:
        raise Failed("invalid_arguments", response_metadata={"messages": [f"[ERROR] view must be a {kind}"]})
    if len(json.dumps(content)) > LARGEST:
        raise Failed("view_too_large")
    if mistakes := unsupported(content.get("blocks") or [], unknown) or view_mistakes(content):
        told = [f"[ERROR] {mistake}" for mistake in mistakes]
        raise Failed("invalid_arguments", response_metadata={"messages": told})
    return content


def opened(slack: "Slack", workspace: Workspace, content: Json, user: str) -> View:
    """A modal in front of a person, whatever was there before."""
    view = made(slack, workspace, content, user)
    workspace.stacks[user] = [view]
    return view


def pushed(slack: "Slack", workspace: Workspace, content: Json, user: str) -> View:
    """A modal above the open ones.

    Raises:
        Failed: `push_limit_reached`, or `not_found` when nothing is open.
    """
    stack = workspace.stacks.get(user) or []
    if not stack:
        raise Failed("not_found")
    if len(stack) >= STACK:
        raise Failed("push_limit_reached")
    view = made(slack, workspace, content, user)
    view.root, view.previous = stack[0].id, stack[-1].id
    stack.append(view)
    return view


def replaced(slack: "Slack", workspace: Workspace, view: View, content: Json) -> None:
    """The view shows something else; what was typed stays where block_id and action_id stay."""
    unique(workspace, content, view)
    view.content = _kept(slack, content)
    view.hash = slack.mint.secret("hash")
    view.values = {key: view.values.get(key, value) for key, value in _values(view.content).items()}
    view.errors = {}


def made(slack: "Slack", workspace: Workspace, content: Json, user: str) -> View:
    """A view nobody sees yet."""
    unique(workspace, content)
    kept, name = _kept(slack, content), slack.mint.id("V")
    return View(id=name, content=kept, user=user, hash=slack.mint.secret("hash"), root=name, values=_values(kept))


def unique(workspace: Workspace, content: Json, view: View | None = None) -> None:
    """No other view has this external_id.

    Raises:
        Failed: `duplicate_external_id`.
    """
    name = content.get("external_id")
    known = workspace.view(name) if name else None
    if known and known is not view:
        raise Failed("duplicate_external_id")


def _kept(slack: "Slack", content: Json) -> Json:
    kept = copy.deepcopy(content)
    filled(kept.setdefault("blocks", []), slack.mint)
    return kept


def _values(content: Json) -> dict[tuple[str, str], Json]:
    return {control.key: value for control in controls(content["blocks"]) if (value := initial(control.element))}
