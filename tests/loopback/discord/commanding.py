"""Using commands, as a client lets one: found, allowed, options right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.loopback.discord import payloads
from tests.loopback.discord.choosing import resolve
from tests.loopback.discord.commands import CHAT, GROUP, INTEGER, STRING, SUBCOMMAND
from tests.loopback.discord.entities import Channel, ChannelType, Role, User
from tests.loopback.discord.errors import Json
from tests.loopback.discord.permissions import allows
from tests.loopback.discord.rest.calls import Upload
from tests.loopback.discord.screens import NotThere

if TYPE_CHECKING:
    from tests.loopback.discord.people import Person

BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, NUMBER, ATTACHMENT = 5, 6, 7, 8, 9, 10, 11
DIRECT, PRIVATE = 1, 2
_HERE = {ChannelType.DM: DIRECT, ChannelType.GROUP: PRIVATE}
_TYPES: Mapping[int, tuple[type, ...]] = {
    STRING: (str,),
    INTEGER: (int,),
    BOOLEAN: (bool,),
    USER: (User,),
    CHANNEL: (Channel,),
    ROLE: (Role,),
    MENTIONABLE: (User, Role),
    NUMBER: (int, float),
    ATTACHMENT: (Upload,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A command and the subcommand that a path leads to."""

    command: Json
    trail: Sequence[Json]
    """The groups and the subcommand on the way, outermost first."""

    @property
    def leaf(self) -> Json:
        return self.trail[-1] if self.trail else self.command


def visible(person: "Person") -> list[Json]:
    """The commands a person's client offers where they are."""
    scopes = [0, person.guild.id] if person.place.guild_id else [0]
    known = [one for scope in scopes for one in person.server.commands.get(scope, [])]
    return [one for one in known if _offered(one, person)]


def _offered(command: Json, person: "Person") -> bool:
    here = _HERE.get(person.place.kind, 0)
    contexts = command.get("contexts")
    if contexts is not None and here not in contexts:
        return False
    if here == PRIVATE:
        return contexts is not None and 1 in command["integration_types"]
    if here == DIRECT:
        return bool(command.get("dm_permission", True))
    held = person.server.world.can(person.user, person.place)
    needed = command["default_member_permissions"]
    if allows(held, "administrator"):
        return True
    return allows(held, "use_application_commands") and (
        needed is None or (int(needed) != 0 and held & int(needed) == int(needed))
    )


def find(person: "Person", path: str) -> Found:
    """A chat command by what is typed, `quiz today`, with or without the slash, in the person's language too."""
    words = path.removeprefix("/").split()
    for command in visible(person):
        if command["type"] == CHAT and _named(command, words[0], person):
            return Found(command=command, trail=_trail(command, words[1:], person))
    names = sorted(one["name"] for one in visible(person))
    raise NotThere(f"{person.name} is offered no /{words[0]}, only {names}")


def _named(one: Json, word: str, person: "Person") -> bool:
    return word in (one["name"], (one.get("name_localizations") or {}).get(person.user.locale))


def _trail(command: Json, words: Sequence[str], person: "Person") -> list[Json]:
    trail: list[Json] = []
    inside = command
    for word in words:
        subs = [one for one in inside.get("options") or [] if one["type"] in (SUBCOMMAND, GROUP)]
        found = next((one for one in subs if _named(one, word, person)), None)
        if found is None:
            raise NotThere(f"/{command['name']} has no {word!r}, only {[one['name'] for one in subs]}")
        trail.append(found)
        inside = found
    if any(one["type"] in (SUBCOMMAND, GROUP) for one in inside.get("options") or []):
        raise NotThere(f"/{command['name']} needs a subcommand")
    return trail


def data(person: "Person", found: Found, given: Mapping[str, Any], *, focused: str | None = None) -> Json:
    """The `data` of a command's interaction; NotThere when the client would not send it."""
    known = {one["name"]: one for one in found.leaf.get("options") or []}
    for name in given:
        if name not in known:
            raise NotThere(f"/{found.command['name']} has no option {name!r}, only {list(known)}")
    missing = [name for name, one in known.items() if one.get("required") and name not in given]
    if missing and focused is None:
        raise NotThere(f"the option {missing[0]!r} is required")
    resolved: Json = {}
    options = [_option(person, known[name], value, resolved, focused=name == focused) for name, value in given.items()]
    for one in reversed(found.trail):
        options = [{"name": one["name"], "type": one["type"], "options": options}]
    told: Json = {"id": found.command["id"], "name": found.command["name"], "type": CHAT, "options": options}
    if "guild_id" in found.command:
        told["guild_id"] = found.command["guild_id"]
    return told | ({"resolved": resolved} if resolved else {})


def _option(person: "Person", option: Json, value: Any, resolved: Json, *, focused: bool) -> Json:
    told: Json = {"name": option["name"], "type": option["type"]}
    if focused:
        return told | {"value": value, "focused": True}
    value = _chosen(option, value)
    if not isinstance(value, _TYPES[option["type"]]) or (isinstance(value, bool) and option["type"] != BOOLEAN):
        raise NotThere(f"the option {option['name']!r} does not take {value!r}")
    if isinstance(value, User | Role | Channel):
        resolve(value, person.server.world, resolved)
        return told | {"value": str(value.id)}
    if isinstance(value, Upload):
        kept = person.upload(value)
        resolved.setdefault("attachments", {})[str(kept.id)] = payloads.attachment(kept)
        return told | {"value": str(kept.id)}
    if isinstance(value, str | int | float):
        _sized(option, value)
    return told | {"value": value}


def _chosen(option: Json, value: Any) -> Any:
    """The value behind a choice's label."""
    choices = option.get("choices")
    if not choices:
        return value
    found = [one["value"] for one in choices if value in (one["name"], one["value"])]
    if not found:
        raise NotThere(f"{option['name']!r} has no choice {value!r}, only {[one['name'] for one in choices]}")
    return found[0]


def _sized(option: Json, value: str | float) -> None:
    size = len(value) if isinstance(value, str) else value
    low, high = ("min_length", "max_length") if isinstance(value, str) else ("min_value", "max_value")
    if size < option.get(low, size) or size > option.get(high, size) or (isinstance(value, str) and size > 6000):
        raise NotThere(f"{option['name']!r} takes {option.get(low)} to {option.get(high)}, not {value!r}")
