"""How the Slack room is set up."""

from collections.abc import Collection
from dataclasses import dataclass, field

from bot.chats.slack.calling import BASE_URL
from bot.chats.slack.line import Patience
from bot.chats.slack.serving import Waits


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What an operator chooses, and what tests hurry."""

    bot_token: str = ""
    app_token: str = ""
    """For Socket Mode."""
    signing_secret: str = ""
    """For HTTP, where there is no app token."""
    port: int = 3000
    host: str = "0.0.0.0"  # noqa: S104 - in a container, the port is what is published
    client_id: str = ""
    """With the secret: people install us in workspaces of their own, by a page of ours."""
    client_secret: str = ""
    command: str = "/quiz"
    moderators: Collection[str] = ()
    base_url: str = BASE_URL
    patience: Patience = field(default_factory=Patience)
    waits: Waits = field(default_factory=Waits)
