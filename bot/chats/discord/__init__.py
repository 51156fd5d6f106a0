"""Discord, on discord.py.

chat        the port
router      every interaction comes in here · serving   a deed at the front desk · reply   acknowledged in time
render      a view as a sheet · drawing   a sheet as discord.ui draws it · editors   what people write in
tags        what a custom_id says · marks   under which key a message was published
posting     once per key · editing   the last one wins · supervisor   a new client whenever one broke
"""

from bot.chats.discord.chat import DiscordChat

__all__ = ["DiscordChat"]
