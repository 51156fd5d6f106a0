"""A Slack of our own on the loopback: the real wire, people who press what is on their screen, and judges.

Docs: docs/contributors/loopback-slack.md.
"""

from tests.loopback.slack import faults
from tests.loopback.slack.acks import Ack, Silence
from tests.loopback.slack.apps import App, Installation, Shortcut
from tests.loopback.slack.clocks import ScaledClock
from tests.loopback.slack.forms import NotThere, Unfilled
from tests.loopback.slack.people import Person
from tests.loopback.slack.screens import readable
from tests.loopback.slack.server import START, Slack, judged
from tests.loopback.slack.workspaces import Channel, Kind, Message, User, View, Workspace

__all__ = [
    "START",
    "Ack",
    "App",
    "Channel",
    "Installation",
    "Kind",
    "Message",
    "NotThere",
    "Person",
    "ScaledClock",
    "Shortcut",
    "Silence",
    "Slack",
    "Unfilled",
    "User",
    "View",
    "Workspace",
    "faults",
    "judged",
    "readable",
]
