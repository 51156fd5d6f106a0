"""Where Discord's document is known to be behind Discord, or behind what discord.py has always sent."""

import re

_FORUM = r"^POST /channels/\{channel_id\}/threads: "

GAPS = {
    r"/commands: \d+: .*'nsfw'": "the document does not know that commands may be unsafe for work",
    r"/commands: \d+/default_member_permissions: .* is not of types? .*integer": "text on the wire, a number here",
    r"^(PATCH|POST) .*: (data|\(body\)): .*'tts'": "discord.py sends `tts` with every message, also with edits",
    r": (data/|message/)?attachments/\d+/id: ": "ids of new files are their indexes, as integers",
    _FORUM + "query use_nested_fields": "forum posts are documented with it, elsewhere",
    _FORUM + r"\(body\): .*'type'": "discord.py sends the channel's type with forum posts",
}
"""Patterns over a told mistake, with the reason each is let through."""


def known(mistake: str) -> bool:
    """Whether a mistake is one of the document's own."""
    return any(re.search(pattern, mistake) for pattern in GAPS)
