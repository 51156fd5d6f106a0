"""Block Kit, as small functions that return plain dicts: newer than the classes of slack_sdk, and easier to compare.

Texts of rich text need no escaping and mention nobody, so whatever people wrote goes there and never into mrkdwn.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from bot.chats.slack.limits import HEADER, LABEL, cut
from bot.core import labels
from bot.core.languages import say
from bot.quiz.cleaning import clean

Json = dict[str, Any]


def text(said: str, **style: bool) -> Json:
    """A run of text: `bold`, `italic`, `code`."""
    return {"type": "text", "text": said or " ", **({"style": style} if style else {})}


def bold(said: str) -> Json:
    """A run that stands out."""
    return text(said, bold=True)


def code(said: str) -> Json:
    """A run in the width of code."""
    return text(said, code=True)


def channel(number: str) -> Json:
    """A channel, by its name and a press away for whoever may see it."""
    return {"type": "channel", "channel_id": number}


def moment(at: datetime) -> Json:
    """An instant, told in the zone and the habit of whoever reads it."""
    told = say(labels.AT, day="{date_short_pretty}", time="{time}")
    return {"type": "date", "timestamp": int(at.timestamp()), "format": told, "fallback": f"{at:%Y-%m-%d %H:%M} UTC"}


def section(*runs: Json) -> Json:
    """A paragraph of a rich text."""
    return {"type": "rich_text_section", "elements": list(runs) or [text(" ")]}


def listed(items: Iterable[Sequence[Json]], *, ordered: bool = False) -> Json:
    """A list of paragraphs."""
    style = "ordered" if ordered else "bullet"
    return {"type": "rich_text_list", "style": style, "elements": [section(*runs) for runs in items]}


def preformatted(said: str, *, python: bool = False) -> Json:
    """Code, coloured where it is Python; disarmed, because a program may have printed it."""
    shown = clean(said.rstrip(), chars=3_000, lines=120) or " "
    language = {"language": "python"} if python else {}
    return {"type": "rich_text_preformatted", "elements": [text(shown)], **language}


def rich(*elements: Json) -> Json:
    """A block of rich text."""
    return {"type": "rich_text", "elements": list(elements)}


def paragraph(*runs: Json) -> Json:
    """A block of one paragraph."""
    return rich(section(*runs))


def plain(said: str, most: int = LABEL) -> Json:
    """A plain text object."""
    return {"type": "plain_text", "text": cut(said, most) or " ", "emoji": False}


def header(said: str) -> Json:
    """A title; it knows no markup, so back-ticks are left out."""
    return {"type": "header", "text": plain(" ".join(said.replace("`", "").split()), HEADER)}


def aside(said: str) -> Json:
    """A small grey line."""
    return {"type": "context", "elements": [plain(said, LABEL)]}


def divider() -> Json:
    """A line across."""
    return {"type": "divider"}
