"""The application, its commands, and where its gateway is."""

from tests.loopback.discord import payloads
from tests.loopback.discord.commands import stored
from tests.loopback.discord.errors import Json, Refusal
from tests.loopback.discord.rest.calls import TABLE, Call, Result

_APP = "/applications/{application_id}"
_GLOBAL, _LOCAL = f"{_APP}/commands", f"{_APP}/guilds/{{guild_id}}/commands"


@TABLE.add("GET", "/oauth2/applications/@me")
@TABLE.add("GET", "/applications/@me")
async def me(call: Call) -> Result:
    flags = call.server.application_flags()
    bot = payloads.user(call.world.bot)
    return 200, {
        "id": str(call.world.bot.id),
        "name": call.world.bot.name,
        "icon": None,
        "description": "",
        "type": None,
        "bot": bot,
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": flags,
        "flags_new": str(flags),
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "owner": payloads.user(call.world.owner),
        "approximate_guild_count": len(call.world.guilds),
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "team": None,
        "eligible_oauth2_scopes": [],
        "integration_types_config": {"0": {}, "1": {}},
    }


@TABLE.add("GET", "/gateway")
async def gateway(_: Call) -> Result:
    return 200, {"url": "wss://gateway.discord.gg"}


@TABLE.add("GET", "/gateway/bot")
async def gateway_bot(call: Call) -> Result:
    """With how many sessions may still be started today."""
    limit = {
        "total": 1000,
        "remaining": call.server.gateway.starts_left,
        "reset_after": 24 * 60 * 60 * 1000,
        "max_concurrency": 1,
    }
    return 200, {"url": "wss://gateway.discord.gg", "shards": 1, "session_start_limit": limit}


def _scope(call: Call) -> int:
    """0 for commands everywhere, or the guild they are for; checks that the application is ours."""
    if call.id("application_id") != call.world.bot.id:
        raise Refusal(20012)
    if "guild_id" not in call.params:
        return 0
    return call.world.guild(call.id("guild_id")).id


@TABLE.add("PUT", _GLOBAL)
@TABLE.add("PUT", _LOCAL)
async def overwrite(call: Call) -> Result:
    """Replace all commands; a command of the same name and type keeps its id."""
    scope = _scope(call)
    if not isinstance(call.body, list):
        raise Refusal(50109)
    call.server.commands[scope] = stored(call.world, call.body, call.server.commands.get(scope, []), scope)
    call.world.changed()
    return 200, call.server.commands[scope]


@TABLE.add("GET", _GLOBAL)
@TABLE.add("GET", _LOCAL)
async def commands(call: Call) -> Result:
    known: list[Json] = call.server.commands.get(_scope(call), [])
    if call.query.get("with_localizations", "").lower() in ("1", "true"):
        return 200, known
    hidden = {"name_localizations", "description_localizations"}
    return 200, [{key: value for key, value in one.items() if key not in hidden} for one in known]
