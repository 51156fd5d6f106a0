"""Permission bits by Discord's names, and what a member may do in a channel."""

from collections.abc import Iterable

BITS = {
    "add_reactions": 6,
    "administrator": 3,
    "attach_files": 15,
    "create_private_threads": 36,
    "create_public_threads": 35,
    "embed_links": 14,
    "kick_members": 1,
    "manage_channels": 4,
    "manage_guild": 5,
    "manage_messages": 13,
    "manage_roles": 28,
    "manage_threads": 34,
    "manage_webhooks": 29,
    "mention_everyone": 17,
    "pin_messages": 51,
    "read_message_history": 16,
    "send_messages": 11,
    "send_messages_in_threads": 38,
    "send_polls": 49,
    "use_application_commands": 31,
    "use_external_emojis": 18,
    "view_channel": 10,
}
EVERYTHING = (1 << 53) - 1
LEARNER = (
    "view_channel",
    "send_messages",
    "send_messages_in_threads",
    "read_message_history",
    "add_reactions",
    "use_application_commands",
)
BOT = (
    "view_channel",
    "send_messages",
    "embed_links",
    "attach_files",
    "read_message_history",
    "create_public_threads",
    "send_messages_in_threads",
    "add_reactions",
)


def bits(names: Iterable[str]) -> int:
    """The number Discord writes for names of permissions."""
    return sum(1 << BITS[name] for name in set(names))


def allows(held: int, name: str) -> bool:
    """Whether a number has a permission in it."""
    return bool(held >> BITS[name] & 1)
