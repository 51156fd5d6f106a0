"""The judge of manifests accepts a good one, and catches each planted mistake."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from tests.loopback.slack.judges.documents import needs_documents
from tests.loopback.slack.judges.manifests import manifest_objections

GOOD: dict[str, Any] = {
    "display_information": {"name": "quizzy", "description": "A question a day"},
    "features": {
        "bot_user": {"display_name": "quizzy", "always_online": True},
        "slash_commands": [{"command": "/quiz", "description": "The question", "should_escape": True}],
        "shortcuts": [{"name": "Suggest", "type": "message", "callback_id": "suggest", "description": "A question"}],
    },
    "oauth_config": {"scopes": {"bot": ["commands", "chat:write", "app_mentions:read"]}},
    "settings": {
        "event_subscriptions": {"bot_events": ["app_mention", "app_home_opened"]},
        "interactivity": {"is_enabled": True},
        "socket_mode_enabled": True,
    },
}

OURS: dict[str, Callable[[Any], object]] = {
    "an event without its scope": lambda m: m["settings"]["event_subscriptions"]["bot_events"].append("message.im"),
    "commands without their scope": lambda m: m["oauth_config"]["scopes"]["bot"].remove("commands"),
    "events that cannot be delivered": lambda m: m["settings"].update(socket_mode_enabled=False),
    "no bot": lambda m: m["features"].pop("bot_user"),
    "a command twice": lambda m: m["features"]["slash_commands"].append(m["features"]["slash_commands"][0]),
    "six message shortcuts": lambda m: m["features"].update(shortcuts=m["features"]["shortcuts"] * 6),
}

SLACKS: dict[str, Callable[[Any], object]] = {
    "a name of 36": lambda m: m["display_information"].update(name="x" * 36),
    "no name": lambda m: m["display_information"].pop("name"),
    "a command without its slash": lambda m: m["features"]["slash_commands"][0].update(command="quiz"),
    "a key nobody knows": lambda m: m["settings"].update(sockets=True),
    "a shortcut of a kind nobody knows": lambda m: m["features"]["shortcuts"][0].update(type="local"),
}


def objections(plant: Callable[[Any], object]) -> list[str]:
    manifest = copy.deepcopy(GOOD)
    plant(manifest)
    return manifest_objections(manifest)


def test_a_good_manifest_is_accepted() -> None:
    assert manifest_objections(GOOD) == []


@pytest.mark.parametrize("name", OURS)
def test_each_mistake_is_caught(name: str) -> None:
    assert objections(OURS[name]) != []


@needs_documents
@pytest.mark.parametrize("name", SLACKS)
def test_each_mistake_against_the_schema_is_caught(name: str) -> None:
    assert objections(SLACKS[name]) != []
