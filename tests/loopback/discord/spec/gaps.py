"""Where Discord's document is known to be behind Discord, or behind what discord.py has always sent."""

import re
from collections.abc import Mapping

from tests.loopback.discord.errors import Json

_INNER = {"type": "object", "properties": {"code": {"type": "string"}, "message": {"type": "string"}}}
AMENDED: Mapping[str, Json] = {
    "SnowflakeType": {"type": ["string", "integer"], "pattern": "^(0|[1-9][0-9]*)$", "minimum": 0},
    "InnerErrors": {
        "type": "object",
        "properties": {"_errors": {"type": "array", "items": {**_INNER, "required": ["code", "message"]}}},
        "additionalProperties": False,
        "required": ["_errors"],
    },
}
"""Schemas as they are in truth: ids may be sent as integers, and errors inside a form have names for codes."""

_KEPT = "'(?:content_type|description|filename|height|proxy_url|size|spoiler|url|width)'"
_FORUM = r"^POST /channels/\{channel_id\}/threads: "

GAPS = {
    r"/commands: \d+: .*\('nsfw' was unexpected\)$": "the document does not know that commands may be unsafe for work",
    r"/commands: \d+/default_member_permissions: .* is not of types? .*integer": "text on the wire, a number here",
    r": (data|message|\(body\)): .*\('tts' was unexpected\)$": "discord.py sends `tts` with whatever it sends or edits",
    r"embeds/\d+: .*\('flags' was unexpected\)$": "discord.py sends `flags` with every embed",
    rf"attachments/\d+: .*\({_KEPT}(?:, {_KEPT})* (?:was|were) unexpected\)$": "discord.py sends kept files back whole",
    r"permissions/\{overwrite_id\}: (allow|deny): ": "text on the wire, a number here",
    _FORUM + "query use_nested_fields": "forum posts are documented with it, elsewhere",
    _FORUM + r"\(body\): .*\('type' was unexpected\)$": "discord.py sends the channel's type with forum posts",
}
"""Patterns over a told mistake, with the reason each is let through; an unknown field beside a known one is told."""


def known(mistake: str) -> bool:
    """Whether a mistake is one of the document's own."""
    return any(re.search(pattern, mistake) for pattern in GAPS)
