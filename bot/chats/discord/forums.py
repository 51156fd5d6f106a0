"""A forum as the place of questions: each is a post of its own, and what belongs under it goes into that post.

Discord enforces no nonce on posts. What was posted is looked up among the forum's open posts, which stay open for a
week; two processes that post at the same instant are kept apart by the outbox alone.
"""

from typing import Any, Final

import discord

from bot.chats.discord import limits
from bot.chats.discord.drawing import drawing
from bot.chats.discord.marks import Mark, mark_of, mark_on
from bot.chats.discord.patience import patiently
from bot.chats.discord.places import ref_of
from bot.chats.discord.rest import CALL_SECONDS, Rest
from bot.chats.discord.sheets import Sheet
from bot.chats.discord.troubles import troubles
from bot.core import words
from bot.quiz.errors import Gone
from bot.quiz.ids import Ref

IS_FORUM = (40058, 50008)
"""What Discord says to a message for a forum."""
OPEN_MINUTES: Final = 10080
LOOKED_AT = 25
"""Posts; what was sent and not written down is among the latest."""
LOOK_SECONDS = 30.0


async def publish(rest: Rest, guild: int, forum: int, sheet: Sheet, *, key: str, title: str) -> Ref:
    """Open a post once per key.

    Raises:
        ChatTrouble: it may or may not be there.
    """
    client, mark = await rest.client(), mark_of(key)
    with troubles():
        post = await patiently(_find(client, guild, forum, mark), LOOK_SECONDS)
        if post is None:
            post = await patiently(_post(client, forum, sheet, mark, title), CALL_SECONDS)
    return ref_of(post, post)


async def _find(client: discord.Client, guild: int, forum: int, mark: Mark) -> int | None:
    """The open post of ours whose first message carries a mark."""
    me = client.user.id if client.user else 0
    told: dict[str, Any] = await client.http.get_active_threads(guild)  # type: ignore[assignment]
    mine = [int(one["id"]) for one in told["threads"] if (int(one["parent_id"]), int(one["owner_id"])) == (forum, me)]
    for post in sorted(mine, reverse=True)[:LOOKED_AT]:
        try:
            message = await client.get_partial_messageable(post).fetch_message(post)
        except discord.NotFound:  # somebody took its first message away
            continue
        if mark_on(message) == mark:
            return post
    return None


async def _post(client: discord.Client, forum: int, sheet: Sheet, mark: Mark, title: str) -> int:
    channel = await client.fetch_channel(forum)
    if not isinstance(channel, discord.ForumChannel):
        raise Gone(words.DISCORD_GONE["forum"])
    drawn = drawing(sheet, mark)
    tags = channel.available_tags[:1] if channel.flags.require_tag else []
    made = await channel.create_thread(
        name=limits.cut(title, limits.THREAD_NAME) or "askling",
        auto_archive_duration=OPEN_MINUTES,
        view=drawn.view,
        files=drawn.files(),
        allowed_mentions=drawn.mentions,
        applied_tags=tags,
    )
    return made.thread.id
