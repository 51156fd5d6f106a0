"""Guilds: members, roles, channels, permission overwrites; direct messages and users."""

from tests.loopback.discord import payloads
from tests.loopback.discord.entities import Overwrite
from tests.loopback.discord.errors import Refusal
from tests.loopback.discord.guilds import Guild
from tests.loopback.discord.permissions import allows
from tests.loopback.discord.rest.calls import TABLE, Call, Result

_GUILD = "/guilds/{guild_id}"


def _guild(call: Call, *needs: str) -> Guild:
    guild = call.world.guild(call.id("guild_id"))
    held = guild.can(call.world.bot)
    if not all(allows(held, need) for need in needs):
        raise Refusal(50013)
    return guild


@TABLE.add("GET", _GUILD)
async def read(call: Call) -> Result:
    guild = _guild(call)
    counts = {"approximate_member_count": len(guild.members), "approximate_presence_count": len(guild.members)}
    return 200, payloads.guild(guild) | (counts if call.query.get("with_counts") in ("1", "true", "True") else {})


@TABLE.add("GET", f"{_GUILD}/channels")
async def channels(call: Call) -> Result:
    return 200, [payloads.channel(one) for one in _guild(call).channels.values() if not one.thread]


@TABLE.add("GET", f"{_GUILD}/roles")
async def roles(call: Call) -> Result:
    return 200, [payloads.role(one) for one in _guild(call).roles.values()]


@TABLE.add("GET", f"{_GUILD}/members/{{user_id}}")
async def member(call: Call) -> Result:
    """One member; 10007 when they left, 10013 when there never was one."""
    guild, wanted = _guild(call), call.id("user_id")
    if wanted not in call.world.users:
        raise Refusal(10013)
    if wanted not in guild.members:
        raise Refusal(10007)
    return 200, payloads.member(guild.members[wanted])


@TABLE.add("PUT", f"{_GUILD}/members/{{user_id}}/roles/{{role_id}}")
async def give_role(call: Call) -> Result:
    guild, member, role = _role(call)
    guild.members[member].roles.add(role)
    call.world.tell.member("GUILD_MEMBER_UPDATE", guild, guild.members[member])
    return 204, None


@TABLE.add("DELETE", f"{_GUILD}/members/{{user_id}}/roles/{{role_id}}")
async def take_role(call: Call) -> Result:
    guild, member, role = _role(call)
    guild.members[member].roles.discard(role)
    call.world.tell.member("GUILD_MEMBER_UPDATE", guild, guild.members[member])
    return 204, None


def _role(call: Call) -> tuple[Guild, int, int]:
    """Guild, member and role of the path; 50013 when the role is above the bot's own."""
    guild = _guild(call, "manage_roles")
    member, role = call.id("user_id"), call.id("role_id")
    if member not in guild.members:
        raise Refusal(10007)
    if role not in guild.roles:
        raise Refusal(10011)
    own = max((guild.roles[one].position for one in guild.members[call.world.bot.id].roles), default=0)
    if guild.roles[role].position >= own:
        raise Refusal(50013)
    return guild, member, role


@TABLE.add("PUT", "/channels/{channel_id}/permissions/{overwrite_id}")
async def overwrite(call: Call) -> Result:
    channel, body = call.channel("manage_roles"), call.form()
    id_ = call.id("overwrite_id")
    allow, deny = int(body.get("allow") or 0), int(body.get("deny") or 0)
    held = call.world.can(call.world.bot, channel)
    if (allow | deny) & ~held:
        raise Refusal(50013)
    channel.overwrites[id_] = Overwrite(id=id_, kind=int(body.get("type") or 0), allow=allow, deny=deny)
    call.world.tell.channel("CHANNEL_UPDATE", channel)
    return 204, None


@TABLE.add("DELETE", "/channels/{channel_id}/permissions/{overwrite_id}")
async def remove_overwrite(call: Call) -> Result:
    channel = call.channel("manage_roles")
    channel.overwrites.pop(call.id("overwrite_id"), None)
    call.world.tell.channel("CHANNEL_UPDATE", channel)
    return 204, None


@TABLE.add("POST", "/users/@me/channels")
async def direct(call: Call) -> Result:
    """Open direct messages with somebody."""
    user = call.world.users.get(int(call.form()["recipient_id"]))
    if user is None:
        raise Refusal(10013)
    return 200, payloads.channel(call.world.direct(user))


@TABLE.add("GET", "/users/@me")
async def me(call: Call) -> Result:
    return 200, payloads.me(call.world.bot)


@TABLE.add("GET", "/users/@me/guilds")
async def mine(call: Call) -> Result:
    return 200, [
        {
            "id": str(one.id),
            "name": one.name,
            "icon": None,
            "banner": None,
            "owner": False,
            "permissions": str(one.can(call.world.bot)),
            "features": [],
        }
        for one in call.world.guilds.values()
    ]


@TABLE.add("GET", "/users/{user_id}")
async def user(call: Call) -> Result:
    found = call.world.users.get(call.id("user_id"))
    if found is None:
        raise Refusal(10013)
    return 200, payloads.user(found)
