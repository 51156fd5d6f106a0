"""Slack, where it is run: token, permissions, a way in, and whether Slack takes what we draw."""

from bot import doors
from bot.config import Settings
from bot.judge import Finding


async def examine(settings: Settings) -> list[Finding]:
    """Everything about Slack that can be tried without changing anything."""
    if "slack" not in doors.names(settings):
        return []
    from bot.chats.slack.examining import examine as examine_slack
    from bot.clocks import SystemClock
    from bot.testing.views import VIEWS

    checks = await examine_slack(doors.slack_config(settings), SystemClock(), VIEWS)
    return [Finding(name=one.name, held=one.held, detail=one.detail) for one in checks]
