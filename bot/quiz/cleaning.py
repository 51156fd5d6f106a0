"""Text that people wrote or programs printed, made safe to show in any chat."""

import re
import unicodedata

_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-_])|\x9b[0-?]*[ -/]*[@-~]")
NAMELESS = "somebody"
"""Stands for a name of which nothing can be shown; `core.notation.called` says it in other languages."""
_MARKS = ("Mn", "Me", "Mc")
_UNPRINTABLE = ("Cc", "Cs", "Co", "Cn", "Zl", "Zp")  # U+2028 and U+2029 end lines for some readers, for others not


def clean(text: str, *, chars: int = 1500, lines: int = 30) -> str:
    """Cut to size and disarm: no escape sequences, control, bidirectional or zero-width characters.

    Unprintable characters become U+FFFD, format characters (bidi overrides, zero-width joiners) vanish, and
    of stacked combining marks two are kept. What only chats with markup give a meaning to (back-ticks,
    mentions) is `fenced`'s, after this: what vanishes here can bring back-ticks together.
    """
    kept: list[str] = []
    marks = 0
    for letter in _ESCAPES.sub("", text[: chars * 8]):
        category = unicodedata.category(letter)
        marks = marks + 1 if category in _MARKS else 0
        if letter in "\n\t":
            kept.append(letter)
        elif category in _UNPRINTABLE:
            kept.append("\N{REPLACEMENT CHARACTER}")
        elif category != "Cf" and marks <= 2:
            kept.append(letter)
    return _cut("".join(kept), chars, lines)


def fenced(text: str) -> str:
    """Cleaned text for inside a chat's code fence: nothing in it ends the fence, and nobody is mentioned by it."""
    return text.replace("`", "\N{MODIFIER LETTER GRAVE ACCENT}").replace("@", "@\u200b").replace("<", "<\u200b")


def clean_name(name: str) -> str:
    """A person's name on one short line."""
    return one_line(name, chars=40) or NAMELESS


def one_line(text: str, *, chars: int, lines: int = 1) -> str:
    """Cleaned text, so many lines of it, as one."""
    return " ".join(clean(text, chars=chars, lines=lines).split())


def _cut(text: str, chars: int, lines: int) -> str:
    rows = text.split("\n")
    if len(rows) > lines:
        text = "\n".join(rows[:lines]) + f"\n… (+{len(rows) - lines} ⏎)"  # in no language: it stands below programs
    return text if len(text) <= chars else text[:chars] + "…"
