"""Application commands: what may be registered, and what Discord makes of it."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tests.loopback.discord.errors import Json, Refusal, form
from tests.loopback.discord.rules import Problems, between

if TYPE_CHECKING:
    from tests.loopback.discord.world import World

CHAT, USER, MESSAGE = 1, 2, 3
SUBCOMMAND, GROUP, STRING, INTEGER, BOOLEAN = 1, 2, 3, 4, 5
MOST = {CHAT: 100, USER: 15, MESSAGE: 15}
_NAME = re.compile(r"[-_'\w]{1,32}")


def stored(world: "World", wanted: Sequence[Json], known: Sequence[Json], scope: int) -> list[Json]:
    """Commands as they are kept after a bulk overwrite.

    Args:
        scope: 0 for everywhere, else the guild's id.

    Raises:
        Refusal: 50035 or 30032.
    """
    problems = {f"{index}.{path}": told for index, one in enumerate(wanted) for path, told in _command(one).items()}
    if problems:
        raise form(problems)
    for kind, most in MOST.items():
        if sum(one.get("type", CHAT) == kind for one in wanted) > most:
            raise Refusal(30032)
    ids = {(one["type"], one["name"]): one for one in known}
    return [_kept(world, one, ids.get((one.get("type", CHAT), one["name"])), scope) for one in wanted]


def _kept(world: "World", one: Json, before: Json | None, scope: int) -> Json:
    told: Json = {
        "type": CHAT,
        "description": "",
        "default_member_permissions": None,
        "name_localizations": None,
        "description_localizations": None,
        "contexts": None,
        "nsfw": False,
        **{key: value for key, value in one.items() if value is not None},
    }
    told["integration_types"] = one.get("integration_types") or [0]
    if told["default_member_permissions"] is not None:
        told["default_member_permissions"] = str(told["default_member_permissions"])
    told |= {"application_id": str(world.bot.id)} | ({"guild_id": str(scope)} if scope else {})
    same = before and {key: value for key, value in before.items() if key not in ("id", "version")} == told
    told["id"] = before["id"] if before else str(world.timeline.snowflake())
    told["version"] = before["version"] if before and same else str(world.timeline.snowflake())
    return told


def _command(one: Json) -> Problems:
    problems: Problems = {}
    if one.get("type", CHAT) != CHAT:
        if not 1 <= len(one.get("name") or "") <= 32:
            problems["name"] = between(1, 32)
        if one.get("description"):
            problems["description"] = "APPLICATION_COMMAND_DESCRIPTION", "Context menu commands have no description"
        return problems
    for path, part in parts(one):
        problems |= {f"{path}{field}": told for field, told in _part(part).items()}
    if sum(_length(part) for _, part in parts(one)) > 8000:
        problems["description"] = "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)"
    return problems


def parts(one: Json, path: str = "") -> Iterator[tuple[str, Json]]:
    """A command and every option of it, with paths."""
    yield path, one
    for index, option in enumerate(one.get("options") or []):
        yield from parts(option, f"{path}options.{index}.")


def _part(part: Json) -> Problems:
    problems: Problems = {}
    name = part.get("name") or ""
    if not _NAME.fullmatch(name) or name != name.lower():
        problems["name"] = "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid"
    if not 1 <= len(part.get("description") or "") <= 100:
        problems["description"] = between(1, 100)
    options = part.get("options") or []
    if len(options) > 25:
        problems["options"] = between(0, 25)
    names = [each["name"] for each in options]
    if len(names) != len(set(names)):
        problems["options"] = "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_USED", "Option names must be unique"
    required = [bool(each.get("required")) for each in options]
    if required != sorted(required, reverse=True):
        problems["options"] = (
            "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
            "Required options must be placed before non-required options",
        )
    if len(part.get("choices") or []) > 25:
        problems["choices"] = between(0, 25)
    if part.get("autocomplete") and part.get("choices"):
        problems["autocomplete"] = "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES", "No choices with autocomplete"
    return problems


def _length(part: Json) -> int:
    choices = part.get("choices") or []
    own = len(part.get("name") or "") + len(part.get("description") or "")
    return own + sum(len(each["name"]) + len(str(each["value"])) for each in choices)
