"""Files with code, for what is longer than a text field takes."""

import discord

from bot.chats.discord.inbox import File, Interaction
from bot.chats.discord.limits import FILE_BYTES
from bot.chats.discord.patience import patiently
from bot.chats.discord.reply import Reply
from bot.chats.discord.troubles import AWAY
from bot.core import words
from bot.quiz.cleaning import clean_name
from bot.quiz.errors import AnswerMistake

SECONDS = 20.0


async def source(file: File | None, interaction: Interaction, reply: Reply) -> str | None:
    """What the file that was handed in holds; None when there is none. Acknowledges before it downloads.

    Raises:
        AnswerMistake: it is too large, no text, or could not be fetched.
        Late: nobody can be shown anything any more.
    """
    if file is None:
        return None
    await reply.defer()
    name = clean_name(file.name)
    if file.size > FILE_BYTES:
        raise AnswerMistake(words.FILE_TOO_LARGE, name=name, most=FILE_BYTES // 1024)
    try:
        raw: bytes = await patiently(interaction.client.http.get_from_cdn(file.url), SECONDS)
        return raw.decode()
    except UnicodeDecodeError:
        raise AnswerMistake(words.FILE_NOT_TEXT, name=name) from None
    except (discord.HTTPException, *AWAY):
        raise AnswerMistake(words.FILE_LOST, name=name) from None
