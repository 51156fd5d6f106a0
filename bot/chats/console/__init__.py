"""The console: a chat that needs no token. Pleasant on a terminal, one line a message otherwise.

chat    the port: lines in, views out
inbox   from lines to deeds: pure
render  a view as plain text
pretty  a view for a terminal (rich)
"""

from bot.chats.console.chat import ConsoleChat

__all__ = ["ConsoleChat"]
