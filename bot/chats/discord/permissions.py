"""What we need to be allowed in a channel, what of it is missing, and whether somebody is still among its people."""

from collections.abc import Sequence

import discord

from bot.chats.discord.patience import patiently
from bot.chats.discord.places import channel_at, user_at
from bot.chats.discord.rest import CALL_SECONDS, Rest
from bot.chats.discord.troubles import NO_ACCESS, UNKNOWN, troubles
from bot.core import words
from bot.core.languages import say
from bot.quiz.ids import Address, Place

NEEDED = words.DISCORD_NEEDED
"""Without any of these no question can be asked."""
INVITED = discord.Permissions(
    view_channel=True,
    send_messages=True,
    read_message_history=True,
    create_public_threads=True,
    send_messages_in_threads=True,
    attach_files=True,
)
"""What the invite link asks for."""


def invitation(application: int) -> str:
    """The link that invites the bot with exactly what it needs."""
    return discord.utils.oauth_url(application, permissions=INVITED, scopes=("bot", "applications.commands"))


async def lacking(rest: Rest, place: Place, *, thread: bool = False) -> Sequence[str]:
    """What people must change in a place, a sentence each; what threads need as well, where they are wanted.

    Raises:
        ChatTrouble: Discord does not say, or there is no such channel.
    """
    client = await rest.client()
    guild, channel = channel_at(place)
    if guild is None:
        return ()
    with troubles():
        try:
            allowed, talked_below = await patiently(_allowed(client, guild, channel), CALL_SECONDS)
        except discord.HTTPException as error:
            if error.code == NO_ACCESS:
                return (say(words.DISCORD_LACKS, permission=say(NEEDED["view_channel"]), channel=place),)
            raise
    needed = {**NEEDED, **(words.DISCORD_THREADS if thread else {})}
    missing = [told for name, told in needed.items() if not getattr(allowed, name)]
    lacks = [say(words.DISCORD_LACKS, permission=say(told), channel=place) for told in missing]
    return (*lacks, *[say(words.DISCORD_TALKED_BELOW, channel=place)] * (thread and talked_below))


async def present(rest: Rest, place: Place, address: Address) -> bool:
    """Whether somebody is still a member of a place's server.

    Raises:
        ChatTrouble: Discord does not say.
    """
    client = await rest.client()
    guild, _ = channel_at(place)
    user = user_at(address)
    if guild is None or user is None:
        return guild is None
    with troubles():
        try:
            await patiently(client.http.get_member(guild, user), CALL_SECONDS)
        except discord.NotFound as error:
            if UNKNOWN.get(error.code) in ("member", "person"):
                return False
            raise
    return True


async def _allowed(client: discord.Client, guild: int, channel: int) -> tuple[discord.Permissions, bool]:
    """What we may do in a channel, and whether everybody may write below what is asked there while it is open."""
    server = await client.fetch_guild(guild, with_counts=False)
    me = await server.fetch_member(client.user.id if client.user else 0)
    here = await server.fetch_channel(channel)
    # A locked post would take no buttons either (discord-api-docs#7900); without this permission they work.
    forum = isinstance(here, discord.ForumChannel)
    return here.permissions_for(me), forum and here.permissions_for(server.default_role).send_messages_in_threads
