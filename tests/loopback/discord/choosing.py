"""Choosing from options, people, roles and channels, as a client lets one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tests.loopback.discord import payloads
from tests.loopback.discord.components import Kind
from tests.loopback.discord.entities import Channel, Role, User
from tests.loopback.discord.errors import Json
from tests.loopback.discord.screens import NotThere

if TYPE_CHECKING:
    from tests.loopback.discord.world import World

Pick = User | Role | Channel
"""What the selects that are no lists of options give."""

_TAKES: dict[Kind, tuple[type, ...]] = {
    Kind.USER_SELECT: (User,),
    Kind.ROLE_SELECT: (Role,),
    Kind.MENTIONABLE_SELECT: (User, Role),
    Kind.CHANNEL_SELECT: (Channel,),
}


def chosen(field: Json, picks: Sequence[Any], world: "World", resolved: Json) -> list[str]:
    """Values for picks: option labels, or people, roles and channels, which are added to `resolved`.

    Raises:
        NotThere: no such option, or more or fewer than the client allows.
    """
    most = 1 if field["type"] == Kind.RADIO_GROUP else field.get("max_values")
    most = len(field.get("options") or []) if most is None else most
    if len(picks) > most or (picks and len(picks) < (field.get("min_values") or 0)):
        raise NotThere(f"{len(picks)} chosen where {field.get('min_values') or 0} to {most} may be")
    if kinds := _TAKES.get(Kind(field["type"])):
        return [_resolved(one, kinds, world, resolved) for one in picks]
    by_label = {one["label"]: one["value"] for one in field["options"]}
    strange = [one for one in picks if one not in by_label]
    if strange:
        raise NotThere(f"there is no option {strange[0]!r}, only {list(by_label)}")
    return [by_label[one] for one in picks]


def _resolved(one: Any, kinds: tuple[type, ...], world: "World", resolved: Json) -> str:
    if not isinstance(one, kinds) or not isinstance(one, User | Role | Channel):
        raise NotThere(f"{one!r} cannot be chosen here")
    resolve(one, world, resolved)
    return str(one.id)


def resolve(one: Pick, world: "World", resolved: Json) -> None:
    """Add a person, role or channel to the `resolved` part of an interaction."""
    match one:
        case User():
            resolved.setdefault("users", {})[str(one.id)] = payloads.user(one)
            for guild in world.guilds.values():
                if one.id in guild.members:
                    told = payloads.member(guild.members[one.id]) | {"permissions": str(guild.can(one))}
                    hidden = ("user", "deaf", "mute")
                    resolved.setdefault("members", {})[str(one.id)] = {
                        key: value for key, value in told.items() if key not in hidden
                    }
        case Role():
            resolved.setdefault("roles", {})[str(one.id)] = payloads.role(one)
        case Channel():
            told = payloads.channel(one) | {"permissions": "0"}
            resolved.setdefault("channels", {})[str(one.id)] = told
