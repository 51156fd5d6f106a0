"""Slack: Block Kit cards, modals and a home; over Socket Mode or HTTP.

chat        the port                          desk       slack-bolt: parser, authoriser, router
line, door  Socket Mode, HTTP                 reception  what comes in, by its kind; inbox: payloads to deeds, pure
serving     a deed answered on a surface      surfaces   where somebody looks, and how they are shown something
render      a view as blocks: pure; with cards, verdicts, scores, pages, prose, rich, limits, marks, quotes
editors     modals to write in                home       the App Home
posting     one message a key                 updating   revisions, merged
config      how it is set up                  examining  for `askling doctor`
calling     the Web API, troubles its errors  people, members, teams, seen, followups
"""

from bot.chats.slack.chat import SlackChat, opened
from bot.chats.slack.config import Config

__all__ = ["Config", "SlackChat", "opened"]
