"""The stages that speak a real wire protocol, by the name of their chat."""

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager

from bot.testing.clocks import FakeClock
from tests.scenarios.discord_stage import DiscordStage, on_discord
from tests.scenarios.slack_stage import SlackStage, on_slack

ON: Mapping[str, Callable[[FakeClock], AbstractAsyncContextManager[DiscordStage | SlackStage]]] = {
    "discord": on_discord,
    "slack": on_slack,
}
