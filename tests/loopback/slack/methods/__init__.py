"""The Web API, a module a family: importing it fills the table of methods."""

from tests.loopback.slack.methods import (
    auth,
    blocks,
    chat,
    conversations,
    files,
    oauth,
    reactions,
    schedules,
    users,
    views,
)

__all__ = ["auth", "blocks", "chat", "conversations", "files", "oauth", "reactions", "schedules", "users", "views"]
