"""A loopback Discord: the real wire, a world of our own, and people who press what they see.

See docs/contributors/loopback-discord.md.
"""

from tests.loopback.discord.acts import Act
from tests.loopback.discord.interactions import Reply
from tests.loopback.discord.modals import OpenModal
from tests.loopback.discord.people import Person
from tests.loopback.discord.rest.calls import Upload
from tests.loopback.discord.screens import NotThere, Seen
from tests.loopback.discord.server import DiscordServer

__all__ = ["Act", "DiscordServer", "NotThere", "OpenModal", "Person", "Reply", "Seen", "Upload"]
