"""What `askling doctor` wants to know of Discord: token, sessions, servers, commands, and whether presses reach us."""

from collections.abc import Iterable

import discord

from bot.chats.discord.patience import patiently
from bot.chats.discord.permissions import invitation
from bot.chats.discord.rest import CALL_SECONDS, Rest
from bot.chats.discord.supervisor import FEW_STARTS, starts_left
from bot.chats.discord.syncing import synced
from bot.chats.discord.troubles import troubles
from bot.core.ports import Tried

PORTAL = "https://discord.com/developers/applications"
MOST_SERVERS = 200


async def examine(rest: Rest, token: str) -> list[Tried]:
    """Everything that can be asked without a gateway.

    Raises:
        ChatTrouble: Discord does not let us in, or does not answer.
    """
    if wrong := shape(token):
        return [("token", False, wrong)]
    client = await rest.client()
    with troubles():
        left, seconds = await patiently(starts_left(client), CALL_SECONDS)
        same = await patiently(synced(client), CALL_SECONDS)
        servers = await patiently(_servers(client), CALL_SECONDS)
    return [
        ("token", True, f"lets {client.user} in"),
        ("intents", True, "server events only; no privileged intent is needed"),
        _presses(client),
        _sessions(left, seconds),
        ("commands", same, "up to date" if same else "are not this version's; `askling run` brings them up to date"),
        _invited(client, servers),
    ]


def shape(token: str) -> str:
    """What is wrong with a token by its looks; empty when it looks like one."""
    if not token:
        return "ASKLING_DISCORD_TOKEN is empty; docs/operators/discord.md says where the token is"
    if token != token.strip() or token.split() != [token] or token[0] in "\"'":
        return "ASKLING_DISCORD_TOKEN has quotes or spaces in it; it is one word, without `Bot` before it"
    if token.count(".") != 2 or not all(token.split(".")):
        return f"ASKLING_DISCORD_TOKEN is no bot's token (it has no three parts); *Bot* → *Reset Token* at {PORTAL}"
    return ""


def _presses(client: discord.Client) -> Tried:
    application = client.application
    url = application.interactions_endpoint_url if application else None
    if url:
        return (
            "presses",
            False,
            f"are sent to {url} instead of to the bot: empty *Interactions Endpoint URL* at {PORTAL}",
        )
    return "presses", True, "come to the bot"


def _sessions(left: int, seconds: float) -> Tried:
    told = f"{left} starts are left for the next {seconds / 3600:.0f} hours"
    if left < FEW_STARTS:
        return "sessions", False, f"{told}; the bot waits until there are more: find out what restarts it"
    return "sessions", True, told


def _invited(client: discord.Client, servers: Iterable[str]) -> Tried:
    names = list(servers)
    if not names:
        return "servers", False, f"in none; invite the bot: {invitation(client.application_id or 0)}"
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    return "servers", True, ", ".join(names[:5]) + more


async def _servers(client: discord.Client) -> list[str]:
    return [guild.name async for guild in client.fetch_guilds(limit=MOST_SERVERS, with_counts=False)]
