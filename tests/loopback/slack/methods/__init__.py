"""The Web API, a module a family."""

from tests.loopback.slack.methods import auth, chat, conversations, users, views

__all__ = ["auth", "chat", "conversations", "users", "views"]
