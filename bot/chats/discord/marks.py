"""How a message says under which key it was published: two numbers in its components, which nobody sees.

Every component may have a number of its own (31 bits), which Discord keeps and gives back. Two of them make 62 bits of
the key's hash, so a restarted bot finds its message in a channel's history, with or without buttons in it.
"""

from base64 import urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256

import discord

from bot.chats.discord.limits import NONCE

_SMALLEST = 1 << 16
"""Discord counts the components without a number from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The number of the outermost container, and of the first piece in it."""

    first: int
    second: int


def mark_of(key: str) -> Mark:
    """The mark of a key."""
    digest = sha256(key.encode()).digest()
    return Mark(first=_number(digest[:4]), second=_number(digest[4:8]))


def nonce_of(key: str) -> str:
    """What makes Discord send a key once within some minutes, also for two processes."""
    return urlsafe_b64encode(sha256(key.encode()).digest()).decode()[: NONCE - 1]


def mark_on(message: discord.Message) -> Mark | None:
    """The mark of a message; None when it has none."""
    found = next((one for one in message.components if isinstance(one, discord.Container)), None)
    first = next(iter(found.children), None) if found else None
    if found is None or first is None:
        return None
    mark = Mark(first=found.id or 0, second=getattr(first, "id", None) or 0)
    return mark if min(mark.first, mark.second) >= _SMALLEST else None


def _number(four: bytes) -> int:
    return _SMALLEST + int.from_bytes(four) % (2**31 - 1 - _SMALLEST)
