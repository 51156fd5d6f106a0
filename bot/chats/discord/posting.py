"""Publishing once per key: looked up in the channel's history by its mark, then sent with a nonce Discord enforces.

The history answers for what was sent before a crash, the nonce for two processes that send at the same time.
"""

from datetime import timedelta

import discord

from bot.chats.discord import forums
from bot.chats.discord.drawing import Drawing, drawing
from bot.chats.discord.marks import Mark, mark_of, mark_on, nonce_of
from bot.chats.discord.patience import patiently
from bot.chats.discord.places import channel_at, message_at, ref_of
from bot.chats.discord.rest import CALL_SECONDS, Rest
from bot.chats.discord.sheets import Sheet
from bot.chats.discord.troubles import troubles
from bot.quiz.ids import Place, Ref

LOOK_BACK = timedelta(days=2)
"""Before the channel's latest message: what was sent and not written down is among the latest."""
MOST_LOOKED_AT = 500
LOOK_SECONDS = 30.0


async def publish(rest: Rest, place: Place, sheet: Sheet, *, key: str, title: str, under: Ref | None) -> Ref:
    """Send a message once per key; a key that was sent returns its first message. In a forum it is a post.

    Args:
        rest: what sends.
        place: where.
        sheet: what is shown.
        key: what it is sent once for.
        title: of the post, in a forum.
        under: the message it belongs to.

    Raises:
        ChatTrouble: it may or may not have arrived.
    """
    guild, channel = channel_at(place)
    above = message_at(under) if under else None
    client, mark = await rest.client(), mark_of(key)
    at = client.get_partial_messageable(above[0] if above else channel, guild_id=guild)
    drawn = drawing(sheet, mark)
    with troubles():
        try:
            sent = await patiently(_find(client, at, mark), LOOK_SECONDS)
            if sent is None:
                sent = await patiently(_send(at, drawn, nonce_of(key), above), CALL_SECONDS)
            return ref_of(at.id, sent)
        except discord.HTTPException as error:
            if error.code not in forums.IS_FORUM:
                raise
    return await forums.publish(rest, guild or 0, channel, sheet, key=key, title=title)


async def _find(client: discord.Client, at: discord.PartialMessageable, mark: Mark) -> int | None:
    """The message of ours that carries a mark, among the channel's latest."""
    me = client.user.id if client.user else 0
    latest = None
    async for message in at.history(limit=MOST_LOOKED_AT):
        latest = latest or message.created_at
        if message.author.id == me and mark_on(message) == mark:
            return message.id
        if latest - message.created_at > LOOK_BACK:
            return None
    return None


async def _send(at: discord.PartialMessageable, drawn: Drawing, nonce: str, above: tuple[int, int] | None) -> int:
    reference = above and discord.MessageReference(message_id=above[1], channel_id=above[0], fail_if_not_exists=False)
    sent = await at.send(
        view=drawn.view,
        files=drawn.files(),
        nonce=nonce,
        reference=reference,  # type: ignore[arg-type]  # None is what it is by default
        allowed_mentions=drawn.mentions,
    )
    return sent.id
