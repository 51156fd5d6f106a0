"""Discord's Markdown: what authors wrote, what people wrote, and what programs printed."""

import re
from datetime import datetime

from bot.core.notation import called
from bot.quiz.cleaning import clean, fenced

OUTPUT_CHARS, OUTPUT_LINES = 900, 20
_PARTED = "`\u200b`\u200b`"
_ROLE = re.compile(r"(?:<@&)?(\d{15,20})>?")
_SPECIAL = re.compile(r"([\\*_~|\[\]<>#`])")
_PLACE = re.compile(r"\bdiscord:\d+:(\d+)\b")
_OPENING = re.compile(r"(?m)^(\s*)([-+]|\d+[.)])(?=\s)")
_CODE = re.compile(r"(`+)(.+?)\1(?!`)", re.DOTALL)
_FENCE = re.compile(r"^\s*(?:```|~~~)")
_STANDS_ALONE = re.compile(r"^\s*(?:[-*+]\s|\d+[.)]\s|>|#|\||$)")


def prose(markdown: str) -> str:
    """An author's Markdown: the lines of a paragraph become one, since Discord would break where the file does."""
    lines: list[str] = []
    inside = False
    for line in markdown.strip().splitlines():
        fence = _FENCE.match(line) is not None
        joins = lines and not inside and not fence and not _STANDS_ALONE.match(line) and _takes_more(lines[-1])
        if joins:
            lines[-1] = f"{lines[-1].rstrip()} {line.strip()}"
        else:
            lines.append(line.rstrip())
        inside ^= fence
    return "\n".join(lines)


def _takes_more(line: str) -> bool:
    return bool(line.strip()) and not _FENCE.match(line) and not line.lstrip().startswith(("#", "|"))


def plain(text: str) -> str:
    """Words with `code` in back-ticks, and places here as channels; all else with a meaning to Discord is escaped."""
    parts, at = [], 0
    for found in _CODE.finditer(text):
        parts += [_words(text[at : found.start()]), inline(found[2])]
        at = found.end()
    return "".join([*parts, _words(text[at:])])


def _words(text: str) -> str:
    return _PLACE.sub(r"<#\1>", escaped(text))


def escaped(text: str) -> str:
    """Text of people, with nothing in it that makes a heading, a link, a mention, a spoiler or a quotation."""
    return _OPENING.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))


def name(text: str) -> str:
    """A person's name on one line."""
    return escaped(called(text))


def inline(code: str) -> str:
    """Code within a sentence."""
    shown = " ".join(code.split("\n")).replace("`", "\N{MODIFIER LETTER GRAVE ACCENT}").strip()
    return f"`{shown}`" if shown else ""


def block(code: str, language: str = "py") -> str:
    """Code of an author, as it is: it can be copied. Three back-ticks in it would end the block, so they are parted."""
    shown = code.rstrip().replace("```", _PARTED)
    return f"```{language}\n{shown}\n```"


def output(text: str) -> str:
    """What a learner's code printed: cut, and nothing in it ends the block, calls anybody or looks like ours."""
    return f"```\n{fenced(clean(text.rstrip(), chars=OUTPUT_CHARS, lines=OUTPUT_LINES))}\n```"


def said(text: str, *, chars: int = 300) -> str:
    """One value of a learner within a sentence."""
    return inline(fenced(clean(text, chars=chars, lines=4)))


def small(text: str) -> str:
    """Each line in a smaller voice."""
    return "\n".join(f"-# {line}" for line in text.splitlines() if line.strip())


def when(moment: datetime, style: str = "f") -> str:
    """A moment in the reader's own zone and language; style `R` says how far away it is."""
    return f"<t:{int(moment.timestamp())}:{style}>"


def option(text: str) -> str:
    """An option on one line; one of several lines becomes a block."""
    return prose(text) if "\n" not in text.strip() else text.strip()


def source(text: str) -> str:
    """A link, without the preview that Discord would add to it."""
    return f"<{text}>" if text.startswith(("https://", "http://")) and " " not in text else escaped(text)


def role(ping: str) -> int:
    """The number of the role that moderators want called: `<@&123>` or `123`; 0 when they named none."""
    found = _ROLE.fullmatch(ping.strip())
    return int(found[1]) if found else 0


def unmarked(text: str) -> str:
    """Without Markdown, for where Discord shows none: labels of options and buttons."""
    return " ".join(text.replace("`", "").replace("**", "").split())


def shortened(code: str, chars: int, lines: int) -> str:
    """People's code for a block of ours: cleaned, and cut to size."""
    return clean(code.rstrip(), chars=chars, lines=lines)
