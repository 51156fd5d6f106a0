"""The machine itself: settings and secrets that can be read, time zones, a clock that can be believed."""

import os
from datetime import UTC, datetime, timedelta
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed
from zoneinfo import available_timezones

from bot import config
from bot.clocks import SystemClock
from bot.config import Settings
from bot.judge import Finding

MADE = datetime(2026, 1, 1, tzinfo=UTC)
"""No machine that runs this lives before it."""
SLACK = timedelta(minutes=5)


def settings_read(settings: Settings) -> list[Finding]:
    """They were read; and which secrets there are."""
    chosen = config.told(settings)
    secrets = [Finding(name=name, held=True, detail=chosen[name]) for name in map(config.variable, config.SECRETS)]
    return [Finding(name="settings", held=True, detail=f"readable by uid {os.geteuid()}"), *secrets]


def zones() -> Finding:
    """Whether schedules can be kept anywhere in the world."""
    known = len(available_timezones())
    try:
        told = f"{known} known, tzdata {installed('tzdata')}"
    except PackageNotFoundError:
        told = f"{known} known, from the system"
    return Finding(name="time zones", held=known > 400, detail=told if known > 400 else f"{told}: install tzdata")


def clock(last_pulse: datetime | None) -> Finding:
    """Whether the clock can be believed: a bot posts by it."""
    now = SystemClock().now()
    told = f"{now:%Y-%m-%d %H:%M:%S} UTC"
    if now < MADE:
        return Finding(
            name="clock", held=False, detail=f"{told} is long past: set it, and run chrony or systemd-timesyncd"
        )
    if last_pulse is not None and last_pulse - now > SLACK:
        detail = f"{told}, and the bot was alive at {last_pulse:%Y-%m-%d %H:%M}: the clock went back; set it"
        return Finding(name="clock", held=False, detail=detail)
    return Finding(name="clock", held=True, detail=told)
