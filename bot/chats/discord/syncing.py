"""Telling Discord our commands, only when they are not what Discord has: creating commands is limited to 200 a day."""

import logging
from collections.abc import Mapping, Sequence
from typing import Any

import discord
from discord.http import Route

from bot.chats.discord.commands import GROUP, SUBCOMMAND, Option, Sub
from bot.chats.discord.limits import DESCRIPTION
from bot.chats.discord.offered import ADMIN, LEARNERS, MODERATORS, QUIZ, SUGGEST, WITHIN
from bot.core.languages import available, say, speaking

log = logging.getLogger(__name__)

Json = dict[str, Any]
CHAT_INPUT, MESSAGE = 1, 3
EVERYWHERE, GUILD_ONLY = (0, 1, 2), (0,)
"""Contexts: in a server, in direct messages with us, in direct messages with others."""
SERVER, ANYBODY = (0,), (0, 1)
"""Installed in a server, or by a person for themself."""
LOCALES = tuple(one for one in available()[1:] if one in {f"{locale}" for locale in discord.Locale})
"""Languages of ours that Discord has, too."""
MEANINGS = {LEARNERS: "The Python question of the day", MODERATORS: "For moderators of the quiz"}


def payload() -> list[Json]:
    """All our commands, as Discord takes them."""
    manage = str(discord.Permissions(manage_guild=True).value)
    return [
        _group(LEARNERS, QUIZ) | {"contexts": list(EVERYWHERE), "integration_types": list(ANYBODY)},
        _group(MODERATORS, ADMIN)
        | {"contexts": list(GUILD_ONLY), "integration_types": list(SERVER), "default_member_permissions": manage},
        {
            "name": SUGGEST,
            "type": MESSAGE,
            "contexts": list(GUILD_ONLY),
            "integration_types": list(SERVER),
        },
    ]


def meanings() -> frozenset[str]:
    """What is said beside commands and their options, in English."""
    subs: list[Sub] = [*QUIZ, *ADMIN]
    options = [one.meaning for sub in subs for one in sub.options]
    return frozenset([*MEANINGS.values(), *WITHIN.values(), *(sub.meaning for sub in subs), *options])


async def sync(client: discord.Client) -> Mapping[str, int]:
    """Bring Discord's commands up to date where they are not; their numbers, by name.

    Raises:
        discord.HTTPException: Discord does not take them.
    """
    there: Sequence[Mapping[str, Any]] = await _there(client)
    if not _same(there):
        there = await client.http.bulk_upsert_global_commands(_application(client), payload())
        log.info("discord.synced")
    return {one["name"]: int(one["id"]) for one in there}


async def synced(client: discord.Client) -> bool:
    """Whether Discord has our commands as they are."""
    return _same(await _there(client))


async def _there(client: discord.Client) -> list[Json]:
    route = Route("GET", "/applications/{application_id}/commands", application_id=_application(client))
    there: list[Json] = await client.http.request(route, params={"with_localizations": "true"})
    return there


def _same(there: Sequence[Mapping[str, Any]]) -> bool:
    return sorted(map(_shape, there), key=repr) == sorted(map(_shape, payload()), key=repr)


def _application(client: discord.Client) -> int:
    return client.application_id or 0


def _group(name: str, subs: Sequence[Sub]) -> Json:
    options = [_sub(one) for one in subs if not one.within]
    for within in dict.fromkeys(one.within for one in subs if one.within):
        inside = [_sub(one) for one in subs if one.within == within]
        options.append({"type": GROUP, "options": inside, **_named(within, WITHIN[within])})
    return {"type": CHAT_INPUT, "options": options, **_named(name, MEANINGS[name])}


def _sub(one: Sub) -> Json:
    return {"type": SUBCOMMAND, "options": [_option(each) for each in _ordered(one)], **_named(one.name, one.meaning)}


def _ordered(sub: Sub) -> list[Option]:
    """Discord wants what is required first."""
    return sorted(sub.options, key=lambda one: not one.required)


def _option(one: Option) -> Json:
    told: Json = {"type": int(one.takes), "required": one.required, **_named(one.name, one.meaning)}
    if one.choices:
        told["choices"] = [{"name": choice, "value": choice} for choice in one.choices]
    if one.completes:
        told["autocomplete"] = True
    return told


def _named(name: str, meaning: str) -> Json:
    localized = {locale: told for locale in LOCALES if (told := _in(locale, meaning)) != meaning}
    return {"name": name, "description": meaning[:DESCRIPTION], "description_localizations": localized or None}


def _in(locale: str, meaning: str) -> str:
    with speaking(locale):
        return say(meaning)[:DESCRIPTION]


def _shape(command: Mapping[str, Any]) -> Json:
    """What of a command is ours to choose, whether we wrote it or Discord gave it back with its own defaults."""
    shape = {key: command.get(key) or None for key in ("name", "description", "description_localizations", "choices")}
    shape |= {key: bool(command.get(key)) for key in ("required", "autocomplete")}
    shape["type"] = command.get("type", CHAT_INPUT)
    shape["options"] = [_shape(one) for one in command.get("options") or ()]
    if "integration_types" in command:
        shape |= {key: sorted(command.get(key) or ()) for key in ("contexts", "integration_types")}
        shape["default_member_permissions"] = str(command.get("default_member_permissions") or "")
    return shape
